"""Why a work is found, where what is shown of it does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pubbrowser.model import Work
from pubbrowser.search.conditions import All, Any, Condition, Phrase, Value, Word
from pubbrowser.search.fields import first_author, texts
from pubbrowser.search.marks import Marks
from pubbrowser.text import fold

_BETWEEN = ", "
_BEGINNING, _END = r"(?<![^\W_])", r"(?![^\W_])"
"""Of a word, which is a run of letters and digits."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something of a work that a query asked for."""

    label: str
    """Names the field: "abstract", "author", "DOI"."""
    text: str
    """All of the field's text; of authors all names."""
    spans: tuple[tuple[int, int], ...]
    """(start, end) of what was asked for; at least one, in order."""


def reason(work: Work, query: Condition, marks: Marks, shown: Mapping[str, str]) -> Reason | None:
    """Give the first part of `query` that `shown` does not hold, and where `work` has it.

    `shown` are the visible texts by field ("title", "author", "venue"; what else is visible
    under any other name); `marks` are those of the query's result. None when the visible texts
    tell enough, or the work does not meet the query.
    """
    found = _Explained(work, marks, shown).of(query)
    return found if isinstance(found, Reason) else None


class _Explained:
    """Says of parts of a query whether they are met: True where it is plain to see (or needs
    no words), False where not, and the reason where it is hidden."""

    def __init__(self, work: Work, marks: Marks, shown: Mapping[str, str]) -> None:
        self._work = work
        self._corrected = _Sought(Marks(words=marks.words), _whole("|", marks.words))
        self._shown = shown

    def of(self, part: Condition) -> Reason | bool:
        match part:
            case All(parts):
                found = [self.of(inner) for inner in parts]
                if False in found:
                    return False
                return next((inner for inner in found if isinstance(inner, Reason)), True)
            case Any(parts):
                found = [self.of(inner) for inner in parts]
                if True in found:
                    return True
                return next((inner for inner in found if inner), False)
            case Word() | Phrase():
                return self._words(part)
            case Value("tag", text):
                return self._value("tag", self._work.tags, text)
            case Value("key", text):
                return self._value("key", (self._work.key,), text)
        return True  # years and types are seen; what is not there has no place

    def _words(self, part: Word | Phrase) -> Reason | bool:
        # Misspellings are forgiven only in words that stand nowhere as they are typed.
        shown = [(name, text) for name, text in self._shown.items() if _asks(part, name)]
        for sought in (_sought(part), self._corrected):
            if any(sought.spans(name, text) for name, text in shown):
                return True
            for label, pieces in _places(self._work, part):
                if spans := _spans(sought, label, pieces):
                    return Reason(label, _BETWEEN.join(pieces), spans)
        return False

    def _value(self, label: str, values: Sequence[str], text: str) -> Reason | bool:
        for value in values:
            if fold(value).startswith(text):
                return Reason(label, value, ((0, min(len(text), len(value))),))
        return False


def _asks(part: Word | Phrase, field: str) -> bool:
    return part.field in (None, field)


def _places(work: Work, part: Word | Phrase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give where `part` may stand in `work`: the field's name and its text; names one by one."""
    if isinstance(part, Word) and part.first_author:
        yield "first author", (first_author(work),)
        return
    for field, pieces in texts(work).items():
        if not _asks(part, field):
            continue
        if field == "author":
            yield field, pieces
        else:
            yield from ((_label(work, field, piece), (piece,)) for piece in pieces)


def _label(work: Work, field: str, text: str) -> str:
    """Name what `text` is, which is one of those of `field` in `work`."""
    record = work.merged
    if field == "venue" and text != record.container_title:
        return "series" if text == record.collection_title else "publisher"
    if field != "other":
        return field
    names = {
        record.doi: "DOI",
        record.arxiv_id: "arXiv",
        work.key: "key",
        record.genre: "kind",
        record.category: "class",
        record.affiliation: "from",
        **dict.fromkeys(record.notes, "note"),
    }
    return names.get(text, "year" if record.issued and text == str(work.year) else "link")


def _spans(sought: _Sought, label: str, pieces: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Give the spans found in `pieces`, as they stand in the text that joins them."""
    found = []
    before = 0
    for piece in pieces:
        found += [(before + start, before + end) for start, end in sought.spans(label, piece)]
        before += len(piece) + len(_BETWEEN)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for in texts."""

    marks: Marks
    pattern: str
    """The same as a regular expression for folded text, twenty times as fast."""

    def spans(self, label: str, text: str) -> list[tuple[int, int]]:
        if label in ("author", "first author"):
            return self.marks.spans(text)  # these know other spellings of names
        folded = fold(text)
        found = [place.span() for place in re.finditer(self.pattern, folded)]
        # Where folding has changed the length, the places are others in the text itself.
        if not found or len(folded) == len(text):
            return found
        return self.marks.spans(text) or [(0, len(text))]  # a sign that stands for several words


def _sought(part: Word | Phrase) -> _Sought:
    if isinstance(part, Word):
        return _Sought(Marks(prefixes=(part.text,)), _BEGINNING + re.escape(part.text))
    return _Sought(Marks(phrases=(part.words,)), _whole(r"[\W_]+", part.words))


def _whole(between: str, words: Iterable[str]) -> str:
    return f"{_BEGINNING}(?:{between.join(map(re.escape, words)) or '(?!)'}){_END}"
