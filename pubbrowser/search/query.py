"""What is asked of the corpus, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from pubbrowser.model import ItemType
from pubbrowser.search.marks import NO_MARKS, Marks

Sort = Literal["relevance", "newest", "oldest", "title", "author", "document"]
SORTS: tuple[Sort, ...] = get_args(Sort)
"""Orders of the list. `relevance` is the order of `newest` while no text is searched for."""


@dataclass(frozen=True, slots=True)
class Query:
    """One view of the corpus: what to show and in which order. All filters are combined."""

    text: str = ""
    people: tuple[int, ...] = ()
    """Indices of people; a work must carry every one of them."""
    years: tuple[int, int] | None = None
    """First and last year, both included."""
    types: frozenset[ItemType] = frozenset()
    """Types to show; empty for all."""
    with_code: bool = False
    """Only works with a repository, or that a page marks as having code."""
    sort: Sort = "relevance"

    @property
    def filters(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.text.strip() or self.people or self.years or self.types or self.with_code)


@dataclass(frozen=True, slots=True)
class Result:
    """The works that answer a query, and the counts around them."""

    ids: Sequence[int]
    """Indices of the works in the order to show them. Nothing is capped."""
    year_counts: Mapping[int, int]
    """Works per year under all filters but the range of years itself, so that the years
    outside of the range stay visible."""
    people_counts: Sequence[tuple[int, int]]
    """(person, works) of everyone who has works in the result, most works first."""
    marks: Marks = field(default=NO_MARKS)
    """What to mark in texts as found."""

    @property
    def total(self) -> int:
        return len(self.ids)
