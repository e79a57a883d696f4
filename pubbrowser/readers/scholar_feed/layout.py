"""A feed page divided into its head and its entries.

An entry reaches from its opening line to the line before the next entry's. Everything before
the first one is the page's head.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pubbrowser.readers.scholar_feed.entry_line import EntryLine, parse_entry_line
from pubbrowser.text import clean_line, split_lines


class Line(NamedTuple):
    """A line that is not blank: its 1-based number in the document, and its cleaned text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One entry, not yet taken apart."""

    number: int
    """Line of the opening line."""
    opening: EntryLine
    body: tuple[Line, ...]

    @property
    def last(self) -> int:
        """Number of the entry's last line that is not blank."""
        return self.body[-1].number if self.body else self.number

    @property
    def spaced(self) -> bool:
        """Blank lines stand between the parts of the entry."""
        return any(b.number - a.number > 1 for a, b in zip(self.body, self.body[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page."""

    head: tuple[Line, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines of the document and what became of it."""

    kind: Literal["header", "entry", "problem"]
    first: int
    last: int


def divide(content: str) -> Page:
    """Divide the text of a page. Raises nothing: a text without entries is all head."""
    head: list[Line] = []
    blocks: list[tuple[int, EntryLine, list[Line]]] = []
    for number, raw in enumerate(split_lines(content), start=1):
        text = clean_line(raw)
        if not text:
            continue
        if opening := parse_entry_line(text):
            blocks.append((number, opening, []))
        else:
            (blocks[-1][2] if blocks else head).append(Line(number, text))
    return Page(tuple(head), tuple(Block(n, opening, tuple(body)) for n, opening, body in blocks))
