"""Collecting, in one pass, which terms each work holds, and turning that round: which works
hold each term."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from pubbrowser.search.arrays import RARE, SEPARATOR, Array

_CHUNK = 1 << 14
"""Works that are collected before their terms are sorted and packed."""


class Numbering(dict[str, int]):
    """Numbers strings from 1 on in the order in which they are first asked for."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self) + 1
        return number

    def sorted(self) -> tuple[list[str], Array]:
        """Give the strings in order, and for every number the position of its string in it."""
        strings = sorted(self)
        positions = np.zeros(len(self) + 1, np.uint32)
        positions[[self[string] for string in strings]] = np.arange(len(self))
        return strings, positions


class _Packed(NamedTuple):
    """The rows of some works: ascending term numbers, how many works each has, the works."""

    terms: Array
    counts: Array
    works: Array


class Column:
    """The term numbers of every work in one field, in order."""

    def __init__(self, *, in_order: bool = False) -> None:
        """`in_order`: keep the order of the terms too, for phrases."""
        self._terms = array("I")
        self._ends = array("I")
        """Where the terms of each work of the present chunk end."""
        self._packed: list[_Packed] = []
        self._works = 0
        self._sequence = WordOrder() if in_order else None
        self._others: list[tuple[int, int]] = []

    def add(self, texts: Iterable[Iterable[int]], others: Iterable[int] = ()) -> None:
        """Add the next work: the term numbers of its texts, and of `others` that stand for
        some of them and have no place in the order."""
        for text in texts:
            before = len(self._terms)
            self._terms.extend(text)
            if self._sequence is not None and len(self._terms) > before:
                self._terms.append(SEPARATOR)
        self._others.extend((number, len(self._ends)) for number in others)
        self._ends.append(len(self._terms))
        if len(self._ends) == _CHUNK:
            self._pack()

    def _pack(self) -> None:
        """Pack the rows of the present chunk and begin the next."""
        ends = np.frombuffer(self._ends, np.uint32)
        terms = np.frombuffer(self._terms, np.uint32)
        lengths = np.diff(ends, prepend=np.uint32(0))
        works = np.repeat(np.arange(len(ends)), lengths)
        if self._sequence is not None:
            self._sequence.add(terms, lengths)
        pairs = (terms.astype(np.int64) * _CHUNK + works)[terms != SEPARATOR]
        if self._others:
            others = np.array(self._others, np.int64)
            pairs = np.concatenate([pairs, others[:, 0] * _CHUNK + others[:, 1]])
        pairs = np.unique(pairs)
        numbers, counts = np.unique(pairs // _CHUNK, return_counts=True)
        self._packed.append(
            _Packed(
                numbers.astype(np.uint32),
                counts,
                (pairs % _CHUNK + self._works).astype(np.uint32),
            )
        )
        self._works += len(ends)
        self._terms, self._ends, self._others = array("I"), array("I"), []

    def rows(self, positions: Array, part: str) -> dict[str, Array]:
        """Give `starts` and `works` of the rows of every term, the terms being renumbered by
        `positions`; and the sequence if there is one. The column is empty afterwards."""
        if self._ends:
            self._pack()
        size = len(positions) - 1
        totals = np.zeros(size, np.int64)
        for packed in self._packed:
            totals[positions[packed.terms]] += packed.counts
        starts = np.zeros(size + 1, np.uint32)
        np.cumsum(totals, out=starts[1:])
        works = np.empty(int(starts[-1]), np.uint32)
        free = starts[:-1].astype(np.int64)
        self._packed.reverse()
        while self._packed:  # in order, each given up when it is done with
            packed = self._packed.pop()
            rows = positions[packed.terms]
            begins = np.cumsum(packed.counts) - packed.counts
            shift = np.repeat(free[rows] - begins, packed.counts)
            works[shift + np.arange(len(shift))] = packed.works
            free[rows] += packed.counts
        result = {f"{part}.starts": starts, f"{part}.works": works}
        if self._sequence is not None:
            result |= self._sequence.arrays(positions, part)
        return result


class WordOrder:
    """Terms in their order, two bytes each: rare terms share a code and are written beside."""

    def __init__(self) -> None:
        self._codes: list[Array] = []
        self._lengths: list[Array] = []
        self._rare: list[Array] = []
        self._rare_at: list[Array] = []
        self._size = 0

    def add(self, terms: Array, lengths: Array) -> None:
        """Add the term numbers of some works, `lengths` giving how many each work has."""
        rare = terms >= RARE
        self._codes.append(np.where(rare, RARE, terms).astype(np.uint16))
        self._lengths.append(lengths)
        self._rare.append(terms[rare])
        self._rare_at.append(np.flatnonzero(rare) + self._size)
        self._size += len(terms)

    def arrays(self, positions: Array, part: str) -> dict[str, Array]:
        """Give the arrays of the sequence, rare terms renumbered by `positions`."""
        lengths = _joined(self._lengths, np.uint32)
        starts = np.zeros(len(lengths) + 1, np.int64)
        np.cumsum(lengths, out=starts[1:])
        return {
            f"{part}.sequence": _joined(self._codes, np.uint16),
            f"{part}.sequence_starts": starts,
            f"{part}.rare": positions[_joined(self._rare, np.uint32)],
            f"{part}.rare_at": _joined(self._rare_at, np.int64),
        }


def _joined(parts: list[Array], kind: type[np.generic]) -> Array:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def sequence_codes(positions: Array) -> Array:
    """Give the code in sequences of every term, renumbered by `positions`. The first terms that
    are seen have codes of their own: the frequent ones are among them."""
    codes = np.empty(len(positions) - 1, np.uint16)
    codes[positions[1:]] = np.minimum(np.arange(1, len(positions)), RARE)
    return codes
