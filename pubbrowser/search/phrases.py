"""Words that stand one after the other in a text.

Texts are kept as sequences of codes of two bytes, each text followed by a separator. The terms
that were seen first have a code each, which takes in all frequent ones; the others share one
code, and which of them is meant is written beside, for each place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pubbrowser.search.arrays import RARE, Array, Arrays

_AT_ONCE = 1 << 22
"""Codes that are looked through in one go."""


class WordOrder:
    """The words of one field in their order."""

    def __init__(self, arrays: Arrays, part: str) -> None:
        self._codes = arrays["terms.codes"]
        self._sequence = arrays[f"{part}.sequence"]
        self._starts = arrays[f"{part}.sequence_starts"]
        self._rare = arrays[f"{part}.rare"]
        self._rare_at = arrays[f"{part}.rare_at"]

    def works_with(self, terms: Sequence[int], candidates: Array) -> Array:
        """Give those of the works `candidates` (ascending) in which `terms` stand together."""
        if not len(candidates):
            return candidates
        places = np.concatenate([self._find(terms, at) for at in self._places(candidates)])
        return np.unique(np.searchsorted(self._starts, places, side="right") - 1)

    def _places(self, works: Array) -> Iterator[Array | slice]:
        """Give the places of all words of `works`, some at a time, each time of whole works."""
        starts, ends = self._starts[works], self._starts[works + 1]
        lengths = ends - starts
        if 2 * int(lengths.sum()) > len(self._sequence):  # one after the other is faster
            works = np.arange(len(self._starts) - 1)
            starts, ends = self._starts[:-1], self._starts[1:]
            lengths = ends - starts
        after = np.cumsum(lengths)
        cuts = np.flatnonzero(np.diff(after // _AT_ONCE, append=-1)) + 1
        for first, last in zip([0, *cuts[:-1].tolist()], cuts.tolist(), strict=True):
            if len(works) == len(self._starts) - 1:
                yield slice(int(starts[first]), int(ends[last - 1]))
            else:
                some = lengths[first:last]
                shift = np.repeat(starts[first:last] - (np.cumsum(some) - some), some)
                yield shift + np.arange(len(shift))

    def _find(self, terms: Sequence[int], places: Array | slice) -> Array:
        """Give the places, of those given, at which `terms` begin."""
        sequence = self._sequence[places]
        codes = [int(self._codes[term]) for term in terms]
        begins = len(sequence) - len(terms) + 1
        if begins <= 0:
            return np.zeros(0, np.intp)
        same = sequence[:begins] == codes[0]
        for shift, code in enumerate(codes[1:], 1):
            same &= sequence[shift : begins + shift] == code
        found = np.flatnonzero(same)
        found = found + places.start if isinstance(places, slice) else places[found]
        for shift, (term, code) in enumerate(zip(terms, codes, strict=True)):
            if code == RARE:
                at = np.searchsorted(self._rare_at, found + shift)
                found = found[self._rare[at] == term]
        return np.asarray(found)
