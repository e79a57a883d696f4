"""How many of the works found fall on each year, and on each person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from pubbrowser.search.arrays import NO_YEAR, Array, Arrays

_HEAD = 256
"""People at the top who can be counted without counting everyone."""
_BLOCK = 1024
"""People who are counted at once."""
_FEW = 1 << 17
"""Authorships up to which everyone is counted at once: it takes a millisecond or two."""


def count_years(years: Array) -> dict[int, int]:
    """Give the works per year in ascending order, those without a year left out."""
    dated = years[years != NO_YEAR]
    if not len(dated):
        return {}
    first = int(dated.min())
    counts = np.bincount(dated.astype(np.intp) - first)
    found = np.flatnonzero(counts)
    return dict(zip((found + first).tolist(), counts[found].tolist(), strict=True))


class PeopleIndex:
    """Who has written which works."""

    def __init__(self, arrays: Arrays) -> None:
        self.starts = arrays["person.starts"].astype(np.int64)
        self.works = arrays["person.works"]
        self._work_starts = arrays["authorship.starts"]
        self._people = arrays["authorship.people"]
        self.totals = np.diff(self.starts)
        """Works of each person."""
        self.ceilings = np.maximum.accumulate(self.totals[::-1])[::-1]
        """For each person, the most works that this one or anyone after has."""
        self.size = len(self._work_starts) - 1
        """Number of works."""

    def works_of(self, person: int) -> Array:
        """Give the works of a person, ascending."""
        if not 0 <= person < len(self.totals):
            return self.works[:0]
        return self.works[self.starts[person] : self.starts[person + 1]]

    def authorships(self, works: Array) -> int:
        """Give how many people the works have in all, each counted for every work."""
        if len(works) == self.size:
            return len(self._people)
        return int(np.sum(self._work_starts[works + 1] - self._work_starts[works], dtype=np.int64))

    def count_all(self, works: Array) -> Array:
        """Give for every person how many of `works` are theirs."""
        if len(works) == self.size:
            return self.totals
        starts = self._work_starts[works].astype(np.int64)
        lengths = self._work_starts[works + 1] - starts
        shift = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        people = self._people[shift + np.arange(len(shift))]
        return np.bincount(people, minlength=len(self.totals))


class PeopleCounts(Sequence[tuple[int, int]]):
    """(person, works) of everyone who has works among those found, most works first.

    People are counted when they are looked at. The first of them are known early: people are
    numbered by productivity, and who has less works in all than the last of the first has here
    cannot be among them. Equal counts keep the order of numbers.
    """

    def __init__(self, index: PeopleIndex, works: Array) -> None:
        self._index, self._works = index, works
        self._head: tuple[Array, Array] | None = None
        self._everyone: tuple[Array, Array] | None = None

    def __len__(self) -> int:
        return len(self._all()[0])

    def __bool__(self) -> bool:
        return bool(self[:1])

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        if isinstance(at, slice):
            people, counts = self._upto(at.stop if _is_simple(at) else None)
            return list(zip(people[at].tolist(), counts[at].tolist(), strict=True))
        people, counts = self._upto(at + 1 if at >= 0 else None)
        return int(people[at]), int(counts[at])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self[:])

    def count_of(self, person: int) -> int:
        """Give how many of the works are those of one person."""
        if self._everyone is None:
            own = self._index.works_of(person)
            return int(np.count_nonzero(np.isin(own, self._works, assume_unique=True)))
        people, counts = self._everyone
        return int(counts[people == person].sum())

    def _upto(self, rows: int | None) -> tuple[Array, Array]:
        """Give people and counts, at least the first `rows`, or all of them for None."""
        if self._everyone is None and rows is not None and rows <= _HEAD:
            if self._head is None and self._index.authorships(self._works) > _FEW:
                self._head = self._first()
            if self._head is not None:
                return self._head
        return self._all()

    def _all(self) -> tuple[Array, Array]:
        if self._everyone is None:
            counts = self._index.count_all(self._works)
            people = np.flatnonzero(counts)
            self._everyone = _sorted(people, counts[people])
        return self._everyone

    def _first(self) -> tuple[Array, Array]:
        """Count people in the order of their numbers until the first `_HEAD` are certain."""
        index = self._index
        found = np.zeros(index.size, np.uint8)
        found[self._works] = 1
        people, counts = np.zeros(0, np.intp), np.zeros(0, np.intp)
        for first in range(0, len(index.totals), _BLOCK):
            if len(counts) >= _HEAD and counts[_HEAD - 1] >= index.ceilings[first]:
                break
            starts = index.starts[first : first + _BLOCK + 1]
            sums = np.zeros(starts[-1] - starts[0] + 1, np.int64)
            np.cumsum(found[index.works[starts[0] : starts[-1]]], out=sums[1:])
            block = np.diff(sums[starts - starts[0]])
            among = np.flatnonzero(block)
            people = np.concatenate([people, among + first])
            counts = np.concatenate([counts, block[among]])
            people, counts = _sorted(people, counts)
            people, counts = people[:_HEAD], counts[:_HEAD]
        return people, counts


def _is_simple(at: slice) -> bool:
    """Whether a slice asks for nothing beyond its end, which counts from the front."""
    return at.stop is not None and at.stop >= 0 and (at.start or 0) >= 0 and (at.step or 1) > 0


def _sorted(people: Array, counts: Array) -> tuple[Array, Array]:
    """Sort people, who are in the order of their numbers where counts are equal, by counts."""
    order = np.argsort(-counts, kind="stable")
    return people[order], counts[order]
