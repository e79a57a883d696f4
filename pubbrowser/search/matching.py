"""Which works meet a tree of conditions, and how well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pubbrowser.search.arrays import NO_YEAR, Array, Arrays
from pubbrowser.search.conditions import All, Any, Condition, Has, Not, Phrase, Value, Word, Years
from pubbrowser.search.fields import HAVINGS, VALUE_FIELDS
from pubbrowser.search.lexicon import Lexicon
from pubbrowser.search.marks import Marks
from pubbrowser.search.postings import Postings
from pubbrowser.search.words import WordIndex

_REMEMBERED = 16
"""Words and phrases whose scores are kept: all but the one that is typed stay as they were."""
_LEAVES_OF_16_BITS = 250
"""So many scores of 8 bits can be added in 16."""

Leaf = Word | Phrase
Corrections = Mapping[Word, Mapping[str, int]]
"""For misspelt words: the terms, with their positions, that they are taken for."""


@dataclass(frozen=True, slots=True)
class Match:
    """What meets a condition."""

    scores: Array
    """One number per work, 0 for those that do not; valid until the next search."""
    marks: Marks


class Matcher:
    """Evaluates conditions. Its buffers are used again and again: one search at a time."""

    def __init__(self, arrays: Arrays) -> None:
        self._words = WordIndex(arrays)
        self._years = arrays["work.years"]
        self._having = arrays["work.having"]
        self._values = {
            field: (Lexicon(arrays, field), Postings(arrays, field)) for field in VALUE_FIELDS
        }
        self._remembered: dict[tuple[Leaf, tuple[str, ...]], tuple[Array, bool]] = {}
        """Scores of words and phrases, the ones used last at the end."""
        self._buffers: list[Array] = []

    def match(self, condition: Condition) -> Match:
        """Find the works that meet `condition`.

        Misspellings are forgiven when nothing is found: in words that nothing begins with, and
        if there are none of these and all words together are to blame, in all words. A word
        that is known means what it says.
        """
        leaves = list(_leaves(condition))
        kind = np.uint16 if len(leaves) <= _LEAVES_OF_16_BITS else np.uint32
        scores = self._evaluate(condition, {}, kind)
        corrections: Corrections = {}
        if not scores.any():
            corrections = self._corrections(condition, leaves)
            if corrections:
                scores = self._evaluate(condition, corrections, kind)
        self._buffers.append(scores)
        return Match(scores, _marks(leaves, corrections))

    def _corrections(self, condition: Condition, leaves: list[Leaf]) -> Corrections:
        words = [leaf for leaf in dict.fromkeys(leaves) if isinstance(leaf, Word)]
        wrong = [word for word in words if not self._leaf(word, {})[1]]
        if not wrong:
            together = All(tuple(_required_words(condition)))
            if not together.parts or self._evaluate(together, {}, np.uint32).any():
                return {}
            wrong = words
        likely = {word: self._words.likely_terms(word) for word in wrong}
        return {word: terms for word, terms in likely.items() if terms}

    def _evaluate(self, condition: Condition, given: Corrections, kind: type) -> Array:
        """Give a buffer with the scores; a condition that is no word or phrase counts 1."""
        if isinstance(condition, All):
            scores = self._all(condition.parts, given, kind)
        elif isinstance(condition, Any):
            scores = self._any(condition.parts, given, kind)
        elif isinstance(condition, Not):
            scores = self._evaluate(condition.part, {}, kind)
            np.equal(scores, 0, out=scores)
        else:
            scores = self._buffer(kind)
            if isinstance(condition, Word | Phrase):
                scores[:] = self._leaf(condition, given)[0]
            else:
                self._filter(condition, scores)
        return scores

    def _all(self, parts: Sequence[Condition], given: Corrections, kind: type) -> Array:
        """Add the scores of `parts` where all of them match."""
        total = self._buffer(kind)
        total.fill(0 if parts else 1)
        met = self._buffer(np.bool_)
        met.fill(True)
        hit = self._buffer(np.bool_)
        for part in parts:
            if isinstance(part, Word | Phrase):
                scores = self._leaf(part, given)[0]
            else:
                scores = self._evaluate(part, given, kind)
                self._buffers.append(scores)  # nothing is asked for before it is read
            total += scores
            np.not_equal(scores, 0, out=hit)
            met &= hit
        total *= met
        self._buffers += (met, hit)
        return total

    def _any(self, parts: Sequence[Condition], given: Corrections, kind: type) -> Array:
        """Give the best of the scores of `parts`."""
        best = self._buffer(kind)
        best.fill(0)
        for part in parts:
            scores = self._evaluate(part, given, kind)
            np.maximum(best, scores, out=best)
            self._buffers.append(scores)
        return best

    def _filter(self, condition: Years | Value | Has, scores: Array) -> None:
        """Set `scores` to 1 where the condition is met, else to 0."""
        match condition:
            case Years(first, last):
                np.not_equal(self._years, NO_YEAR, out=scores)
                if first is not None:
                    scores *= self._years >= first
                if last is not None:
                    scores *= self._years <= last
            case Has(what):
                np.not_equal(self._having & (1 << HAVINGS.index(what)), 0, out=scores)
            case Value(field, text):
                lexicon, postings = self._values[field]
                scores.fill(0)
                scores[postings.works(*lexicon.slice_of(text))] = 1

    def _leaf(self, leaf: Leaf, given: Corrections) -> tuple[Array, bool]:
        """Give the scores of a word or phrase, and whether it finds anything. They are kept for
        the next search, and must not be changed."""
        terms = given.get(leaf, {}) if isinstance(leaf, Word) else {}
        known = self._remembered.pop((leaf, tuple(terms)), None)
        if known is None:
            full = len(self._remembered) >= _REMEMBERED
            scores = self._forget() if full else self._buffer(np.uint8)
            if isinstance(leaf, Phrase):
                self._words.score_phrase(leaf, scores)
            else:
                self._words.score_word(leaf, scores)
                if terms:
                    self._words.score_terms(leaf, terms.values(), scores)
            known = scores, bool(scores.any())
        self._remembered[leaf, tuple(terms)] = known
        return known

    def _forget(self) -> Array:
        """Give the scores that have not been used for longest, to be overwritten."""
        return self._remembered.pop(next(iter(self._remembered)))[0]

    def _buffer(self, kind: type) -> Array:
        """Give an array of one number per work; what it holds is arbitrary."""
        for place, buffer in enumerate(self._buffers):
            if buffer.dtype == kind:
                return self._buffers.pop(place)
        return np.empty(self._words.size, kind)


def _leaves(condition: Condition) -> Iterator[Leaf]:
    """Give the words and phrases that a work may be found by."""
    if isinstance(condition, Word | Phrase):
        yield condition
    elif isinstance(condition, All | Any):
        for part in condition.parts:
            yield from _leaves(part)


def _required_words(condition: Condition) -> Iterator[Word]:
    """Give the words that every work must hold."""
    if isinstance(condition, Word):
        yield condition
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _required_words(part)


def _marks(leaves: Sequence[Leaf], corrections: Corrections) -> Marks:
    words = dict.fromkeys(leaf.text for leaf in leaves if isinstance(leaf, Word))
    phrases = dict.fromkeys(leaf.words for leaf in leaves if isinstance(leaf, Phrase))
    corrected = frozenset(term for terms in corrections.values() for term in terms)
    return Marks(tuple(words), corrected, tuple(phrases))
