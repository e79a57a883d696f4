"""Which works a word or a phrase finds, each with its score."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from pubbrowser.search.arrays import Array, Arrays
from pubbrowser.search.conditions import Phrase, Word
from pubbrowser.search.fields import TEXT_FIELDS
from pubbrowser.search.lexicon import Lexicon
from pubbrowser.search.phrases import WordOrder
from pubbrowser.search.postings import Postings
from pubbrowser.search.rank import WEIGHTS, points
from pubbrowser.search.spellings import without_umlauts
from pubbrowser.search.typos import Speller


class WordIndex:
    """The words of all works: in which fields of which works each stands.

    Scores are arrays of one byte per work, 0 where the work is not hit. Of several fields that
    a word hits the best one counts.
    """

    def __init__(self, arrays: Arrays) -> None:
        self._terms = Lexicon(arrays, "terms")
        self._postings = {part: Postings(arrays, part) for part in (*TEXT_FIELDS, "first")}
        self._orders = {field: WordOrder(arrays, field) for field in TEXT_FIELDS}
        self._speller = Speller(arrays, self._terms)
        self.size = len(arrays["work.years"])
        """How many works there are."""

    def score_word(self, word: Word, scores: Array) -> None:
        """Write into `scores` what `word`, as the beginning or the whole of a term, is worth."""
        scores.fill(0)
        first, after = self._terms.slice_of(word.text)
        if first == after:
            return
        whole = self._terms[first] == word.text  # a word comes before all that it begins
        hits = []
        for part in _parts(word):
            found = self._postings[part].count(first, after)
            if found:
                worth = points(WEIGHTS[part].prefix, min(found, self.size), self.size)
                hits.append((worth, part, after, False))
            found = self._postings[part].count(first, first + 1) if whole else 0
            if found:
                worth = points(WEIGHTS[part].exact, found, self.size)
                hits.append((worth, part, first + 1, True))
        for worth, part, end, exact in sorted(hits):
            self._postings[part].put(scores, worth, (first, end), word.text, whole=exact)

    def score_terms(self, word: Word, terms: Collection[int], scores: Array) -> None:
        """Raise `scores` to what `word` is worth when it was meant for one of `terms`."""
        hits = []
        for part in _parts(word):
            for term in terms:
                found = self._postings[part].count(term, term + 1)
                if found:
                    worth = points(WEIGHTS[part].prefix, found, self.size, corrected=True)
                    hits.append((worth, part, term))
        other = np.zeros_like(scores)
        for worth, part, term in sorted(hits):
            other[self._postings[part].works(term, term + 1)] = worth
        np.maximum(scores, other, out=scores)

    def likely_terms(self, word: Word) -> dict[str, int]:
        """Give the terms, with their positions, that `word` may be a misspelling of."""
        parts = _parts(word)
        among = self._postings[parts[0]].occurring()
        for part in parts[1:]:
            among |= self._postings[part].occurring()
        return self._speller.likely_terms(word.text, among, as_prefix=word.open)

    def score_phrase(self, phrase: Phrase, scores: Array) -> None:
        """Write into `scores` what `phrase` is worth: as much as a whole word of its field."""
        scores.fill(0)
        hits = []
        for part in _parts(phrase):
            works = self._works_with(phrase.words, part)
            if len(works):
                worth = points(WEIGHTS[part].exact, len(works), self.size)
                hits.append((worth, part, works))
        for worth, _, works in sorted(hits, key=lambda hit: hit[0]):
            scores[works] = worth

    def _works_with(self, words: Sequence[str], part: str) -> Array:
        """Give the works in which the words stand one after the other, ascending."""
        if part == "author":
            words = [without_umlauts(word) for word in words]  # as its sequence is written
        terms = [self._terms.find(word) for word in words]
        known = [term for term in terms if term is not None]
        if not known or len(known) < len(terms):
            return np.zeros(0, np.uint32)
        postings = self._postings[part]
        rows = sorted((postings.works(term, term + 1) for term in set(known)), key=len)
        candidates = rows[0]
        for row in rows[1:]:
            candidates = candidates[_holds(row, candidates)]
        return self._orders[part].works_with(known, candidates)


def _parts(condition: Word | Phrase) -> Sequence[str]:
    """Give the parts of the index that a condition looks into."""
    if isinstance(condition, Word) and condition.first_author:
        return ("first",)
    return (condition.field,) if condition.field else TEXT_FIELDS


def _holds(works: Array, candidates: Array) -> Array:
    """Say for each of `candidates` whether it is among `works`; both are ascending."""
    at = np.searchsorted(works, candidates)
    at[at == len(works)] = 0
    return np.asarray(works[at] == candidates)
