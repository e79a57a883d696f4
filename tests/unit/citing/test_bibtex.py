"""Works as BibTeX, read back by a reader of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.citing.bibtex import bibtex
from pubbrowser.model import Date, Name, Work, link

Make = Callable[..., Work]
Read = Callable[[str], list[dict[str, str]]]


@pytest.fixture
def entry(make_work: Make, read_bibtex: Read) -> Callable[..., dict[str, str]]:
    """The fields of the entry that is written for a record of the fields given."""

    def write_and_read(**fields: Any) -> dict[str, str]:
        [read] = read_bibtex(bibtex([make_work(**fields)]))
        return read

    return write_and_read


Entry = Callable[..., dict[str, str]]


def test_an_article_in_full(make_work: Make) -> None:
    work = make_work(
        key="berg2019what",
        type="article-journal",
        title="What DeepNets Really See – and Why?",
        author=["Berg, K-R", Name(family="Groot", given="T", non_dropping_particle="de")],
        container_title="Journal of Seeing & Knowing",
        issued=Date(2019, 2, 14),
        volume="10",
        issue="S1",
        page="15-28",
        doi="10.1234/j_s.2019",
    )
    assert (
        bibtex([work])
        == """\
@article{berg2019what,
  author = {Berg, K.-R. and de Groot, T.},
  title = {What {DeepNets} Really See -- and Why?},
  journal = {Journal of Seeing \\& Knowing},
  volume = {10},
  number = {S1},
  pages = {15--28},
  year = {2019},
  month = feb,
  doi = {10.1234/j_s.2019}
}
"""
    )


def test_entries_stand_apart_by_a_blank_line_and_none_is_written_twice(
    make_work: Make, read_bibtex: Read
) -> None:
    works = [make_work(key="a", title="One"), make_work(key="b", title="Two")]
    text = bibtex([*works, works[0]])
    assert text.count("\n\n") == 1
    assert text.endswith("}\n")
    assert [entry["KEY"] for entry in read_bibtex(text)] == ["a", "b"]
    assert bibtex([]) == ""


@pytest.mark.parametrize(
    ("type_", "kind", "field"),
    [
        ("article-journal", "article", "journal"),
        ("paper-conference", "inproceedings", "booktitle"),
        ("chapter", "incollection", "booktitle"),
        ("thesis", "phdthesis", "school"),
        ("report", "techreport", "institution"),
        ("software", "misc", "howpublished"),
        ("document", "misc", "howpublished"),
    ],
)
def test_each_type_says_in_its_own_field_where_a_work_appeared(
    type_: str, kind: str, field: str, entry: Entry
) -> None:
    written = entry(type=type_, title="T", container_title="Somewhere")
    assert written["TYPE"] == kind
    assert written[field] == "Somewhere"


def test_a_document_in_proceedings_is_a_conference_paper(entry: Entry) -> None:
    assert entry(container_title="Proceedings of the Fifth Meeting")["TYPE"] == "inproceedings"
    assert entry(container_title="2nd Workshop on Moss")["TYPE"] == "inproceedings"
    journal = entry(type="article-journal", container_title="Proceedings of the Moss Society")
    assert journal["TYPE"] == "article"


def test_a_book_of_editors(entry: Entry) -> None:
    written = entry(
        type="book", title="On Moss", editor=["Berg, L", "Sommer, C"], publisher="Tallpress",
        publisher_place="Reykjavík", isbn=("978-3-0", "978-3-1"), issued=Date(2024),
    )  # fmt: skip
    assert written == {
        "TYPE": "book", "KEY": "key", "editor": "Berg, L. and Sommer, C.", "title": "On Moss",
        "year": "2024", "publisher": "Tallpress", "address": r"Reykjav{\'\i}k",
        "isbn": "978-3-0, 978-3-1",
    }  # fmt: skip


def test_a_part_of_a_book_without_a_title_of_its_own(entry: Entry) -> None:
    written = entry(
        type="book", title="Algebra", author=["Lang, S"], chapter_number="7", page="3–9"
    )
    assert (written["TYPE"], written["chapter"], written["pages"]) == ("inbook", "7", "3--9")
    length = entry(type="book", title="Algebra", page="543")
    assert (length["TYPE"], length["pages"]) == ("book", "543")


def test_a_masters_thesis_is_not_called_a_doctorate(entry: Entry) -> None:
    assert entry(type="thesis", notes=("Master's thesis",))["TYPE"] == "mastersthesis"
    assert entry(type="thesis", publisher="University of Hull")["school"] == "University of Hull"
    bachelors = entry(type="thesis", section="Bachelor Theses")
    assert (bachelors["TYPE"], bachelors["type"]) == ("mastersthesis", "Bachelor's thesis")
    habilitation = entry(type="thesis", note="Habilitationsschrift")
    assert (habilitation["TYPE"], habilitation["type"]) == ("phdthesis", "Habilitation")


class TestPreprints:
    def test_the_number_stands_where_standard_styles_print_it(self, entry: Entry) -> None:
        written = entry(type="article", arxiv_id="2508.21380", category="LG AI", title="T")
        assert written["TYPE"] == "article"
        assert written["journal"] == "arXiv preprint arXiv:2508.21380"
        assert written["eprint"] == "2508.21380"
        assert written["archivePrefix"] == "arXiv"
        assert written["primaryClass"] == "cs.LG"

    @pytest.mark.parametrize(
        ("category", "name"),
        [
            ("LG", "cs.LG"), ("cs.CV", "cs.CV"), ("MED-PH", "physics.med-ph"),
            ("QUANT-PH", "quant-ph"), ("IT", "cs.IT"), ("IV", "eess.IV"), ("ML", "stat.ML"),
        ],
    )  # fmt: skip
    def test_a_class_that_is_sure_is_named(self, category: str, name: str, entry: Entry) -> None:
        written = entry(type="article", arxiv_id="2508.21380", category=category)
        assert written["primaryClass"] == name

    @pytest.mark.parametrize("category", ["", "GR", "CV", "AP", "XX"])
    def test_a_class_that_may_be_several_is_left_out(self, category: str, entry: Entry) -> None:
        written = entry(type="article", arxiv_id="2508.21380", category=category)
        assert "primaryClass" not in written

    def test_the_number_is_found_wherever_it_is_printed(self, entry: Entry) -> None:
        by_link = entry(type="article", links=(link("https://arxiv.org/abs/2508.21380v2"),))
        assert by_link["eprint"] == "2508.21380v2"
        by_locator = entry(type="article", container_title="CoRR", locator="abs/1409.8035")
        assert by_locator["eprint"] == "1409.8035"

    def test_without_a_number_it_is_said_how_it_was_published(self, entry: Entry) -> None:
        written = entry(type="article", container_title="CoRR", title="T")
        assert (written["TYPE"], written["howpublished"]) == ("misc", "CoRR")

    def test_a_status_is_noted_but_no_award(self, entry: Entry) -> None:
        written = entry(
            type="article",
            arxiv_id="2508.21380",
            notes=("Best Paper Award", "Accepted for publication at MossConf 2025"),
        )
        assert written["note"] == "Accepted for publication at MossConf 2025"
        assert "note" not in entry(notes=("Green Open Access", "Spotlight Paper"))

    def test_without_a_number_it_is_said_that_it_is_on_arxiv(self, entry: Entry) -> None:
        for fields in ({"category": "LG"}, {"section": "Papers on arXiv"}):
            written = entry(type="article", title="T", **fields)
            assert (written["TYPE"], written["howpublished"]) == ("misc", "arXiv preprint")
            assert "archivePrefix" not in written
            assert "primaryClass" not in written
        assert "howpublished" not in entry(type="article", title="T")

    def test_a_published_paper_keeps_its_number(self, entry: Entry) -> None:
        written = entry(
            type="article-journal", container_title="Phys. Lett. B", arxiv_id="1207.7214",
            category="hep-ex",
        )  # fmt: skip
        assert (written["TYPE"], written["journal"]) == ("article", "Phys. Lett. B")
        assert (written["eprint"], written["archivePrefix"]) == ("1207.7214", "arXiv")
        assert written["primaryClass"] == "hep-ex"

    def test_a_volume_is_no_venue_and_notes_stay(self, entry: Entry) -> None:
        written = entry(type="article", volume="7", locator="7", note="Invited 50%")
        assert "howpublished" not in written
        assert (written["volume"], written["note"]) == ("7", r"Invited 50\%")


class TestNames:
    @pytest.mark.parametrize(
        ("name", "written"),
        [
            (Name(family="Berg", given="Klaus-Robert"), "Berg, Klaus-Robert"),
            (Name(family="Høj", given="GÜ"), r"H{\o}j, G. {\"U}."),
            (Name(family="Groot", given="T", non_dropping_particle="de"), "de Groot, T."),
            (Name(family="Humbold", given="A", dropping_particle="von"), "von Humbold, A."),
            (
                Name(family="Last", given="First", non_dropping_particle="von", suffix="Jr"),
                "von Last, Jr, First",
            ),
            (Name(literal="Moss and Fern Group"), "{Moss and Fern Group}"),
            (Name(family="Plato"), "Plato"),
            (Name(given="Plato"), "{Plato}"),
            (Name(family="Moss Group"), "{Moss Group}"),
            (Name(family="Ortega y Berg", given="J"), "{Ortega y Berg}, J."),
            (Name(family="Moss, Inc.", given="X"), "{Moss, Inc.}, X."),
            (Name(family="Sand and Stone", given="X"), "{Sand and Stone}, X."),
            (Name(family="others"), "{others}"),
            (Name(family="Berg", given="-"), "Berg, {-}"),
            (Name(family="„Moss“", given="A"), "{,,Moss``}, A."),
            (Name(family="山田", given="太郎"), r"{\relax 山田}, {\relax 太}郎"),
            (
                Name(family="Иванова", given="Мария-Анна"),
                r"{\relax Иванова}, {\relax М}ария-{\relax А}нна",
            ),
            (Name(family="boyd", given="danah"), "{boyd}, danah"),
            (Name(family="Fern (ed.)", given="Bo (Bob)"), "{Fern (ed.)}, Bo (Bob)"),
            (Name(literal="AT&T Labs"), r"{\relax AT\&T Labs}"),
            (Name(literal="Rand & Co"), r"{Rand \& Co}"),
            (Name(family="R&D", given="A"), r"R{\&}D, A."),
            (Name(family="Alembert", given="J", non_dropping_particle="d’"), "d'Alembert, J."),
        ],
    )
    def test_each_name_is_one_name_to_bibtex(self, name: Name, written: str, entry: Entry) -> None:
        assert entry(author=[name])["author"] == written

    def test_a_list_that_was_cut_says_so(self, entry: Entry) -> None:
        written = entry(author=["Berg, A", "Sommer, B"], authors_truncated=True)
        assert written["author"] == "Berg, A. and Sommer, B. and others"
        assert "author" not in entry(authors_truncated=True)

    def test_a_work_without_names_is_sorted_by_its_title(self, entry: Entry) -> None:
        assert entry(title="On the Moss of Iceland")["key"] == "On the Moss of"
        assert entry(title="On Moss", editor=["Berg, A"])["key"] == "On Moss"
        assert "key" not in entry(type="book", title="On Moss", editor=["Berg, A"])


class TestNumbers:
    def test_an_article_number_stands_for_pages_where_there_are_none(self, entry: Entry) -> None:
        assert entry(type="article-journal", article_number="e013-14")["pages"] == "e013-14"
        assert entry(type="article-journal", page="5–9", article_number="x7")["pages"] == "5--9"

    def test_an_article_paged_by_itself_keeps_its_number(self, entry: Entry) -> None:
        written = entry(type="article-journal", page="1–27", article_number="14")
        assert written["pages"] == "14:1--27"

    @pytest.mark.parametrize("dash", ["-", "–", "—", "--", " – ", "‑"])
    def test_every_dash_of_a_range_becomes_two_hyphens(self, dash: str, entry: Entry) -> None:
        written = entry(type="paper-conference", page=f"1629{dash}1638")
        assert written["pages"] == "1629--1638"

    def test_pages_yet_to_be_announced_are_none(self, entry: Entry) -> None:
        assert "pages" not in entry(type="paper-conference", page="TBA")

    def test_the_year_printed_for_a_volume_of_proceedings_is_none(self, entry: Entry) -> None:
        fields = {"volume": "2017", "page": "1-3", "issued": Date(2017)}
        assert "volume" not in entry(type="paper-conference", **fields)
        assert entry(type="article-journal", **fields)["volume"] == "2017"

    def test_a_month_is_a_macro(self, entry: Entry) -> None:
        assert entry(issued=Date(2023, 12))["month"] == "dec"
        assert "month" not in entry(issued=Date(2023))

    def test_standard_styles_are_not_given_what_they_warn_of(self, entry: Entry) -> None:
        both = entry(type="paper-conference", volume="97", issue="2", collection_title="PMLR")
        assert (both["volume"], "number" in both) == ("97", False)
        assert "number" not in entry(type="book", number="3")
        assert entry(type="book", number="3", collection_title="LNCS")["number"] == "3"
        assert "editor" not in entry(type="book", author=["Berg, A"], editor=["Fern, B"])

    def test_a_patent_names_its_number(self, entry: Entry) -> None:
        assert entry(type="patent", number="US 7")["howpublished"] == "Patent US 7"


class TestAddresses:
    def test_addresses_are_not_escaped(self, entry: Entry) -> None:
        written = entry(doi="10.1/a_b%3C", url="https://example.org/~moss/a_b?x=1&y=%20#z")
        assert written["doi"] == "10.1/a_b%3C"
        assert written["url"] == "https://example.org/~moss/a_b?x=1&y=%20#z"

    def test_what_would_break_the_entry_is_percent_encoded(self, entry: Entry) -> None:
        assert entry(url="https://example.org/{a\\")["url"] == "https://example.org/%7Ba%5C"

    def test_code_and_demonstrations_are_not_the_paper(self, entry: Entry) -> None:
        links = (
            link("https://github.com/moss/code"),
            link("https://example.org/try", "Demo"),
            link("https://example.org/paper.pdf"),
        )
        assert entry(links=links)["url"] == "https://example.org/paper.pdf"
        assert "url" not in entry(links=links[:2])
        assert "url" not in entry(url="https://github.com/moss/code")

    def test_a_doi_given_as_an_address_is_a_doi(self, entry: Entry) -> None:
        for written in (
            entry(doi="https://doi.org/10.1234/moss"),
            entry(url="https://doi.org/10.1234/moss"),
            entry(links=(link("http://dx.doi.org/10.1234/moss"),)),
        ):
            assert written["doi"] == "10.1234/moss"
            assert "url" not in written


def test_a_work_of_which_nothing_is_known_is_still_an_entry(entry: Entry) -> None:
    assert entry() == {"TYPE": "misc", "KEY": "key", "key": "key"}
