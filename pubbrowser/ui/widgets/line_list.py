"""A list of any length, drawn line by line: only what is on screen is ever made.

Textual's own list widgets make an object per row; this one asks for a row when it is drawn, so
a million rows cost as much as fifty.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

_CACHED_LINES = 2_000


class LineList(ScrollView, can_focus=True):
    """A list with a cursor. Subclasses draw one row; rows are known by their number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("home,g", "first", show=False),
        Binding("end,G", "last", show=False),
        Binding("pagedown,ctrl+f", "page_down", show=False),
        Binding("pageup,ctrl+b", "page_up", show=False),
        Binding("ctrl+d", "half_page(1)", show=False),
        Binding("ctrl+u", "half_page(-1)", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--cursor",
        "line-list--cursor-focused",
        "line-list--dim",
        "line-list--accent",
        "line-list--match",
        "line-list--mark",
    }

    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        scrollbar-background: $background;
        scrollbar-color: $foreground 25%;
        & > .line-list--cursor { background: $foreground 10%; }
        & > .line-list--cursor-focused { background: $primary-muted; text-style: bold; }
        & > .line-list--dim { color: $foreground-muted; }
        & > .line-list--accent { color: $text-accent; }
        & > .line-list--match { color: $text-warning; text-style: bold underline; }
        & > .line-list--mark { color: $text-success; text-style: bold; }
    }
    """

    cursor: reactive[int] = reactive(0)
    """Number of the row under the cursor; 0 also when there are no rows."""

    @dataclass
    class CursorMoved(Message):
        """The cursor stands on another row, or on the same row of new contents."""

        line_list: LineList
        row: int

        @property
        def control(self) -> LineList:
            return self.line_list

    @dataclass
    class RowChosen(Message):
        """A row was double-clicked, or clicked where a click chooses."""

        line_list: LineList
        row: int

        @property
        def control(self) -> LineList:
            return self.line_list

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._row_count = 0
        self._lines: dict[int, Strip] = {}

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self._row_count

    @abstractmethod
    def render_row(self, row: int, width: int, base: Style) -> list[Segment]:
        """Draw row number `row` into `width` cells; `base` is the style of the line.

        Whatever is too long or too short is cut or filled up by the caller.
        """

    def replace_rows(self, count: int, cursor: int = 0) -> None:
        """Show `count` new rows with the cursor on row `cursor`."""
        self._row_count = count
        self._lines.clear()
        self.virtual_size = Size(self._line_width, count)
        self.set_reactive(LineList.cursor, max(0, min(cursor, count - 1)))
        self._keep_cursor_in_view()
        self.refresh()
        self.post_message(self.CursorMoved(self, self.cursor))

    def redraw_rows(self) -> None:
        """Draw all rows again: something about them has changed, but not which they are."""
        self._lines.clear()
        self.refresh()

    def redraw_row(self, row: int) -> None:
        """Draw one row again."""
        self._lines.pop(row, None)
        self.refresh_line(row)

    @property
    def _line_width(self) -> int:
        return self.scrollable_content_region.width

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self._line_width
        if row >= self._row_count:
            return Strip.blank(width, self.rich_style)
        if (strip := self._lines.get(row)) is None:
            at_cursor = row == self.cursor
            base = self.rich_style
            if at_cursor:
                name = "line-list--cursor-focused" if self._active else "line-list--cursor"
                base = self.get_component_rich_style(name)
            segments = self.render_row(row, width, base)
            strip = Strip(segments).adjust_cell_length(width, base).simplify()
            if len(self._lines) > _CACHED_LINES:
                self._lines.clear()
            self._lines[row] = strip
        return strip

    @property
    def _active(self) -> bool:
        """Whether the cursor is drawn as the one that keys move."""
        return self.has_focus

    def styled(self, name: str, base: Style) -> Style:
        """Give `base` with the foreground of the component class "line-list--`name`"."""
        part = self.get_component_rich_style(f"line-list--{name}")
        # The background stays that of the line, which may be the cursor's.
        return base + Style(
            color=part.color, bold=part.bold or None, underline=part.underline or None
        )

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._row_count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        if before == now:
            return
        self.redraw_row(before)
        self.redraw_row(now)
        self._keep_cursor_in_view()
        self.post_message(self.CursorMoved(self, now))

    def _keep_cursor_in_view(self) -> None:
        height = self.scrollable_content_region.height
        if not height:
            return
        top = round(self.scroll_y)
        last_top = max(0, self._row_count - height)
        if self.cursor < top:
            top = self.cursor
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        self.scroll_to(y=min(top, last_top), animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        self._lines.clear()
        self.virtual_size = Size(self._line_width, self._row_count)
        self._keep_cursor_in_view()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lines.clear()

    def on_focus(self) -> None:
        self.redraw_row(self.cursor)

    def on_blur(self) -> None:
        self.redraw_row(self.cursor)

    def action_cursor_down(self) -> None:
        self.cursor += 1

    def action_cursor_up(self) -> None:
        self.cursor -= 1

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = self._row_count - 1

    def action_page_down(self) -> None:
        self.cursor += max(1, self.scrollable_content_region.height - 1)

    def action_page_up(self) -> None:
        self.cursor -= max(1, self.scrollable_content_region.height - 1)

    def action_half_page(self, direction: int) -> None:
        self.cursor += direction * max(1, self.scrollable_content_region.height // 2)

    async def on_click(self, event: events.Click) -> None:
        row = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= row < self._row_count:
            self.cursor = row
            if event.chain == self.clicks_to_choose:
                self.post_message(self.RowChosen(self, row))

    clicks_to_choose: ClassVar[int] = 2
    """How many clicks on a row choose it."""

    def row_region(self, row: int) -> Region:
        """Give where row number `row` stands within the widget, whether visible or not."""
        return Region(0, row - self.scroll_offset.y, self._line_width, 1)
