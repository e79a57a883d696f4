"""The first step of reading a query: the text as a row of terms, operators and brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
"""Straight and typographic double quotes; each of them opens and closes a phrase. Single ones do
not count, since they are apostrophes more often."""

_SIGN = re.compile(r"-(?=[^\s-])")
_FIELD = re.compile(r"([A-Za-z]+):")
_JOINING = re.compile(r"(?:OR|AND)(?![^)])")
_RUN = re.compile(r"\S+")
_QUOTE = re.compile(f"[{QUOTES}]")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query, from `start` to `end` of the text."""

    kind: Literal["term", "or", "and", "open", "close"]
    start: int
    end: int
    negated: bool = False
    """A "-" stands before the term or the opening bracket."""
    field: str = ""
    """The field that is asked for, lower case; empty for none."""
    first_author: bool = False
    """A "^" stands before the term."""
    value: str = ""
    """What is asked for, without field and quotes."""
    value_start: int = 0
    """Where the value begins in the text, its quotes included."""
    quoted: bool = False
    closed: bool = True
    """False for a phrase whose closing quote is missing: it goes to the end of the text."""


def tokens(text: str, fields: Collection[str]) -> Iterator[Token]:
    """Split `text`; every character that is no white space is part of one token.

    Only the names in `fields` are fields. One with a capital counts where its value follows
    at once: "Title: a history" is a title, not a question.
    """
    position = 0
    while found := _RUN.search(text, position):
        token = _token(text, found.start(), found.end(), fields)
        yield token
        position = token.end


def _token(text: str, start: int, end: int, fields: Collection[str]) -> Token:
    """Give the token that begins at `start`; white space or the text's end follows at `end`."""
    if joining := _JOINING.match(text, start, end):
        return Token("or" if joining[0] == "OR" else "and", start, joining.end())
    if text[start] == ")":
        return Token("close", start, start + 1)
    position = start
    if negated := _SIGN.match(text, position) is not None:
        position += 1
    if text[position] == "(":
        return Token("open", start, position + 1, negated)
    field = ""
    named = _FIELD.match(text, position, end)
    # A name with a capital and nothing after it begins a title more likely.
    if named and named[1].lower() in fields and (named[1].islower() or named.end() < end):
        field, position = named[1].lower(), named.end()
    first_author = not field and text[position] == "^"
    position += first_author
    value_start = position
    quoted = position < end and text[position] in QUOTES
    closed = True
    if quoted:
        closing = _QUOTE.search(text, position + 1)
        closed = closing is not None
        value = text[position + 1 : closing.start() if closing else len(text)]
        end = closing.end() if closing else len(text)
    else:
        value = text[position:end]
        surplus = value.count(")") - value.count("(")
        while surplus > 0 and len(value) > 1 and value.endswith(")"):
            value, end, surplus = value[:-1], end - 1, surplus - 1
    return Token(
        "term", start, end, negated, field, first_author, value, value_start, quoted, closed
    )
