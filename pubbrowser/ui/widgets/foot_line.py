"""The last line: the keys that matter now, or what the last action has done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widgets import Static

from pubbrowser.ui.actions import Action

Tone = Literal["done", "note", "failed"]
_SIGNS: dict[Tone, tuple[str, str]] = {
    "done": ("✓", "$text-success"),
    "note": ("•", "$text-accent"),
    "failed": ("!", "$text-error"),
}
_SECONDS = 8.0


class FootLine(Static):
    """Shows hints; a message takes their place for some seconds, or until the next one."""

    DEFAULT_CSS = """
    FootLine {
        height: 1;
        width: 100%;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        link-color: $foreground-muted;
        link-style: none;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions: Sequence[Action] = ()
        self._until: Timer | None = None
        self.message = ""
        """What is being said, "" while the keys are shown."""

    def show_keys(self, actions: Sequence[Action]) -> None:
        """Show the keys of `actions`, as many as have room, the first ones first."""
        self._actions = actions
        if not self.message:
            self._show_hints()

    def say(self, text: str, tone: Tone = "done") -> None:
        """Show a message; it goes by itself after some seconds."""
        self.message = text
        sign, colour = _SIGNS[tone]
        self.update(Content.assemble((f"{sign} ", colour), (text, "bold")))
        if self._until:
            self._until.stop()
        self._until = self.set_timer(_SECONDS, self.be_quiet)

    def be_quiet(self) -> None:
        """Take the message away and show the keys again."""
        if self._until:
            self._until.stop()
            self._until = None
        if self.message:
            self.message = ""
            self._show_hints()

    def on_resize(self) -> None:
        if not self.message:
            self._show_hints()

    def _show_hints(self) -> None:
        hints: list[Content] = []
        for action in that_fit(self._actions, self.size.width - 2):
            click = Style.from_meta({"@click": f"screen.{action.name}"})
            hint = Content.assemble(
                (action.key_names, "bold $text-accent"),
                (f" {action.label}   ", "$foreground-muted"),
            )
            hints.append(hint.stylize(click))
        self.update(Content("").join(hints))


def that_fit(actions: Sequence[Action], width: int) -> list[Action]:
    """Give those of `actions` whose hints fit into `width` cells, in their order.

    The help comes first when room is given out: it leads to everything that is left out.
    """
    fitting = []
    for action in sorted(actions, key=lambda action: action.name != "help"):
        width -= len(action.key_names) + len(action.label) + 4
        if width < 0:
            break
        fitting.append(action)
    return [action for action in actions if action in fitting]
