"""What the words of titles tell about them: rare words much, words of half the titles little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from pubbrowser.merging.works.traits import Traits, main_title

_FEWEST_RECORDS = 1000
_RARE = 3


class Weights:
    """The weight of a word is log(1 + N / frequency), with N no less than 1,000.

    This is the inverse document frequency of retrieval (Sparck Jones 1972); the floor keeps
    the words of a small library from looking more frequent than they are. Main titles (before
    a colon) are counted as well, as one word that ends in ":".
    """

    def __init__(self, traits: Sequence[Traits]) -> None:
        self.frequencies: Counter[str] = Counter()
        for one in traits:
            self.frequencies.update(set(one.words))
        self._main_titles = Counter(
            f"{main}:" for one in traits if (main := main_title(one.record.title))
        )
        self._records = max(len(traits), _FEWEST_RECORDS)
        self._known: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """Give the weight of `word`, about 1 to 14."""
        weight = self._known.get(word)
        if weight is None:
            weight = math.log(1 + self._records / max(self.frequencies[word], 1))
            self._known[word] = weight
        return weight

    def is_rare(self, main: str) -> bool:
        """Say whether a main title is that of one paper, not of many ("Deep learning:")."""
        return self._main_titles[main] <= _RARE
