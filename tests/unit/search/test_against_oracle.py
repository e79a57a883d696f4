"""The engine finds, counts and orders as going through every work by itself does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubbrowser.model import Date, Name, Person, Record, Source, Work, link
from pubbrowser.search import SORTS, Query, columns, facets, phrases, postings, ranked
from pubbrowser.search.build import build_arrays
from pubbrowser.search.conditions import Condition, Has, Not, Phrase, Value, Word, Years
from pubbrowser.search.engine import Engine
from pubbrowser.search.fields import HAVINGS, has_code
from pubbrowser.search.language import parse
from pubbrowser.search.terms import all_of, any_of
from pubbrowser.text import fold
from tests.queries import written
from tests.unit.search.oracle import meets

PEOPLE = [Person(id=str(number), name=Name("Doe", str(number))) for number in range(4)]
POOL = [
    "deep",
    "deeper",
    "layer",
    "layers",
    "wise",
    "of",
    "the",
    "on",
    "clever",
    "horse",
    "2019",
    "10",
    "naïve",
    "Müller",
    "日本",
    "x",
]
NAMES = (
    Name("Müller", "Jane"), Name("Mueller", "J."), Name("Berg", "Klaus", "van den"),
    Name("Wickstrøm", "Ø."), Name(literal="Deep Layer Group"), Name("Samuel", "Clever"),
)  # fmt: skip
texts = st.lists(st.sampled_from(POOL), max_size=5).map(" ".join)
records = st.builds(
    Record,
    type=st.sampled_from(("article", "article-journal", "book")),
    title=texts,
    author=st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
    issued=st.none() | st.builds(Date, st.integers(2017, 2021), st.integers(0, 2)),
    container_title=texts,
    publisher=texts,
    abstract=texts,
    doi=st.sampled_from(("", "10.1/deep")),
    notes=st.lists(texts, max_size=2).map(tuple),
    links=st.sampled_from(((), (link("https://github.com/deep/layer"),))),
    category=st.sampled_from(("", "LG", "LG AI")),
)
people_of_a_work = st.lists(st.integers(0, len(PEOPLE) - 1), max_size=3, unique=True)


@st.composite
def corpora(draw: st.DrawFn) -> list[Work]:
    """Works as merging could give them, up to a dozen."""
    return [
        Work(
            id=str(number),
            key=f"k{number}deep",
            merged=record,
            records=((Source(draw(st.sampled_from(("a/list.md", "b.bib"))), 1), record),),
            people=tuple(draw(people_of_a_work)),
            tags=tuple(draw(st.lists(st.sampled_from(("read", "later")), max_size=2))),
        )
        for number, record in enumerate(draw(st.lists(records, max_size=12)))
    ]


whole_words = st.sampled_from(
    [fold(word) for word in POOL] + ["muller", "mueller", "jane", "berg", "van"]
)
beginnings = st.tuples(whole_words, st.integers(1, 8)).map(lambda pair: pair[0][: pair[1]])
text_fields = st.none() | st.sampled_from(("title", "author", "venue", "abstract"))
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Word, beginnings, text_fields),
    st.builds(Word, beginnings, st.just("author"), st.just(True)),
    st.builds(Phrase, st.lists(whole_words, min_size=1, max_size=3).map(tuple), text_fields),
    st.builds(Years, st.integers(2016, 2022), st.none() | st.integers(2018, 2022)),
    st.sampled_from([Value("type", "art"), Value("type", "article-journal"), Value("tag", "re"),
                     Value("category", "ai"), Value("key", "k1"), Value("doc", "list")]),
    st.builds(Has, st.sampled_from(HAVINGS)),
)  # fmt: skip


def groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        parts.map(Not),
        several.map(lambda parts: all_of(parts) or parts[0]),
        several.map(lambda parts: any_of(parts) or parts[0]),
    )


texts_of_queries = st.just("") | st.recursive(leaves, groups, max_leaves=5).map(written)
queries = st.builds(
    Query,
    text=texts_of_queries,
    people=people_of_a_work.map(tuple),
    years=st.none() | st.tuples(st.integers(2016, 2020), st.integers(2016, 2022)),
    types=st.sampled_from((frozenset(), frozenset({"article"}), frozenset({"book", "thesis"}))),
    with_code=st.booleans(),
    sort=st.sampled_from(SORTS),
)


@pytest.fixture(params=["limits as they are", "limits of large corpora"], scope="module")
def limits(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lets few works go the ways that are meant for many: packed bits, rare words, chunks,
    counting in blocks, and sorting the top alone."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "limits of large corpora":
            for module, name, value in (
                (columns, "_CHUNK", 4), (columns, "RARE", 9), (phrases, "RARE", 9),
                (phrases, "_AT_ONCE", 8), (postings, "_HEAVY_FROM", 1), (facets, "_FEW", 0),
                (facets, "_HEAD", 2), (facets, "_BLOCK", 1), (ranked, "_HEAD", 1),
            ):  # fmt: skip
                patch.setattr(module, name, value)
        yield


def order(works: Sequence[Work], query: Query) -> list[int]:
    """All works in the order of `query`, which is not by relevance."""
    last = (10_000,)

    def key(number: int) -> object:
        date, names = works[number].merged.issued, works[number].names
        newest = (-date.year, -date.month, -date.day) if date else last
        oldest = (date.year, date.month, date.day) if date else last
        first = (not names, fold(names[0].family or names[0].full) if names else "")
        return {
            "newest": newest,
            "relevance": newest,
            "oldest": oldest,
            "title": fold(works[number].merged.title),
            "author": (first, newest),
            "document": 0,
        }[query.sort]

    return sorted(range(len(works)), key=key)


@pytest.mark.usefixtures("limits")
@settings(max_examples=300)
@given(corpora(), queries)
def test_every_query_is_answered_as_by_going_through_all_works(
    works: list[Work], query: Query
) -> None:
    condition = parse(query.text).condition
    met = {n for n, work in enumerate(works) if not condition or meets(work, condition)}
    result = Engine(build_arrays(works, PEOPLE)).run(query)
    if not met and result.marks.words:
        return  # nothing was found, and a word was taken for a misspelling
    in_any_year = [
        number
        for number in met
        if not set(query.people) - set(works[number].people)
        and (not query.types or works[number].merged.type in query.types)
        and (not query.with_code or has_code(works[number]))
    ]
    first, last = query.years or (0, 9999)
    shown = {
        number
        for number in in_any_year
        if not query.years or first <= (works[number].year or -1) <= last
    }
    assert set(result.ids) == shown
    assert len(result.ids) == result.total == len(shown)
    if query.sort != "relevance" or not condition:
        assert list(result.ids) == [n for n in order(works, query) if n in shown]
    years = Counter(year for n in in_any_year if (year := works[n].year) is not None)
    assert result.year_counts == years
    counts = Counter(person for number in shown for person in works[number].people)
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    assert result.people_counts[:2] == expected[:2]
    assert list(result.people_counts) == expected
    assert [result.people_counts.count_of(person) for person in range(4)] == [
        counts[person] for person in range(4)
    ]


@pytest.mark.usefixtures("limits")
@given(corpora(), st.sampled_from(POOL).map(fold), st.integers(-3, 3), st.integers(-9, 9))
def test_answers_are_sequences(works: list[Work], text: str, step: int, at: int) -> None:
    engine = Engine(build_arrays(works, PEOPLE))
    ids = list(engine.run(Query(text)).ids)
    cut = slice(at, None, step or None)
    assert engine.run(Query(text)).ids[cut] == ids[cut]
    assert engine.run(Query(text)).ids[:1] == ids[:1]
    result = engine.run(Query(text))
    for row, number in enumerate(ids):
        assert (result.ids[row], result.ids[row - len(ids)]) == (number, number)
        assert result.ids.index(number) == row
        assert number in result.ids
    with pytest.raises(IndexError):
        result.ids[len(ids)]
    with pytest.raises(ValueError, match="among"):
        result.ids.index(len(works))
    people = result.people_counts
    assert people[cut] == list(people)[cut]
    assert bool(people) == bool(len(people))
