"""Which words of a shown text are the ones that were searched for."""

from __future__ import annotations

from dataclasses import dataclass

from pubbrowser.text import fold, word_spans


@dataclass(frozen=True, slots=True)
class Marks:
    """The words a search has found.

    `prefixes` mark the beginning of a word, `words` whole words: those that a misspelt word
    was taken for. All are folded.
    """

    prefixes: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.prefixes or self.words)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give (start, end) of everything to mark in `text`, in order, without overlaps."""
        if not self:
            return []
        found = []
        for start, end in word_spans(text):
            word = fold(text[start:end])
            if word in self.words:
                found.append((start, end))
                continue
            length = max((len(p) for p in self.prefixes if word.startswith(p)), default=0)
            if length:
                # Folding can lengthen a word ("ß" → "ss"); then the whole word is marked.
                same_length = len(word) == end - start
                found.append((start, start + length if same_length else end))
        return found


NO_MARKS = Marks()
