"""What a query finds, worked out the slow way: every work against every condition."""

from __future__ import annotations

from collections.abc import Iterator

from pubbrowser.model import Work
from pubbrowser.search.conditions import All, Any, Condition, Has, Not, Phrase, Value, Word, Years
from pubbrowser.search.fields import first_author, having, texts
from pubbrowser.search.spellings import other_spellings, without_umlauts
from pubbrowser.search.values import values_of
from pubbrowser.text import words


def meets(work: Work, condition: Condition) -> bool:
    """Whether `work` meets `condition`."""
    match condition:
        case Word():
            return any(word.startswith(condition.text) for word in _words(work, condition))
        case Phrase(several, field):
            fields = [field] if field else list(texts(work))
            return any(
                _stands_in(text, several, is_name=name == "author")
                for name in fields
                for text in texts(work)[name]
            )
        case Years(first, last):
            year = work.year
            return year is not None and (first or year) <= year <= (last or year)
        case Value(field, text):
            return any(value.startswith(text) for value in values_of(field, work) if value)
        case Has(what):
            return having(work)[what]
        case Not(part):
            return not meets(work, part)
        case All(parts):
            return all(meets(work, part) for part in parts)
        case Any(parts):
            return any(meets(work, part) for part in parts)


def _words(work: Work, asked: Word) -> Iterator[str]:
    for field, several in texts(work).items():
        if asked.field in (None, field):
            for text in (first_author(work),) if asked.first_author else several:
                yield from words(text)
                if field == "author":
                    yield from other_spellings(text)


def _stands_in(text: str, phrase: tuple[str, ...], *, is_name: bool) -> bool:
    known, asked = words(text), list(phrase)
    if is_name:
        known, asked = [*map(without_umlauts, known)], [*map(without_umlauts, asked)]
    return any(known[n : n + len(asked)] == asked for n in range(len(known) - len(asked) + 1))
