"""Terms that a misspelt word may have meant."""

from __future__ import annotations

from collections.abc import Collection

_ONE_ERROR_FROM = 4
_TWO_ERRORS_FROM = 7
"""Word lengths from which one and two errors are forgiven: shorter words resemble too many."""


def likely_terms(word: str, terms: Collection[str], *, as_prefix: bool) -> set[str]:
    """Give the `terms` one error away from `word`; if there are none, those two errors away.

    An error is a letter missing, added, changed, or swapped with its neighbour (optimal string
    alignment). With `as_prefix` the beginnings of longer terms count, for a word that is still
    being typed. The first letter must agree when two errors are forgiven.
    """
    from rapidfuzz import process  # 10 ms, and most searches need no correction
    from rapidfuzz.distance import OSA

    if len(word) < _ONE_ERROR_FROM:
        return set()
    by_shape: dict[str, list[str]] = {}
    for term in terms:
        if len(term) >= len(word) - 2 and (as_prefix or len(term) <= len(word) + 2):
            by_shape.setdefault(term, []).append(term)
            if as_prefix and len(term) > len(word):
                by_shape.setdefault(term[: len(word)], []).append(term)
    found = process.extract(
        word,
        list(by_shape),
        scorer=OSA.distance,
        processor=None,
        score_cutoff=2 if len(word) >= _TWO_ERRORS_FROM else 1,
        limit=None,
    )
    one = [shape for shape, distance, _ in found if distance <= 1]
    two = [shape for shape, _, _ in found if shape[:1] == word[:1]]
    return {term for shape in one or two for term in by_shape[shape]}
