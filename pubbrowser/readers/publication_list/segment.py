"""Where entries begin and end: the first of the two steps of reading a publication list.

The lines between two headings share one style: numbered entries, bulleted entries or paragraphs.
Within numbered entries bullets are lines of the entry, as they are where a page break made a list
out of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pubbrowser.readers.publication_list.evidence import (
    ENTRY,
    authors_evidence,
    continues_entry,
    entry_evidence,
)
from pubbrowser.readers.publication_list.lines import Line

PartKind = Literal["heading", "entry", "table", "furniture", "prose"]
_DEEPER = 2
"""Columns by which a nested list stands to the right of the one around it."""
_SMALL_HOLE = 3
"""A number this much too high is a hole in the numbering rather than part of a sentence."""
_COMPLETE = 2
"""Lines that an entry has at least when a title and a venue each have their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together. No line of the document belongs to two parts."""

    kind: PartKind
    lines: tuple[Line, ...]

    @property
    def first(self) -> int:
        """1-based number of the first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """1-based number of the last line."""
        return self.lines[-1].number

    @property
    def ordinal(self) -> int | None:
        """The number printed in front of an entry."""
        return self.lines[0].ordinal if self.kind == "entry" else None

    @property
    def text(self) -> str:
        """The lines without numbers and bullets, one to a line."""
        return _content(self.lines)


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A document in parts, in the order of their first lines; only blank lines are in none."""

    parts: tuple[Part, ...]

    def of_kind(self, kind: PartKind) -> list[Part]:
        """Give the parts of one kind in order."""
        return [part for part in self.parts if part.kind == kind]


def segment(lines: Sequence[Line]) -> Segmentation:
    """Cut a document into headings, entries, tables, furniture (what is not to be read) and
    prose (everything else). Every line that is not blank comes into exactly one part."""
    parts: list[Part] = []
    section: list[Line] = []
    for line in lines:
        if line.kind == "heading":
            parts += _section_parts(section)
            parts.append(Part("heading", (line,)))
            section = []
        else:
            section.append(line)
    parts += _section_parts(section)
    return Segmentation(tuple(sorted(parts, key=lambda part: part.first)))


def _section_parts(lines: list[Line]) -> Iterable[Part]:
    numbered = _numbered_starts(lines)
    if numbered:
        return _Collector(lines, numbered).parts()
    bullets = _bullet_starts(lines)
    if bullets:
        return _Collector(lines, bullets).parts()
    return _Collector(lines, set()).parts()


def _numbered_starts(lines: list[Line]) -> set[int]:
    """Numbers of the lines that start a numbered entry.

    A wrapped line may begin with a number and a full stop as well ("… in the years to / 2019. In"),
    so a number out of sequence has to be followed by something that looks like an entry.
    """
    candidates = [line for line in lines if line.kind == "numbered"]
    bullets = [line for line in lines if line.kind == "bullet"]
    if not candidates:
        return set()
    leftmost = min(line.indent for line in candidates)
    starts: set[int] = set()
    last: int | None = None
    for line in candidates:
        ordinal = line.ordinal or 0
        nested = line.indent >= leftmost + 2 * _DEEPER
        expected = (last is None and ordinal <= 1) or (
            last is not None and abs(ordinal - last) == 1
        )
        if nested and not (expected and last is not None and authors_evidence(line.content)):
            continue
        near = last is not None and 0 <= ordinal - last <= _SMALL_HOLE
        if expected or near or entry_evidence(line.content) >= 2:
            starts.add(line.number)
            last = ordinal
    first = min(starts, default=0)
    if bullets and bullets[0].number < first and len(starts) < 2:
        return set()  # a lone number within bulleted entries
    return starts


def _bullet_starts(lines: list[Line]) -> set[int]:
    bullets = [line for line in lines if line.kind == "bullet" and line.content]
    if not bullets:
        return set()
    leftmost = min(line.indent for line in bullets)
    starts = [line for line in bullets if line.indent < leftmost + _DEEPER]
    return {line.number for line in starts}


class _Collector:
    """Puts the lines of one section into parts."""

    def __init__(self, lines: list[Line], starts: set[int]) -> None:
        self._lines = lines
        self._starts = starts
        self._parts: list[Part] = []
        self._open: list[Line] = []
        self._kind: PartKind = "prose"

    def parts(self) -> list[Part]:
        after_blank = False
        for line in self._lines:
            if line.kind == "blank":
                after_blank = True
                continue
            if line.kind == "furniture":
                # A page number does not end an entry that goes on below it.
                self._parts.append(Part("furniture", (line,)))
                after_blank = True
                continue
            if line.kind == "table" and (after_blank or self._kind != "entry"):
                if after_blank or self._kind != "table":
                    self._begin(line, "table")
                else:
                    self._open.append(line)
            elif line.number in self._starts:
                self._begin(line, "entry")
            elif self._continues(line, after_blank):
                self._open.append(line)
            else:
                self._begin(line, "prose")
            after_blank = False
        self._close()
        return self._parts

    def _begin(self, line: Line, kind: PartKind) -> None:
        self._close()
        self._open = [line]
        self._kind = kind

    def _continues(self, line: Line, after_blank: bool) -> bool:
        if not self._open or self._kind == "table":
            return False
        if not after_blank:
            return not self._one_entry_a_line(line)
        if self._kind == "prose":
            return self._paragraph_goes_on(line)
        if line.kind == "bullet" or line.indent >= _DEEPER:
            return True
        if continues_entry(line.content):
            return True
        if entry_evidence(line.content) >= ENTRY and authors_evidence(line.content):
            return False
        return len(self._open) < _COMPLETE

    def _paragraph_goes_on(self, line: Line) -> bool:
        """Paragraphs end at blank lines, but for entries that a page break has cut."""
        text = _content(self._open)
        cut = authors_evidence(text) > 0 and len(self._open) <= _COMPLETE
        return cut and continues_entry(line.content) and not authors_evidence(line.content)

    def _one_entry_a_line(self, line: Line) -> bool:
        """Unnumbered entries may follow each other without a blank line, each on its own."""
        if self._starts or line.kind != "text":
            return False
        return all(
            entry_evidence(each.content) >= ENTRY + 0.5 and authors_evidence(each.content)
            for each in (self._open[-1], line)
        )

    def _close(self) -> None:
        if self._open:
            kind = self._kind
            # Paragraphs begin as prose; what they say decides.
            if kind == "prose" and entry_evidence(_content(self._open)) >= ENTRY:
                kind = "entry"
            self._parts.append(Part(kind, tuple(self._open)))
        self._open = []
        self._kind = "prose"


def _content(lines: Iterable[Line]) -> str:
    return "\n".join(line.content for line in lines)
