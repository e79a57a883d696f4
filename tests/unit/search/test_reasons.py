"""Why a work is found, where the list does not show what was asked for."""

from __future__ import annotations

import pytest

from pubbrowser.model import Name, Record, Source, Work, link
from pubbrowser.search import Marks
from pubbrowser.search.language import parse
from pubbrowser.search.reasons import Reason, reason

WORK = Work(
    id="1",
    key="example2021clever",
    merged=Record(
        type="article-journal",
        title="Clever Horses",
        author=(
            Name(family="Example", given="Ada"),
            Name(family="Müller", given="Klaus-Robert"),
            Name(family="Berg", given="Jan", non_dropping_particle="van der"),
        ),
        container_title="Journal of Equine Studies",
        publisher="Stable Press",
        abstract="What horses know of numbers,\nand how they came to know it.",
        doi="10.1000/182",
        notes=("Best Paper Award",),
        links=(link("https://github.com/example/hooves"),),
    ),
    records=((Source("list.md", 1), Record()),),
    tags=("to read",),
)
ROW = {"title": "Clever Horses", "author": "Example, Müller…", "other": "2021"}


def why(query: str, corrected: str = "") -> Reason | None:
    condition = parse(query).condition
    assert condition is not None
    return reason(WORK, condition, Marks(words=frozenset(corrected.split())), ROW)


def told(query: str, corrected: str = "") -> tuple[str, list[str]] | None:
    found = why(query, corrected)
    return found and (found.label, [found.text[start:end] for start, end in found.spans])


@pytest.mark.parametrize(
    "query",
    [
        "clever",
        "hors",
        "müller",
        "author:muller",
        "title:horses",
        '"clever horses"',
        "clever OR numbers",
        "-zebra",
        "year:2021",
        "type:journal",
        "has:doi",
        "-numbers",
        "zebra",
        "clever zebra",
    ],
)
def test_nothing_is_told_where_the_row_tells_or_the_work_does_not_match(query: str) -> None:
    assert why(query) is None


@pytest.mark.parametrize(
    ("query", "label", "marked"),
    [
        ("numb", "abstract", ["numb"]),
        ("know", "abstract", ["know", "know"]),
        ("clever numbers", "abstract", ["numbers"]),
        ("abstract:horses", "abstract", ["horses"]),
        ('"numbers and how"', "abstract", ["numbers,\nand how"]),
        ("zebra OR numbers", "abstract", ["numbers"]),
        ("(clever zebra) OR numbers", "abstract", ["numbers"]),
        ("klaus", "author", ["Klaus"]),
        ('"van der Berg"', "author", ["van", "der", "Berg"]),
        ("^ada OR jan ", "author", ["Jan"]),
        ("equine", "venue", ["Equine"]),
        ("stable", "publisher", ["Stable"]),
        ("10.1000", "DOI", ["10", "10"]),
        ("award", "note", ["Award"]),
        ("hooves", "link", ["hooves"]),
        ("example2021", "key", ["example2021"]),
        ("key:example2021", "key", ["example2021"]),
        ("tag:read OR tag:to", "tag", ["to"]),
    ],
)
def test_what_is_hidden_is_told(query: str, label: str, marked: list[str]) -> None:
    assert told(query) == (label, marked)


def test_names_stand_in_one_text() -> None:
    found = why("jan")
    assert found is not None
    assert found.text == "Ada Example, Klaus-Robert Müller, Jan van der Berg"


def test_a_misspelt_word_is_told_by_the_word_it_was_taken_for() -> None:
    assert told("numbres", corrected="numbers") == ("abstract", ["numbers"])
    assert told("horsse", corrected="horses numbers") is None  # the title has one of them
    # A word that stands somewhere as typed is not taken for another.
    assert told("know", corrected="numbers") == ("abstract", ["know", "know"])
