"""The years as bars: how many papers each has, and the range that is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from pubbrowser.ui import bars
from pubbrowser.ui.wording import counted

Range = tuple[int, int]


class YearHistogram(Widget, can_focus=True):
    """One bar a year, the distribution of all papers dim behind that of the shown ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", show=False),
        Binding("right,l", "move(1)", show=False),
        Binding("home,g", "move(-10000)", show=False),
        Binding("end,G", "move(10000)", show=False),
        Binding("shift+left,H", "widen(-1)", show=False),
        Binding("shift+right,L", "widen(1)", show=False),
        Binding("space", "choose", show=False),
        Binding("enter", "accept", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "year-histogram--bar",
        "year-histogram--chosen",
        "year-histogram--outside",
        "year-histogram--behind",
        "year-histogram--cursor",
        "year-histogram--axis",
    }

    DEFAULT_CSS = """
    YearHistogram {
        & > .year-histogram--bar { color: $primary; }
        & > .year-histogram--outside { color: $foreground 35%; }
        & > .year-histogram--chosen { color: $accent; }
        & > .year-histogram--behind { color: $foreground 12%; }
        & > .year-histogram--cursor { text-style: reverse bold; }
        & > .year-histogram--axis { color: $foreground-muted; }
    }
    """

    @dataclass
    class RangeChosen(Message):
        """Another range of years was chosen, or none: then `years` is None."""

        years: Range | None

    class Done(Message):
        """The years are as the person wants them."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._all: Mapping[int, int] = {}
        self._shown: Mapping[int, int] = {}
        self._chosen: Range | None = None
        self._cursor = 0
        self._anchor: int | None = None
        """Year where a range began that shift or the mouse is widening."""
        self._drag_from: int | None = None
        self._dragged = False

    def replace_years(self, counts: Mapping[int, int]) -> None:
        """Show another corpus: `counts` are the papers per year of all of it."""
        self._all = counts
        self._cursor = max(counts, default=0)
        self.show(counts, None)

    def show(self, counts: Mapping[int, int], chosen: Range | None) -> None:
        """Show `counts` of papers per year, and the range that is chosen."""
        self._shown, self._chosen = counts, chosen
        if chosen is None:
            self._anchor = None
        self._say()
        self.refresh()

    @property
    def columns(self) -> bars.Columns:
        """How the years are laid out at the present width."""
        return bars.lay_out(
            min(self._all, default=0), max(self._all, default=0), self.content_size.width
        )

    def _say(self, at_cursor: bool | None = None) -> None:
        """Put the year under the cursor, or else the chosen range, into the title."""
        if at_cursor is None:
            at_cursor = self.has_focus or self._drag_from is not None
        if not self._all or not self.content_size.width:
            self.border_title = Content("Years")
            return
        columns = self.columns
        first, last = columns.years_of(columns.column_of(self._cursor))
        if self._chosen and not at_cursor:
            first, last = self._chosen
        papers = sum(n for year, n in self._shown.items() if first <= year <= last)
        span = f"{first}" if first == last else f"{first}–{last}"
        self.border_title = Content(f"Years · {span}: {counted(papers, 'paper')}")

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        if not self._all or y >= height:
            return Strip.blank(width, self.rich_style)
        columns = self.columns
        if y == height - 1:
            return self._axis_line(columns, width)
        return self._bar_line(columns, y, height - 1, width)

    def _axis_line(self, columns: bars.Columns, width: int) -> Strip:
        style = self.get_component_rich_style("year-histogram--axis")
        line = bars.axis(columns, width)
        if not self.has_focus:
            return Strip([Segment(line, style)]).adjust_cell_length(width, self.rich_style)
        label = f"{columns.years_of(columns.column_of(self._cursor))[0]:04d}"
        start = columns.column_of(self._cursor) * columns.cells
        start = max(0, min(start, width - len(label)))
        # A neighbouring label that touches the cursor's, or is covered in part by it, would read
        # as another year.
        before, after = line[:start], line[start + len(label) :]
        if before[-1:].isdigit():
            before = before.rstrip("0123456789").ljust(start)
        if after[:1].isdigit():
            after = after.lstrip("0123456789").rjust(len(after))
        cursor = self.get_component_rich_style("year-histogram--cursor")
        segments = [Segment(before, style), Segment(label, cursor), Segment(after, style)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _bar_line(self, columns: bars.Columns, y: int, rows: int, width: int) -> Strip:
        shown = bars.column_counts(self._shown, columns)
        behind = bars.column_counts(self._all, columns)
        highest = max(behind, default=0)
        below = (rows - 1 - y) * 8  # eighths under this line
        base = self.rich_style
        # Without a range every bar is plain; with one, what is inside stands out.
        inside = "bar" if self._chosen is None else "chosen"
        bar = self.get_component_rich_style(f"year-histogram--{inside}")
        outside = self.get_component_rich_style("year-histogram--outside")
        dim = self.get_component_rich_style("year-histogram--behind")
        # The terminal's own sixteen colours have no shades: there a pattern stands for "dim".
        few_colours = self.app.current_theme.ansi
        segments = []
        for column in range(columns.count):
            level = max(0, min(8, bars.eighths(shown[column], highest, rows) - below))
            back = max(0, min(8, bars.eighths(behind[column], highest, rows) - below))
            style = bar if self._is_chosen(columns.years_of(column)) else outside
            if level == 8 or (level and (back < 8 or few_colours)):
                block, colour = bars.EIGHTHS[level], style
            elif level:
                block, colour = bars.EIGHTHS[level], style + Style(bgcolor=dim.color)
            elif few_colours:
                block, colour = (bars.SHADE if back else " "), dim
            else:
                block, colour = bars.EIGHTHS[back], dim
            segments.append(Segment(block * columns.bar_cells, colour))
            gap = columns.cells - columns.bar_cells
            if gap:
                segments.append(Segment(" " * gap, base))
        return Strip(segments).adjust_cell_length(width, base)

    def _is_chosen(self, years: Range) -> bool:
        if self._chosen is None:
            return True
        return years[0] <= self._chosen[1] and years[1] >= self._chosen[0]

    def action_move(self, columns: int) -> None:
        """Move the cursor by a number of columns."""
        self._anchor = None
        self._move(columns)

    def _move(self, by: int) -> None:
        if self._all:
            columns = self.columns
            column = max(0, min(columns.column_of(self._cursor) + by, columns.count - 1))
            self._cursor = columns.years_of(column)[0]
            self._say()
            self.refresh()

    def action_widen(self, by: int) -> None:
        """Move the cursor and choose everything from where it started."""
        if self._all:
            if self._anchor is None:
                self._anchor = self._cursor
            self._move(by)
            self._choose(self._anchor, self._cursor)

    def action_choose(self) -> None:
        """Choose the years under the cursor alone, or all years again if they were chosen."""
        if self._all:
            years = self._span(self._cursor, self._cursor)
            self.post_message(self.RangeChosen(None if years == self._chosen else years))

    def action_accept(self) -> None:
        """Choose the years under the cursor, or be done when they are chosen already."""
        if self._chosen and self._all and self._chosen[0] <= self._cursor <= self._chosen[1]:
            self.post_message(self.Done())
        else:
            self.action_choose()

    def _span(self, one: int, other: int) -> Range:
        columns = self.columns
        spans = [columns.years_of(columns.column_of(year)) for year in (one, other)]
        return min(spans)[0], max(spans)[1]

    def _choose(self, one: int, other: int) -> None:
        self.post_message(self.RangeChosen(self._span(one, other)))

    def _year_at(self, event: events.MouseEvent) -> int:
        columns = self.columns
        x = event.get_content_offset_capture(self).x
        return columns.years_of(columns.column_at(x))[0]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self._all:
            self._drag_from = self._cursor = self._year_at(event)
            self._dragged = False
            self.capture_mouse()
            self._say()
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag_from is not None:
            year = self._year_at(event)
            if year != self._cursor:
                self._cursor = year
                self._dragged = True
                self._choose(self._drag_from, year)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._drag_from is None:
            return
        self.release_mouse()
        if not self._dragged:
            self.action_choose()
        self._drag_from = None

    def on_focus(self) -> None:
        self._say()
        self.refresh()

    def on_resize(self) -> None:
        self._say()

    def on_blur(self) -> None:
        self._say(at_cursor=False)
        self.refresh()
