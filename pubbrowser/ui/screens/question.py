"""A line to be typed: the value of a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from pubbrowser.ui.screens.dialog import Dialog


class QuestionScreen(Dialog[str | None]):
    """Asks for one line of text; gives it, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    CSS = """
    QuestionScreen { align: center middle; }
    #question {
        width: 90%; max-width: 100; height: auto;
        border: round $accent; padding: 0 1; background: $surface;
    }
    #question Input { border: none; padding: 0; background: $boost; }
    #question-hint { color: $foreground-muted; height: auto; }
    """

    def __init__(
        self, title: str, value: str, fault: Callable[[str], str], does: str = "keeps it"
    ) -> None:
        """`fault` says what is wrong with an answer, "" when nothing is; `does` what Enter does."""
        super().__init__()
        self._does = does
        self._title, self._value, self._fault = title, value, fault

    def compose(self) -> ComposeResult:
        with Vertical(id="question") as box:
            box.border_title = Content(self._title)
            yield Input(self._value, compact=True)
            yield Static(f"Enter {self._does} · Esc leaves", id="question-hint", markup=False)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        if fault := self._fault(event.value):
            self.query_one("#question-hint", Static).update(f"! {fault}")
        else:
            self.dismiss(event.value)
