"""JSON with the lines on which its entries start, however broken it is.

An entry that breaks the rules of JSON costs no other: it becomes a fault, and reading goes on at
the next one. Of a text that is cut off, all entries before the cut are read.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pubbrowser.readers.lines import Lines
from pubbrowser.readers.notation.json_resuming import Resuming
from pubbrowser.readers.notation.marked import TOO_DEEP, Entry, NotationError, Shape

CUT_OFF = "the file ends in the middle of this entry"

_WHITE_SPACE = re.compile(r"[ \t\n\r]*")
_HEAD_LINES = 20
"""How many lines are looked at to tell JSON Lines from JSON."""
_LONG_LINE = 100_000


def read_json(content: str, shape: Shape, faults: list[NotationError]) -> Entry:
    """Read `content`, whose lines end in line feeds, as JSON or JSON Lines.

    JSON Lines (jsonlines.org: one object on each line), and objects that follow each other
    without commas, come back as an array of `shape`. What breaks the rules is left out and added
    to `faults`. Raises `NotationError` when nothing can be read.
    """
    if shape.items and is_json_lines(content):
        return Entry(list(_lines(content, faults)), 1)
    scanner = _Scanner(content, faults)
    try:
        return scanner.file(shape)
    except json.JSONDecodeError as error:
        raise scanner.fault(error) from error
    except RecursionError as error:
        raise NotationError(TOO_DEEP) from error


def is_json_lines(content: str) -> bool:
    """Say whether the first line is a whole object and no last one, or, where that is broken,
    the second and half of those that follow."""
    if not content.lstrip().startswith("{"):
        return False
    head = _first_lines(content)
    if len(head) < 2:
        return False
    whole = [line.startswith("{") and _is_json(line.rstrip(",")) for line in head]
    if whole[0] or head[0].endswith(("[", "{", ",", ":")):
        return whole[0]
    return whole[1] and sum(whole) * 2 >= len(head)


def _first_lines(content: str) -> list[str]:
    lines: list[str] = []
    start = 0
    while len(lines) < _HEAD_LINES and start < len(content):
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        if line := content[start:end].strip():
            lines.append(line)
        start = end + 1
    return lines


def _is_json(line: str) -> bool:
    if len(line) > _LONG_LINE:
        return line.endswith("}")
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _decoder() -> json.JSONDecoder:
    # Infinity and NaN are no JSON, but programs write them: they are read as "not given".
    # Line breaks inside of strings are none either; the text is cleaned of them later.
    return json.JSONDecoder(
        strict=False, parse_float=_finite, parse_int=_whole, parse_constant=lambda _: None
    )


def _finite(number: str) -> float | None:
    value = float(number)
    return value if math.isfinite(value) else None


def _whole(number: str) -> int | None:
    return int(number) if len(number) <= 1000 else None  # Python refuses more than 4,300 digits


def _lines(content: str, faults: list[NotationError]) -> Iterator[Entry]:
    decode = _decoder().decode
    for number, line in enumerate(content.split("\n"), 1):
        if not (text := line.strip().rstrip(",")):
            continue
        try:
            yield Entry(decode(text), number)
        except json.JSONDecodeError as error:
            faults.append(NotationError(_in_words(error), number))
        except RecursionError:
            faults.append(NotationError(TOO_DEEP, number))


def _in_words(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


class _Scanner:
    """Walks through the arrays and objects of the shape; the C decoder reads the rest."""

    def __init__(self, content: str, faults: list[NotationError]) -> None:
        self._content = content
        self._faults = faults
        self._at = 0
        self._lines = Lines(content)
        self._decode = _decoder().raw_decode
        self._resuming = Resuming(content, self._decode)

    def fault(self, error: json.JSONDecodeError) -> NotationError:
        """Give `error` in words, with the line where it is."""
        return NotationError(_in_words(error), error.lineno)

    def file(self, shape: Shape) -> Entry:
        """Read the whole text. Raises `json.JSONDecodeError`, `RecursionError`."""
        entry = self._entry(shape)
        self._skip_space()
        if self._at == len(self._content):
            return entry
        error = json.JSONDecodeError("Extra data", self._content, self._at)
        if shape.items and self._next() == "{" and isinstance(entry.value, dict):
            items = self._items(shape.items, closing="")
            return Entry([_unmarked(entry), *items], entry.line)
        if not shape.items and not shape.members:
            raise error
        self._faults.append(self.fault(error))
        return entry

    def _entry(self, shape: Shape) -> Entry:
        self._skip_space()
        line = self._lines.of(self._at)
        opening = self._next()
        if opening == "[" and shape.items:
            self._at += 1
            return Entry(self._items(shape.items, "]"), line)
        if opening == "{" and shape.members:
            self._at += 1
            return Entry(dict(self._members(shape.members)), line)
        value, self._at = self._decode(self._content, self._at)
        return Entry(value, line)

    def _items(self, shape: Shape, closing: str) -> list[Entry]:
        """Read the items of an array up to its end; `closing` is "" for that of the text."""
        items: list[Entry] = []
        behind_item = False
        while True:
            self._skip_space()
            mark = self._next()
            if mark == closing:
                self._at += 1
                return items
            if not mark:
                self._note("the file ends before its list does", self._at)
                return items
            if mark == ",":
                self._at += 1
                behind_item = False
                continue
            if behind_item and closing:
                self._note("a comma is missing before this entry", self._at)
            start = self._at
            try:
                items.append(self._entry(shape))
            except (json.JSONDecodeError, RecursionError) as error:
                if not self._leave_out(start, error, items):
                    return items
            behind_item = True

    def _leave_out(
        self, start: int, error: json.JSONDecodeError | RecursionError, items: list[Entry]
    ) -> bool:
        """Note that the item at `start` is broken, go to where the next one may begin, and say
        whether there is such a place."""
        line = self._lines.of(start)
        like = items[-1].value if items else None
        end = self._resuming.behind(start, like if isinstance(like, dict) else {})
        if not end and not items:
            raise error  # nothing in this array can be read
        if isinstance(error, RecursionError):
            what = TOO_DEEP
        elif not end and (
            error.msg.startswith("Unterminated") or not self._content[error.pos :].strip("\n ")
        ):
            what = CUT_OFF
        else:
            where = "" if error.lineno == line else f" (line {error.lineno})"
            what = f"this entry is broken: {_in_words(error)}{where}"
            what += "" if end else "; no other entry is found behind it"
        place = line if isinstance(error, RecursionError) else error.lineno
        self._faults.append(NotationError(what, line, place))
        self._at = end or len(self._content)
        return end > 0

    def _members(self, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Entry]]:
        unmarked = Shape()
        while True:
            self._skip_space()
            mark = self._next()
            if mark == "}":
                self._at += 1
                return
            if mark == ",":
                self._at += 1
                continue
            if not mark and self._faults:
                return  # the cut is told of already
            start = self._at
            try:
                name = self._name()
                yield name, self._entry(shapes.get(name, unmarked))
            except json.JSONDecodeError as error:
                self._faults.append(self.fault(error))
                self._at = self._resuming.member(start, shapes)
                if self._at == len(self._content):
                    return

    def _name(self) -> str:
        if self._next() != '"':
            raise json.JSONDecodeError("Expecting a name in quotes", self._content, self._at)
        name, self._at = self._decode(self._content, self._at)
        self._skip_space()
        if self._next() != ":":
            raise json.JSONDecodeError("Expecting ':' delimiter", self._content, self._at)
        self._at += 1
        return str(name)

    def _note(self, message: str, at: int) -> None:
        at = min(at, len(self._content.rstrip()))
        self._faults.append(NotationError(message, self._lines.of(at)))

    def _next(self) -> str:
        return self._content[self._at : self._at + 1]

    def _skip_space(self) -> None:
        if found := _WHITE_SPACE.match(self._content, self._at):
            self._at = found.end()


def _unmarked(entry: Entry) -> Entry:
    """Give the entry of an object with its members as plain Python."""
    return Entry({name: plain(member) for name, member in entry.value.items()}, entry.line)


def plain(entry: Entry) -> Any:
    """Give the value of `entry` without the marks inside of it."""
    value = entry.value
    if isinstance(value, list):
        return [plain(each) if isinstance(each, Entry) else each for each in value]
    if isinstance(value, dict):
        return {
            name: plain(each) if isinstance(each, Entry) else each for name, each in value.items()
        }
    return value
