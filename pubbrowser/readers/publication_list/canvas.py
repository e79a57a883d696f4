"""The text of one entry while it is being labelled: what has been taken, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.readers.publication_list.marks import Marked, Span, SpanKind
from pubbrowser.text import clean_line

TAKEN = "\x00"
"""Stands in `Canvas.free()` for every character that a field has taken."""
_FREE_RUN = re.compile("[^\x00]+")


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch `text[start:end]` of a canvas."""

    start: int
    end: int


class Canvas:
    """An entry's text, with lines separated by a line feed, of which fields take stretches.

    Positions never shift: taking marks characters, it does not remove them.
    """

    def __init__(self, marked: Marked) -> None:
        self.text = marked.text
        self.spans = marked.spans
        self._taken = bytearray(len(marked.text))
        self._free: str | None = None
        self._marked: dict[SpanKind, bytearray] = {}

    def take(self, start: int, end: int) -> str:
        """Take a stretch for a field and give its text, cleaned."""
        end = max(start, end)
        self._taken[start:end] = b"\x01" * (end - start)
        self._free = None
        return clean_line(self.text[start:end])

    def free(self) -> str:
        """Give the text with every taken character replaced by `TAKEN`."""
        if self._free is None:
            pieces, end = [], 0
            for run in re.finditer(b"\x01+", bytes(self._taken)):
                pieces += [self.text[end : run.start()], TAKEN * (run.end() - run.start())]
                end = run.end()
            self._free = "".join([*pieces, self.text[end:]])
        return self._free

    def is_free(self, start: int, end: int) -> bool:
        """Say whether nothing of a stretch has been taken."""
        return not any(self._taken[start:end])

    def free_spans(self, kind: SpanKind, start: int = 0) -> list[Span]:
        """Give the marked spans of one kind from `start` on of which nothing has been taken."""
        return [
            span
            for span in self.spans
            if span.kind == kind and span.start >= start and self.is_free(span.start, span.end)
        ]

    def within(self, kind: SpanKind, position: int) -> bool:
        """Say whether `position` stands within a span of one kind."""
        if kind not in self._marked:
            self._marked[kind] = bytearray(len(self.text))
            for span in self.spans:
                if span.kind == kind:
                    self._marked[kind][span.start : span.end] = b"\x01" * (span.end - span.start)
        return position < len(self.text) and self._marked[kind][position] == 1

    def left_over(self) -> list[Range]:
        """Give the stretches that nothing has taken, in order."""
        return [Range(*run.span()) for run in _FREE_RUN.finditer(self.free())]

    def line_end(self, position: int) -> int:
        """Give where the line around `position` ends."""
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end
