"""Unicode as LaTeX for BibLaTeX: letters and punctuation stay, what TeX takes for a command goes.

Biber and every LaTeX since 2018 read UTF-8, so accents need no commands. Signs that text fonts
lack (arrows, raised and lowered characters, single Greek letters) are math here as well, since
they print with any engine and font then.
"""

from __future__ import annotations

import re
import unicodedata

from pubbrowser.citing.latex import ascii_letters

_WRITTEN_AS_IN_ASCII = frozenset("\\{}$&#%_~^<>|\xa0\xad\u202f\u2009ẞ")
_DASHES = {"‐": "-", "‑": "-", "‒": "–", "―": "—"}
"""Dashes that fonts often lack, with the like of them that all have."""
_FROM_LATIN_1 = frozenset("×·±÷°µ¬¼½¾…")
"""Signs that every text font has, though TeX knows them as math."""


def unicode_letters(text: str) -> str:
    """Give `text`, which holds neither math nor Greek, as LaTeX in Unicode (NFC)."""
    clusters = re.findall(".[\u0300-\u036f]*", unicodedata.normalize("NFC", text), re.DOTALL)
    return "".join(map(_letter, clusters))


def _letter(cluster: str) -> str:
    if cluster in _DASHES:
        return _DASHES[cluster]
    if cluster in _WRITTEN_AS_IN_ASCII:
        return ascii_letters(cluster)
    if len(cluster) == 1 and (_is_text(cluster) or cluster in _FROM_LATIN_1):
        return cluster
    return ascii_letters(cluster)


def _is_text(character: str) -> bool:
    """Say whether `character` prints as it is wherever its script does: "é", "Ж", "“"."""
    if character.isascii():
        return True
    if unicodedata.decomposition(character).startswith("<"):
        return False
    return unicodedata.category(character)[0] in "LNP" and character not in "′″"
