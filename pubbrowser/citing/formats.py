"""The formats in which works can be cited and exported.

A new format is one module with a writer and one entry in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.exchange import csl_json
from pubbrowser.citing.reference import references
from pubbrowser.model import Work


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write works down."""

    name: str
    """The format's name on the command line."""
    label: str
    """The format's name in menus."""
    extension: str
    """What files of the format end in, with the dot."""
    write: Callable[[Sequence[Work]], str]
    """Give the works as text with a final newline ("" for no works but in JSON). Raises nothing."""


FORMATS: tuple[Format, ...] = (
    Format("text", "References (plain text)", ".txt", references),
    Format("bibtex", "BibTeX", ".bib", bibtex),
    Format("csl-json", "CSL-JSON", ".json", csl_json),
)


class UnknownFormat(ValueError):  # noqa: N818 - the name reads as the sentence that it is
    """There is no format of that name. The message says which there are."""

    def __init__(self, name: str) -> None:
        known = ", ".join(format.name for format in FORMATS)
        super().__init__(f"unknown format {name!r}; known formats are: {known}")
        self.name = name


def format_named(name: str) -> Format:
    """Give the format called `name` (in any case); raises `UnknownFormat`."""
    for format in FORMATS:
        if format.name == name.strip().casefold():
            return format
    raise UnknownFormat(name)
