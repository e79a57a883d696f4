"""YAML with the lines on which its entries start.

Plain words are taken as a person means them who edits a list of papers: `yes`, `on` and
`2020-01-01` are words, and a number stays as it is written where reading it would change it
("1.10", "012", "12:30"). Tags that ask for objects of a program are not obeyed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

from pubbrowser.readers.lines import Lines
from pubbrowser.readers.notation.marked import TOO_DEEP, Entry, NotationError, Shape

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PREFIX = "tag:yaml.org,2002:"
_DEEPEST = 100
"""How deep values may be nested; an item of CSL-JSON needs ten levels."""
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_PLAIN_DECIMAL = re.compile(r"[-+]?[\d_]*\.[\d_]*")
_UNMARKED = Shape()


def read_yaml(content: str, shape: Shape) -> Entry:
    """Read `content`, whose lines end in line feeds, as one YAML document.

    Raises `NotationError`.
    """
    loader = _Loader(_without_breaks_of_yaml(content))
    try:
        return _EventReader(loader, content).document(shape)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = content.count("\n", 0, mark.index) + 1 if mark else 0
        raise NotationError(error.problem or error.context or "not readable", line) from error
    except yaml.reader.ReaderError as error:
        raise NotationError("a control character", _line_of_control(content)) from error
    finally:
        loader.dispose()


def _without_breaks_of_yaml(content: str) -> str:
    """Give `content` with the separators that YAML 1.1 takes for ends of lines as spaces.

    An editor does not count them, and a title that carries one would end in its middle.
    """
    return content.translate({0x85: " ", 0x2028: " ", 0x2029: " "})


def _line_of_control(content: str) -> int:
    found = yaml.reader.Reader.NON_PRINTABLE.search(content)
    return content.count("\n", 0, found.start()) + 1 if found else 0


class _EventReader:
    """Builds values from the events of the parser.

    Not from its nodes: the C library builds those by recursion without a limit, so that a
    file of nothing but brackets would end the program.
    """

    def __init__(self, loader: Any, content: str) -> None:
        self._loader = loader
        self._lines = Lines(content)
        self._anchors: dict[str, tuple[Shape, Any]] = {}
        self._depth = 0

    def document(self, shape: Shape) -> Entry:
        self._loader.get_event()  # start of the stream
        if self._loader.check_event(yaml.StreamEndEvent):
            return Entry(None, 1)
        self._loader.get_event()  # start of the document
        entry = self._entry(self._loader.get_event(), shape)
        self._loader.get_event()  # end of the document
        if not self._loader.check_event(yaml.StreamEndEvent):
            second = self._loader.get_event()
            raise NotationError("a second document begins here", self._line(second))
        return entry

    def _line(self, event: Any) -> int:
        return self._lines.of(event.start_mark.index)

    def _entry(self, event: Any, shape: Shape) -> Entry:
        line = self._line(event)
        return Entry(self._value(event, shape), line)

    def _value(self, event: Any, shape: Shape) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self._anchored(event, shape)
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
        else:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise NotationError(TOO_DEEP, self._line(event))
            value = (
                self._sequence(shape)
                if isinstance(event, yaml.SequenceStartEvent)
                else dict(self._members(shape))
            )
            self._depth -= 1
        if event.anchor:
            self._anchors[event.anchor] = (shape, value)
        return value

    def _sequence(self, shape: Shape) -> list[Any]:
        if shape.items:
            return [self._entry(event, shape.items) for event in self._until(yaml.SequenceEndEvent)]
        return [self._value(event, _UNMARKED) for event in self._until(yaml.SequenceEndEvent)]

    def _members(self, shape: Shape) -> Iterator[tuple[str, Any]]:
        for event in self._until(yaml.MappingEndEvent):
            self._value(event, _UNMARKED)
            value = self._loader.get_event()
            name = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if shape.members:
                yield name, self._entry(value, shape.members.get(name, _UNMARKED))
            else:
                yield name, self._value(value, _UNMARKED)

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not self._loader.check_event(end):
            yield self._loader.get_event()
        self._loader.get_event()

    def _anchored(self, event: yaml.AliasEvent, shape: Shape) -> Any:
        if event.anchor not in self._anchors:
            raise NotationError(f"*{event.anchor} refers to nothing above", self._line(event))
        its_shape, value = self._anchors[event.anchor]
        if its_shape != shape:
            raise NotationError(
                f"*{event.anchor} refers to an entry of another kind", self._line(event)
            )
        return value

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return _meant(tag.removeprefix(_PREFIX), event.value)


def _meant(kind: str, text: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind == "int" and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if kind == "float":
        return _decimal(text)
    return text


def _decimal(text: str) -> float | str | None:
    """Read a decimal number; one with digits that a float would not keep stays a text."""
    try:
        value = float(text)
    except ValueError:  # YAML's ".inf" and ".nan", numbers in base 60
        return None if text.lstrip("+-").lower() in (".inf", ".nan") else text
    if not math.isfinite(value):
        return None
    return text if _PLAIN_DECIMAL.fullmatch(text) and repr(value) != text else value
