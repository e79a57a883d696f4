"""The pane that shows everything about the paper under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pubbrowser.model import Link
from pubbrowser.ui.details import Details


class DetailPane(VerticalScroll, can_focus=True):
    """Shows `Details`; scrolls by keyboard and wheel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", show=False),
        Binding("up,k", "scroll_up", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
        Binding("ctrl+d,pagedown", "page_down", show=False),
        Binding("ctrl+u,pageup", "page_up", show=False),
    ]

    DEFAULT_CSS = """
    DetailPane {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-color: $foreground 25%;
        & > Static {
            width: 100%;
            max-width: 84;
            height: auto;
            padding: 0 1;
            link-color: $foreground;
            link-style: none;
        }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.links: Sequence[Link] = ()
        """The numbered links that are shown."""

    def compose(self) -> ComposeResult:
        yield Static(id=f"{self.id or 'detail'}-text")

    def show(self, details: Details) -> None:
        """Show `details` from their beginning."""
        self.links = details.links
        self.query_one(Static).update(details.content)
        self.scroll_home(animate=False)

    def show_nothing(self, why: Content) -> None:
        """Show `why` there is no paper to show."""
        self.links = ()
        self.query_one(Static).update(why)
