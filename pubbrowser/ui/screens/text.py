"""A text, copied or not: to select, to save, or to print on leaving."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from pubbrowser.ui.screens.dialog import Dialog

TextChoice = Literal["save", "print"]


class TextScreen(Dialog[TextChoice | None]):
    """Shows a text with what can be done with it; gives what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("s", "dismiss('save')", show=False),
        Binding("p", "dismiss('print')", show=False),
    ]

    CSS = """
    TextScreen { align: center middle; }
    #text-box {
        width: 90%; height: 80%; border: round $accent; padding: 0 1; background: $surface;
    }
    #text-box TextArea { height: 1fr; border: none; padding: 0; }
    .text-note { color: $foreground-muted; height: auto; }
    """

    def __init__(self, text: str, why: str, heading: str) -> None:
        """`why` says what became of the text."""
        super().__init__()
        self._text, self._why, self._heading = text, why, heading

    def compose(self) -> ComposeResult:
        with Vertical(id="text-box") as box:
            box.border_title = Content(self._heading)
            yield Static(self._why, classes="text-note", markup=False)
            yield TextArea(self._text, read_only=True, soft_wrap=True, compact=True)
            yield Static(
                "s saves it to a file here · p prints it when you leave · Esc closes; "
                "or select it with the mouse and Shift",
                classes="text-note",
                markup=False,
            )

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()
