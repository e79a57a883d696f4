"""The inverted index: which words stand in which works, and in which field."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pubbrowser.model import Work
from pubbrowser.text import words

FIELDS = ("title", "author", "venue", "abstract", "other")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a hit in a field is worth when the word is the beginning, or the whole, of a term."""

    prefix: int
    exact: int


WEIGHTS = {
    "title": Weight(8, 11),
    "author": Weight(7, 10),
    "venue": Weight(3, 4),
    "abstract": Weight(2, 3),
    "other": Weight(2, 3),
}
"""Measured on a known-item test: title and author names are what people remember."""


@dataclass(frozen=True, slots=True)
class FieldIndex:
    """The terms of one field in sorted order, each with the works it stands in (ascending)."""

    terms: Sequence[str]
    postings: Sequence[array[int]]

    def slice_of(self, prefix: str) -> range:
        """Give the positions of all terms that begin with `prefix`: one contiguous range."""
        start = bisect_left(self.terms, prefix)
        # U+10FFFF sorts after everything that can follow the prefix in a folded word.
        return range(start, bisect_left(self.terms, prefix + "\U0010ffff", lo=start))

    def find(self, term: str) -> array[int]:
        """Give the works with `term` as a whole word, empty when there are none."""
        position = bisect_left(self.terms, term)
        if position < len(self.terms) and self.terms[position] == term:
            return self.postings[position]
        return array("I")


def build_index(works: Sequence[Work]) -> dict[str, FieldIndex]:
    """Index all `works` by the words of every field in `FIELDS`."""
    collected: dict[str, dict[str, array[int]]] = {field: {} for field in FIELDS}
    for number, work in enumerate(works):
        for field, text in _texts(work):
            terms = collected[field]
            for term in set(words(text)):
                terms.setdefault(term, array("I")).append(number)
    index = {}
    for field, terms in collected.items():
        ordered = sorted(terms)
        index[field] = FieldIndex(ordered, [terms[term] for term in ordered])
    return index


def _texts(work: Work) -> Iterator[tuple[str, str]]:
    record = work.merged
    yield "title", record.title
    yield "author", " ".join(name.full for name in work.names)
    yield "venue", f"{record.container_title} {record.collection_title} {record.publisher}"
    yield "abstract", record.abstract
    year = str(record.issued.year) if record.issued else ""
    identifiers = f"{record.doi} {record.arxiv_id} {work.key}"
    links = " ".join(link.url.split("//", 1)[-1] for link in record.links)
    said = (record.genre, record.category, record.affiliation, *record.notes)
    yield "other", " ".join((year, identifiers, links, *said))
