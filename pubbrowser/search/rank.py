"""What a hit is worth."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """What a hit in a field is worth when the word is the beginning, or the whole, of a term."""

    prefix: int
    exact: int


WEIGHTS = {
    "title": Weight(8, 11),
    "author": Weight(7, 10),
    "first": Weight(7, 10),
    "venue": Weight(3, 4),
    "abstract": Weight(2, 3),
    "other": Weight(2, 3),
}
"""Measured on a known-item test: title and author names are what people remember."""

_RARITY = 0.05
_TYPO_PENALTY = 0.6
"""A hit through a corrected word is worth less than one through the word as typed."""
_SCALE = 12
"""Scores are whole numbers: one point of weight is so many. With the rarest word among ten
million works the highest is 240, within the eight bits of a word's score."""


def points(weight: int, found: int, works: int, *, corrected: bool = False) -> int:
    """Give the score, 1 to 255, of a hit of some weight, made a little more for rare words.

    `found` of all `works` are hit in the same way; `corrected`: through a misspelling.
    """
    rarity = 1 + _RARITY * max(0.0, math.log((works + 1) / (found + 1)))
    score = weight * rarity * (_TYPO_PENALTY if corrected else 1)
    return max(1, min(255, round(score * _SCALE)))
