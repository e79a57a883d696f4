"""What the citing menu lists: recent choices, styles, formats, in-text forms; narrowed by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pubbrowser.citing.choices import Choice
from pubbrowser.citing.formats import FORMATS, format_named
from pubbrowser.citing.manner import Markup
from pubbrowser.citing.styles import MENU
from pubbrowser.text import fold

MARKUPS: tuple[Markup, ...] = ("text", "markdown", "html")
Group = Literal["recent", "style", "format", "in text"]


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One line of the menu."""

    choice: Choice
    label: str
    group: Group


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """One of the many styles that are found by typing only."""

    name: str
    title: str
    folded: str
    """Title and name, to be searched: folding thousands of them takes longer than a key may."""


def named_styles(styles: Iterable[tuple[str, str]]) -> list[NamedStyle]:
    """Prepare (name, title) of styles for `menu_rows`."""
    return [NamedStyle(name, title, fold(f"{title} {name}")) for name, title in styles]


def written_as(markup: Markup | None, choice: Choice) -> Choice:
    """Give `choice` in `markup`, if it is a style and that is said."""
    if markup is None or not choice.format.takes_style:
        return choice
    return Choice(format_named(markup), choice.style)


def menu_rows(
    typed: str, markup: Markup | None, recent: Sequence[Choice], more: Sequence[NamedStyle]
) -> list[MenuRow]:
    """Give the lines for what is typed: all its words must be in a line's label or name.

    Without words these are the recent choices and then the well-known ones; with words, any of
    `more` styles too. Styles are in `markup`; where that is None, in plain text, and recent ones
    as they were. Nothing that fits is left out.
    """
    styled = format_named(markup or "text")
    recent = [written_as(markup, choice) for choice in recent]
    rows = [MenuRow(choice, choice.label, "recent") for choice in recent]
    rows += [MenuRow(Choice(styled, name), label, "style") for name, label in MENU]
    rows += [MenuRow(Choice(form), form.label, "format") for form in FORMATS if form.kind == "data"]
    rows += [
        MenuRow(Choice(form), form.label, "in text") for form in FORMATS if form.kind == "in-text"
    ]
    wanted = fold(typed).split()
    if wanted:
        rows = [row for row in rows if _has(fold(f"{row.label} {row.choice.notation}"), wanted)]
        found = [style for style in more if _has(style.folded, wanted)]
        # Of thousands, those that begin with what is typed are meant most often, and short names.
        found.sort(key=lambda style: (not style.folded.startswith(wanted[0]), len(style.title)))
        rows += [MenuRow(Choice(styled, style.name), style.title, "style") for style in found]
    unique: dict[Choice, MenuRow] = {}
    for row in rows:
        unique.setdefault(row.choice, row)
    return list(unique.values())


def _has(folded: str, wanted: Sequence[str]) -> bool:
    return all(word in folded for word in wanted)
