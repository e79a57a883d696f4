"""How references are to look, for every format that has a say in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Markup = Literal["text", "markdown", "html"]


class StyleError(ValueError):
    """A style or a locale cannot be used. The message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How references are to look. Formats for programs have no use for it."""

    style: str = "apa"
    """Name of a citation style (CSL), or the path of a .csl file."""
    locale: str = ""
    """Language of the words between, such as "de-DE"; "" for the style's own."""
    bold_owner: bool = False
    """Whether names of owners of the documents are bold, where the format knows bold."""


PLAIN_MANNER = Manner()
