"""Patterns for citation keys: "{family}{year}{word}" and the like.

The default is Google Scholar's shape, which most people know from their .bib files
("lapuschkin2019unmasking").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pubbrowser.model import Record
from pubbrowser.model.tags import without_tags
from pubbrowser.text import fold, words

DEFAULT_PATTERN = "{family}{year}{word}"

_FUNCTION_WORDS = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for",
        "from", "how", "in", "into", "is", "it", "its", "not", "of", "on", "or", "over", "that",
        "the", "their", "this", "to", "toward", "towards", "under", "using", "via", "what",
        "when", "where", "which", "who", "why", "with", "der", "die", "das", "ein", "eine",
        "und", "von", "zur", "zum", "im", "le", "la", "les", "un", "une", "des", "et", "du",
        "de", "el", "los", "las",
    )
)  # fmt: skip
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_TOKEN = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_LITERAL = re.compile(r"[A-Za-z0-9_:.+/-]+")
_SEPARATORS = "_:.+/-"


class KeyPatternError(ValueError):
    """A pattern for citation keys cannot be used. The message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern that has been checked: literal text and names of fields in turn."""

    parts: tuple[tuple[bool, str], ...]
    """(whether it is a field, its name or the literal text), in the order of the key."""

    def key(self, record: Record) -> str:
        """Give the key of `record`.

        Where nothing that the pattern asks for is known it is that of the default pattern, and
        "untitled" where that finds nothing either. Separators beside a field without a value
        go, so that "{family}_{year}" gives "bell" for a paper without a year.
        """
        values = [(is_field, _FIELDS[text](record) if is_field else text)
                  for is_field, text in self.parts]  # fmt: skip
        if not any(value for is_field, value in values if is_field):
            return "untitled" if self == _DEFAULT else _DEFAULT.key(record)
        key = ""
        complete = True
        for is_field, value in values:
            if is_field:
                complete &= bool(value)
            elif not key or key[-1] in _SEPARATORS:
                value = value.lstrip(_SEPARATORS) if not complete else value
            key += value
        return key if complete else key.rstrip(_SEPARATORS)


def parse_pattern(text: str) -> KeyPattern:
    """Read a pattern such as "{family}{year}{word}"; raises `KeyPatternError`.

    Its fields, for a paper of Bell and Hewish, "The Quiet Pulsar in View", 1968:

    - {family} "bell", {Family} "Bell": first author (or editor), in ASCII letters
    - {year} "1968", {yy} "68"
    - {word} "quiet", {Word} "Quiet": first word of the title that is no function word
    - {words3} "quietpulsarview", {Words3} "QuietPulsarView": the first three of them

    Where nobody is named, {word} and {Word} are three words: one would say too little.
    Between the fields may stand ASCII letters, digits and the signs _ : . + / -.
    """
    parts: list[tuple[bool, str]] = []
    for found in _TOKEN.finditer(text):
        field, literal, brace = found.groups()
        if brace:
            raise KeyPatternError(f"the citation-key pattern {text!r} has a {brace!r} on its own")
        if field is not None and field not in _FIELDS:
            raise KeyPatternError(
                f"the citation-key pattern {text!r} has an unknown field {{{field}}}; "
                f"known fields are {', '.join(f'{{{name}}}' for name in _FIELDS)}"
            )
        if literal is not None and not _LITERAL.fullmatch(literal):
            wrong = _LITERAL.sub("", literal)[0]
            raise KeyPatternError(
                f"the citation-key pattern {text!r} has {wrong!r} in it; besides fields, only "
                f"letters, digits and the signs {' '.join(_SEPARATORS)} can stand in a key"
            )
        parts.append((field is not None, field if field is not None else literal))
    if not any(is_field for is_field, _ in parts):
        raise KeyPatternError(
            f"the citation-key pattern {text!r} has no field; the usual one is {DEFAULT_PATTERN!r}"
        )
    return KeyPattern(tuple(parts))


def _family(record: Record) -> str:
    names = record.author or record.editor
    return names[0].family or names[0].literal or names[0].given if names else ""


def _year(record: Record) -> str:
    return str(record.issued.year) if record.issued else ""


def _telling_words(record: Record, number: int) -> list[str]:
    """Give the first words of the title that are no function words, in ASCII lower case."""
    text = without_tags(record.title).replace("'", "").replace("’", "")
    title = list(filter(None, map(_ascii, words(text))))
    telling = [word for word in title if len(word) > 1 and word not in _FUNCTION_WORDS] or title
    return telling[:number]


def _word(record: Record) -> list[str]:
    return _telling_words(record, 1 if _ascii(_family(record)) else 3)


def _capitalised(text: str) -> str:
    """Give "lapuschkin" as "Lapuschkin", and words in ASCII that begin with a digit as is."""
    return text[:1].upper() + text[1:]


_FIELDS: dict[str, Callable[[Record], str]] = {
    "family": lambda record: _ascii(_family(record)),
    "Family": lambda record: "".join(map(_capitalised, map(_ascii, words(_family(record))))),
    "year": _year,
    "yy": lambda record: _year(record)[-2:],
    "word": lambda record: "".join(_word(record)),
    "Word": lambda record: "".join(map(_capitalised, _word(record))),
    "words3": lambda record: "".join(_telling_words(record, 3)),
    "Words3": lambda record: "".join(map(_capitalised, _telling_words(record, 3))),
}


def _ascii(text: str) -> str:
    return _NOT_ASCII_WORD.sub("", fold(text))


_DEFAULT = parse_pattern(DEFAULT_PATTERN)
