"""How far two titles agree."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rapidfuzz.distance import Indel

Weigh = Callable[[str], float]
"""Gives what a word tells: rare words much, words of half the titles little."""


def compare_words(
    one: tuple[str, ...], other: tuple[str, ...], weigh: Weigh
) -> tuple[float, list[str], list[str]]:
    """Give the weighted share of words that two titles have in common, 0 to 1, and those of
    either that have no counterpart in the other.

    Words of one stem ("explaining", "explanation") and words with a wrong letter count nearly
    fully; everything that remains over on either side counts against. The order is free.
    """
    if not one or not other:
        return 0.0, list(one), list(other)
    rest_one, rest_other = list(one), list(other)
    shared = 0.0
    for word in one:
        if word in rest_other:
            rest_one.remove(word)
            rest_other.remove(word)
            shared += 2 * weigh(word)
    total = shared
    left: list[str] = []
    for word in rest_one:
        weight = weigh(word)
        best, kin = max(((_kinship(word, w), w) for w in rest_other), default=(0.0, ""))
        if best:
            rest_other.remove(kin)
            # What a misspelt word weighs is known from its right spelling only.
            weight = min(weight, weigh(kin))
            shared += 2 * best * weight
            total += 2 * weight
        else:
            total += weight
            left.append(word)
    total += sum(map(weigh, rest_other))
    return (shared / total if total else 0.0), left, rest_other


def compare_letters(
    key: str, words: tuple[str, ...], other_key: str, other_words: tuple[str, ...]
) -> float:
    """Give the share of letters that two titles have in common in order, 0 to 1.

    The better of the titles as they stand and of their words sorted, the latter a little less.
    """
    straight = Indel.normalized_similarity(key, other_key)
    if straight >= 0.9:
        return straight
    by_word = Indel.normalized_similarity("".join(sorted(words)), "".join(sorted(other_words)))
    return max(straight, by_word - 0.03)


def begins_like(key: str, other_key: str) -> bool:
    """Say whether one title is the beginning of the other: cut, or printed without subtitle."""
    shorter, longer = sorted((key, other_key), key=len)
    if len(shorter) < 20 or len(longer) - len(shorter) < 4:
        return False
    beginning = longer[: len(shorter)]
    return Indel.normalized_similarity(shorter, beginning, score_cutoff=0.9) >= 0.9


def names_begin_alike(
    name: str, other_name: str, words: tuple[str, ...], other_words: tuple[str, ...]
) -> bool:
    """Say whether titles look like those of a method and its renamed self.

    Their names, all that stands before the colon, begin with the same four letters, and two
    words that follow each other do so in both: "DualView: Data Attribution from …" and
    "DualXDA: … Explainable Data Attribution in …".
    """
    if len(name) > 14 or len(other_name) > 14 or len(name) < 5 or name[:4] != other_name[:4]:
        return False
    pairs = set(pairwise(words[1:]))
    return any(pair in pairs for pair in pairwise(other_words[1:]))


def _kinship(word: str, other: str) -> float:
    """Say how near two different words are: one stem or one misspelling (0.9), or nothing (0)."""
    shorter, longer = len(word), len(other)
    if shorter > longer:
        shorter, longer = longer, shorter
    # An "1" read for an "l" is a misspelling, another number another paper.
    if shorter < 4 or word.isdigit() or other.isdigit():
        return 0.0
    if shorter >= 5 and word[:5] == other[:5]:
        if longer <= 11:
            return 0.9
        stem = int(0.45 * longer) + 1
        if word[:stem] == other[:stem]:
            return 0.9
    if longer > 1.7 * shorter:
        return 0.0
    return 0.9 if Indel.normalized_similarity(word, other, score_cutoff=0.74) else 0.0
