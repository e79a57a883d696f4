"""Works in any number, made up from a seed, one after the other, for benchmarks.

Words follow Zipf's law, and so does the number of papers of each person. A title has 6 to 12
words, an abstract 150.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from random import Random
from typing import overload

import numpy as np
from numpy.typing import NDArray

from pubbrowser.model import Date, Name, Person, Record, Source, Work

_BATCH = 1_000
_WORDS = 300_000
_ABSTRACT = 150
_VENUES = 2_000
_CONSONANTS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "z",
    "ch",
    "st",
    "tr",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_SMALL = [
    "the",
    "of",
    "and",
    "in",
    "to",
    "a",
    "is",
    "for",
    "we",
    "with",
    "that",
    "on",
    "by",
    "this",
    "are",
    "as",
    "an",
    "be",
    "from",
    "it",
]


class GeneratedPeople(Sequence[Person]):
    """As many people as a number of works has, made when they are asked for."""

    def __init__(self, works: int) -> None:
        self._size = max(20, works * 2 // 5)
        self._families = _made_up_words(20_000, Random(2))
        self._given = _made_up_words(500, Random(3))

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Person: ...
    @overload
    def __getitem__(self, at: slice) -> list[Person]: ...
    def __getitem__(self, at: int | slice) -> Person | list[Person]:
        if isinstance(at, slice):
            return [self[number] for number in range(self._size)[at]]
        if not 0 <= at < self._size:
            raise IndexError(at)
        return Person(id=f"p{at}", name=self.name(at))

    def name(self, person: int) -> Name:
        """Give the name of a person; some share it, as people do."""
        scattered = person * 7919
        family = self._families[scattered % len(self._families)]
        given = self._given[scattered // len(self._families) % len(self._given)]
        return Name(family.capitalize(), given=given.capitalize())


def generated_works(size: int, people: GeneratedPeople, seed: int = 1) -> Iterator[Work]:
    """Give `size` works by `people`; the same ones for the same arguments."""
    random, numbers = Random(seed), np.random.default_rng(seed)
    words = [*_SMALL, *_made_up_words(_WORDS - len(_SMALL), Random(4))]
    venues = [
        " ".join(random.choices(words[len(_SMALL) : 3_000], k=random.randint(2, 5))).title()
        for _ in range(_VENUES)
    ]
    text = _zipf(len(words), 2.7, 1.05)
    productivity = _zipf(len(people), 10, 0.8)
    popularity = _zipf(_VENUES, 5, 1.0)
    for first in range(0, size, _BATCH):
        count = min(_BATCH, size - first)
        drawn = _draw(numbers, text, count * (_ABSTRACT + 12)).reshape(count, -1).tolist()
        authors = _draw(numbers, productivity, count * 8).reshape(count, -1).tolist()
        places = _draw(numbers, popularity, count).tolist()
        for number in range(count):
            ranks = drawn[number]
            own = tuple(dict.fromkeys(authors[number][: random.choice((1, 2, 2, 3, 3, 4, 5, 8))]))
            title = " ".join([words[rank] for rank in ranks[: random.randint(6, 12)]])
            record = Record(
                type="article-journal",
                title=title.capitalize(),
                author=tuple(map(people.name, own)),
                issued=Date(2024 - int(random.expovariate(0.12)) % 60, random.randint(1, 12)),
                container_title=venues[places[number]],
                abstract=" ".join([words[rank] for rank in ranks[12:]]),
                doi=f"10.{1000 + number}/{first + number}",
            )
            index = first + number
            yield Work(
                id=f"w{index}",
                key=f"{record.author[0].family.lower()}{index}",
                merged=record,
                records=((Source("generated.bib", index + 1), record),),
                people=own,
            )


def _made_up_words(count: int, random: Random) -> list[str]:
    """Give different words, the short ones rather first, as in languages."""
    all_syllables = [a + b for a, b in product(_CONSONANTS, _VOWELS)]
    found: dict[str, None] = {}
    while len(found) < count:
        fewest = 1 + (len(found) > 300) + (len(found) > 20_000)
        word = "".join(random.choices(all_syllables, k=random.randint(fewest, 3)))
        found[word + random.choice(("", "", "n", "s", "l", "ng"))] = None
    return list(found)


def _zipf(size: int, shift: float, exponent: float) -> NDArray[np.float64]:
    """Give the cumulated shares of ranks by the law of Zipf and Mandelbrot."""
    shares = 1 / (np.arange(size) + shift) ** exponent
    return np.array(list(accumulate((shares / shares.sum()).tolist())))


def _draw(
    numbers: np.random.Generator, cumulated: NDArray[np.float64], count: int
) -> NDArray[np.intp]:
    found = np.searchsorted(cumulated, numbers.random(count))
    return np.minimum(found, len(cumulated) - 1)
