"""Readers of JSON that holds one item for each work: alone, in a list, or one on each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pubbrowser.model import Document, Problem, Record
from pubbrowser.readers.json_items.values import Item
from pubbrowser.readers.notation.json_text import plain, read_json
from pubbrowser.readers.notation.marked import Entry, NotationError, Shape
from pubbrowser.readers.reader import Reader, ReadError, Text
from pubbrowser.text import clean_line

ReadItem = Callable[[Item, int], Record | None]
"""From an item and its line to a record; None for what stands for no work. Raises nothing."""

_HEAD = 20_000
_LISTS = ("items", "results", "data", "papers", "recommendedPapers")
"""What databases call the list of items in an answer."""
_ITEMS = Shape(items=Shape())
_ANSWER = dict.fromkeys(_LISTS, _ITEMS)
_FILE = Shape(items=Shape(), members=_ANSWER | {"message": Shape(members=_ANSWER)})


def json_reader(
    name: str, description: str, marks: tuple[re.Pattern[str], ...], read_item: ReadItem
) -> Reader:
    """Make a reader of JSON items that are known by all of `marks` being in the first 20 kB."""

    def sniff(text: Text) -> float:
        head = text.content[:_HEAD].lstrip("\ufeff \t\r\n")
        if not head.startswith(("{", "[")):
            return 0.0
        return 0.97 if all(mark.search(head) for mark in marks) else 0.0

    def read(text: Text) -> Document:
        return _read(text, name, read_item)

    return Reader(name, description, sniff, read)


def read_entries(
    text: Text, shape: Shape, faults: list[NotationError], is_single: Callable[[Entry], bool]
) -> Entry:
    """Read the JSON of `text`. Raises `ReadError` where nothing can be read, or where the one
    item that the file is has faults."""
    content = text.content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        root = read_json(content, shape, faults)
        if faults and is_single(root):
            raise faults[0]
    except NotationError as error:
        raise ReadError(
            text.path,
            f"this is not valid JSON: {clean_line(str(error))}; correct this place, or save the "
            "file anew",
            error.place,
        ) from error
    return root


def problem_of(fault: NotationError) -> Problem:
    """Give a fault of the notation as a problem of the document."""
    return Problem(fault.line, f"left out: {clean_line(str(fault))}")


def _read(text: Text, name: str, read_item: ReadItem) -> Document:
    faults: list[NotationError] = []
    root = read_entries(text, _FILE, faults, lambda root: _list(root) is None)
    problems = [problem_of(fault) for fault in faults]
    records = []
    for entry in _entries(root):
        for item in _items(entry.value):
            if not isinstance(item, Mapping):
                problems.append(Problem(entry.line, "left out: this is no description of a work"))
            elif record := read_item(item, entry.line):
                if record.title or record.author or record.editor:
                    records.append(record)
                else:
                    problems.append(
                        Problem(entry.line, "left out: this entry has neither title nor author")
                    )
    problems.sort(key=lambda problem: problem.line)
    return Document(text.path, name, records=tuple(records), problems=tuple(problems))


def _list(root: Entry) -> list[Entry] | None:
    """The list of items in an answer, None where there is none."""
    value = root.value
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    for name in _LISTS:
        if name in value and isinstance(value[name].value, list):
            found: list[Entry] = value[name].value
            return found
    return _list(value["message"]) if "message" in value else None


def _entries(root: Entry) -> list[Entry]:
    found = _list(root)
    if found is not None:
        return found
    message = root.value.get("message") if isinstance(root.value, dict) else None
    item = message if message and isinstance(message.value, dict) else root
    return [Entry(plain(item), item.line)]


def _items(value: object) -> Iterator[object]:
    """Give the items that an entry stands for: itself, or those of an answer on one line."""
    for name in _LISTS:
        if isinstance(value, Mapping) and isinstance(found := value.get(name), list):
            yield from found
            return
    message = value.get("message") if isinstance(value, Mapping) else None
    yield message if isinstance(message, Mapping) else value
