"""The second key after `y`: everything that can be copied, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from pubbrowser.model import Work
from pubbrowser.ui.screens.dialog import Dialog
from pubbrowser.ui.wording import counted
from pubbrowser.ui.yanking import FORMS, LAST, PARTS, YANKS, Yank, part_of

_COLUMN = 13
"""Cells for a key, its label and a gap."""


class YankScreen(Dialog[Yank | str | None]):
    """Shows what can be copied of some papers; gives what the next key stands for, or in words
    why it stands for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        *(Binding(entry.key, f"yank({entry.key!r})", show=False) for entry in YANKS),
    ]

    CSS = """
    YankScreen { align: left bottom; background: transparent; }
    #yank {
        width: 100%; height: auto; padding: 0 1;
        border-top: heavy $accent; border-title-color: $text-accent; border-title-style: bold;
        border-subtitle-color: $foreground-muted; background: $surface;
        link-style: none; link-color: $foreground-muted;
    }
    """

    def __init__(self, works: Sequence[Work], *, has_last: bool) -> None:
        """`has_last` says whether a text has been copied that can be looked at."""
        super().__init__()
        self._count = len(works)
        self._there = {part.key for part in PARTS if part_of(works, part)[1]}
        self._there |= {form.key for form in FORMS}
        self._there |= {LAST.key} if has_last else set()

    def compose(self) -> ComposeResult:
        hints = Static(self._hints(self.app.size.width - 2), id="yank", markup=False)
        hints.border_title = Content(f"Copy of {counted(self._count, 'paper')}")
        hints.border_subtitle = Content("Esc leaves")
        yield hints

    def on_resize(self) -> None:
        self.query_one("#yank", Static).update(self._hints(self.size.width - 2))

    def _hints(self, width: int) -> Content:
        """Every key with its label in columns, dim where these papers have no such thing."""
        columns = max(1, width // _COLUMN)
        lines = [YANKS[start : start + columns] for start in range(0, len(YANKS), columns)]
        return Content("\n").join(Content("").join(map(self._hint, line)) for line in lines)

    def _hint(self, entry: Yank) -> Content:
        there = entry.key in self._there
        hint = Content.assemble(
            (entry.key, "bold $text-accent" if there else "$foreground 40%"),
            (f" {entry.label}", "" if there else "$foreground 40%"),
            " " * (_COLUMN - len(entry.label) - 2),
        )
        click = Style.from_meta({"@click": f"screen.yank({entry.key!r})"})
        return hint.stylize(click) if there else hint

    def action_yank(self, key: str) -> None:
        if key in self._there:
            self.dismiss(next(entry for entry in YANKS if entry.key == key))
        elif key == LAST.key:
            self.dismiss("Nothing has been copied yet")
        else:
            label = next(part.label for part in PARTS if part.key == key)
            these = "This paper has" if self._count == 1 else "These papers have"
            self.dismiss(f"{these} no {label} to copy")

    def on_key(self, event: events.Key) -> None:
        if event.is_printable and event.key not in (entry.key for entry in YANKS):
            self.dismiss(f"y {event.character} copies nothing; y shows what can be copied")
            event.stop()
