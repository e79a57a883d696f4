"""Lists of names as BibTeX and biblatex split them.

Sources: Nicolas Markey, "Tame the BeaST" (2009), §4 and §11, for "First von Last",
"von Last, First" and "von Last, Jr, First"; biblatex manual 3.20, §3.4, for the extended format
"family=…, given=…".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pubbrowser.model import Name
from pubbrowser.readers import names as printed_names
from pubbrowser.readers.bibtex.latex import decode
from pubbrowser.readers.full_names import is_suffix_alone
from pubbrowser.text import clean_line

_AND = re.compile(r"\s+and(?=\s)|[{}]", re.IGNORECASE)
_PLAIN_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_EDGE_AND = re.compile(r"^\s*and\s+|\s+and\s*$", re.IGNORECASE)
_PLAIN_NAME = re.compile(
    r"([A-Z][A-Za-z]*+(?:['-][A-Za-z]++)*+), (?![JS]n?r\.?\Z)"
    r"([A-Z][A-Za-z.]*+(?:[ -][A-Z][A-Za-z.]*+)*+)"
)
"""The most frequent shape, "Last, First" with nothing in it that needs a second look."""
_MARK = re.compile(r"[{},]|[\s~]+")
_EXTENDED = re.compile(r"\s*\"?\s*(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.I)
_PART = re.compile(r"\s*\"?\s*([A-Za-z-]+)\s*=\s*(.*?)\s*\"?\s*", re.DOTALL)
_SPECIAL = re.compile(r"\{\\(?!relax\b)")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|.)", re.DOTALL)
_LETTER_COMMANDS = ("aa", "ae", "oe", "o", "l", "ss", "i", "j", "dj", "dh", "th", "ng")


@dataclass(slots=True)
class Names:
    """The names of one field; `truncated` says that it ends in "and others"."""

    names: tuple[Name, ...] = ()
    truncated: bool = False
    unclear: list[str] = field(default_factory=list)
    """Names with more commas than a name can have, as printed."""


class NameReader:
    """Reads name fields and remembers what it has read, for names come again and again."""

    def __init__(self) -> None:
        self._known: dict[str, Name] = {}

    def read(self, latex: str) -> Names:
        """Split a field such as `author` and read each name. Raises nothing."""
        result = Names()
        names: list[Name] = []
        for part in _split(latex):
            if part.lower() == "others":
                result.truncated = True
            elif name := self._known.get(part):
                names.append(name)
            else:
                names += self._unknown(part, result)
        result.names = tuple(names)
        return result

    def _unknown(self, part: str, result: Names) -> list[Name]:
        if plain := _PLAIN_NAME.fullmatch(part):
            found = [Name(plain[1], plain[2])]
        elif _EXTENDED.match(part):
            found = [_extended(part)]
        elif len(pieces := _pieces(part)) > 3:
            result.unclear.append(clean_line(decode(part)))
            listed = printed_names.read_names(clean_line(decode(part)))
            result.truncated |= listed.truncated
            return [each.name for each in listed.names]
        else:
            found = [_name(pieces, part)]
        found = [name for name in found if name != Name()]
        if found:
            self._known[part] = found[0]
        return found


def _split(latex: str) -> list[str]:
    """Split at "and" where it stands outside braces."""
    latex = _EDGE_AND.sub("", latex)
    if "{" not in latex:
        parts = _PLAIN_AND.split(latex)
    else:
        parts = []
        depth = start = 0
        for mark in _AND.finditer(latex):
            if mark[0] == "{":
                depth += 1
            elif mark[0] == "}":
                depth = max(0, depth - 1)
            elif not depth:
                parts.append(latex[start : mark.start()])
                start = mark.end()
        parts.append(latex[start:])
    return [part for each in parts if (part := each.strip())]


def _pieces(part: str) -> list[list[str]]:
    """Split a name at its commas, and each piece into words; braces hold together."""
    pieces: list[list[str]] = [[]]
    if "{" not in part:
        return [piece.replace("~", " ").split() for piece in part.split(",")]
    depth = start = 0
    for mark in _MARK.finditer(part):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif not depth:
            if word := part[start : mark.start()]:
                pieces[-1].append(word)
            if mark[0] == ",":
                pieces.append([])
            start = mark.end()
    if word := part[start:]:
        pieces[-1].append(word)
    return pieces


def _name(pieces: list[list[str]], part: str) -> Name:
    pieces = [pieces[0], *(piece for piece in pieces[1:] if piece)] if pieces[0] else pieces
    family_words = pieces[0]
    if len(pieces) == 1:
        if len(family_words) == 1 and _is_braced(family_words[0]):
            return Name(literal=_text(family_words))
        return _given_first(family_words)
    if not family_words:  # ", First": there is no name without a family name
        return Name(literal=_text([word for piece in pieces for word in piece]))
    if len(pieces) == 2 and is_suffix_alone(_text(pieces[1]), family_words):
        return replace(_given_first(family_words), suffix=_text(pieces[1]))
    particle = _particle_end(family_words)
    suffix, given = ([], pieces[1]) if len(pieces) == 2 else (pieces[1], pieces[2])
    return Name(
        family=_text(family_words[particle:]),
        given=_text(given),
        non_dropping_particle=_text(family_words[:particle]),
        suffix=_text(suffix),
    )


def _given_first(words: list[str]) -> Name:
    """Read "First von Last": the particle goes from the first to the last lower-case word."""
    lower = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    first, end = (lower[0], lower[-1] + 1) if lower else (len(words) - 1, len(words) - 1)
    return Name(
        family=_text(words[end:]),
        given=_text(words[:first]),
        non_dropping_particle=_text(words[first:end]),
    )


def _particle_end(words: list[str]) -> int:
    """Give how many words before a family name are its particle."""
    for index in range(len(words) - 2, -1, -1):
        if _is_lower(words[index]):
            return index + 1
    return 0


def _extended(part: str) -> Name:
    """Read biblatex's "family=Berg, given=Jan, prefix=van, useprefix=true"."""
    parts: dict[str, str] = {}
    for piece in _between_commas(part):
        if found := _PART.fullmatch(piece):
            parts.setdefault(found[1].lower(), _text([found[2]]))
    prefix = parts.get("prefix", "")
    drops = parts.get("useprefix", "true").lower() == "false"
    family, given = parts.get("family", ""), parts.get("given", "")
    if not family:
        return Name(literal=given)
    return Name(
        family=family,
        given=given,
        non_dropping_particle="" if drops else prefix,
        dropping_particle=prefix if drops else "",
        suffix=parts.get("suffix", ""),
    )


def _between_commas(part: str) -> list[str]:
    pieces = []
    depth = start = 0
    for mark in re.finditer(r"[{},]", part):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif not depth:
            pieces.append(part[start : mark.start()])
            start = mark.end()
    return [*pieces, part[start:]]


def _is_braced(word: str) -> bool:
    """Say whether one pair of braces holds all of `word`, and no accent: "{NASA}"."""
    if not (word.startswith("{") and word.endswith("}")) or _SPECIAL.match(word):
        return False
    depth = 0
    for index, character in enumerate(word):
        depth += (character == "{") - (character == "}")
        if not depth:
            return index == len(word) - 1
    return False


def _is_lower(word: str) -> bool:
    r"""Say whether BibTeX takes `word` for a part of a particle: its first letter outside braces,
    or in a special character such as `{\"u}`, is lower-case."""
    if word[0].isalpha():
        return word[0].islower()
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    commands = _COMMAND.match(word.lstrip("{"))
    if commands and commands[0][1:].strip() in _LETTER_COMMANDS:
        return True
    text = decode(word)
    return next((letter.islower() for letter in text if letter.isalpha()), False)


def _text(words: list[str]) -> str:
    return clean_line(decode(" ".join(words)))
