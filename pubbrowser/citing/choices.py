"""A format together with the style that it is written in: what a person chooses to cite by.

A choice is written as one word in settings and menus: "bibtex", "ieee" (references in that
style, as plain text), "markdown:ieee".
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pubbrowser.citing.formats import FORMATS, Format, format_named
from pubbrowser.citing.manner import PLAIN_MANNER, Manner
from pubbrowser.model import Work


class UnknownChoice(ValueError):  # noqa: N818 - the name reads as the sentence that it is
    """There is no such format or style. The message says which come near."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One format, and for references the style they are in."""

    format: Format
    style: str = ""
    """Name of a style or path of a .csl file; "" for formats without style, or for the style
    that the manner of writing names."""

    @property
    def notation(self) -> str:
        """The choice as one word, which `choice_of` understands."""
        if not self.style:
            return self.format.name
        return self.style if self.format.name == "text" else f"{self.format.name}:{self.style}"

    @property
    def label(self) -> str:
        """The choice in words: "BibTeX", "APA", "IEEE as Markdown"."""
        if not self.style:
            return self.format.label
        as_markup = "" if self.format.name == "text" else f" as {self.format.label}"
        return f"{style_label(self.style)}{as_markup}"

    def write(self, works: Sequence[Work], manner: Manner = PLAIN_MANNER) -> str:
        """Give `works` in this format and style; of `manner`, the style counts where the choice
        names none. Raises `StyleError`."""
        return self.format.write(works, replace(manner, style=self.style or manner.style))


def style_label(name: str) -> str:
    """Give what a style is called in menus; the name itself where there is no such style."""
    from pubbrowser.citing.styles import MENU, StyleError, find_style  # deferred: see `choice_of`

    try:
        style = find_style(name)
    except StyleError:
        return name
    return dict(MENU).get(style.name, style.title)


def choice_of(notation: str) -> Choice:
    """Give the choice that `notation` names: FORMAT, STYLE or FORMAT:STYLE.

    Raises `UnknownChoice`. Paths of .csl files are looked at when they are used, other styles
    have to be known.
    """
    notation = notation.strip()
    known = {format.name: format for format in FORMATS}
    if notation.casefold() in known:
        return Choice(known[notation.casefold()])
    name, colon, style = notation.partition(":")
    named = known.get(name.strip().casefold()) if colon else None
    format = named or format_named("text")
    if named is None:
        style = notation
    elif not format.takes_style:
        raise UnknownChoice(f"{format.label} is not written in a style")
    from pubbrowser.citing.styles import StyleError, find_style  # deferred: only styles need it

    try:
        find_style(style.strip())
    except StyleError as error:
        near = difflib.get_close_matches(notation.casefold(), known, n=1)
        if near and named is None:
            raise UnknownChoice(
                f"there is no format or style {notation!r}; did you mean {near[0]!r}?"
            ) from error
        if named is None and not style.endswith(".csl"):
            unknown = str(error).replace("unknown style", "there is no format or style", 1)
            raise UnknownChoice(f"{unknown}; formats: {', '.join(known)}") from error
        raise UnknownChoice(str(error)) from error
    return Choice(format, style.strip())
