"""Answers to queries: the works, and the counts per year and person, all in one pass.

The interface is narrow on purpose (a query in; ids and counts out), so that another engine can
stand behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pubbrowser.model import Corpus, Work
from pubbrowser.search.index import build_index
from pubbrowser.search.marks import NO_MARKS
from pubbrowser.search.query import Query, Result, Sort
from pubbrowser.search.rank import search_text
from pubbrowser.text import fold


class Engine:
    """The search over one corpus. Building it reads every work once."""

    def __init__(self, corpus: Corpus) -> None:
        works = corpus.works
        self._size = len(works)
        self._index = build_index(works)
        self._years = [work.year for work in works]
        self._types = [work.merged.type for work in works]
        self._with_code = {number for number, work in enumerate(works) if has_code(work)}
        self._people = [work.people for work in works]
        self._works_of: dict[int, set[int]] = {}
        for number, people in enumerate(self._people):
            for person in people:
                self._works_of.setdefault(person, set()).add(number)
        self._ranks: dict[Sort, list[int]] = {
            "newest": _ranks(works, _newest),
            "oldest": _ranks(works, _oldest),
            "title": _ranks(works, _title),
            "author": _ranks(works, lambda work: (_first_author(work), _newest(work))),
            "document": list(range(self._size)),
        }
        self._title_length = [len(work.merged.title) for work in works]

    def run(self, query: Query) -> Result:
        """Answer `query`. Raises nothing: any text is a question."""
        scores = None
        marks = NO_MARKS
        if query.text.strip():
            hits = search_text(query.text, self._index, self._size)
            scores, marks = hits.scores, hits.marks
        candidates: Iterable[int] = range(self._size) if scores is None else scores
        in_any_year = [number for number in candidates if self._passes(number, query)]
        year_counts = Counter(
            year for number in in_any_year if (year := self._years[number]) is not None
        )
        ids = in_any_year
        if query.years:
            first, last = query.years
            ids = [
                number
                for number in in_any_year
                if (year := self._years[number]) is not None and first <= year <= last
            ]
        people = Counter(person for number in ids for person in self._people[number])
        ranks = self._ranks["newest" if query.sort == "relevance" else query.sort]
        if query.sort == "relevance" and scores is not None:
            ids.sort(key=lambda n: (-scores[n], self._title_length[n], ranks[n]))
        else:
            ids.sort(key=ranks.__getitem__)
        # People are numbered by productivity; equal counts keep that order.
        people_counts = sorted(people.items(), key=lambda pair: (-pair[1], pair[0]))
        return Result(ids, dict(sorted(year_counts.items())), people_counts, marks)

    def _passes(self, number: int, query: Query) -> bool:
        """Whether a work passes every filter but the text and the range of years."""
        if query.types and self._types[number] not in query.types:
            return False
        if query.with_code and number not in self._with_code:
            return False
        return all(number in self._works_of.get(person, ()) for person in query.people)


def has_code(work: Work) -> bool:
    """Whether a repository of `work` is known, or a page marks it as having code."""
    record = work.merged
    return record.has_code or any(link.kind == "repo" for link in record.links)


def _ranks(works: Sequence[Work], key: Callable[[Work], Any]) -> list[int]:
    """Give each work its place in the order of `key`."""
    ranks = [0] * len(works)
    for rank, number in enumerate(sorted(range(len(works)), key=lambda n: key(works[n]))):
        ranks[number] = rank
    return ranks


def _newest(work: Work) -> tuple[int, int, int]:
    """Sort key: newest first, works without a date last."""
    issued = work.merged.issued
    return (-issued.year, -issued.month, -issued.day) if issued else (1, 0, 0)


def _oldest(work: Work) -> tuple[int, int, int]:
    """Sort key: oldest first, works without a date last."""
    issued = work.merged.issued
    return (issued.year, issued.month, issued.day) if issued else (10_000, 0, 0)


def _title(work: Work) -> str:
    return fold(work.merged.title).lstrip(" \"'([$")


def _first_author(work: Work) -> tuple[bool, str]:
    """Sort key: by first author's family name, works without authors last."""
    names = work.names
    return (not names, fold(names[0].family or names[0].full) if names else "")
