"""JSON with the lines on which its entries start."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pubbrowser.readers.corpus_file.marked import TOO_DEEP, Entry, NotationError, Shape
from pubbrowser.readers.lines import Lines

_WHITE_SPACE = re.compile(r"[ \t\n\r]*")


def read_json(content: str, shape: Shape) -> Entry:
    """Read `content`, whose lines end in line feeds, as one JSON value. Raises `NotationError`."""
    scanner = _JsonScanner(content)
    try:
        entry = scanner.entry(shape)
        scanner.end()
    except json.JSONDecodeError as error:
        raise NotationError(error.msg[:1].lower() + error.msg[1:], error.lineno) from error
    except RecursionError as error:
        raise NotationError(TOO_DEEP) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise NotationError(str(error), scanner.line()) from error
    return entry


def _finite(number: str) -> float | None:
    value = float(number)
    return value if math.isfinite(value) else None


class _JsonScanner:
    """Walks through the arrays and objects of the shape; the C decoder reads the rest."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._at = 0
        self._lines = Lines(content)
        # Infinity and NaN are no JSON, but programs write them: they are read as "not given".
        self._decode = json.JSONDecoder(
            parse_float=_finite, parse_constant=lambda _: None
        ).raw_decode

    def line(self) -> int:
        return self._lines.of(self._at)

    def entry(self, shape: Shape) -> Entry:
        self._skip_space()
        line = self.line()
        opening = self._content[self._at : self._at + 1]
        if opening == "[" and shape.items:
            items = shape.items
            return Entry([self.entry(items) for _ in self._parts("]")], line)
        if opening == "{" and shape.members:
            return Entry(dict(self._members(shape.members)), line)
        return Entry(self._value(), line)

    def end(self) -> None:
        self._skip_space()
        if self._at < len(self._content):
            raise json.JSONDecodeError("Extra data", self._content, self._at)

    def _members(self, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Entry]]:
        unmarked = Shape()
        for _ in self._parts("}"):
            self._skip_space()
            if self._content[self._at : self._at + 1] != '"':
                raise json.JSONDecodeError("Expecting a name in quotes", self._content, self._at)
            name = self._value()
            self._skip_space()
            if self._content[self._at : self._at + 1] != ":":
                raise json.JSONDecodeError("Expecting ':' delimiter", self._content, self._at)
            self._at += 1
            yield name, self.entry(shapes.get(name, unmarked))

    def _parts(self, closing: str) -> Iterator[None]:
        """Step from part to part of an array or object; the caller reads each of them."""
        self._at += 1
        self._skip_space()
        if self._content[self._at : self._at + 1] == closing:
            self._at += 1
            return
        while True:
            yield
            self._skip_space()
            mark = self._content[self._at : self._at + 1]
            if mark not in (",", closing) or not mark:
                raise json.JSONDecodeError("Expecting ',' delimiter", self._content, self._at)
            self._at += 1
            if mark == closing:
                return

    def _value(self) -> Any:
        self._skip_space()
        value, self._at = self._decode(self._content, self._at)
        return value

    def _skip_space(self) -> None:
        if found := _WHITE_SPACE.match(self._content, self._at):
            self._at = found.end()
