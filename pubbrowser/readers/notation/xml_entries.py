"""XML as the elements that stand for entries, each parsed for itself, however broken the others.

A text is cut at the tags of its entries before any of it is parsed. So a mistake costs the entry
in which it stands and no other, and a document type is never seen by the parser: entities that it
declares (XML 1.0, §4.2), with which a short file can grow without end or name other files, are
not known, and nothing outside of the text is ever read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from pubbrowser.readers.lines import Lines
from pubbrowser.readers.notation.marked import TOO_DEEP, NotationError

_DEEPEST = 50
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_REFERENCE = re.compile(r"&([A-Za-z]\w{0,31});")
_LOOSE_AMPERSAND = re.compile(r"&(?!#\d+;|#x[\da-fA-F]+;|[A-Za-z][\w.-]*;)")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ENTITIES = re.compile(r"<!ENTITY\b")


@dataclass(slots=True)
class Element:
    """An element: its name without a prefix, attributes, and texts and elements in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[str | Element] = field(default_factory=list)

    def children(self, *names: str) -> list[Element]:
        """Give the children of any of `names`, in order."""
        return [part for part in self.parts if isinstance(part, Element) and part.name in names]

    def child(self, *path: str) -> Element:
        """Give the first element along `path`; an empty one where there is none."""
        element = self
        for name in path:
            element = next(iter(element.children(name)), Element(name))
        return element

    def text(self, mark: Callable[[Element, str], str] = lambda _, text: text) -> str:
        """Give all text inside; `mark` may change that of each element inside."""
        return "".join(
            part if isinstance(part, str) else mark(part, part.text(mark)) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class XmlEntry:
    """The element of an entry and the line it starts on, 1-based."""

    element: Element
    line: int


def xml_entries(content: str, name: str, faults: list[NotationError]) -> Iterator[XmlEntry]:
    """Give the elements called `name` in a text whose lines end in line feeds.

    They must not stand inside of each other. Those that break the rules of XML are left out and
    added to `faults`, each with its line.
    """
    lines = Lines(content)
    tag = re.compile(rf"<(?:[\w.-]+:)?{name}(?=[\s>/])|</(?:[\w.-]+:)?{name}\s*>|<!--|<!\[CDATA\[")
    ends = _Ends(content, name)
    if declared := _ENTITIES.search(content[:100_000]):
        line = content.count("\n", 0, declared.start()) + 1
        faults.append(NotationError("entities that a document declares are not read", line))
    start = -1
    at = 0
    while found := tag.search(content, at):
        at = found.end()
        mark = found[0]
        if mark.startswith("<!"):
            at = ends.behind(mark, at, start >= 0)
        elif mark.startswith("</"):
            if start >= 0:
                yield from _parsed(content[start:at], lines.of(start), faults)
            start = -1
        else:
            if start >= 0:
                faults.append(NotationError("this entry does not end", lines.of(start)))
            start = found.start()
    if start >= 0:
        faults.append(NotationError("the file ends in the middle of this entry", lines.of(start)))


class _Ends:
    """Ends of comments and of CDATA sections, each searched for once."""

    _CLOSING: ClassVar = {"<!--": "-->", "<![CDATA[": "]]>"}

    def __init__(self, content: str, name: str) -> None:
        self._content = content
        self._beginning = re.compile(rf"<(?:[\w.-]+:)?{name}(?=[\s>/])")
        self._ends: dict[str, int] = {}
        self._next_entry = -1

    def behind(self, mark: str, at: int, in_entry: bool) -> int:
        """Give the offset behind what `mark` begins; `at` itself when it has no end, or, inside
        of an entry, none before the next entry."""
        if self._ends.get(mark, -1) < at:
            end = self._content.find(self._CLOSING[mark], at)
            self._ends[mark] = end if end >= 0 else len(self._content)
        end = self._ends[mark]
        if end == len(self._content) or (in_entry and self._entry_behind(at) < end):
            return at
        return end + 3

    def _entry_behind(self, at: int) -> int:
        if self._next_entry < at:
            found = self._beginning.search(self._content, at)
            self._next_entry = found.start() if found else len(self._content)
        return self._next_entry


def _parsed(text: str, line: int, faults: list[NotationError]) -> Iterator[XmlEntry]:
    try:
        yield XmlEntry(parse(text), line)
    except NotationError as error:
        place = line + error.line - 1
        where = f" (line {place})" if error.line > 1 else ""
        faults.append(NotationError(f"this entry is broken: {error}{where}", line, place))


def parse(text: str) -> Element:
    """Parse one element. Raises `NotationError` with the line in `text`."""
    text = _NO_CHARACTERS.sub("", text)
    if "&" in text:
        text = _LOOSE_AMPERSAND.sub("&amp;", _REFERENCE.sub(_without_entity, text))
    return _Builder().built(text)


def _without_entity(found: re.Match[str]) -> str:
    """Give a character for HTML's names of characters, which XML does not know."""
    if found[1] in _OF_XML:
        return found[0]
    character = html.unescape(found[0])
    return character if character != found[0] else f"&amp;{found[1]};"


class _Builder:
    """Builds an element from the events of expat."""

    def __init__(self) -> None:
        self._root = Element("")
        self._open = [self._root]

    def built(self, text: str) -> Element:
        from xml.parsers import expat  # deferred: only XML needs it

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            raise NotationError(expat.errors.messages[error.code], error.lineno) from error
        return self._root.child(
            *[part.name for part in self._root.parts[:1] if isinstance(part, Element)]
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise NotationError(TOO_DEEP)
        element = Element(name.rpartition(":")[2], attributes)
        self._open[-1].parts.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)
