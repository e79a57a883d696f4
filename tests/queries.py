"""Generated queries: trees of conditions as the language can write them."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import strategies as st

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
    Word,
    Years,
)
from pubbrowser.search.terms import all_of, any_of

_fields = st.none() | st.sampled_from(get_args(TextField))
_words = st.one_of(
    st.sampled_from(["lrp", "or", "a", "author", "layer", "日本", "10"]),
    st.from_regex("[a-z]{1,6}", fullmatch=True),
)
_years = st.integers(1000, 9999)
_words_and_phrases = st.one_of(
    st.builds(Word, _words, _fields),
    st.builds(Word, _words, st.just("author"), st.just(True)),
    st.builds(Phrase, st.lists(_words, min_size=1, max_size=3).map(tuple), _fields),
)
_others = st.one_of(
    st.builds(Years, _years, st.none()),
    st.builds(Years, st.none(), _years),
    st.tuples(_years, _years).map(lambda pair: Years(min(pair), max(pair))),
    st.integers(1900, 2099).map(lambda year: Any((Years(year, year), Word(str(year))))),
    st.builds(Value, st.sampled_from(["tag", "key", "doc", "category"]), _words),
    st.builds(Value, st.just("type"), st.sampled_from(["article", "journal article", "pre"])),
    st.builds(Has, st.sampled_from(get_args(Having))),
)
_terms = _words_and_phrases | _others


def _groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        parts.map(Not),
        several.map(lambda parts: all_of(parts) or parts[0]),
        several.map(lambda parts: any_of(parts) or parts[0]),
    )


queries: st.SearchStrategy[Condition] = st.recursive(_terms, _groups, max_leaves=6)
"""Queries of all kinds, at most a few brackets deep."""


def written(query: Condition) -> str:
    """Give `query` in the language, so that reading it gives the same tree."""
    return f"{_part(query)} "  # the space ends the last word


def _part(query: Condition) -> str:
    match query:
        case Word(text, field, first_author):
            return f"^{text}" if first_author else f"{field}:{text}" if field else text
        case Phrase(words, field):
            phrase = f'"{" ".join(words)}"'
            return f"{field}:{phrase}" if field else phrase
        case Years(first, last):
            return f"year:{_year(first)}..{_year(last)}"
        case Value(name, text):
            return f'{name}:"{text}"' if re.search(r"\s", text) else f"{name}:{text}"
        case Has(what):
            return f"has:{what}"
        case Not(part):
            return f"-({_part(part)})"
        case All(parts):
            return f"({' '.join(map(_part, parts))})"
        case Any((Years(first, last), Word(text, None))) if text == str(first) == str(last):
            return text
        case Any(parts):
            return f"({' OR '.join(map(_part, parts))})"


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
