from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model import Document, Statistic
from pubbrowser.readers.arxiv_page import READER, account, sniff
from pubbrowser.readers.reader import Text
from pubbrowser.text import clean_line, split_lines

HEAD = "Ilse Brandauer\n3 papers on arXiv\nAcademic Profile\nStatistics\nSimilar Authors\n"
TITLES = ["Slow Tides under Paper Moons", "Twelve Kettles", "Do Lanterns Dream of Oil?"]
ABSTRACTS = [
    "We count the tides of a paper sea for twelve years and find that they come later each time, "
    "which no theory of moons made of other materials has foreseen, and which we trace to g...",
    "Kettles boil. In this work we say when, for twelve kettles of different age, and for four "
    "kinds of water from the wells of a town in the hills. The oldest kettle is the fastest.",
    "Lanterns have long been thought to sleep without dreams, although the evidence for this was "
    "never more than the silence of those that were asked, and only one was asked twice so f...",
]
BODY = [line for pair in zip(TITLES, ABSTRACTS, strict=True) for line in pair]
PAGE = HEAD + "Papers on arXiv\n" + "\n".join(BODY) + "\n"


def text(content: str) -> Text:
    return Text(content, "page.txt", datetime.date(2024, 5, 20))


def read(content: str) -> Document:
    return READER.read(text(content))


def titles(document: Document) -> list[str]:
    return [record.title for record in document.records]


def test_titles_and_abstracts_take_turns() -> None:
    document = read(PAGE)
    assert document.owner == "Ilse Brandauer"
    assert document.statistics == (Statistic("papers", 3, source="arXiv"),)
    assert document.problems == ()
    assert titles(document) == TITLES
    assert [record.line for record in document.records] == [7, 9, 11]
    assert {record.section for record in document.records} == {"Papers on arXiv"}


def test_abstract_that_was_cut_off_loses_its_dots_only() -> None:
    first, second, _ = read(PAGE).records
    assert first.abstract == ABSTRACTS[0].removesuffix("...")
    assert first.abstract_truncated
    assert second.abstract == ABSTRACTS[1]
    assert not second.abstract_truncated


@pytest.mark.parametrize("end", ["\n\n", "\r\n", "\r\n\r\n", "\n \n"])
def test_blank_lines_and_line_ends_do_not_matter(end: str) -> None:
    document = read("\n" + PAGE.replace("\n", end))
    assert document.problems == ()
    assert titles(document) == TITLES


def test_title_without_an_abstract_shifts_nothing() -> None:
    document = read(PAGE.replace(ABSTRACTS[0] + "\n", ""))
    assert titles(document) == TITLES
    assert [record.abstract[:7] for record in document.records] == ["", "Kettles", "Lantern"]
    assert [problem.line for problem in document.problems] == [7]


def test_abstract_without_a_title_shifts_nothing() -> None:
    document = read(PAGE.replace(TITLES[1] + "\n", ""))
    assert titles(document) == [TITLES[0], TITLES[2]]
    assert [record.abstract[:7] for record in document.records] == ["We coun", "Lantern"]
    assert [problem.line for problem in document.problems] == [9]


def test_last_title_may_lack_its_abstract() -> None:
    document = read(PAGE + "A Last Word\n")
    assert titles(document) == [*TITLES, "A Last Word"]
    assert [problem.line for problem in document.problems] == [13]


def test_short_abstract_is_told_by_its_place_and_full_stop() -> None:
    document = read(PAGE + "A Last Word\nWe say it.\nAnother Word\n" + ABSTRACTS[0])
    assert document.problems == ()
    assert document.records[3].abstract == "We say it."
    assert document.records[4].abstract_truncated


def test_long_title_is_told_by_its_place() -> None:
    long = (
        "On the Unexpected Delay of Tides in Seas Made of Paper under the Influence of Moons Made "
        "of Other Materials and the Consequences for Fishermen and for Those Who Count"
    )
    document = read(PAGE.replace(TITLES[1], long))
    assert document.problems == ()
    assert document.records[1].title == long


def test_abstract_may_have_two_paragraphs() -> None:
    document = read(PAGE.replace("In this work we say when", "\nIn this work we say when"))
    assert titles(document) == TITLES
    assert document.records[1].abstract.startswith("Kettles boil.\nIn this work")


def test_count_may_be_missing() -> None:
    document = read(PAGE.replace("3 papers on arXiv\n", ""))
    assert document.owner == "Ilse Brandauer"
    assert document.statistics == ()
    assert titles(document) == TITLES
    assert sniff(text(PAGE.replace("3 papers on arXiv\n", ""))) > 0.8


@pytest.mark.parametrize(
    ("count", "value"), [("1 paper on arXiv", 1), ("1,234 papers on arXiv", 1234)]
)
def test_count_is_a_whole_number(count: str, value: int) -> None:
    document = read(PAGE.replace("3 papers on arXiv", count))
    assert document.statistics == (Statistic("papers", value, source="arXiv"),)


def test_other_headings_are_no_papers() -> None:
    head = "Home\nIlse Brandauer\n3 papers on arXiv\nResearch Interests\nCo-authors\n"
    document = read(head + "Papers on arXiv\n" + "\n".join(BODY))
    assert document.owner == "Ilse Brandauer"
    assert document.problems == ()
    assert titles(document) == TITLES


def test_similar_authors_are_not_the_owner_and_no_papers() -> None:
    document = read(PAGE.replace("Similar Authors\n", "Similar Authors\nBo Ek\nAl Ox (12)\n"))
    assert document.owner == "Ilse Brandauer"
    assert document.problems == ()
    assert titles(document) == TITLES


def test_line_of_the_head_that_says_something_unknown_is_reported() -> None:
    document = read(PAGE.replace("Statistics\n", "Statistics\nRank 17 of 40.\n"))
    assert [problem.line for problem in document.problems] == [4 + 1]
    assert titles(document) == TITLES


def test_heading_of_the_list_may_be_missing() -> None:
    document = read(HEAD + "\n".join(BODY))
    assert document.owner == "Ilse Brandauer"
    assert titles(document) == TITLES


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Tides of <i>Paper</i> &amp; Ink", "Tides of Paper & Ink"),
        ("Tides of **Paper** and _Ink_", "Tides of Paper and Ink"),
        ("## Tides", "Tides"),
        ("[Tides](https://example.org/tides)", "Tides"),
        (r"T$_{*}$ides of $a_1 < b_2$ and A*", r"T$_{*}$ides of $a_1 < b_2$ and A*"),
        ("A* and D* in snake_case_names", "A* and D* in snake_case_names"),
        ("H<sub>2</sub>O Kettles", "H2O Kettles"),
        ("Kettles if p<0.05 in a<b and c>d", "Kettles if p<0.05 in a<b and c>d"),
    ],
)
def test_marks_are_removed_from_titles_and_mathematics_is_kept(printed: str, title: str) -> None:
    assert read(PAGE.replace(TITLES[1], printed)).records[1].title == title


def test_control_characters_do_not_reach_the_record() -> None:
    document = read(PAGE.replace("Twelve", "Twe\x1b[31mlve\u202e").replace("Ilse", "\ufeffIlse"))
    assert document.owner == "Ilse Brandauer"
    assert titles(document) == TITLES


def test_page_without_papers_says_so() -> None:
    document = read(HEAD + "Papers on arXiv\n")
    assert document.records == ()
    assert [problem.line for problem in document.problems] == [0]


def test_author_pages_are_recognised() -> None:
    assert sniff(text(PAGE)) > 0.9
    assert sniff(text("\r\n" + PAGE.replace("\n", "\r\n\r\n"))) > 0.9
    assert sniff(text("Papers on arXiv\n" + "\n".join(BODY))) > 0.5


@pytest.mark.parametrize(
    "other",
    [
        "",
        "I have 3 papers on arXiv.\n",
        "# Papers on arXiv\n\n- Tides, 2021\n- Ebbs, 2020\n",
        "Ilse Brandauer\n\nPapers on arXiv\n\nBrandauer I, Ek B (2021). Tides. arXiv:2101.1.\n"
        "Brandauer I (2020). Ebbs. arXiv:2001.1.\nEk B (2019). Moons. arXiv:1901.1.\n",
        "LGMay 3, 2021\nTides\n\nBo Ek, Al Ox et al.\n\nWe look.\n",
        "def papers_on_arxiv():\n    return 3\n",
    ],
)
def test_other_texts_are_not_recognised(other: str) -> None:
    assert sniff(text(other)) < 0.1


_PAGES = st.one_of(
    st.text(),
    st.builds(
        "\n".join,
        st.lists(st.one_of(st.sampled_from([*PAGE.split("\n"), "...", ""]), st.text(max_size=50))),
    ),
)


@given(_PAGES)
def test_reading_raises_on_no_text_and_is_deterministic(page: str) -> None:
    assert read(page) == read(page)
    assert 0 <= sniff(text(page)) <= 1


@given(_PAGES)
def test_every_line_belongs_to_exactly_one_range(page: str) -> None:
    spans = account(text(page))
    lines = [line for span in spans for line in range(span.first, span.last + 1)]
    printed = {number for number, line in enumerate(split_lines(page), start=1) if clean_line(line)}
    assert len(lines) == len(set(lines))
    assert printed <= set(lines) <= set(range(1, len(split_lines(page)) + 1))
    entries = [span.first for span in spans if span.kind == "entry"]
    assert [record.line for record in read(page).records] == entries


@pytest.mark.parametrize("piece", ["a", "Aa. ", "*a", "[a](", "$a", "<i ", "a\n", "We say it.\n"])
def test_long_texts_are_read_fast(piece: str) -> None:
    start = time.process_time()
    read(HEAD + piece * (200_000 // len(piece)))
    assert time.process_time() - start < 5
