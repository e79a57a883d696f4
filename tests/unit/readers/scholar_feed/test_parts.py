"""The small parts of a page: opening lines, heads, lists of authors, links, recognition."""

from __future__ import annotations

import pytest

from pubbrowser.model import Name, Statistic
from pubbrowser.readers.full_names import parse_full_name
from pubbrowser.readers.scholar_feed import sniff
from pubbrowser.readers.scholar_feed.abstract_links import find_links
from pubbrowser.readers.scholar_feed.author_list import (
    AuthorList,
    authors_likelihood,
    parse_authors,
)
from pubbrowser.readers.scholar_feed.entry_line import EntryLine, parse_entry_line
from pubbrowser.readers.scholar_feed.subjects import split_codes
from tests.unit.readers.scholar_feed.pages import DENSE, SPACED, read, text

ENTRY = "LGMay 3, 2021\nTides\n\nBo Ek, Al Ox et al.\n\nWe look.\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("LGFeb 14, 2023Code", EntryLine(2, 14, 2023, "LG", None, True)),
        ("CLJun 3", EntryLine(6, 3, None, "CL")),
        ("CVJan 20Code", EntryLine(1, 20, None, "CV", None, True)),
        ("59.4LGMar 26", EntryLine(3, 26, None, "LG", 59.4)),
        ("7LGMar 26", EntryLine(3, 26, None, "LG", 7.0)),
        ("MAMar 3", EntryLine(3, 3, None, "MA")),
        ("LGAICOMP-PHMay 3, 2024", EntryLine(5, 3, 2024, "LG AI COMP-PH")),
        ("quant-phDec 1, 2019", EntryLine(12, 1, 2019, "quant-ph")),
        ("cs.LGstat.MLSep 9", EntryLine(9, 9, None, "cs.LG stat.ML")),
        ("LG Feb 14, 2023 Code", EntryLine(2, 14, 2023, "LG", None, True)),
        ("Feb 14, 2023", EntryLine(2, 14, 2023)),
        ("XYZQMay 3", EntryLine(5, 3, None, "XYZQ")),
    ],
)
def test_opening_line_is_taken_apart(line: str, expected: EntryLine) -> None:
    assert parse_entry_line(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "On May 3",
        "We met on Mar 26, 2020",
        "LG",
        "May",
        "LGMay",
        "LGMay 3, 2021 and more",
        "Maybe 3",
    ],
)
def test_prose_does_not_open_an_entry(line: str) -> None:
    assert parse_entry_line(line) is None


@pytest.mark.parametrize(
    ("glued", "codes"),
    [
        ("LGAI", ["LG", "AI"]),
        ("STAT-MECHLG", ["STAT-MECH", "LG"]),
        ("GR-QC", ["GR-QC"]),
        ("QUANT-PHHEP-TH", ["QUANT-PH", "HEP-TH"]),
        ("LGQQ", ["LGQQ"]),
        ("LG, AI", ["LG", "AI"]),
        ("", []),
    ],
)
def test_codes_are_split_where_all_are_known(glued: str, codes: list[str]) -> None:
    assert split_codes(glued) == codes


def test_figures_of_the_head_become_statistics() -> None:
    assert read(SPACED).statistics == (
        Statistic("category", "LG"),
        Statistic("h-index", 12),
        Statistic("papers", 34),
        Statistic("citations", 1567),
        Statistic("Novelty", "38%"),
        Statistic("AI Score", 55),
    )


def test_head_may_be_short_and_in_any_order() -> None:
    document = read("1,2,3\nCitations: 9\nMira Oyelaran\nh-index 3\n\n" + ENTRY)
    assert document.owner == "Mira Oyelaran"
    assert document.statistics == (Statistic("citations", 9), Statistic("h-index", 3))
    assert [problem.line for problem in document.problems] == [1]


def test_heading_of_the_list_gives_the_number_of_papers_where_nothing_else_does() -> None:
    assert read("5 Papers\n\n" + ENTRY).statistics == (Statistic("papers", 5),)


def test_heading_that_differs_is_a_second_figure() -> None:
    assert read("8papers\n5 Papers\n\n" + ENTRY).statistics == (
        Statistic("papers", 8),
        Statistic("papers", 5, "listed"),
    )


def test_figures_may_share_a_line() -> None:
    document = read("Bo Ek · LG · h-index12 34papers 5.2kcitations\n\n" + ENTRY)
    assert document.owner == "Bo Ek"
    assert document.statistics[1:] == (
        Statistic("h-index", 12),
        Statistic("papers", 34),
        Statistic("citations", "5.2k"),
    )


def test_owner_is_the_one_who_signs_the_papers() -> None:
    document = read("Scholar Feed\nBo Ek\n\n" + ENTRY)
    assert document.owner == "Bo Ek"
    assert [problem.line for problem in document.problems] == [1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bo Ek, Al Ox et al.", AuthorList(("Bo Ek", "Al Ox"), True)),
        ("Bo Ek, Al Ox et al. · mit", AuthorList(("Bo Ek", "Al Ox"), True, "mit")),
        ("Bo Ek · mit", AuthorList(("Bo Ek",), False, "mit")),
        ("Bo Ek et al. · mit · eth", AuthorList(("Bo Ek",), True, "mit · eth")),
        ("Bo King, Jr., Al Ox", AuthorList(("Bo King, Jr.", "Al Ox"))),
        ("Bo Ek, Al Ox, and Cy Moe", AuthorList(("Bo Ek", "Al Ox", "Cy Moe"))),
        ("Bo Ek and Al Ox", AuthorList(("Bo Ek", "Al Ox"))),
        ("Bo Ek, et al", AuthorList(("Bo Ek",), True)),
    ],
)
def test_line_of_authors_is_taken_apart(line: str, expected: AuthorList) -> None:
    assert parse_authors(line) == expected


@pytest.mark.parametrize("line", ["We look at tides, moons, and kettles.", "Tides of Bo", ""])
def test_prose_is_no_line_of_authors(line: str) -> None:
    assert authors_likelihood(line) == 0


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Tobias de Lang", Name("Lang", "Tobias", "de")),
        ("Anh van der Bergen", Name("Bergen", "Anh", "van der")),
        ("René P. Klaus", Name("Klaus", "René P.")),
        ("Galip Ümit Yol", Name("Yol", "Galip Ümit")),
        ("Sayed Mohammad Vakil Hatami", Name("Hatami", "Sayed Mohammad Vakil")),
        ("Plato", Name("Plato")),
        ("Ann Field Jr.", Name("Field", "Ann", suffix="Jr.")),
        ("Ann Field III", Name("Field", "Ann", suffix="III")),
        ("Jan Van Den Bos", Name("Bos", "Jan", "Van Den")),
        ("Van Anh Tran", Name("Tran", "Van Anh")),
        ("Inés Ramón y Cajal", Name("Ramón y Cajal", "Inés")),
        ("Joop 't Hart", Name("Hart", "Joop", "'t")),
        ("van Holten", Name("Holten", "", "van")),
        ("the Example Collaboration", Name(literal="the Example Collaboration")),
    ],
)
def test_full_name_is_split(printed: str, name: Name) -> None:
    assert parse_full_name(printed) == name
    assert name.full == printed


@pytest.mark.parametrize(
    ("abstract", "url"),
    [
        ("(https://example.org/a).", "https://example.org/a"),
        (r"at \url{https://example.org/a}.", "https://example.org/a"),
        ("https://example.org/a_(b), and", "https://example.org/a_(b)"),
        (r"https://example.org/a\_b", "https://example.org/a_b"),
        ("[here](https://example.org/a)", "https://example.org/a"),
        ("at github.com/example/tides.", "https://github.com/example/tides"),
        ("“https://example.org/a”", "https://example.org/a"),
    ],
)
def test_address_ends_where_the_text_goes_on(abstract: str, url: str) -> None:
    assert [link.url for link in find_links(abstract)] == [url]


@pytest.mark.parametrize(
    "before", ["demo on ", "Demo: ", "a live demo is available at ", r"demo (\url{"]
)
def test_words_in_front_of_an_address_tell_a_demo(before: str) -> None:
    assert [link.kind for link in find_links(f"{before}https://example.org/a")] == ["demo"]


def test_demo_elsewhere_in_the_sentence_says_nothing_of_an_address() -> None:
    (link,) = find_links("We demo it. The code is on https://github.com/example/tides")
    assert (link.kind, link.label) == ("repo", "")


@pytest.mark.parametrize("page", [SPACED, DENSE, ENTRY, "\n\n" + DENSE])
def test_feed_pages_are_recognised(page: str) -> None:
    assert sniff(text(page)) > 0.8


@pytest.mark.parametrize(
    "other",
    [
        "",
        "It rained on May 3, 2021, and again later.",
        "May 3, 2021\n\nDear diary, it rained.\n",
        "# Papers\n\n1. Ek B, Ox A (2021). Tides. *Moons* 3:4.\n2. Ox A (2020). Ebbs.\n",
        "def page():\n    return 'LGMay 3, 2021'\n",
        "Bo Ek\n12 papers on arXiv\nPapers on arXiv\nTides\nWe look at tides all day long...\n",
    ],
)
def test_other_texts_are_not_recognised(other: str) -> None:
    assert sniff(text(other)) < 0.1
