"""Works as BibLaTeX, read back by the reader for BibTeX's form of entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.markup import balanced
from pubbrowser.model import Date, Name, Source, Work, link
from tests.generated import records

Make = Callable[..., Work]
Read = Callable[[str], list[dict[str, str]]]
Entry = Callable[..., dict[str, str]]


@pytest.fixture
def entry(make_work: Make, read_bibtex: Read) -> Entry:
    """The fields of the entry that is written for a record of the fields given."""

    def write_and_read(**fields: Any) -> dict[str, str]:
        [read] = read_bibtex(biblatex([make_work(**fields)]))
        return read

    return write_and_read


def test_an_article_in_full(make_work: Make) -> None:
    work = make_work(
        key="muller2019was",
        type="article-journal",
        title="Was DeepNets „sehen“ – 50% & mehr",
        author=["Müller, K-R", Name(family="Groot", given="T", non_dropping_particle="de")],
        container_title="Zeitschrift für Sehen",
        issued=Date(2019, 2, 14),
        volume="10",
        issue="S1",
        page="15-28",
        article_number="206",
        doi="10.1234/j_s.2019",
    )
    assert (
        biblatex([replace(work, tags=("xai", "to read"))])
        == """\
@article{muller2019was,
  author = {Müller, K.-R. and de Groot, T.},
  title = {Was {DeepNets} „sehen“ – 50\\% \\& mehr},
  journaltitle = {Zeitschrift für Sehen},
  volume = {10},
  number = {S1},
  eid = {206},
  pages = {15--28},
  date = {2019-02-14},
  doi = {10.1234/j_s.2019},
  keywords = {xai, to read}
}
"""
    )


def test_works_are_written_once_and_apart(make_work: Make, read_bibtex: Read) -> None:
    works = [make_work(key="a", title="One"), make_work(key="b", title="Two")]
    text = biblatex([*works, works[0]])
    assert [entry["KEY"] for entry in read_bibtex(text)] == ["a", "b"]
    assert biblatex([]) == ""


@pytest.mark.parametrize(
    ("type_", "kind", "field"),
    [
        ("article-journal", "article", "journaltitle"),
        ("paper-conference", "inproceedings", "booktitle"),
        ("chapter", "incollection", "booktitle"),
        ("book", "book", "series"),
        ("thesis", "thesis", "institution"),
        ("report", "report", "institution"),
        ("software", "software", "howpublished"),
        ("dataset", "dataset", "howpublished"),
        ("patent", "patent", "howpublished"),
        ("speech", "unpublished", "eventtitle"),
        ("webpage", "misc", "howpublished"),
        ("article", "misc", "howpublished"),
        ("document", "misc", "howpublished"),
    ],
)
def test_each_type_says_in_its_own_field_where_a_work_appeared(
    type_: str, kind: str, field: str, entry: Entry
) -> None:
    written = entry(type=type_, title="T", container_title="Somewhere")
    assert written["TYPE"] == kind
    assert written[field] == "Somewhere"


def test_what_can_be_reached_is_online(entry: Entry) -> None:
    page = entry(type="webpage", container_title="Moss Blog", url="https://example.org/a_b")
    assert (page["TYPE"], page["organization"]) == ("online", "Moss Blog")
    assert page["url"] == "https://example.org/a_b"
    preprint = entry(type="article", container_title="bioRxiv", publisher="CSHL", doi="10.1/x")
    assert (preprint["TYPE"], preprint["organization"]) == ("online", "bioRxiv")


def test_an_arxiv_preprint_has_its_number_in_eprint_alone(entry: Entry) -> None:
    written = entry(
        type="article", title="T", arxiv_id="2508.21380", category="LG AI", volume="abs/2508",
        container_title="CoRR", url="https://arxiv.org/abs/2508.21380",
    )  # fmt: skip
    assert written == {
        "TYPE": "online", "KEY": "key", "title": "T", "eprint": "2508.21380",
        "eprinttype": "arxiv", "eprintclass": "cs.LG",
    }  # fmt: skip


def test_a_preprint_of_arxiv_without_its_number_says_arxiv(entry: Entry) -> None:
    written = entry(type="article", category="CL")
    assert (written["howpublished"], written["eprintclass"]) == ("arXiv preprint", "cs.CL")
    assert "eprint" not in written


def test_a_published_paper_keeps_its_arxiv_number_and_other_addresses(entry: Entry) -> None:
    written = entry(
        type="article-journal", arxiv_id="2508.21380", url="https://example.org/paper",
        links=(link("https://arxiv.org/abs/2508.21380"),),
    )  # fmt: skip
    assert (written["eprint"], written["url"]) == ("2508.21380", "https://example.org/paper")


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("In press", "inpress"),
        ("in press.", "inpress"),
        ("to appear", "forthcoming"),
        ("Accepted", "forthcoming"),
        ("Submitted", "submitted"),
        ("under review", "submitted"),
        ("(in preparation)", "inpreparation"),
        ("Online first", "prepublished"),
    ],
)
def test_a_bare_status_is_one_that_styles_translate(note: str, state: str, entry: Entry) -> None:
    written = entry(title="T", notes=("Best Paper Award", note))
    assert written["pubstate"] == state
    assert "note" not in written


def test_a_status_that_says_more_is_a_note_beside_the_entrys_own(entry: Entry) -> None:
    written = entry(notes=("Accepted at MossConf 2026",), note="Invited.")
    assert written["note"] == "Accepted at MossConf 2026. Invited"
    assert "pubstate" not in written


def test_editors_alone_make_a_collection_or_proceedings(entry: Entry) -> None:
    assert entry(type="book", title="On Moss", editor=["Berg, A"])["TYPE"] == "collection"
    title = "Proceedings of the Fifth Meeting"
    assert entry(type="book", title=title, editor=["Berg, A"])["TYPE"] == "proceedings"
    both = entry(type="book", title="On Moss", author=["Berg, A"], editor=["Fern, B"])
    assert (both["TYPE"], both["editor"]) == ("book", "Fern, B.")


def test_theses_say_which_they_are(entry: Entry) -> None:
    doctoral = entry(type="thesis", publisher="TU Berlin", publisher_place="Berlin")
    assert (doctoral["type"], doctoral["institution"]) == ("phdthesis", "TU Berlin")
    assert doctoral["location"] == "Berlin"
    assert entry(type="thesis", notes=("Master's thesis",))["type"] == "mathesis"


@pytest.mark.parametrize(
    ("issue", "field"),
    [("3", "number"), ("S1", "number"), ("A", "number"), ("Spring", "issue"),
     ("Special Issue on Moss", "issue")],
)  # fmt: skip
def test_an_issue_that_is_a_word_is_no_number(issue: str, field: str, entry: Entry) -> None:
    assert entry(type="article-journal", issue=issue)[field] == issue


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(2019), "2019"),
        (Date(2019, 2), "2019-02"),
        (Date(2019, 2, 4), "2019-02-04"),
        (Date(2019, 2, 31), "2019-02"),
        (Date(814), "0814"),
    ],
)
def test_dates_are_as_exact_as_known(date: Date, written: str, entry: Entry) -> None:
    assert entry(issued=date)["date"] == written


def test_lists_of_publishers_and_places_are_one_each(entry: Entry) -> None:
    written = entry(type="book", publisher="Taylor and Francis", publisher_place="Oslo")
    assert (written["publisher"], written["location"]) == ("{Taylor and Francis}", "Oslo")


def test_of_several_isbns_the_first_is_given(entry: Entry) -> None:
    assert entry(type="book", isbn=("978-3-0", "978-3-1"))["isbn"] == "978-3-0"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="山田", given="太郎"), "山田, 太郎"),
        (Name(family="Nguyễn", given="Ấ"), "Nguyễn, Ấ."),
        (Name(literal="AT&T Labs, Inc."), r"{AT\&T Labs, Inc.}"),
        (Name(family="boyd", given="danah"), "{boyd}, danah"),
        (Name(family="Moss, Inc.", given="X", suffix="Jr"), "{X Moss, Inc. Jr}"),
        (Name(family="Berg & Co", given="X"), r"{Berg \& Co}, X."),
        (Name(family="M\\u{l}ler", given="X"), "Muller, X."),
    ],
)
def test_each_name_is_one_name_to_biber(name: Name, written: str, entry: Entry) -> None:
    assert entry(author=[name])["author"] == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Über naïve Łódź – “so” …", "Über naïve Łódź – “so” …"),
        ("a_b {c} ~d^ #1 $5", r"a\_b {\textbraceleft}c{\textbraceright} "
         r"{\textasciitilde}d{\textasciicircum} \#1 \$5"),
        ("α-helix → x² ½ ×", r"$\alpha$-helix $\rightarrow$ x$^{2}$ ½ ×"),
        ("脉冲星 Ελληνικά 🦜", "脉冲星 Ελληνικά 🦜"),
        ("of $\\mathbb{R}^n$", "of {$\\mathbb{R}^n$}"),
        ("ﬁne‐tuning", "fine-tuning"),
    ],
)  # fmt: skip
def test_letters_stay_and_signs_are_escaped(title: str, written: str, entry: Entry) -> None:
    assert entry(title=title)["title"] == written


@given(st.lists(records, min_size=1, max_size=3))
def test_every_entry_can_be_read_back(read_bibtex: Read, generated: list[Any]) -> None:
    works = [
        Work(id=f"k{n}", key=f"k{n}", merged=record, records=((Source("list.md", 1), record),))
        for n, record in enumerate(generated)
    ]
    entries = read_bibtex(biblatex(works))
    assert [entry["KEY"] for entry in entries] == [work.key for work in works]
    for entry, work in zip(entries, works, strict=True):
        assert all(balanced(value) for value in entry.values())
        assert ("title" in entry) == bool(work.merged.title)
        assert ("date" in entry) == (work.merged.issued is not None)
