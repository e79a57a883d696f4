"""The feed pages handed to the project, where they are there to read."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from pubbrowser.model import Date, Document, Link, Name, Record, Statistic
from pubbrowser.readers.reader import Text
from pubbrowser.readers.scholar_feed import READER, account
from pubbrowser.readers.scholar_feed.glue import find_cut

_SEEDS = Path(__file__).parents[4].parent / "shared" / "seeds"


def _text(number: str) -> Text:
    found = sorted(_SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the seed documents are not on this machine")
    content = found[0].read_text(encoding="utf-8")
    return Text(content, found[0].name, datetime.date(2020, 1, 1))


def _at(document: Document, line: int) -> Record:
    return next(record for record in document.records if record.line == line)


def _surnames(record: Record) -> list[str]:
    return [name.surname for name in record.author]


@pytest.fixture(scope="module")
def spaced() -> Document:
    return READER.read(_text("002"))


@pytest.fixture(scope="module")
def dense() -> Document:
    return READER.read(_text("003"))


@pytest.mark.parametrize(("number", "count"), [("002", 50), ("003", 24)])
def test_every_entry_is_read_without_a_problem(number: str, count: int) -> None:
    text = _text(number)
    document = READER.read(text)
    assert READER.sniff(text) > 0.9
    assert len(document.records) == count
    assert document.problems == ()
    assert {span.kind for span in account(text)} <= {"header", "entry"}
    for record in document.records:
        assert record.title
        assert record.author
        assert all(name.family for name in record.author)
        assert record.issued
        assert record.issued.day
        assert record.abstract in text.content
        assert record.type == "article"


def test_head_of_the_spaced_page(spaced: Document) -> None:
    assert spaced.owner == "Wojciech Samek"
    assert spaced.statistics == (
        Statistic("category", "LG"),
        Statistic("h-index", 41),
        Statistic("papers", 165),
        Statistic("citations", 23636),
        Statistic("Novelty", "42%"),
        Statistic("AI Score", 60),
    )


def test_entries_of_the_spaced_page(spaced: Document) -> None:
    first = spaced.records[0]
    assert first.line == 12
    assert first.issued == Date(2023, 2, 14)
    assert first.has_code
    assert first.author[2] == Name("Wickstrøm", "Kristoffer K.")
    assert first.authors_truncated
    assert first.links == (Link("https://github.com/annahedstroem/MetaQuantus", "repo"),)
    assert [r.line for r in spaced.records if r.affiliation] == [26]
    assert _at(spaced, 26).affiliation == "mit"
    assert _surnames(_at(spaced, 26)) == ["Oala", "Maskey", "Bat-Leah"]
    assert _at(spaced, 61).title.startswith("Explainable Artificial Intelligence (XAI) 2.0: ")
    assert _at(spaced, 68).author[0] == Name("Hatefi", "Sayed Mohammad Vakilzadeh")
    assert _at(spaced, 82).issued == Date(2026, 6, 3)
    assert _at(spaced, 82).author[0] == Name("Pham", "Minh An")
    assert _at(spaced, 117).category == "IV"
    assert _at(spaced, 159).title.endswith("Verify, Explore, Steer, Refine")
    assert _at(spaced, 166).author[1] == Name("Yolcu", "Galip Ümit")
    assert _at(spaced, 222).links[0].url.endswith("/TW-autoencoder")
    assert _at(spaced, 257).author[1] == Name("Klausen", "René P.")
    assert _at(spaced, 278).issued == Date(2025, 10, 31)
    assert _at(spaced, 292).links == (
        Link("https://github.com/jim-berend/semanticlens", "repo"),
        Link("https://semanticlens.hhi-research-insights.eu", "demo", "demo"),
    )
    assert _at(spaced, 320).links[0].url == "https://github.com/brunibrun/FADE"
    assert _at(spaced, 334).title.startswith("$α$-TCAV: ")
    assert _at(spaced, 341).title == "Judge Circuits"
    assert spaced.records[-1].line == 355
    assert sum(record.year_inferred for record in spaced.records) == 11
    assert sum(record.has_code for record in spaced.records) == 17
    assert sum(bool(record.links) for record in spaced.records) == 16


def test_entries_of_the_dense_page(dense: Document) -> None:
    assert dense.owner == ""
    assert dense.statistics == ()
    first = dense.records[0]
    assert first.title.endswith("in Vision-Language Encoders")
    assert _surnames(first) == ["Wittenmayer", "Rao", "Parchami-Araghi"]
    assert first.issued == Date(2026, 1, 20)
    assert first.year_inferred
    assert first.has_code
    assert _at(dense, 4).issued == Date(2025, 12, 9)
    assert _at(dense, 7).author[0] == Name("Żukowska", "Nina")
    assert _surnames(_at(dense, 13)) == ["Bağcı", "Schiele", "Schaub-Meyer"]
    assert _at(dense, 16).title.endswith("in low-dimensional embeddings")
    assert not _at(dense, 16).authors_truncated
    assert _at(dense, 19).author[0] == Name("Hedderich", "Michael A.")
    assert _at(dense, 28).author[0] == Name("Walter", "Nils Philipp")
    assert _at(dense, 40).title.startswith("FaCT: ")
    assert _at(dense, 40).author[0] == Name("Parchami-Araghi", "Amin")
    assert _at(dense, 43).author[0] == Name("Wu", "Yu")
    assert _at(dense, 46).title.startswith("LayerCake: ")
    assert _at(dense, 52).author == (Name("Fischer", "Jonas"), Name("Ma", "Rong"))
    assert _at(dense, 58).title.endswith("the Winning Ticket?")
    assert _at(dense, 64).author[0] == Name("Hedderich", "Michael")
    assert dense.records[-1].issued == Date(2021, 3, 2)
    assert [record.line for record in dense.records] == list(range(1, 71, 3))
    assert sum(record.authors_truncated for record in dense.records) == 14


def test_spaced_entries_are_cut_right_when_they_are_glued(spaced: Document) -> None:
    for record in spaced.records:
        authors = ", ".join(name.full for name in record.author) + " et al."
        cut = find_cut(record.title + authors)
        assert cut is not None
        assert cut.position == len(record.title), record.title
        assert cut.certain
        assert find_cut(record.title) is None


def test_spaced_page_made_dense_gives_the_same_records(spaced: Document) -> None:
    lines = [line for line in _text("002").content.split("\n") if line]
    start = lines.index("165 Papers") + 1
    glued = [
        "\n".join((lines[i], lines[i + 1] + lines[i + 2], lines[i + 3]))
        for i in range(start, len(lines), 4)
    ]
    dense = READER.read(Text("\n".join(glued), "dense.txt", datetime.date(2020, 1, 1)))
    assert dense.problems == ()
    assert [replace(record, line=0) for record in dense.records] == [
        replace(record, line=0) for record in spaced.records
    ]
