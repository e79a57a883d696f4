"""RIS, as programs write it and as it breaks."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model import Date, Document, Name
from pubbrowser.readers.reader import Text
from pubbrowser.readers.registry import read_text
from pubbrowser.readers.ris import READER

ARTICLE = """TY  - JOUR
ID  - bell68
AU  - Bell, Jocelyn
A1  - van der Hale, K., Jr
TI  - Observation of a Source
JO  - Nat.
T2  - Nature
VL  - 217
IS  - 5130
SP  - 709
EP  - 713
PY  - 1968
DA  - 1968/02/24
SN  - 0028-0836
DO  - https://doi.org/10.1038/217709a0
UR  - https://www.nature.com/articles/217709a0
L1  - https://x.org/a.pdf
AB  - Unusual signals
 from pulsating sources.
KW  - pulsars
KW  - radio
N1  - Code: https://github.com/x/y
N1  - A note.
ER  -
"""
GOOD = "TY  - JOUR\nAU  - Doe, Jane\nTI  - Good {0}\nPY  - 2001\nER  - \n\n"


def text(content: str, path: str = "refs.ris") -> Text:
    return Text(content, path, datetime.date(2026, 1, 1))


def read(content: str) -> Document:
    return READER.read(text(content))


def test_fields_of_an_article() -> None:
    document = read(ARTICLE)
    assert document.problems == ()
    (record,) = document.records
    assert record.author == (
        Name("Bell", "Jocelyn"),
        Name("Hale", "K.", non_dropping_particle="van der", suffix="Jr"),
    )
    assert (record.title, record.container_title) == ("Observation of a Source", "Nature")
    assert (record.volume, record.issue, record.page) == ("217", "5130", "709–713")
    assert (record.issued, record.isbn) == (Date(1968, 2, 24), ())
    assert (record.doi, record.url) == (
        "10.1038/217709a0",
        "https://www.nature.com/articles/217709a0",
    )
    assert record.abstract == "Unusual signals from pulsating sources."
    assert record.notes == ("A note.", "Keywords: pulsars, radio")
    assert [(link.url, link.kind) for link in record.links] == [
        ("https://x.org/a.pdf", "pdf"),
        ("https://github.com/x/y", "repo"),
    ]
    assert (record.citation_key, record.line) == ("bell68", 1)


TYPES = {
    "JOUR": "article-journal", "CONF": "paper-conference", "BOOK": "book", "CHAP": "chapter",
    "THES": "thesis", "RPRT": "report", "COMP": "software", "DATA": "dataset", "PAT": "patent",
    "SLIDE": "speech", "ELEC": "webpage", "GEN": "document", "UNPB": "document", "XYZ": "document",
}  # fmt: skip


@pytest.mark.parametrize("printed", TYPES)
def test_types_become_those_of_csl(printed: str) -> None:
    (record,) = read(f"TY  - {printed}\nTI  - T\nER  - \n").records
    assert record.type == TYPES[printed]


def test_a_preprint_on_arxiv() -> None:
    (record,) = read(
        "TY  - UNPB\nTI  - T\nM3  - Preprint\nPB  - arXiv\nAN  - arXiv:1706.03762\nER  - \n"
    ).records
    assert (record.type, record.arxiv_id, record.publisher) == ("article", "1706.03762", "")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("TY  - UNPB\nUR  - https://arxiv.org/abs/1706.03762v5", "1706.03762v5"),
        ("TY  - GEN\nUR  - http://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("TY  - ELEC\nPB  - arXiv\nDO  - 10.48550/arXiv.1706.03762", "1706.03762"),
        ("TY  - GEN\nT2  - arXiv\nAN  - arXiv:1706.03762", "1706.03762"),
        ("TY  - JOUR\nJO  - arXiv preprint arXiv:1706.03762", "1706.03762"),
        ("TY  - JOUR\nJO  - ArXiv\nVL  - abs/1706.03762", "1706.03762"),
    ],
)
def test_what_is_on_arxiv_alone_is_a_preprint(lines: str, number: str) -> None:
    (record,) = read(f"{lines}\nTI  - T\nER  - \n").records
    assert (record.type, record.arxiv_id) == ("article", number)
    assert (record.publisher, record.volume) == ("", "")
    assert record.container_title in ("", "arXiv")


def test_what_was_published_is_no_preprint() -> None:
    for kind, expected in (("JOUR", "article-journal"), ("GEN", "document")):
        (record,) = read(
            f"TY  - {kind}\nTI  - T\nT2  - Nature\nUR  - https://arxiv.org/abs/1706.03762\nER  - \n"
        ).records
        assert (record.type, record.arxiv_id) == (expected, "1706.03762")


ORGANISATIONS = (
    "World Health Organization", "United Nations", "NASA", "NASA JPL", "Meta AI", "Google Brain",
    "U.S. Army", "Max-Planck-Institut für Informatik", "LIGO Scientific Collaboration",
    "European Space Agency", "Red Hat", "Team X", "N. H. S. Trust", "St. Olaf College",
)  # fmt: skip
PEOPLE = {
    "J. Smith": Name("Smith", "J."),
    "J. A. van der Hale": Name("Hale", "J. A.", non_dropping_particle="van der"),
    "J.-P. Müller": Name("Müller", "J.-P."),
    "Jane A. Smith": Name("Smith", "Jane A."),
    "Smith J.": Name("Smith", "J."),
}


@pytest.mark.parametrize("printed", ORGANISATIONS)
def test_a_name_without_a_comma_is_in_one_piece(printed: str) -> None:
    (record,) = read(f"TY  - RPRT\nTI  - T\nAU  - {printed}\nER  - \n").records
    assert record.author == (Name(literal=printed),)


@pytest.mark.parametrize("printed", PEOPLE)
def test_initials_tell_a_person_without_a_comma(printed: str) -> None:
    (record,) = read(f"TY  - RPRT\nTI  - T\nAU  - {printed}\nER  - \n").records
    assert record.author == (PEOPLE[printed],)


def test_a_note_says_that_the_list_of_authors_is_cut() -> None:
    (record,) = read(
        "TY  - JOUR\nTI  - T\nAU  - Doe, J.\nN1  - Author list cut short (et al.)\nER  - \n"
    ).records
    assert (record.authors_truncated, record.notes) == (True, ())


def test_a_book_has_a_series_where_an_article_has_a_journal() -> None:
    (record,) = read(
        "TY  - BOOK\nTI  - T\nT2  - S\nED  - Doe, J.\nSN  - 3161484100\nER  - \n"
    ).records
    assert (record.collection_title, record.container_title) == ("S", "")
    assert (record.editor, record.isbn) == ((Name("Doe", "J."),), ("3161484100",))


def test_a_list_of_authors_that_is_cut() -> None:
    (record,) = read("TY  - JOUR\nTI  - T\nAU  - Doe, J.\nAU  - et al.,\nER  - \n").records
    assert record.author == (Name("Doe", "J."),)
    assert record.authors_truncated


def test_a_comma_at_the_end_keeps_a_name_in_one_piece() -> None:
    (record,) = read("TY  - JOUR\nTI  - T\nAU  - The Event Horizon,\nER  - \n").records
    assert record.author == (Name(literal="The Event Horizon"),)


BROKEN = {
    "no end": ("TY  - JOUR\nTI  - Bad\n", "Bad", 7),
    "no beginning": ("TI  - Bad\nAU  - Doe, J.\nER  - \n", "Bad", 7),
    "no title": ("TY  - JOUR\nVL  - 3\nER  - \n", "", 7),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_entries_are_told_and_their_neighbours_read(name: str) -> None:
    broken, title, line = BROKEN[name]
    document = read(GOOD.format("a") + broken + GOOD.format("c"))
    titles = [record.title for record in document.records]
    assert titles == list(filter(None, ["Good a", title, "Good c"]))
    assert [problem.line for problem in document.problems] == [line]


def test_an_entry_that_the_file_breaks_off_in_is_read() -> None:
    document = read(GOOD.format("a") + "TY  - JOUR\nTI  - Bad")
    assert [record.title for record in document.records] == ["Good a", "Bad"]
    assert [problem.line for problem in document.problems] == [7]


@pytest.mark.parametrize(
    "content",
    [
        ARTICLE.replace("  - ", " - "),
        ARTICLE.replace("  - ", "  -  "),
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
        "Record 1 of 1\n\n1.\n" + ARTICLE,
        "\ufeff" + ARTICLE,
        ARTICLE.replace("ER  -", "ER  - "),
    ],
)
def test_spaces_and_line_ends_may_differ(content: str) -> None:
    (record,) = read(content).records
    assert (record.title, record.volume) == ("Observation of a Source", "217")


@pytest.mark.parametrize("path", ["refs.ris", "refs.txt", "<stdin>"])
def test_ris_is_recognised_wherever_it_stands(path: str) -> None:
    assert read_text(text(ARTICLE, path)).format == "ris"


LINES = (
    "TY  - JOUR", "ER  - ", "ER", "TI  - ", "TI  - x", "AU  - ,", "AU  - a, b, c, d", "PY  - 99999",
    "DA  - 2001/99/99", "junk", "", "SP  - -", "UR  - http://[", "SN  - ,;", "XX  -",
    "TY  - \u2028",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES)))
def test_any_lines_are_read(lines: list[str]) -> None:
    read("\n".join(lines))


@given(st.integers(0, 200))
def test_entries_before_the_place_where_a_file_breaks_off_are_read(cut: int) -> None:
    content = "".join(GOOD.format(number) for number in range(4))
    whole = content[:cut].count("ER  - ")
    titles = [record.title for record in read(content[:cut]).records]
    assert titles[:whole] == [f"Good {number}" for number in range(whole)]


DATED = "\nTY  - JOUR\nTI  - T\n%s\nER  - \n"


@pytest.mark.parametrize("tags", ["PY  - -0044", "PY  - 12026", "Y1  - 199X", "DA  - 0000/01/01"])
def test_a_year_that_is_none_is_kept_and_told(tags: str) -> None:
    document = read(DATED % tags)
    printed = tags.partition("- ")[2]
    assert (document.records[0].issued, document.records[0].notes) == (None, (printed,))
    (problem,) = document.problems
    assert problem.line == 2
    assert printed in problem.message


@pytest.mark.parametrize(
    ("tags", "date", "notes"),
    [
        ("PY  - 1999///Spring", Date(1999), ("1999///Spring",)),
        ("Y1  - Spring 1999", Date(1999), ("Spring 1999",)),
        ("PY  - 3 May 1999", Date(1999, 5, 3), ()),
        ("PY  - 1999\nDA  - May 3", Date(1999, 5, 3), ()),
        ("PY  - 1999\nDA  - 1999/05/03/", Date(1999, 5, 3), ()),
        ("PY  - in press", None, ("in press",)),
    ],
)
def test_dates_in_words(tags: str, date: Date | None, notes: tuple[str, ...]) -> None:
    document = read(DATED % tags)
    assert (document.records[0].issued, document.records[0].notes) == (date, notes)
    assert document.problems == ()


def test_what_is_no_doi_is_left_out_and_told() -> None:
    document = read("TY  - JOUR\nTI  - T\nDO  - n/a\nER  - \n")
    assert document.records[0].doi == ""
    assert [problem.message for problem in document.problems] == [
        '"n/a" is no DOI and was left out'
    ]


def test_a_suffix_behind_the_only_comma_is_no_given_name() -> None:
    document = read("TY  - JOUR\nTI  - T\nAU  - Sammy Davis, Jr.\nAU  - Ivanov, II\nER  - \n")
    assert document.records[0].author == (
        Name("Davis", "Sammy", suffix="Jr."),
        Name("Ivanov", "II"),
    )


def test_when_an_address_was_looked_at_and_what_kind_of_work_it_is() -> None:
    report, program = read(
        "TY  - RPRT\nTI  - T\nM3  - Memo\nY2  - 2020/05/01/\nER  - \n"
        "TY  - COMP\nTI  - T\nET  - 1.2\nY2  - 15-17 May 2019\nER  - \n"
    ).records
    assert (report.genre, report.notes, report.accessed) == ("Memo", (), Date(2020, 5, 1))
    assert (program.version, program.edition, program.accessed) == ("1.2", "", None)


def test_a_cut_list_of_editors_is_told_from_that_of_authors() -> None:
    (record,) = read(
        "TY  - CHAP\nTI  - T\nAU  - Doe, J\nA2  - Bell, A\nA2  - et al.\nER  - \n"
    ).records
    assert (record.authors_truncated, record.editors_truncated) == (False, True)
