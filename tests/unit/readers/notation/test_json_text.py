"""JSON and JSON Lines, as they are written and as they break."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.readers.notation.json_text import is_json_lines, plain, read_json
from pubbrowser.readers.notation.marked import Entry, NotationError, Shape

ITEMS = Shape(items=Shape(), members={"items": Shape(items=Shape())})


def read(content: str, shape: Shape = ITEMS) -> tuple[Any, list[tuple[int, str]]]:
    faults: list[NotationError] = []
    root = read_json(content, shape, faults)
    return plain(root), [(fault.line, str(fault)) for fault in faults]


def titles(content: str) -> list[str]:
    value, _ = read(content)
    items = value if isinstance(value, list) else value["items"]
    return [item["title"] for item in items if isinstance(item, dict)]


def item(title: str) -> str:
    return json.dumps({"type": "book", "title": title, "author": [{"family": "Bell"}]})


@pytest.mark.parametrize(
    "broken",
    [
        '{"type": "book", "title": }',
        '{"type": "book" "title": "x"}',
        '{"type": "book", "title": "no end}',
        '{"type": "book", "title": "no end',
        '{"type": "book", title: "x", "author": [{"family": "Bell"}]}',
        "{'type': 'book', 'title': 'x, {y}'}",
        '{"type": "book", "author": [{"family": "Bell"}}',
        '{"type": "book", "author": {"family": "Bell", "title": "x"',
        "garbage",
        "@",
        "}",
        '"type": "book"}',
    ],
)
def test_a_broken_entry_costs_no_other(broken: str) -> None:
    content = f"[\n{item('one')},\n{item('two')},\n{broken},\n{item('three')},\n{item('four')}\n]"
    value, faults = read(content)
    found = [each["title"] for each in value if isinstance(each, dict)]
    assert found == ["one", "two", "three", "four"]
    assert 4 in [line for line, _ in faults]


@pytest.mark.parametrize("broken", ['{"title": }', '{"title": "x', '{"title": "x}'])
def test_the_first_entry_may_be_the_broken_one(broken: str) -> None:
    content = f"[{broken}, {item('two')}, {item('three')}]"
    assert titles(content) == ["two", "three"]


def test_objects_inside_of_a_broken_entry_are_no_entries() -> None:
    inside = '{"title": "PDF", "type": "attachment", "url": "x"}'
    broken = f'{{"type": "book", "title": "x", "attachments": [{inside}], "url": oops}}'
    assert titles(f"[{item('one')}, {broken}, {item('two')}]") == ["one", "two"]


def test_entries_before_a_cut_are_read() -> None:
    content = f"[{item('one')},\n{item('two')},\n" + item("three")[:30]
    value, faults = read(content)
    assert [each["title"] for each in value] == ["one", "two"]
    assert faults == [(3, "the file ends in the middle of this entry")]


def test_a_cut_between_entries_is_told_of() -> None:
    value, faults = read(f'{{"total": 2, "items": [{item("one")},\n{item("two")}\n')
    assert [each["title"] for each in value["items"]] == ["one", "two"]
    assert faults == [(2, "the file ends before its list does")]


def test_a_missing_comma_costs_nothing_and_is_told_of() -> None:
    value, faults = read(f"[{item('one')}\n{item('two')}]")
    assert len(value) == 2
    assert faults == [(2, "a comma is missing before this entry")]


def test_members_around_a_list_may_be_broken() -> None:
    assert titles(f'{{"config": {{oops}}, "items": [{item("one")}]}}') == ["one"]
    assert titles(f'{{"items": [{item("one")}], "more": oops}}') == ["one"]


def test_json_lines_are_read_line_by_line() -> None:
    content = f"{item('one')}\n\n{item('two')[:20]}\nnonsense\n{item('three')}\n{item('four')},\n"
    value, faults = read(content)
    assert [each["title"] for each in value] == ["one", "three", "four"]
    assert [line for line, _ in faults] == [3, 4]


def test_objects_that_follow_each_other_are_read() -> None:
    content = "\n".join(json.dumps({"title": name}, indent=1) for name in "abc")
    assert titles(content) == ["a", "b", "c"]


def test_entries_know_their_lines() -> None:
    faults: list[NotationError] = []
    content = f"[\n{item('one')},\n\n{item('two')}]"
    root = read_json(content, ITEMS, faults)
    assert [entry.line for entry in root.value] == [2, 4]
    lines = read_json(f"\n{item('one')}\n{item('two')}\n", ITEMS, faults)
    assert [entry.line for entry in lines.value] == [2, 3]
    assert not faults


@pytest.mark.parametrize(
    "content",
    [
        item("one"),
        f'{{"items": [\n{item("one")}\n]}}',
        f'{{"total": 1,\n"items": [{item("one")}]}}',
        f"[{item('one')}\n{item('two')}]",
        "{\n}\n",
        "",
    ],
)
def test_json_is_not_taken_for_json_lines(content: str) -> None:
    assert not is_json_lines(content)


def test_a_text_without_any_entry_is_an_error_with_its_line() -> None:
    with pytest.raises(NotationError) as caught:
        read_json('[\n{"title": "x"', ITEMS, [])
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "content",
    [
        "[" + '{"a",' * 30_000,
        "[" + '{"title": "x", "a": [' * 30_000,
        "[" + '{"a": ' * 100_000,
        "[" + '{"a",{"title": "x", "y": 1},' * 15_000,
        '{"items": [' * 30_000,
        '["' * 60_000,
        "[" + '"' * 100_000,
    ],
    ids=["unclosed", "lists", "deep", "good inside", "members", "strings", "quotes"],
)
def test_hostile_texts_cost_no_more_than_long_ones(content: str) -> None:
    faults: list[NotationError] = []
    try:
        read_json(content, ITEMS, faults)
    except NotationError as error:
        faults.append(error)
    assert faults


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@given(st.lists(values, max_size=4), st.sampled_from([None, 1]))
def test_valid_json_is_read_as_it_is(items: list[Any], indent: int | None) -> None:
    assert read(json.dumps(items, indent=indent)) == (items, [])


@given(st.lists(st.dictionaries(st.text(max_size=5), values), min_size=2, max_size=4))
def test_valid_json_lines_are_read_as_they_are(items: list[dict[str, Any]]) -> None:
    assert read("\n".join(map(json.dumps, items))) == (items, [])


@given(st.text(st.sampled_from('{}[]",:\\ \n1a'), max_size=40))
def test_anything_is_read_or_refused(content: str) -> None:
    faults: list[NotationError] = []
    try:
        root = read_json(content, ITEMS, faults)
    except NotationError:
        return
    assert isinstance(root, Entry)
