"""From works to the arrays of the index, in one pass over them.

What is held meanwhile are the words (each once) and a few bytes per word of text, never a work.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from pubbrowser.model import Person, Work
from pubbrowser.search.arrays import Array
from pubbrowser.search.columns import Column, Numbering, sequence_codes
from pubbrowser.search.fields import HAVINGS, TEXT_FIELDS, VALUE_FIELDS, first_author, has, texts
from pubbrowser.search.lexicon import letters_and_lengths, lexicon_arrays
from pubbrowser.search.orders import WorkOrders
from pubbrowser.search.postings import Beginnings, heavy_rows
from pubbrowser.search.spellings import other_spellings, without_umlauts
from pubbrowser.search.values import values_of
from pubbrowser.text import words


def build_arrays(works: Iterable[Work], people: Sequence[Person]) -> dict[str, Array]:
    """Give all that `Engine` needs of `works`, whose place in the iterable is their index.

    `people` are those that the works refer to by index. The arrays are named as
    `search.arrays` says; they share no memory with the works.
    """
    builder = _Builder()
    for work in works:
        builder.add(work)
    return builder.arrays(len(people))


class _Builder:
    """All columns, filled work by work."""

    def __init__(self) -> None:
        self._terms = Numbering()
        self._texts = {field: Column(in_order=True) for field in TEXT_FIELDS}
        self._first = Column()
        self._values = {field: (Numbering(), Column()) for field in VALUE_FIELDS}
        self._people = array("I")
        self._people_ends = array("I", [0])
        self._types = array("B")
        self._having = array("B")
        self._orders = WorkOrders()

    def add(self, work: Work) -> None:
        for field, several in texts(work).items():
            if field == "author":
                self._add_names(self._texts[field], several)
            else:
                self._texts[field].add([self._numbers(words(text)) for text in several])
        self._add_names(self._first, [first_author(work)])
        for field, (numbering, column) in self._values.items():
            column.add([[numbering[value] for value in set(values_of(field, work)) - {""}]])
        self._types.append(self._values["type"][0][work.merged.type])
        self._people.extend(dict.fromkeys(work.people))
        self._people_ends.append(len(self._people))
        self._having.append(sum(1 << bit for bit, what in enumerate(HAVINGS) if has(work, what)))
        self._orders.add(work)

    def _add_names(self, column: Column, names: Sequence[str]) -> None:
        """Add the names of a work, in all spellings; a phrase finds them by the shortest."""
        spelt = {word for name in names for word in (*words(name), *other_spellings(name))}
        short = [[without_umlauts(word) for word in words(name)] for name in names]
        column.add(map(self._numbers, short), self._numbers(spelt))

    def _numbers(self, several: Iterable[str]) -> Iterable[int]:
        return map(self._terms.__getitem__, several)

    def arrays(self, people: int) -> dict[str, Array]:
        size = len(self._having)
        terms, positions = self._terms.sorted()
        self._terms.clear()
        result = lexicon_arrays(terms, "terms")
        letters, lengths = letters_and_lengths(result, "terms")
        result |= {"terms.letters": letters, "terms.lengths": lengths}
        result["terms.codes"] = sequence_codes(positions)
        beginnings = Beginnings(terms)
        for field, column in self._texts.items():
            rows = column.rows(positions, field)
            result |= rows | heavy_rows(beginnings, rows, field, size)
        result |= self._first.rows(positions, "first")
        for name, (numbering, column) in self._values.items():
            strings, places = numbering.sorted()
            result |= lexicon_arrays(strings, name) | column.rows(places, name)
            if name == "type":
                result["work.types"] = places[np.frombuffer(self._types, np.uint8)].astype(np.uint8)
        result |= self._people_arrays(people)
        result["work.having"] = np.frombuffer(self._having, np.uint8)
        return result | self._orders.arrays()

    def _people_arrays(self, people: int) -> dict[str, Array]:
        authors = np.frombuffer(self._people, np.uint32)
        starts = np.frombuffer(self._people_ends, np.uint32)
        works = np.repeat(np.arange(len(starts) - 1, dtype=np.uint32), np.diff(starts))
        ends = np.cumsum(np.bincount(authors, minlength=people), dtype=np.uint32)
        return {
            "authorship.starts": starts,
            "authorship.people": authors,
            "person.starts": np.concatenate([np.zeros(1, np.uint32), ends]),
            "person.works": works[np.argsort(authors, kind="stable")],
        }
