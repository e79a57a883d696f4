"""Given names and initials: "K-R", "AM" and "Klaus-Robert" as citations write them.

Lists print initials in every fashion ("Müller K-R", "Raberger AM", "Storås A M"). BibTeX sees
an initial only where a word is one letter with a full stop, and references print initials only.
"""

from __future__ import annotations

import re
import unicodedata

_HYPHENS = re.compile("[-\u2010\u2011\u2012\u2013]")
_NICKNAME = re.compile(r"\s*(\([^()]*\)|“[^“”]*”|\"[^\"]*\")")


def dotted(given: str, family: str = "") -> str:
    """Give `given` with its initials as separate dotted letters, full names as they are.

    "K-R" becomes "K.-R.", "A M" and "AM" become "A. M.", "Kristoffer K" becomes
    "Kristoffer K."; "Jo", "Klaus-Robert" and "J.R." stay. `family` helps to tell initials from
    names in lists that are printed in capitals throughout: there "KIM" is a name.
    """
    words = given.split()
    if len(words) == 1 and _is_run_of_initials(words[0], family):
        return " ".join(f"{letter}." for letter in _letters(words[0]))
    return " ".join(_dotted_word(word) for word in words)


def initials(given: str, family: str = "") -> str:
    """Give the initials of `given`, hyphens kept: "Klaus-Robert" becomes "K.-R.".

    The letters keep their case ("Min-jun": "M.-j."), as CSL processors do it. Particles after
    a name stay ("Juan de": "J. de"), nicknames in brackets go, and so does nothing of a script
    without capitals, which knows no initials.
    """
    words = _NICKNAME.sub("", given).split() or given.split()
    if len(words) == 1 and _is_run_of_initials(words[0], family):
        return dotted(words[0], family)
    shortened: list[str] = []
    for word in words:
        particle = shortened and word.islower() and word.isalpha() and len(word) > 1
        shortened.append(word if particle else _shortened_word(word))
    return " ".join(shortened)


def _is_run_of_initials(word: str, family: str) -> bool:
    """Say whether `word` is two or three capitals that stand for as many names: "AM", "GÜ"."""
    letters = _letters(word)
    if not all(letter[0].isupper() for letter in letters):
        return False
    in_capitals = len(family) > 1 and family.isupper()
    return len(letters) == 2 or (len(letters) == 3 and not in_capitals)


def _dotted_word(word: str) -> str:
    """Put full stops after the hyphenated parts of `word` if each is a single capital."""
    parts = _HYPHENS.split(word)
    if all(len(_letters(part)) == 1 and part[0].isupper() for part in parts):
        return "-".join(f"{part}." for part in parts)
    return word


def _shortened_word(word: str) -> str:
    if re.fullmatch(r"(\w\.)+\w?", word):  # "J.R.": initials that lack the space
        return " ".join(f"{letter}." for letter in word.split(".") if letter)
    parts = [part for part in _HYPHENS.split(word) if part]
    return "-".join(_initial(part) for part in parts) if parts else word


def _initial(part: str) -> str:
    if part.endswith(".") and len(part) <= 4:  # already short, and "Yu." or "Ch." is one initial
        return part
    letters = _letters(part)
    first = next((index for index, letter in enumerate(letters) if letter[0].isalpha()), None)
    if first is None or letters[first].lower() == letters[first].upper():
        return part
    return f"{letters[first]}."


def _letters(word: str) -> list[str]:
    """Split `word` into characters, each with the combining marks that follow it."""
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters
