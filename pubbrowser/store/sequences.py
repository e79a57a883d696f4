"""Rows of a store as sequences: read when they are asked for, and only those."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

from pubbrowser.model import Record, Work
from pubbrowser.store.container import Container

Item = TypeVar("Item")

_KEPT = 2_000
"""How many values read singly are kept: many screens full of them, some megabytes."""


class Rows(Sequence[Item]):
    """The rows of one section, each decoded when it is read.

    Reading raises `StoreError` where the store is damaged. May be read from several threads.
    """

    def __init__(self, container: Container, name: str, unpack: Callable[[bytes], Item]) -> None:
        self._container, self._name, self._unpack = container, name, unpack
        self._length = container.row_count(name)
        self._kept: dict[int, Item] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | list[Item]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._length))]
        number = range(self._length)[place]
        item = self._kept.get(number)
        if item is None:
            item = self._unpack(self._container.row(self._name, number))
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[number] = item
        return item

    def __iter__(self) -> Iterator[Item]:
        """Read all rows in turn and keep none of them."""
        return map(self._unpack, self._container.rows(self._name))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return NotImplemented
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class RecordsOfDocument(Sequence[Record]):
    """The records of one document, which stand in the works that they are of."""

    def __init__(self, works: Sequence[Work], count: int, places: Callable[[], array[int]]) -> None:
        """Take how many there are and what gives, for each record, the number of its work and
        its place there, all in one array."""
        self._works, self._count, self._load = works, count, places
        self._places: array[int] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, place: int | slice) -> Record | tuple[Record, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        number = range(self._count)[place]
        if self._places is None:
            self._places = self._load()
        work, version = self._places[2 * number : 2 * number + 2]
        return self._works[work].records[version][1]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return NotImplemented
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of numbers, kept in two arrays."""

    def __init__(self, firsts: array[int], seconds: array[int]) -> None:
        self._firsts, self._seconds = firsts, seconds

    def __len__(self) -> int:
        return len(self._firsts)

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, place: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        if isinstance(place, slice):
            return list(zip(self._firsts[place], self._seconds[place], strict=True))
        return self._firsts[place], self._seconds[place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._firsts, self._seconds, strict=True)
