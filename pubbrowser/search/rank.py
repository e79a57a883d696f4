"""Which works a text finds, and how well."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pubbrowser.search.index import WEIGHTS, FieldIndex
from pubbrowser.search.marks import NO_MARKS, Marks
from pubbrowser.search.typos import likely_terms
from pubbrowser.text import words

_LONGEST, _MOST_WORDS = 1_000, 50
"""Characters and words of a query that are looked at: more are a paste by mistake."""
_TYPO_PENALTY = 0.6
"""A hit through a corrected word is worth less than one through the word as typed."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The works found, each with its score (higher is better), and what to mark in them."""

    scores: Mapping[int, float]
    marks: Marks = NO_MARKS


def search_text(text: str, index: Mapping[str, FieldIndex], size: int) -> Hits:
    """Find the works in which every word of `text` stands, in whatever field and order.

    A word matches terms that begin with it; the last word is the one being typed. Misspellings
    are forgiven in words that nothing begins with, and in all of them when nothing is found
    otherwise: a word that is known means what it says. `size` is the number of works.
    """
    typed = list(dict.fromkeys(words(text[:_LONGEST])))[:_MOST_WORDS]
    if not typed:
        return Hits({})
    found = [_score_word(word, index, size) for word in typed]
    scores = _combine(found)
    marks = Marks(prefixes=tuple(dict.fromkeys(typed)))
    if scores:
        return Hits(scores, marks)
    unknown = [position for position, hits in enumerate(found) if not hits]
    corrected: set[str] = set()
    for position in unknown or range(len(typed)):
        last = position == len(typed) - 1 and not text[-1:].isspace()
        likely = _likely(typed[position], index, as_prefix=last)
        if likely:
            corrected |= likely
            found[position] = _merge(found[position], _score_terms(likely, index, size))
    if not corrected:
        return Hits(scores, marks)
    return Hits(_combine(found), Marks(marks.prefixes, frozenset(corrected)))


def _score_word(word: str, index: Mapping[str, FieldIndex], size: int) -> dict[int, float]:
    scores: dict[int, float] = {}
    for field, terms in index.items():
        weight = WEIGHTS[field]
        for position in terms.slice_of(word):
            points = weight.exact if terms.terms[position] == word else weight.prefix
            _raise(scores, terms.postings[position], points, size)
    return scores


def _score_terms(likely: set[str], index: Mapping[str, FieldIndex], size: int) -> dict[int, float]:
    scores: dict[int, float] = {}
    for field, terms in index.items():
        for term in likely:
            _raise(scores, terms.find(term), WEIGHTS[field].prefix * _TYPO_PENALTY, size)
    return scores


def _raise(scores: dict[int, float], works: Sequence[int], points: float, size: int) -> None:
    """Give each of `works` the points, made a little more for rare terms, if it has fewer."""
    points *= 1 + 0.05 * math.log((size + 1) / (len(works) + 1)) if works else 1
    for work in works:
        if scores.get(work, 0.0) < points:
            scores[work] = points


def _likely(word: str, index: Mapping[str, FieldIndex], *, as_prefix: bool) -> set[str]:
    terms = {term for field in index.values() for term in field.terms}
    likely = likely_terms(word, terms, as_prefix=as_prefix)
    return {term for term in likely if not term.startswith(word)}


def _merge(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {work: max(one.get(work, 0.0), other.get(work, 0.0)) for work in {*one, *other}}


def _combine(found: list[dict[int, float]]) -> dict[int, float]:
    """Give the works that every word has found with the sum of their points."""
    smallest, *others = sorted(found, key=len)
    return {
        work: score + sum(hits[work] for hits in others)
        for work, score in smallest.items()
        if all(work in hits for hits in others)
    }
