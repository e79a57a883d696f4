"""The formats in which works can be cited and exported.

A new format is one module with a writer and one entry in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from pubbrowser.citing import intext
from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.exchange import csl_json
from pubbrowser.citing.manner import Manner, Markup
from pubbrowser.citing.ris import ris
from pubbrowser.model import Work

Kind = Literal["references", "data", "in-text"]
"""`references`: written in a style, for people; `data`: for other programs; `in-text`: what
stands in a paper where a work is cited."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write works down."""

    name: str
    """The format's name on the command line and in the settings."""
    label: str
    """The format's name in menus."""
    extension: str
    """What files of the format end in, with the dot."""
    kind: Kind
    noun: str
    """What one piece of the text is: "reference", "BibTeX entry"."""
    nouns: str
    """What several pieces are."""
    write: Callable[[Sequence[Work], Manner], str]
    """Give the works as text, in-text citations without, all others with a final newline ("" for
    no works but in JSON). Raises `StyleError` for a style or locale that there is not."""

    @property
    def takes_style(self) -> bool:
        """Whether the text depends on the style."""
        return self.kind == "references"


def _references(name: Markup, label: str, extension: str) -> Format:
    def write(works: Sequence[Work], manner: Manner) -> str:
        from pubbrowser.citing.styles import references  # deferred: 60 ms, and lxml

        return references(
            works,
            manner.style,
            locale=manner.locale,
            markup=name,
            bold_owner=manner.bold_owner,
        )

    return Format(name, label, extension, "references", "reference", "references", write)


def _data(
    name: str, label: str, extension: str, entries: str, write: Callable[[Sequence[Work]], str]
) -> Format:
    one = f"{label} {re.sub('ies$', 'y', entries).removesuffix('s')}"
    many = f"{label} {entries}"
    return Format(name, label, extension, "data", one, many, lambda works, manner: write(works))


def _in_text(form: intext.InText) -> Format:
    extension = {"pandoc": ".md", "typst": ".typ", "keys": ".txt"}.get(form.name, ".tex")
    names = "citation", "citations"
    return Format(
        form.name, form.label, extension, "in-text", *names, lambda works, manner: form.write(works)
    )


FORMATS: tuple[Format, ...] = (
    _references("text", "Plain text", ".txt"),
    _references("markdown", "Markdown", ".md"),
    _references("html", "HTML", ".html"),
    _data("bibtex", "BibTeX", ".bib", "entries", bibtex),
    _data("biblatex", "BibLaTeX", ".bib", "entries", biblatex),
    _data("ris", "RIS", ".ris", "records", ris),
    _data("csl-json", "CSL-JSON", ".json", "items", csl_json),
    *map(_in_text, intext.IN_TEXT),
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
