"""Given names as initials, as CSL's `initialize-with` asks for (CSL 1.0.2, "Name").

The engine writes "Min-jun" as "M.-. jun" and heeds no `initialize="false"`, with which names
stay and initials alone take the style's form.
"""

from __future__ import annotations

import re

_SPLIT = re.compile(r"(\s+|-)")
_HYPHEN = re.compile(r"\s*-\s*")
_ROMANESQUE = re.compile(
    "[-0-9A-Za-z\u00c0-\u017f\u0218-\u021b\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0e01-\u0e5b"
    "\u1e00-\u1fff\u200c-\u200e]"
)
"""Letters of scripts whose names have a given name first and can be initialised."""
_LETTER_WITHOUT_CASE = re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0e01-\u0e2e]")
"""Letters of Hebrew and Arabic, consonants of Thai: what names in these scripts begin with."""


def is_romanesque(text: str) -> bool:
    """Say whether `text` has a letter of a script that sets given names first."""
    return _ROMANESQUE.search(text) is not None


def initialized(given: str, mark: str, *, hyphens: bool = True) -> str:
    """Give `given` as initials, each followed by `mark`: "J.-L.", "J. R.", "JR", "J. de".

    A part after a hyphen that starts in lower case belongs to the part before ("Min-jun": "M.").
    Words in lower case stay. Scripts without cases have initials too: the specification and
    citeproc-js except none that sets given names first. `hyphens` says whether hyphens between
    initials are kept.
    """
    if not _ROMANESQUE.match(given):
        return given
    words = _words(given, hyphens)
    if not words:
        return given
    written = ""
    for word, separator in words:
        if letter := _initial(word):
            written += letter + (mark.rstrip() + "-" if separator == "-" else mark)
        else:
            written = f"{written.rstrip(' ')} {word} " if written else f"{word} "
    return _tidy(written)


def _initial(word: str) -> str:
    """Give the letter that stands for `word`, "" for a word in lower case."""
    if word[0].upper() == word[0] and word[0].lower() != word[0]:
        return word[0]
    found = _LETTER_WITHOUT_CASE.search(word)
    return found[0] if found and _ROMANESQUE.match(word) else ""


def normalized(given: str, mark: str, *, hyphens: bool = True) -> str:
    """Give `given` with its names as they are and its initials as `initialized` has them.

    That is `initialize="false"`, which adds the style's `initialize-with` to "initials present
    in the full name"; hyphens go by `initialize-with-hyphen` alone, which keeps them by default
    (CSL 1.0.2, "Name" and "Hyphenation of Initialized Names").
    """
    if not _ROMANESQUE.match(given):
        return given
    words = _words(given, hyphens)
    written = ""
    for index, (word, separator) in enumerate(words):
        short = _is_abbreviation(word)
        if not short:
            written += word + separator
        else:
            next_is_short = index + 1 < len(words) and _is_abbreviation(words[index + 1][0])
            written += word.rstrip(".")
            if separator == "-":
                written += mark.rstrip() + "-"
            elif separator:
                written += mark if next_is_short else mark.rstrip() + " "
            else:
                written += mark
    return _tidy(written)


def _words(given: str, hyphens: bool) -> list[tuple[str, str]]:
    """Split `given` into words, each with what stands between it and the next."""
    if not hyphens:
        given = given.replace("-", " ")
    given = re.sub(r"\.(?=[^\s.])", ". ", _HYPHEN.sub("-", given)).replace(". -", ".-")
    # A part in lower case after a hyphen is no name of its own.
    given = re.sub(r"-(?=[a-z])", "\u2013", given)
    pieces = _SPLIT.split(given.strip())
    separators = [*(" " if s.isspace() else s for s in pieces[1::2]), ""]
    words = zip(pieces[::2], separators, strict=True)
    return [(word.replace("\u2013", "-"), separator) for word, separator in words if word]


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.upper() == word) or (len(word) > 1 and word.endswith("."))


def _tidy(written: str) -> str:
    return re.sub(r"\s+", " ", written).rstrip().replace("- ", "-")
