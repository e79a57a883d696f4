"""Works in the order to show them, put in order as far as they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from pubbrowser.search.arrays import Array

_HEAD = 512
"""Works at the top that are put in order by themselves, which takes a tenth of the time."""
_SAMPLE = 4096


class RankedIds(Sequence[int]):
    """Indices of works, ordered by a key for each of them.

    The lower 32 bits of a key are the rank of its work in some order of all works, `order`.
    """

    def __init__(self, keys: Array, order: Array, ranks: Array) -> None:
        """`order` lists all works, `ranks` gives the place of each work in it."""
        self._keys = keys
        self._order, self._ranks = order, ranks
        self._head: Array | None = None
        self._ids: Array | None = None

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            found = self._upto(max(start + 1, stop))[start : stop if stop >= 0 else None : step]
            return [int(number) for number in found]
        position = at + len(self) if at < 0 else at
        if not 0 <= position < len(self):
            raise IndexError("no such row")
        return int(self._upto(position + 1)[position])

    def __iter__(self) -> Iterator[int]:
        return iter(self._upto(len(self)).tolist())

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._find(number) is not None

    def index(self, number: int, start: int = 0, stop: int | None = None) -> int:
        """Give the row of a work. Raises ValueError when it is not among them."""
        at = self._find(number)
        if at is not None:
            row = int(np.count_nonzero(self._keys < self._keys[at]))
            if row in range(len(self))[start:stop]:
                return row
        raise ValueError(f"{number} is not among them")

    def array(self) -> Array:
        """Give all of them as an array."""
        return self._upto(len(self))

    def _find(self, number: int) -> int | None:
        """Give the place of a work among the keys, which are in no order."""
        if not 0 <= number < len(self._ranks):
            return None
        places = np.flatnonzero((self._keys & _RANK) == self._ranks[number])
        return int(places[0]) if len(places) else None

    def _upto(self, rows: int) -> Array:
        """Give the first works, `rows` of them or more."""
        if self._ids is None and rows <= _HEAD and len(self) > 8 * _HEAD:
            if self._head is None:
                self._head = self._works(_lowest(self._keys))
            return self._head
        if self._ids is None:
            self._ids = self._works(np.sort(self._keys))
        return self._ids

    def _works(self, keys: Array) -> Array:
        return np.asarray(self._order[(keys & _RANK).astype(np.intp)])


_RANK = np.uint64(2**32 - 1)


def _lowest(keys: Array) -> Array:
    """Give the lowest keys in order, at least `_HEAD` of them."""
    step = max(1, len(keys) // _SAMPLE)
    sample = np.sort(keys[::step])
    # Twice as many as are wanted lie below this one, give or take; by chance they can be fewer.
    bound = sample[min(len(sample) - 1, 2 * _HEAD // step + 8)]
    low = keys[keys <= bound]
    if len(low) < _HEAD:
        low = np.partition(keys, _HEAD)[:_HEAD]
    return np.sort(low)
