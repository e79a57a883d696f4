"""How much a few words look like the name of a person.

Used where nothing but the look tells a name from the end of a title. The figures are in the
same unit as those of `glue`: 1 is what an ordinary name of two words is worth.
"""

from __future__ import annotations

import re
from enum import Enum

from pubbrowser.readers.full_names import PARTICLES, SUFFIXES, is_organisation
from pubbrowser.readers.scholar_feed.title_words import is_title_word

_LONGEST_NAME = 90
_LONGEST_WORD = 30
_BREAKS = re.compile("[-‐‑'’ʼ`´]")
_NOT_IN_NAMES = re.compile(r"[\d_$\\/:;!?#%&*+=<>@\[\]{}|~^]")

_PREFIX_LIST = """
    Mc Mac De Des Del Della Di Du Da Dal Dos Le La Lo Van Von Vander Fitz San Santa St Ben El Al
    Ter Ten Abd Ait Jo Mary Lee Xiao
"""
INNER_CAPITAL_PREFIXES = tuple(_PREFIX_LIST.split())
"""First parts of names that are followed by a second capital: McDonald, DeVries, LeCun, JoAnn."""


class Word(Enum):
    """What one word of a name can be."""

    CAPITALISED = "Kai"
    INNER_CAPITAL = "LeCun"
    CAPITALS = "MÜLLER"
    INITIAL = "K.-R."
    PARTICLE = "van"
    SUFFIX = "Jr."
    SMALL = "a family name printed without its capital"
    IDEOGRAPHS = "names in scripts without case"


_COST = {Word.INNER_CAPITAL: 0.2, Word.CAPITALS: 0.6, Word.SMALL: 2.2}
_BY_CORE_WORDS = {1: -1.0, 2: 1.0, 3: 0.9, 4: 0.4, 5: -0.3, 6: -0.8}


def person_score(text: str) -> float | None:
    """Say how much `text` looks like one person's name; None where it cannot be one.

    An ordinary name gives about 1, a single word about -1; words that are typical of titles
    lower the figure. The work is bounded: a text longer than any name is none.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_NAME:
        return None
    words = text.replace(",", " ").split()
    if not words or len(words) > 8:
        return None
    kinds = [kind for word in words if (kind := word_kind(word))]
    if len(kinds) == len(words) - 1 > 0 and _is_small_family(words[-1], word_kind(words[-1])):
        kinds.append(Word.SMALL)
    if len(kinds) < len(words):
        return None
    core = [kind for kind in kinds if kind not in (Word.PARTICLE, Word.SUFFIX)]
    if not core or all(kind is Word.INITIAL for kind in core) or kinds[-1] is Word.PARTICLE:
        return None
    if Word.IDEOGRAPHS in core:
        return 1.0 if 2 <= sum(map(len, words)) <= 8 else None
    begins_small = text[0].islower() or text[0] in "'’"  # "van den Berg", "al-Khatib"
    length = len(core) + begins_small
    if length not in _BY_CORE_WORDS or kinds[0] is Word.SUFFIX:
        return None
    score = _BY_CORE_WORDS[length] - 0.8 * begins_small
    score -= sum(_COST[kind] for kind in core if kind in _COST)
    score -= 1.0 * (kinds[0] is Word.INNER_CAPITAL)  # family names have them, given names hardly
    score -= 0.6 * (core[-1] is Word.INITIAL)
    if begins_small or not is_organisation(text):
        score -= 2.0 * sum(map(is_title_word, words))
    return score


def _is_small_family(word: str, kind: Word | None) -> bool:
    small = kind is None and word.isalpha() and word.islower()
    return small and 2 <= len(word) <= 12 and not is_title_word(word)


def word_kind(word: str) -> Word | None:
    """Say what `word` can be in a name, None where it cannot stand in one."""
    if len(word) > _LONGEST_WORD or _NOT_IN_NAMES.search(word):
        return None
    if len(word) > 2 and word[0] + word[-1] in ("()", "“”", '""'):  # a nickname
        word = word[1:-1]
    if word.replace("’", "'") in PARTICLES:
        return Word.PARTICLE
    if word.lower() in SUFFIXES:
        return Word.SUFFIX
    if not word.replace(".", "").replace("-", ""):
        return None
    pieces = [piece for piece in re.split("[.-]", word) if piece]
    if all(len(piece) == 1 and piece.isupper() for piece in pieces):
        return Word.INITIAL
    if "." in word:
        abbreviated = word.endswith(".") and len(word) <= 4 and word[1:-1].islower()
        return Word.INITIAL if abbreviated and word[0].isupper() else None
    return _kind_of_parts(_BREAKS.split(word))


def _kind_of_parts(parts: list[str]) -> Word | None:
    """Judge a word by its parts between hyphens and apostrophes."""
    kind = Word.CAPITALISED
    for position, part in enumerate(parts):
        if not part:  # "'t", "Sa'" or two hyphens
            continue
        letters = [char for char in part if char.isalpha()]
        if any(char.isascii() and not char.isalpha() for char in part) or (
            len({char.isupper() or char.islower() for char in letters}) != 1
        ):  # letters with and without case side by side are two words glued together
            return None
        if _is_capitalised(part):
            continue
        if not letters[0].isupper() and not letters[0].islower():
            kind = Word.IDEOGRAPHS
        elif part.islower():
            # "Min-jun", "al-Farabi", "d'Alembert"; a word wholly in lower case is no name
            if position == 0 and (len(part) > 3 or not any(p[:1].isupper() for p in parts)):
                return None
        elif part.isupper():
            kind = Word.CAPITALS if len(part) > 1 else kind
        elif has_inner_prefix(part):
            kind = Word.INNER_CAPITAL
        else:
            return None
    return kind


def _is_capitalised(part: str) -> bool:
    return part[0].isupper() and (len(part) == 1 or part[1:].islower())


def has_inner_prefix(part: str) -> bool:
    """Say whether `part` is a name with a second capital such as "McDonald" or "LeCun"."""
    return any(
        part.startswith(prefix)
        and len(part) >= len(prefix) + 2
        and part[len(prefix)].isupper()
        and part[len(prefix) + 1 :].islower()
        for prefix in INNER_CAPITAL_PREFIXES
    )
