"""The list of the citing menu: what a citation can be copied as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType

from pubbrowser.citing.choices import Choice
from pubbrowser.ui.cells import fit
from pubbrowser.ui.cite_menu import MenuRow
from pubbrowser.ui.widgets.line_list import LineList

DEFAULT_SIGN = "•"
"""Stands before what `c` or `t` copies without asking."""


class ChoiceList(LineList, inherit_bindings=False):
    """Shows the rows of the citing menu, each with its group at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
    ]
    """No letters: those narrow the list."""

    clicks_to_choose: ClassVar[int] = 2

    def __init__(self, is_default: Callable[[Choice], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._is_default = is_default
        self._rows: Sequence[MenuRow] = ()

    @property
    def current(self) -> MenuRow | None:
        """The row under the cursor, None when there is none."""
        return self._rows[self.cursor] if self._rows else None

    def show(self, rows: Sequence[MenuRow], cursor: int = 0) -> None:
        """Show `rows`."""
        self._rows = rows
        self.replace_rows(len(rows), cursor)

    @property
    def _active(self) -> bool:
        return True  # the field above types into this list as well

    def render_row(self, row: int, width: int, base: Style) -> list[Segment]:
        entry = self._rows[row]
        # The group is said once, where it begins.
        first = row == 0 or self._rows[row - 1].group != entry.group
        group = f" {entry.group}" if first else ""
        sign = DEFAULT_SIGN if self._is_default(entry.choice) else " "
        return [
            Segment("▌" if row == self.cursor else " ", self.styled("accent", base)),
            Segment(f"{sign} ", self.styled("mark", base)),
            Segment(fit(entry.label, max(4, width - 3 - len(group))), base),
            Segment(group, self.styled("dim", base)),
        ]
