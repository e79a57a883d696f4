"""What a query finds, in which order, and what is counted around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging import merge
from pubbrowser.model import Date, Document, Name, Record, link
from pubbrowser.search import Query
from pubbrowser.search.engine import Engine
from pubbrowser.text import words


def record(title: str, family: str, year: int, abstract: str = "", code: bool = False) -> Record:
    links = (link("https://github.com/a/b"),) if code else ()
    return Record(
        type="article-journal",
        title=title,
        author=(Name(family=family, given="A"), Name(family="Common", given="C")),
        issued=Date(year) if year else None,
        abstract=abstract,
        links=links,
    )


RECORDS = (
    record("Clever Horses", "Müller", 2019, "What horses know of numbers."),
    record("Counting in Birds", "Wickstrøm", 2021, "Clever ways of crows.", code=True),
    record("Numbers and Names", "Horse", 2020),
    record("No Date at All", "Doe", 0),
)
CORPUS = merge([Document("list.md", "publication-list", records=RECORDS)])
ENGINE = Engine.of(CORPUS)


def titles(query: Query) -> list[str]:
    return [CORPUS.works[number].merged.title for number in ENGINE.run(query).ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("clever", ["Clever Horses", "Counting in Birds"]),  # the title before the abstract
        ("horse", ["Numbers and Names", "Clever Horses"]),  # a whole name before a beginning
        ("muller", ["Clever Horses"]),
        ("WICKSTROM", ["Counting in Birds"]),
        ("birds clever", ["Counting in Birds"]),  # any order, any field
        ("wikstrom", ["Counting in Birds"]),  # a letter left out
        ("2021", ["Counting in Birds"]),
        ("github.com/a/b", ["Counting in Birds"]),
        ("clever zebra", []),
        ("  ", ["Counting in Birds", "Numbers and Names", "Clever Horses", "No Date at All"]),
    ],
)
def test_search(text: str, expected: list[str]) -> None:
    assert titles(Query(text)) == expected


def test_the_kind_of_a_thesis_is_found() -> None:
    thesis = Record(type="thesis", title="On Moss", genre="Habilitation")
    corpus = merge([Document("list.bib", "bibtex", records=(*RECORDS, thesis))])
    (number,) = Engine.of(corpus).run(Query("habilitation")).ids
    assert corpus.works[number].merged.title == "On Moss"


def test_filters_narrow_together() -> None:
    person = next(n for n, p in enumerate(CORPUS.people) if p.name.family == "Common")
    query = Query("clever", people=(person,), years=(2020, 2022), with_code=True)
    assert titles(query) == ["Counting in Birds"]


def test_year_counts_leave_the_range_itself_out() -> None:
    result = ENGINE.run(Query(years=(2020, 2020)))
    assert result.total == 1
    assert result.year_counts == {2019: 1, 2020: 1, 2021: 1}


def test_people_are_counted_in_what_is_shown() -> None:
    result = ENGINE.run(Query("horses"))
    shown = {CORPUS.people[person].name.family: n for person, n in result.people_counts}
    assert shown == {"Common": 1, "Müller": 1}


def test_works_without_a_date_come_last_both_ways() -> None:
    assert titles(Query(sort="newest"))[-1] == titles(Query(sort="oldest"))[-1] == "No Date at All"


def test_misspelt_words_are_marked_where_they_were_found() -> None:
    marks = ENGINE.run(Query("wikstrom")).marks
    assert marks.spans("by A Wickstrøm") == [(5, 14)]


@given(st.lists(st.sampled_from(sorted({w for r in RECORDS for w in words(r.title)})), max_size=3))
def test_known_words_find_exactly_the_works_that_hold_them_all(typed: list[str]) -> None:
    """A brute-force oracle: every typed word begins a word of the work's texts."""
    expected = set()
    for number, work in enumerate(CORPUS.works):
        said = words(
            f"{work.merged.title} {work.merged.abstract} {work.key} {work.year or ''} "
            + " ".join(name.full for name in work.names)
            + " ".join(found.url for found in work.merged.links)
        )
        if all(any(word.startswith(prefix) for word in said) for prefix in typed):
            expected.add(number)
    found = set(ENGINE.run(Query(" ".join(typed))).ids)
    assert found == expected or (not expected and found)


@given(st.text(max_size=40))
def test_any_text_is_a_question(text: str) -> None:
    result = ENGINE.run(Query(text))
    assert sum(result.year_counts.values()) <= result.total <= len(CORPUS)
