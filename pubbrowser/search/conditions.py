"""What a text that is searched for means: a tree of conditions that a work meets or not.

The tree says nothing of how the text was typed; `search.language` makes it of a text, the engine
evaluates it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextField = Literal["title", "author", "venue", "abstract"]
"""Fields that words can be asked of by name; a word without a field may stand in any, and in
the few others that are indexed (identifiers, notes, category, affiliation)."""
ValueField = Literal["type", "category", "tag", "key", "doc"]
Having = Literal["code", "abstract", "doi", "link", "note"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, that the work must carry."""

    text: str
    field: TextField | None = None
    first_author: bool = False
    """Only the family name of the first author counts ("^name")."""
    open: bool = False
    """The word is still being typed: misspellings are forgiven in its beginning only."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words, folded, that stand one after the other in one field, each as a whole."""

    words: tuple[str, ...]
    field: TextField | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A range of years of publication, both ends included; None for an open end."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value, folded, that a field begins with ("type:article" finds "article-journal")."""

    field: ValueField
    text: str


@dataclass(frozen=True, slots=True)
class Has:
    """Something that the work has."""

    what: Having


@dataclass(frozen=True, slots=True)
class Not:
    """What the work must not meet."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Conditions of which the work must meet every one."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Conditions of which the work must meet at least one."""

    parts: tuple[Condition, ...]


Condition = Word | Phrase | Years | Value | Has | Not | All | Any
