"""Answers to queries: the works, and the counts per year and person, all in one pass.

The interface is narrow on purpose (a query in; ids and counts out), so that another engine can
stand behind it.
"""

from __future__ import annotations

from threading import Lock

import numpy as np

from pubbrowser.model import Corpus
from pubbrowser.search.arrays import NO_YEAR, Array, Arrays
from pubbrowser.search.build import build_arrays
from pubbrowser.search.facets import PeopleCounts, PeopleIndex, count_years
from pubbrowser.search.fields import HAVINGS
from pubbrowser.search.language import parse
from pubbrowser.search.lexicon import Lexicon
from pubbrowser.search.marks import NO_MARKS
from pubbrowser.search.matching import Matcher
from pubbrowser.search.query import Query, Result
from pubbrowser.search.ranked import RankedIds

_CODE = 1 << HAVINGS.index("code")
_BEST = 2**32 - 1


class Engine:
    """The search over one corpus. It may be asked by several threads; they wait for each other."""

    def __init__(self, arrays: Arrays) -> None:
        """`arrays` are what `build_arrays` gives; they are only read."""
        self._matcher = Matcher(arrays)
        self._people = PeopleIndex(arrays)
        self._years = arrays["work.years"]
        self._types = arrays["work.types"]
        self._type_names = Lexicon(arrays, "type")
        self._having = arrays["work.having"]
        self._size = len(self._years)
        self._ranks = {
            name.removeprefix("rank."): array
            for name, array in arrays.items()
            if name.startswith("rank.")
        }
        self._ranks["document"] = np.arange(self._size, dtype=np.uint32)
        self._orders: dict[str, Array] = {}
        self._lock = Lock()

    @classmethod
    def of(cls, corpus: Corpus) -> Engine:
        """Index the works of `corpus`, each of which is read once."""
        return cls(build_arrays(corpus.works, corpus.people))

    def run(self, query: Query) -> Result:
        """Answer `query`. Raises nothing: any text is a question."""
        with self._lock:
            return self._run(query)

    def warm_up(self) -> None:
        """Touch what the first searches need, so that they are as fast as later ones."""
        for query in (Query("a"), Query("the e"), Query("wzrd")):
            result = self.run(query)
            _ = result.ids[:1], result.people_counts[:1]
        for sort in self._ranks:
            self._order(sort)

    def _run(self, query: Query) -> Result:
        scores, marks = None, NO_MARKS
        condition = parse(query.text).condition
        if condition is not None:
            match = self._matcher.match(condition)
            scores, marks = match.scores, match.marks
        found = self._filtered(query, None if scores is None else np.flatnonzero(scores != 0))
        years = self._years if len(found) == self._size else self._years[found]
        year_counts = count_years(years)
        if query.years:
            first, last = query.years
            found = found[(years >= first) & (years <= last) & (years != NO_YEAR)]
        return Result(
            self._ranked(query, found, scores),
            year_counts,
            PeopleCounts(self._people, found),
            marks,
        )

    def _filtered(self, query: Query, found: Array | None) -> Array:
        """Give those of the works `found` (None: of all), ascending, that pass every filter but
        the text and the range of years."""
        people = sorted(map(self._people.works_of, query.people), key=len)
        if people and found is None:
            found = people.pop(0).astype(np.intp)
        if found is None:
            found = np.arange(self._size)
        for works in people:
            theirs = np.zeros(self._size, np.bool_)
            theirs[works] = True
            found = found[theirs[found]]
        if query.with_code:
            found = found[(self._having[found] & _CODE) != 0]
        if query.types:
            wanted = np.zeros(256, np.bool_)
            types = map(self._type_names.find, query.types)
            wanted[[number for number in types if number is not None]] = True
            found = found[wanted[self._types[found]]]
        return found

    def _ranked(self, query: Query, found: Array, scores: Array | None) -> RankedIds:
        by_score = query.sort == "relevance" and scores is not None
        sort = "equal" if by_score else "newest" if query.sort == "relevance" else query.sort
        ranks = self._ranks[sort]
        keys = ranks[found].astype(np.uint64)
        if by_score and scores is not None:
            keys |= (_BEST - scores[found].astype(np.uint64)) << np.uint64(32)
        return RankedIds(keys, self._order(sort), ranks)

    def _order(self, sort: str) -> Array:
        """Give all works in an order of the list."""
        order = self._orders.get(sort)
        if order is None:
            order = np.empty(self._size, np.uint32)
            order[self._ranks[sort]] = np.arange(self._size, dtype=np.uint32)
            self._orders[sort] = order
        return order
