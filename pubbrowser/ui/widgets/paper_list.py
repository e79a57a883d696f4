"""The list of papers: one line each, columns that give way when the list gets narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType

from pubbrowser.model import Work
from pubbrowser.search import NO_MARKS, Marks
from pubbrowser.search.fields import has_code
from pubbrowser.ui import wording
from pubbrowser.ui.cells import fit, marked_segments
from pubbrowser.ui.widgets.line_list import LineList

_CURSOR, _MARK, _YEAR, _TYPE, _CODE, _RECORDS = 1, 2, 5, 2, 4, 3
_DOUBT = "?"
"""Stands behind the number of records where a work may be the same as another."""
_FIXED = _CURSOR + _MARK + _YEAR + _TYPE + _CODE + _RECORDS


class PaperList(LineList):
    """Shows works by their index; which ones, and in which order, it is told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "screen.show_details", show=False),
    ]

    def __init__(self, work: Callable[[int], Work], *, id: str | None = None) -> None:
        """`work` gives the work of an index; it is asked for visible rows only."""
        super().__init__(id=id)
        self._work = work
        self._ids: Sequence[int] = ()
        self._marked: Set[int] = frozenset()
        self._doubtful: Set[int] = frozenset()
        self._found: Marks = NO_MARKS

    def show(self, ids: Sequence[int], found: Marks, cursor: int) -> None:
        """Show the works `ids` with `found` marked in them, the cursor on row `cursor`."""
        self._ids = ids
        self._found = found
        self.replace_rows(len(ids), cursor)

    def show_doubtful(self, doubtful: Set[int]) -> None:
        """Show the works in `doubtful` as perhaps the same as another."""
        self._doubtful = doubtful
        self.redraw_rows()

    def show_marked(self, marked: Set[int]) -> None:
        """Show the works in `marked` as marked."""
        self._marked = marked
        self.redraw_rows()

    def render_row(self, row: int, width: int, base: Style) -> list[Segment]:
        number = self._ids[row]
        work = self._work(number)
        dim = self.styled("dim", base)
        accent = self.styled("accent", base)
        match = self.styled("match", base)
        # Selection is never colour alone: the cursor has its own sign.
        segments = [
            Segment("▌" if row == self.cursor else " ", accent),
            Segment("✓ " if number in self._marked else "  ", self.styled("mark", base)),
            Segment(f"{wording.year_text(work.merged)} ", dim),
            Segment(f"{wording.TYPE_SIGNS[work.merged.type][0]} ", dim),
        ]
        title, authors, venue = column_widths(width - _FIXED)
        for text, cells, style in (
            (work.merged.title or "(no title)", title, base),
            (wording.short_authors(work), authors, dim),
            (wording.venue_text(work.merged), venue, dim),
        ):
            if cells:
                shown = fit(text, cells - 1) + " "
                spans = self._found.spans(shown)
                segments += marked_segments(shown, spans, style, match)
        segments.append(Segment(f"{wording.CODE_SIGN if has_code(work) else '':<{_CODE}}", accent))
        several = f"×{len(work.records)}" if len(work.records) > 1 else ""
        several += _DOUBT if number in self._doubtful else ""
        segments.append(Segment(f"{several:<{_RECORDS}}", dim))
        return segments


def column_widths(width: int) -> tuple[int, int, int]:
    """Share `width` cells among title, authors and venue; 0 leaves a column out.

    The title comes first: authors appear when it has 36 cells, the venue when it has 50.
    """
    if width < 52:
        return max(0, width), 0, 0
    if width < 88:
        authors = min(24, width * 3 // 10)
        return width - authors, authors, 0
    authors = min(36, width // 4)
    venue = min(44, width // 4)
    return width - authors - venue, authors, venue
