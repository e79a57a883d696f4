"""The language of queries: reads what is typed into a tree of conditions.

    clever horse                 words, all of which must match
    "clever horse"               words one after the other
    author:bach title:layer      words in one field; also venue: and abstract:
    ^bach                        the first author
    type:preprint  category:LG  tag:reading  key:bach2015  doc:list.md
    2019  year:2019..2021  year:>2020
    has:code                     also abstract, doi, link and note
    -survey                      what must not match
    LRP OR attribution           one of both; goes before the "and" between all others
    (deep learning) OR -survey   brackets group

Nothing that is typed is an error: what cannot be understood is left out and told as a flaw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pubbrowser.search.conditions import Condition, Not
from pubbrowser.search.terms import FIELDS, all_of, any_of, meaning
from pubbrowser.search.tokens import Token, tokens
from pubbrowser.text import words

_LONGEST, _MOST_WORDS = 1_000, 50
"""Characters and words of a query that are looked at: more are a paste by mistake."""
_DEEPEST = 8
"""Brackets inside of one another that count as such; deeper ones are passed over."""
_LONE_OR = 'OR stands between two words; the word itself is written "or"'


@dataclass(frozen=True, slots=True)
class Flaw:
    """A part of a query that is left out, from `start` to `end` of the text."""

    start: int
    end: int
    hint: str
    """What is wrong and how to write it, in one line."""
    unfinished: bool = False
    """The text ends here, and it may become right as typing goes on."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a query that is more than a word: a field's name, its value, or an operator."""

    start: int
    end: int
    kind: Literal["field", "value", "operator"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as understood."""

    condition: Condition | None = None
    """What a work must meet; None when nothing is asked for, which every work meets."""
    flaws: tuple[Flaw, ...] = ()
    spans: tuple[Span, ...] = ()
    """In order, without overlaps."""


@dataclass(slots=True)
class _Group:
    """What stands between two brackets, or the whole query."""

    negated: bool = False
    parts: list[Condition] = field(default_factory=list)
    """What must all match."""
    chain: list[Condition] = field(default_factory=list)
    """What is joined by OR so far, of which the last part may be the left side of another."""
    begun: bool = False
    """Something stands before that an OR can join."""
    joined: Token | None = None
    """The OR that waits for its right side."""

    def add(self, condition: Condition | None) -> None:
        """Take the next part; None for one that is there but could not be understood."""
        if self.joined is None:
            self._end_chain()
        self.joined = None
        self.begun = True
        if condition:
            self.chain.append(condition)

    def condition(self) -> Condition | None:
        """Give the meaning of the whole group."""
        self._end_chain()
        found = all_of(self.parts)
        return Not(found) if found and self.negated else found

    def _end_chain(self) -> None:
        if found := any_of(self.chain):
            self.parts.append(found)
        self.chain = []


class _Reader:
    """Goes through the tokens of one text, once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups = [_Group()]
        self.flaws: list[Flaw] = []
        self.spans: list[Span] = []
        self.words_left = _MOST_WORDS

    def read(self) -> Parsed:
        """Give what the text means."""
        for token in tokens(self.text[:_LONGEST], FIELDS):
            if self.words_left < 1:
                hint = f"only the first {_MOST_WORDS} words are searched for"
                self.flaws.append(Flaw(token.start, len(self.text), hint))
                break
            self._take(token)
        while len(self.groups) > 1:
            self._close()
        self._end_or(self.groups[0], unfinished=True)
        if len(self.text) > _LONGEST:
            hint = f"only the first {_LONGEST:,} characters are searched for"
            self.flaws.append(Flaw(_LONGEST, len(self.text), hint))
        flaws = tuple(sorted(self.flaws, key=lambda flaw: flaw.start))
        return Parsed(self.groups[0].condition(), flaws, tuple(self.spans))

    def _take(self, token: Token) -> None:
        group = self.groups[-1]
        if token.kind == "term":
            self._take_term(token)
        elif token.kind == "or":
            self.spans.append(Span(token.start, token.end, "operator"))
            if group.begun and not group.joined:
                group.joined = token
            else:
                self.flaws.append(Flaw(token.start, token.end, _LONE_OR))
        elif token.kind == "open" and len(self.groups) <= _DEEPEST:
            self.spans.append(Span(token.start, token.end, "operator"))
            self.groups.append(_Group(token.negated))
        elif token.kind == "close" and len(self.groups) > 1:
            self.spans.append(Span(token.start, token.end, "operator"))
            self._close()

    def _take_term(self, token: Token) -> None:
        ends_text = token.end == len(self.text)
        typing = ends_text and not self.text[-1].isspace()
        found = meaning(token, typing=typing, most=self.words_left)
        self.words_left -= found.cost
        if found.hint:
            unfinished = ends_text and not words(token.value)
            self.flaws.append(Flaw(token.start, token.end, found.hint, unfinished))
        if found.cost:
            self.groups[-1].add(found.condition)
        if token.negated and found.cost:
            self.spans.append(Span(token.start, token.start + 1, "operator"))
        if token.field or token.first_author:
            self.spans.append(Span(token.start + token.negated, token.value_start, "field"))
            if token.value_start < token.end:
                self.spans.append(Span(token.value_start, token.end, "value"))
        elif token.quoted:
            self.spans.append(Span(token.value_start, token.end, "value"))

    def _close(self) -> None:
        group = self.groups.pop()
        self._end_or(group, unfinished=False)
        self.groups[-1].add(group.condition())

    def _end_or(self, group: _Group, *, unfinished: bool) -> None:
        if waiting := group.joined:
            at_end = unfinished and waiting.end == len(self.text.rstrip())
            self.flaws.append(Flaw(waiting.start, waiting.end, _LONE_OR, at_end))


def parse(text: str) -> Parsed:
    """Read `text` as a query, in time linear in its length. Raises nothing."""
    return _Reader(text).read()
