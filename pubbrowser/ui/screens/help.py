"""All keys, by what they are for, what a search may say, and the signs in the list."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pubbrowser import __version__
from pubbrowser.ui.actions import ACTIONS, FIXED_KEYS
from pubbrowser.ui.queries import FORMS
from pubbrowser.ui.screens.dialog import Dialog
from pubbrowser.ui.wording import CODE_SIGN, TYPE_SIGNS

_KEY_CELLS = 17

_CREDIT = "Citation styles: the CSL project, citationstyles.org (CC BY-SA 3.0)"


class HelpScreen(Dialog[None]):
    """Shows the keys; every key that leaves a screen leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    CSS = """
    HelpScreen { align: center middle; }
    #help {
        width: 90%; max-width: 88; height: 90%; max-height: 52;
        border: round $accent; padding: 0 2; background: $surface;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help") as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("Esc closes")
            yield Static(id="help-text")

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    def on_resize(self) -> None:
        # The width inside is known once the new size has been laid out.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one("#help").scrollable_content_region.width
        self.query_one("#help-text", Static).update(help_content(width))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def help_content(width: int) -> Content:
    """Give the help in `width` cells: actions and keys by their groups, queries, the legend."""
    rows = [(action.group, action.key_names, action.help) for action in ACTIONS]
    rows += FIXED_KEYS
    groups = ("Find", "Papers", "Correct", "Move", "Years", "Authors", "Mouse", "Program")
    rows.sort(key=lambda row: groups.index(row[0]))
    lines: list[Content] = []
    for group, members in groupby(rows, key=lambda row: row[0]):
        lines += [Content(""), Content.styled(group, "bold $text-accent")]
        for _, keys, text in members:
            lines += _row(keys, text, width)
        if group == "Find":
            lines += [Content(""), Content.styled("What a search may say", "bold $text-accent")]
            for form, text in FORMS:
                lines += _row(form, text, width)
    lines += [Content(""), Content.styled("Signs in the list", "bold $text-accent")]
    legend = [(sign, name) for sign, name in TYPE_SIGNS.values()]
    legend += [
        (CODE_SIGN, "a code repository is known, or a page says that there is code"),
        ("✓", "marked"),
        ("★", "owner of one of the documents"),
        ("×2", "two entries of the documents tell of it"),
        ("?", "perhaps the same paper as another; the details say which, J joins them"),
    ]
    for sign, name in legend:
        lines += _row(sign, name, width)
    lines += [Content(""), Content.styled(f"pubbrowser {__version__}", "$foreground-muted")]
    lines.append(Content.styled(_CREDIT, "$foreground-muted"))
    return Content("\n").join(lines[1:])


def _row(keys: str, text: str, width: int) -> list[Content]:
    """Give the lines of one entry: the keys, and beside them the text as a column."""
    first, *more = textwrap.wrap(text, max(20, width - _KEY_CELLS - 2))
    beginning = Content.assemble((f"  {keys:<{_KEY_CELLS}}", "bold"), (first, "$foreground-muted"))
    indent = " " * (_KEY_CELLS + 2)
    return [beginning, *(Content.styled(indent + line, "$foreground-muted") for line in more)]
