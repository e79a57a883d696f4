"""Names that are written with umlauts by some and without by others: Müller, Mueller, Muller.

Folding makes "muller" of "Müller". Who types or prints "Mueller" means the same person, so a
name is found by both spellings, whichever of the three is printed.
"""

from __future__ import annotations

import re
import unicodedata

from pubbrowser.text import words

_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"}
)
_UMLAUT = re.compile(r"(?<![aeiouyq])([aou])e(?=[^\W\d_aeiouy])")
_ENDS_LIKE_MICHAEL = re.compile(r"[aeiouy][^aeiouy]*[aou]e[^aeiouy]$")


def without_umlauts(word: str) -> str:
    """Give a folded word with the written-out umlauts it seems to have taken back: "muller" for
    "mueller".

    Where a vowel stands before, or another vowel follows, no umlaut is written out ("Bauer",
    "Miguel"), nor in the last syllable of "Michael" or "Samuel".
    """
    if "e" not in word or _ENDS_LIKE_MICHAEL.search(word):
        return word
    return _UMLAUT.sub(r"\1", word)


def other_spellings(name: str) -> set[str]:
    """Give the folded words that a name is also found by, besides `words(name)`."""
    plain = words(name)
    other = {without_umlauts(word) for word in plain}
    if not name.isascii():
        other.update(words(unicodedata.normalize("NFC", name).translate(_WRITTEN_OUT)))
    return other.difference(plain)
