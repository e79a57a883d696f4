"""The second step of reading a query: what each of its terms asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from pubbrowser.search.conditions import (
    All,
    Any,
    Condition,
    Has,
    Having,
    Not,
    Phrase,
    TextField,
    Value,
    ValueField,
    Word,
    Years,
)
from pubbrowser.search.tokens import Token
from pubbrowser.search.values import TYPE_WORDS
from pubbrowser.search.year_terms import read_years
from pubbrowser.text import fold, words

TEXT_FIELDS: tuple[TextField, ...] = get_args(TextField)
VALUE_FIELDS: tuple[ValueField, ...] = get_args(ValueField)
HAVINGS: tuple[Having, ...] = get_args(Having)
FIELDS = frozenset((*TEXT_FIELDS, *VALUE_FIELDS, "year", "has"))

_YEAR_HINT = "write year:2019, year:2019..2021 or year:>2020"
_HAS_HINT = f"write has:{', has:'.join(HAVINGS[:-1])} or has:{HAVINGS[-1]}"
_TYPE_HINT = "write type:journal, conference, preprint, book, chapter, thesis, report or software"
_EMPTY_HINTS = {
    "year": _YEAR_HINT,
    "has": _HAS_HINT,
    "type": _TYPE_HINT,
    "author": 'write author:name or author:"full name"',
    "category": "write category:LG",
    "tag": "write tag:reading",
    "key": "write key:name2019",
    "doc": "write doc:file.md",
}
_LONE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BARE_RANGE = re.compile(r"[0-9]{4}\.\.[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term asks for; None where it holds nothing to search for."""

    condition: Condition | None = None
    hint: str = ""
    """What is wrong with the term and how to write it, empty when nothing is."""
    cost: int = 1
    """Words of the term."""
    cut: bool = False
    """The term has more words than may be looked at."""


def meaning(token: Token, *, typing: bool, most: int) -> Meaning:
    """Say what `token` asks for.

    `typing` tells that the text ends with the token, so that its last word may go on. At most
    `most` words (at least one) are looked at.
    """
    if token.field == "year":
        found = _years(token)
    elif token.field == "has":
        found = _has(token)
    elif value_field := next((known for known in VALUE_FIELDS if known == token.field), None):
        found = _value(value_field, token)
    else:
        found = _text(token, typing=typing, most=most)
    if token.negated and found.condition:
        return Meaning(Not(found.condition), found.hint, found.cost, found.cut)
    return found


def all_of(parts: Sequence[Condition]) -> Condition | None:
    """Give the condition that asks for every one of `parts`, each once; None for no parts."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]
    once = tuple(dict.fromkeys(flat))
    return All(once) if len(once) > 1 else once[0] if once else None


def any_of(parts: Sequence[Condition]) -> Condition | None:
    """Give the condition that asks for one of `parts`, each once; None for no parts."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Any) else (part,))]
    once = tuple(dict.fromkeys(flat))
    return Any(once) if len(once) > 1 else once[0] if once else None


def _empty(field: str) -> Meaning:
    hint = _EMPTY_HINTS.get(field, f'write {field}:word or {field}:"some words"')
    return Meaning(hint=f"{field}: has nothing after it: {hint}")


def _years(token: Token) -> Meaning:
    value = token.value.strip()
    if years := read_years(value):
        return Meaning(years)
    if not words(value):
        return _empty("year")
    return Meaning(hint=f"year:{value} is no year: {_YEAR_HINT}")


def _has(token: Token) -> Meaning:
    value = fold(token.value.strip())
    if not value:
        return _empty("has")
    what = next((known for known in HAVINGS if known.startswith(value)), None)
    return Meaning(Has(what)) if what else Meaning(hint=f"has:{value} is not known: {_HAS_HINT}")


def _value(field: ValueField, token: Token) -> Meaning:
    value = fold(token.value.strip())
    if not value:
        return _empty(field)
    names = (name for names in TYPE_WORDS.values() for name in names)
    if field == "type" and not any(name.startswith(value) for name in names):
        return Meaning(hint=f"type:{value} is not known: {_TYPE_HINT}")
    return Meaning(Value(field, value))


def _text(token: Token, *, typing: bool, most: int) -> Meaning:
    field = next((known for known in TEXT_FIELDS if known == token.field), None)
    if not (token.field or token.quoted) and _BARE_RANGE.fullmatch(token.value):
        return Meaning(read_years(token.value))
    typed = words(token.value)
    if not typed:
        return _empty(token.field) if token.field else Meaning(cost=0)
    kept, cut = typed[:most], len(typed) > most
    goes_on = typing and not cut and not (token.quoted and token.closed)
    if token.first_author:
        parts = [Word(word, "author", first_author=True) for word in kept]
    elif token.quoted:
        if not goes_on:
            return Meaning(Phrase(tuple(kept), field), cost=len(kept), cut=cut)
        phrase = Phrase(tuple(kept[:-1]), field)
        before: list[Condition] = [phrase] if phrase.words else []
        last = Word(kept[-1], field, open=True)
        return Meaning(all_of([*before, last]), cost=len(kept))
    else:
        parts = [Word(word, field) for word in kept]
    if goes_on:
        last = parts[-1]
        parts[-1] = Word(last.text, last.field, last.first_author, open=True)
    found = all_of(
        [part if token.field or token.first_author else _or_year(part) for part in parts]
    )
    return Meaning(found, _group_hint(token), len(kept), cut)


def _or_year(word: Word) -> Condition:
    """Let a year stand for the works of that year, and for the word: "1984" is a title too."""
    if not _LONE_YEAR.fullmatch(word.text):
        return word
    return Any((Years(int(word.text), int(word.text)), word))


def _group_hint(token: Token) -> str:
    if not token.field or token.value[0] != "(":
        return ""
    name = token.field
    return f"brackets do not go after {name}: write {name}:one OR {name}:other"
