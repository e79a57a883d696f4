"""Names with umlauts, however they are typed and printed."""

from __future__ import annotations

import pytest

from pubbrowser.merging import merge
from pubbrowser.model import Document, Name, Record
from pubbrowser.search import Query
from pubbrowser.search.engine import Engine
from pubbrowser.search.spellings import other_spellings, without_umlauts


def finds(typed: str, family: str) -> bool:
    records = (Record(title="On Horses", author=(Name(family, given="A."),)),)
    engine = Engine.of(merge([Document("list.md", "publication-list", records=records)]))
    result = engine.run(Query(typed))
    return bool(result.ids) and not result.marks.words  # through no correction


@pytest.mark.parametrize("typed", ["muller", "müller", "Mueller", "^mueller", 'author:"a mueller"'])
@pytest.mark.parametrize("printed", ["Müller", "Mueller", "Mu\u0308ller"])
def test_every_spelling_finds_every_other(typed: str, printed: str) -> None:
    assert finds(typed, printed)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("wickstrom", "Wickstrøm"), ("wickstroem", "Wickstrøm"), ("bar", "Baer"), ("goetz", "Götz")],
)
def test_strokes_and_short_names_too(typed: str, printed: str) -> None:
    assert finds(typed, printed)


@pytest.mark.parametrize(
    "name", ["michael", "samuel", "israel", "bauer", "miguel", "queen", "goethe", "neel", "lee"]
)
def test_other_vowels_before_an_e_are_no_umlauts(name: str) -> None:
    expected = "gothe" if name == "goethe" else name  # which some do write
    assert without_umlauts(name) == expected


def test_plain_names_have_one_spelling() -> None:
    assert other_spellings("Klaus-Robert Bach") == set()
