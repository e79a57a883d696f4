"""How many letters two words differ by."""

from __future__ import annotations


def edits(one: str, other: str, most: int) -> int:
    """Count the letters missing, added, changed, or swapped with their neighbour.

    Optimal string alignment; beyond `most` the answer is some greater number.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    # Deferred: 10 to 60 ms, and a single list mostly has no names alike.
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=most)
