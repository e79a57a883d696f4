"""Works, people, findings and documents come back from the store exactly as they were."""

from __future__ import annotations

from dataclasses import make_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model import (
    Date,
    Document,
    Finding,
    Name,
    Person,
    Problem,
    Record,
    Source,
    Statistic,
    Work,
)
from pubbrowser.store.codec import codec_of, dumps, loads, pack, schema
from pubbrowser.store.works import WorkPacker, WorkUnpacker
from tests.generated import dates, lines, names, records

paths = st.sampled_from(("a.md", "lists/ü b.txt", "caf\udce9.md", "pubbrowser.yaml"))
sources = st.builds(Source, paths, st.integers(0, 10**6))
fields = st.sampled_from(("title", "author", "issued", "doi", "key", "tags", "no field"))
placed = st.lists(st.tuples(sources, records), max_size=3).map(tuple)


@st.composite
def works(draw: st.DrawFn) -> Work:
    """A work whose merged record is mostly one of its records."""
    entries = draw(placed)
    merged = draw(st.sampled_from([record for _, record in entries] or [Record()]))
    if draw(st.booleans()):
        merged = replace(merged, title=draw(lines), issued=draw(st.none() | dates))
    return Work(
        id=draw(lines),
        key=draw(lines),
        merged=merged,
        records=entries,
        people=draw(st.lists(st.integers(0, 10**6), max_size=3).map(tuple)),
        sources=draw(st.dictionaries(fields, sources, max_size=4)),
        tags=draw(st.lists(lines, max_size=2).map(tuple)),
    )


@given(st.lists(works(), max_size=4))
def test_works_come_back_as_they_were(several: list[Work]) -> None:
    packer = WorkPacker()
    rows = [packer.pack(work) for work in several]
    unpacker = WorkUnpacker(packer.paths)
    back = [unpacker.unpack(row) for row in rows]
    assert back == several
    assert [list(work.sources) for work in back] == [list(work.sources) for work in several]
    assert repr(back) == repr(several)  # equal values may still be of other types


statistics = st.builds(
    Statistic,
    lines,
    st.integers() | st.floats(allow_nan=False) | lines,
    lines,
    st.none() | dates,
    lines,
)
values = st.one_of(
    st.builds(Person, lines, names, st.lists(lines).map(tuple), st.integers(0), st.booleans()),
    st.builds(
        Finding,
        st.sampled_from(("conflict", "misspelling")),
        lines,
        sources,
        st.lists(st.integers(0), max_size=2).map(tuple),
    ),
    st.builds(
        Document,
        paths,
        lines,
        lines,
        st.lists(statistics, max_size=2).map(tuple),
        st.lists(records, max_size=2).map(tuple),
        st.lists(st.builds(Problem, st.integers(0), lines), max_size=2).map(tuple),
    ),
)


@given(values)
def test_other_values_come_back_as_they_were(value: object) -> None:
    hint: type = type(value)
    unpack = codec_of(hint).unpack
    assert unpack is not None
    assert repr(unpack(loads(dumps(pack(value))))) == repr(value)


def test_only_what_is_given_takes_room() -> None:
    assert pack(Name("Doe", "Jane")) == [3, "Doe", "Jane"]
    assert pack(Date(2020)) == [1, 2020]
    assert pack(Record()) == [0]


def test_another_shape_of_values_is_another_schema() -> None:
    before = make_dataclass("Thing", [("name", str)])
    after = make_dataclass("Thing", [("name", str), ("size", int, 0)])
    other_type = make_dataclass("Thing", [("name", str | None)])
    assert len({schema(before), schema(after), schema(other_type)}) == 3
    assert schema(before) == schema(make_dataclass("Thing", [("name", str)]))


def test_a_change_deep_inside_is_another_schema() -> None:
    inner = make_dataclass("Inner", [("name", str)])
    other = make_dataclass("Inner", [("title", str)])
    holders = [make_dataclass("Outer", [("parts", tuple[part, ...])]) for part in (inner, other)]  # type: ignore[valid-type]
    assert schema(holders[0]) != schema(holders[1])


def test_types_without_a_codec_are_refused() -> None:
    with pytest.raises(TypeError, match="no codec"):
        codec_of(set[str])
    with pytest.raises(TypeError, match="no codec"):
        codec_of(Name | Date)
