"""YAML as a person's file needs it read: every value with its line and its place in the text.

All plain words are texts as they are written ("yes", "012", "1.10"); what a value means is
for the one who reads it to say. Anchors, aliases and tags are refused: nobody needs them for
a list of papers, and an unquoted title may begin with their signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from pubbrowser.readers.notation.marked import NotationError
from pubbrowser.text import clean_line

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
"""How deep values may be nested; parts of a name in a list of authors need six levels."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text. `start` and `end` are offsets into the file's text, quotes included."""

    text: str
    plain: bool
    """It stands there without quotes."""
    line: int
    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Nothing is written, or a plain word that YAML takes for nothing."""
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Items:
    """A list; in brackets when `flow`, else one item per dash in the column `column`."""

    items: tuple[Node, ...]
    flow: bool
    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Members:
    """Names with values; in braces when `flow`, else one per line from the column `column`.

    A single `name: value` inside a list's brackets is `flow` without braces.
    """

    members: tuple[tuple[Scalar, Node], ...]
    flow: bool
    line: int
    column: int
    start: int
    end: int


Node = Scalar | Items | Members


@dataclass(frozen=True, slots=True)
class Page:
    """One file's text as a tree, and where more may be added to it."""

    root: Node | None
    """None for a file with nothing but comments."""
    end: int
    """Offset of the line that ends the document ("..."), else the length of the text."""


def read_page(content: str) -> Page:
    """Read `content` as one YAML document. Raises `NotationError` with the line."""
    # Editors do not count these as ends of lines, YAML 1.1 does. Offsets stay as they are.
    plain = content.translate({0x85: " ", 0x2028: " ", 0x2029: " "})
    try:
        loader = _Loader(plain)
    except yaml.reader.ReaderError as error:
        raise _control_character(plain) from error
    try:
        return _Events(loader, plain).page()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = clean_line(error.problem or error.context or "not readable")
        raise NotationError(problem, mark.line + 1 if mark else 0) from error
    except yaml.reader.ReaderError as error:
        raise _control_character(plain) from error
    finally:
        loader.dispose()


def _control_character(content: str) -> NotationError:
    found = yaml.reader.Reader.NON_PRINTABLE.search(content)
    line = content.count("\n", 0, found.start()) + 1 if found else 0
    return NotationError("a control character", line)


class _Events:
    """Builds the tree from the parser's events: its own nodes are built without a limit to
    their depth, so that a file of nothing but brackets would end the program."""

    def __init__(self, loader: Any, content: str) -> None:
        self._loader = loader
        self._content = content
        self._depth = 0

    def page(self) -> Page:
        self._loader.get_event()  # start of the stream
        if self._loader.check_event(yaml.StreamEndEvent):
            return Page(None, len(self._content))
        self._loader.get_event()  # start of the document
        root = self._node(self._loader.get_event())
        closing = self._loader.get_event()
        if not self._loader.check_event(yaml.StreamEndEvent):
            second = self._loader.get_event()
            raise NotationError("a second document begins here", second.start_mark.line + 1)
        end = closing.start_mark.index if closing.explicit else len(self._content)
        nothing = isinstance(root, Scalar) and root.plain and root.start == root.end
        return Page(None if nothing else root, end)

    def _node(self, event: Any) -> Node:
        line, start = event.start_mark.line + 1, event.start_mark.index
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise NotationError("a text that begins with * or & needs quotes around it", line)
        if event.tag:
            raise NotationError("a text that begins with ! needs quotes around it", line)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, start)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotationError("its entries are nested too deeply", line)
        column, flow = event.start_mark.column, bool(event.flow_style)
        node: Node
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(each) for each in self._until(yaml.SequenceEndEvent))
            last = items[-1].end if items else start
            node = Items(items, flow, line, column, start, self._end if flow else last)
        else:
            members = tuple(self._members())
            last = members[-1][1].end if members else start
            braces = self._content[start : start + 1] == "{"
            node = Members(members, flow, line, column, start, self._end if braces else last)
        self._depth -= 1
        return node

    def _scalar(self, event: Any, line: int, start: int) -> Scalar:
        end = event.end_mark.index
        if event.style in ("|", ">"):  # it takes the blank lines after it
            end = start + len(self._content[start:end].rstrip())
        return Scalar(event.value, event.style is None or event.style == "", line, start, end)

    def _members(self) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in self._until(yaml.MappingEndEvent):
            name = self._node(event)
            if not isinstance(name, Scalar):
                raise NotationError("a name should stand before the colon", name.line)
            if name.text in seen:
                first = seen[name.text]
                raise NotationError(
                    f"{clean_line(name.text)!r} stands here a second time (first in line {first}); "
                    "put both into one",
                    name.line,
                )
            seen[name.text] = name.line
            yield name, self._node(self._loader.get_event())

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not self._loader.check_event(end):
            yield self._loader.get_event()
        self._end = self._loader.get_event().end_mark.index
