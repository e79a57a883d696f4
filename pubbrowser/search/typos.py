"""Terms that a misspelt word may have meant."""

from __future__ import annotations

from functools import cache

import numpy as np

from pubbrowser.search.arrays import Array, Arrays
from pubbrowser.search.lexicon import Lexicon, letters_of

_ONE_ERROR_FROM = 4
_TWO_ERRORS_FROM = 7
"""Word lengths from which one and two errors are forgiven: shorter words resemble too many."""


class Speller:
    """Looks for likely words among the terms of a lexicon."""

    def __init__(self, arrays: Arrays, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._letters = arrays["terms.letters"]
        self._lengths = arrays["terms.lengths"]

    def likely_terms(self, word: str, among: Array, *, as_prefix: bool) -> dict[str, int]:
        """Give the terms one error away from `word`, with their positions; if there are none,
        those two errors away.

        An error is a letter missing, added, changed, or swapped with its neighbour (optimal
        string alignment). With `as_prefix` the beginnings of longer terms count, for a word
        that is still being typed. The first letter must agree when two errors are forgiven.
        Figures are not misspelt: 2021 is not meant by 2031. `among` says for every term of the
        lexicon whether it may be meant.
        """
        for errors, least in ((1, _ONE_ERROR_FROM), (2, _TWO_ERRORS_FROM)):
            if len(word) >= least:
                positions = np.flatnonzero(self._resembling(word, errors, as_prefix) & among)
                terms = {self._lexicon[at]: at for at in positions.tolist()}
                found = _within(word, list(terms), errors, as_prefix)
                if found:
                    return {term: terms[term] for term in found}
        return {}

    def _resembling(self, word: str, errors: int, as_prefix: bool) -> Array:
        """Say for every term whether its letters and length allow for so few errors: each can
        at most lose one of the letters of `word` and bring in one other."""
        letters = np.uint32(letters_of(word))
        close = _bit_count(letters & ~self._letters) <= errors
        close &= self._lengths >= len(word) - errors
        if not as_prefix:
            close &= self._lengths <= len(word) + errors
            close &= _bit_count(self._letters & ~letters) <= errors
        return close


def _within(word: str, terms: list[str], errors: int, as_prefix: bool) -> set[str]:
    """Give those of `terms` that are up to `errors` away, the terms that begin with the word
    left out."""
    from rapidfuzz import process  # 10 ms, and most searches need no correction
    from rapidfuzz.distance import OSA

    figures = _figures(word)
    by_shape: dict[str, list[str]] = {}
    for term in terms:
        if term.startswith(word) or (errors > 1 and term[0] != word[0]):
            continue
        longest = len(word) + errors
        lengths = range(max(1, len(word) - errors), min(len(term), longest) + 1)
        shapes = {term[:length] for length in lengths} if as_prefix else {term}
        for shape in shapes:
            if _figures(shape) == figures:
                by_shape.setdefault(shape, []).append(term)
    found = process.extract(
        word, list(by_shape), scorer=OSA.distance, processor=None, score_cutoff=errors, limit=None
    )
    return {term for shape, _, _ in found for term in by_shape[shape]}


def _figures(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _bit_count(numbers: Array) -> Array:
    """Count the bits of 32-bit numbers (`numpy.bitwise_count` came with numpy 2.0)."""
    if hasattr(np, "bitwise_count"):
        return np.asarray(np.bitwise_count(numbers))
    table = _bits_of_16()
    return np.asarray(table[numbers & 0xFFFF] + table[numbers >> np.uint32(16)])


@cache
def _bits_of_16() -> Array:
    return np.array([number.bit_count() for number in range(1 << 16)], np.uint8)
