"""Editions as the formats want them: a number, "3rd", or BibTeX's "Third".

Sources: "BibTeXing" (1988), §3.2 (an ordinal with a capital, to which styles add "edition");
biblatex manual 3.18, §2.2.2 (`edition` as an integer, which styles put into words of their own);
CSL 1.0.2, "Choose" (`is-numeric`).
"""

from __future__ import annotations

import re

_ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_GERMAN = (
    "erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte",
    "zehnte",
)  # fmt: skip
_WORDS = {word: number for words in (_ENGLISH, _GERMAN) for number, word in enumerate(words, 1)}
_NOUN = (
    r"(?:edition|edn|ed|éd(?:ition)?|edici[óo]n|edizione|edição|auflage|aufl|ausgabe|druk|"
    r"uppl(?:aga)?|utg(?:ave|åva)?|udgave)\.?"
)
_NUMBER = re.compile(
    rf"(\d{{1,3}})(?:\.|\s?(?:st|nd|rd|th|er|re|ère|e|ème|ª|º))?(?:\s*{_NOUN})?", re.IGNORECASE
)
_WORD = re.compile(rf"([^\W\d_]+)(?:\s+{_NOUN})?", re.IGNORECASE)
_ENGLISH_NOUN = re.compile(r"[\s,]+(?:edition|edn\.?|ed\.?)\Z", re.IGNORECASE)


def edition_number(edition: str) -> int:
    """Give the number of `edition` where it says nothing else ("3rd", "Dritte Auflage"), else 0."""
    edition = edition.strip()
    if found := _NUMBER.fullmatch(edition):
        return int(found[1])
    found = _WORD.fullmatch(edition)
    return _WORDS.get(found[1].lower(), 0) if found else 0


def edition_as_ordinal(edition: str) -> str:
    """Give `edition` as "3rd" where it is a number, else as it is."""
    number = edition_number(edition)
    return f"{number}{_ending(number)}" if number else edition


def edition_in_words(edition: str) -> str:
    """Give `edition` as "Third" where it is a small number, without the word "edition"."""
    number = edition_number(edition)
    if 0 < number <= len(_ENGLISH):
        return _ENGLISH[number - 1].capitalize()
    words = _ENGLISH_NOUN.sub("", edition_as_ordinal(edition))
    return words[:1].upper() + words[1:]


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
