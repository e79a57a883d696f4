"""Which words of a shown text are the ones that were searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pubbrowser.search.spellings import other_spellings
from pubbrowser.text import fold, word_spans


@dataclass(frozen=True, slots=True)
class Marks:
    """The words a search has found, folded."""

    prefixes: tuple[str, ...] = ()
    """Beginnings of words."""
    words: frozenset[str] = frozenset()
    """Whole words: those that a misspelt word was taken for."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Whole words that are marked where they stand one after the other."""

    def __bool__(self) -> bool:
        return bool(self.prefixes or self.words or self.phrases)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give (start, end) of everything to mark in `text`, in order, without overlaps."""
        if not self:
            return []
        places = word_spans(text)
        shown = [fold(text[start:end]) for start, end in places]
        in_phrase = self._in_phrases(shown)
        found = []
        for number, (start, end) in enumerate(places):
            word = shown[number]
            if number in in_phrase or word in self.words:
                found.append((start, end))
            elif length := self._begins(word):
                # Folding can lengthen a word ("ß" → "ss"); then the whole word is marked.
                same_length = len(word) == end - start
                found.append((start, start + length if same_length else end))
            elif any(map(self._is_found, other_spellings(text[start:end]))):
                found.append((start, end))
        return found

    def _begins(self, word: str) -> int:
        """Give the length of the longest beginning of `word` that was searched for."""
        return max((len(p) for p in self.prefixes if word.startswith(p)), default=0)

    def _is_found(self, word: str) -> bool:
        return word in self.words or self._begins(word) > 0

    def _in_phrases(self, shown: Sequence[str]) -> frozenset[int]:
        """Give the positions of the words that are part of a phrase."""
        return frozenset(
            position
            for phrase in self.phrases
            for start in _occurrences(shown, phrase)
            for position in range(start, start + len(phrase))
        )


def _occurrences(words: Sequence[str], phrase: tuple[str, ...]) -> Iterator[int]:
    for start in range(len(words) - len(phrase) + 1):
        if tuple(words[start : start + len(phrase)]) == phrase:
            yield start


NO_MARKS = Marks()
