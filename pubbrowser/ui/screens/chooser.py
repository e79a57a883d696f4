"""A short numbered list to choose one thing from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from pubbrowser.ui.screens.dialog import Dialog


class ChooserScreen(Dialog[int | None]):
    """Asks for one of several things; gives its position, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        *(Binding(str(number), f"choose({number - 1})", show=False) for number in range(1, 10)),
    ]

    CSS = """
    ChooserScreen { align: center middle; }
    #chooser {
        width: 90%; max-width: 76; height: auto; max-height: 80%;
        border: round $accent; padding: 0 1; background: $surface;
    }
    #chooser OptionList {
        height: auto; max-height: 100%; border: none; padding: 0; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    #chooser-hint { color: $foreground-muted; height: 1; }
    """

    def __init__(self, title: str, choices: Sequence[Content], start: int = 0) -> None:
        super().__init__()
        self._title, self._choices, self._start = title, choices, start

    def compose(self) -> ComposeResult:
        with Vertical(id="chooser") as box:
            box.border_title = Content(self._title)
            yield OptionList(
                *(
                    Option(
                        Content.assemble(
                            (f"{number} " if number < 10 else "  ", "bold $text-accent"), choice
                        )
                    )
                    for number, choice in enumerate(self._choices, start=1)
                )
            )
            yield Static("Enter or a number chooses · Esc leaves", id="chooser-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = self._start

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_choose(self, position: int) -> None:
        if position < len(self._choices):
            self.dismiss(position)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()
