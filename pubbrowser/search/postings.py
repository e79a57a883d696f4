"""The works of every term in one field, and works that are many as one bit each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from pubbrowser.search.arrays import Array, Arrays
from pubbrowser.search.lexicon import Lexicon, lexicon_arrays

_HEAVY_FROM = 1 << 13
"""Works from which on there are bits at all: fewer are gone through in no time."""
_HEAVY_SHARE = 16
"""A term, or all terms with a beginning, get bits when one work in so many stands in their rows.
The bits then take half the room of the rows or less, and are ten times as fast to go through."""
_HEAVY_BEGINNINGS = 4
"""Letters of the longest beginnings that get bits."""
_WHOLE = " "
"""What follows a term in the lexicon of bits when the whole term is meant: no word holds it."""


class Postings:
    """The works of each term of a lexicon in one field."""

    def __init__(self, arrays: Arrays, part: str) -> None:
        self._starts = arrays[f"{part}.starts"]
        self._works = arrays[f"{part}.works"]
        self._bits: dict[str, Array] = {}
        if f"{part}.heavy_bits" in arrays:
            heavy = Lexicon(arrays, f"{part}.heavy")
            bits = arrays[f"{part}.heavy_bits"].reshape(len(heavy), -1)
            self._bits = {heavy[row]: bits[row] for row in range(len(heavy))}

    def count(self, first: int, after: int) -> int:
        """Give how many works the terms from `first` to before `after` have in all."""
        return int(self._starts[after]) - int(self._starts[first])

    def works(self, first: int, after: int) -> Array:
        """Give the works of these terms, row by row; a work may stand in several rows."""
        return self._works[int(self._starts[first]) : int(self._starts[after])]

    def occurring(self) -> Array:
        """Give for every term whether any work has it."""
        return np.asarray(self._starts[1:] != self._starts[:-1])

    def put(
        self, scores: Array, points: int, terms: tuple[int, int], text: str, *, whole: bool
    ) -> None:
        """Set `points` for all works of a range of terms: those that begin with `text`, or the
        one term `text` as a `whole`. No work may have more points already.
        """
        bits = self._bits.get(text + _WHOLE if whole else text)
        if bits is None:
            scores[self.works(*terms)] = points
        else:
            put_bits(scores, points, bits)


def put_bits(scores: Array, points: int, bits: Array) -> None:
    """Raise scores to `points` for all works whose bit is set."""
    chosen = np.unpackbits(bits, count=len(scores))
    chosen *= np.uint8(points)
    np.maximum(scores, chosen, out=scores)


class Beginnings:
    """The beginnings of all terms of a lexicon, up to a few letters, with their ranges."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = terms
        self.strings: list[str] = []
        firsts: list[int] = []
        afters: list[int] = []
        for length in range(1, _HEAVY_BEGINNINGS + 1):
            after = 0
            for beginning, group in groupby(term[:length] for term in terms):
                first, after = after, after + sum(1 for _ in group)
                if len(beginning) == length:
                    self.strings.append(beginning)
                    firsts.append(first)
                    afters.append(after)
        self.firsts = np.array(firsts, np.intp)
        self.afters = np.array(afters, np.intp)


def heavy_rows(beginnings: Beginnings, rows: Arrays, part: str, works: int) -> dict[str, Array]:
    """Give the bits of the terms, and of the beginnings of terms, that very many works have.

    `rows` are the `starts` and `works` of `part`.
    """
    if works < _HEAVY_FROM:
        return {}
    starts = rows[f"{part}.starts"].astype(np.int64)
    least = works // _HEAVY_SHARE
    many = np.flatnonzero(starts[beginnings.afters] - starts[beginnings.firsts] > least)
    heavy = [(beginnings.strings[n], beginnings.firsts[n], beginnings.afters[n]) for n in many]
    terms = np.flatnonzero(np.diff(starts) > least)
    heavy += [(beginnings.terms[term] + _WHOLE, term, term + 1) for term in terms.tolist()]
    heavy.sort()
    bits = np.empty((len(heavy), (works + 7) // 8), np.uint8)
    postings = Postings(rows, part)
    chosen = np.zeros(works, np.bool_)
    for row, (_, first, after) in enumerate(heavy):
        chosen[:] = False
        chosen[postings.works(first, after)] = True
        bits[row] = np.packbits(chosen)
    lexicon = lexicon_arrays([beginning for beginning, _, _ in heavy], f"{part}.heavy")
    return lexicon | {f"{part}.heavy_bits": bits.reshape(-1)}
