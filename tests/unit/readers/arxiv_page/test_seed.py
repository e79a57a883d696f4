"""The author page handed to the project, where it is there to read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pubbrowser.model import Document, Statistic
from pubbrowser.readers.arxiv_page import READER, account
from pubbrowser.readers.reader import Text

_SEEDS = Path(__file__).parents[4].parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def text() -> Text:
    found = sorted(_SEEDS.glob("001_*.txt"))
    if not found:
        pytest.skip("the seed documents are not on this machine")
    content = found[0].read_text(encoding="utf-8")
    return Text(content, found[0].name, datetime.date(2020, 1, 1))


@pytest.fixture(scope="module")
def document(text: Text) -> Document:
    return READER.read(text)


def test_page_is_read_without_a_problem(text: Text, document: Document) -> None:
    assert READER.sniff(text) > 0.9
    assert document.format == "arxiv-author-page"
    assert document.owner == "Sebastian Lapuschkin"
    assert document.statistics == (Statistic("papers", 73, source="arXiv"),)
    assert document.problems == ()
    assert len(document.records) == 73
    assert [span.kind for span in account(text)] == ["header"] * 6 + ["entry"] * 73


def test_every_title_has_its_own_abstract(text: Text, document: Document) -> None:
    lines = text.content.split("\n")
    for position, record in enumerate(document.records):
        assert record.line == 7 + 2 * position
        assert record.title == lines[record.line - 1]
        assert record.abstract == lines[record.line].removesuffix("...").rstrip()
        assert record.abstract_truncated
        assert record.type == "article"
        assert record.section == "Papers on arXiv"
        assert record.author == ()
        assert record.issued is None


def test_entries_with_peculiar_titles(document: Document) -> None:
    titles = {record.line: record.title for record in document.records}
    assert titles[7].endswith(" Diffusion Models")
    assert titles[27].startswith("Understanding the (Extra-)Ordinary: ")
    assert titles[59].startswith("But that's ")
    assert titles[69].startswith(r"ECQ$^{\text{x}}$: ")
    assert titles[71].endswith("Zennit, CoRelAy, and ViRelAy")
    assert ": Attributing CLIP's " in titles[107]
    assert "? CUE: " in titles[117]
    assert titles[125] == "Attribution-Guided Decoding"
    assert titles[143].endswith("Frontier of Adaptation?")
    assert titles[149].startswith("Fast & ")
    assert titles[151].endswith(" Better Steering")


def test_abstracts_end_where_the_page_cuts_them(document: Document) -> None:
    abstracts = {record.line: record.abstract for record in document.records}
    assert abstracts[7].endswith("at capturing data")
    assert abstracts[13].endswith("Goals. To s")
    assert abstracts[29].endswith("Over recent years,")
    assert abstracts[85].endswith("offering stro")
    assert abstracts[119].startswith("Do neural networks build")
    assert abstracts[151].endswith("We argue th")
