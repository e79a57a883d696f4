"""The last line: the keys that matter now, or what the last action has done."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import Literal, NamedTuple

from rich.cells import cell_len
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
_SIGN_CELLS = 4
"""Cells of a message's sign, its gap, and the margins."""
_SECONDS = 6.0
_SEEN_AFTER = 1.0


class Hint(NamedTuple):
    """A key that is worth naming now."""

    keys: str
    label: str
    action: str = ""
    """The screen's action that a click runs, if any."""


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
        /* What has to be said goes before the lines above for a moment. */
        &.-long { height: auto; max-height: 4; text-wrap: wrap; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: list[Hint] = []
        self._until: Timer | None = None
        self._said_at = 0.0
        self.message = ""
        """What is being said, "" while the keys are shown."""
        self.advice = ""
        """What stands in the place of the keys as long as it matters."""

    def show_keys(self, keys: Sequence[tuple[str, str]], actions: Sequence[Action]) -> None:
        """Show (keys, label) of a pane itself, then `actions`, as many as have room."""
        self._hints = [Hint(*key) for key in keys]
        self._hints += [Hint(action.key_names, action.label, action.name) for action in actions]
        self.fade()
        if not self.message:
            self._show_hints()

    def say(self, text: str, tone: Tone = "done") -> None:
        """Show a message; it goes by itself after some seconds."""
        self.message = text
        self._said_at = monotonic()
        self.set_class(cell_len(text) + _SIGN_CELLS > self.size.width, "-long")
        self.update(_said(text, tone))
        if self._until:
            self._until.stop()
        seconds = _SECONDS * (2 if self.has_class("-long") else 1)
        self._until = self.set_timer(seconds, self.be_quiet)

    def advise(self, text: str) -> None:
        """Show advice instead of the keys until it is taken away with ""."""
        self.advice = text
        if not self.message:
            self._show_hints()

    def fade(self) -> None:
        """Take away a message that has been there long enough to be seen: work goes on."""
        if monotonic() - self._said_at > _SEEN_AFTER:
            self.be_quiet()

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
        self.set_class(cell_len(self.advice) + _SIGN_CELLS > self.size.width, "-long")
        if self.advice:
            self.update(_said(self.advice, "note"))
            return
        shown: list[Content] = []
        for hint in that_fit(self._hints, self.size.width - 2):
            content = Content.assemble(
                (hint.keys, "bold $text-accent"), (f" {hint.label}   ", "$foreground-muted")
            )
            if hint.action:
                click = Style.from_meta({"@click": f"screen.{hint.action}"})
                content = content.stylize(click)
            shown.append(content)
        self.update(Content("").join(shown))


def _said(text: str, tone: Tone) -> Content:
    sign, colour = _SIGNS[tone]
    return Content.assemble((f"{sign} ", colour), (text, "bold"))


def that_fit(hints: Sequence[Hint], width: int) -> list[Hint]:
    """Give those of `hints` that fit into `width` cells, in their order.

    The help comes first when room is given out: it leads to everything that is left out.
    """
    fitting = []
    for hint in sorted(hints, key=lambda hint: hint.action != "help"):
        width -= len(hint.keys) + len(hint.label) + 4
        if width < 0:
            break
        fitting.append(hint)
    return [hint for hint in hints if hint in fitting]
