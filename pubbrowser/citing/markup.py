"""The marks that titles may carry: TeX math and the few HTML tags that CSL-JSON allows.

arXiv prints titles as their authors typed them ("$α$-TCAV", "ECQ$^{\\text{x}}$"); CSL-JSON
allows <i>, <b>, <sup>, <sub> and <span> (CSL 1.0.2, appendix "HTML-like tags").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from pubbrowser.citing.math_letters import GREEK, SYMBOLS
from pubbrowser.citing.math_text import math_as_text
from pubbrowser.model.tags import Pair, pairs, replaced, without_tags


class Segment(NamedTuple):
    """A stretch of a title: plain text, or the inside of one pair of dollar signs."""

    text: str
    is_math: bool


_MATH = re.compile(r"(?<!\\)\$((?:\\.|[^$\\])+)\$(?P<digit>\d)?")
_NOT_RAISED = re.compile(r"[<>${}\\]")
_SIGN = re.compile(r"[\\^_{}=+*/<>|]|[^\x00-\x7f]")
_COMMAND = re.compile(r"\\[A-Za-z]")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{4,}")
_NO_MATH = re.compile(
    r"[\"`@]|(?<!\\)(?:\\\\)*[#%&]"  # text, or an error in math
    r"|\\[^A-Za-z{}|,;:!>/ _$#%&\\]"  # accents, which math writes otherwise
    r"|[\^_]\s*(?:$|[\^_}~])"  # a script of nothing
    r"|([\^_])(?:\{[^{}]*\}|\\[A-Za-z]+|[^{}\\])\s*\1"  # two scripts in one place
)


def segments(text: str, italics: tuple[str, str] = ("", "")) -> Iterator[Segment]:
    """Give `text` as stretches of plain text and of math, in order; empty ones are left out.

    A pair of dollar signs holds math when there is no space inside of either sign, no digit
    follows where it has no command (both as pandoc's `tex_math_dollars`), braces are balanced
    and the inside looks like math; other dollar signs are dollars ("from $5 to $10"). HTML tags
    that have a partner go: <sup> and <sub> become math, the others leave their text; `italics`
    stand where <i> and <em> begin and end.
    """
    text = _without_tags(text, italics)
    start = 0
    position = 0
    while found := _MATH.search(text, position):
        money = found["digit"] and not _COMMAND.search(found[1])
        if money or not _looks_like_math(found[1]):
            position = found.start() + 1
            continue
        if found.start() > start:
            yield Segment(text[start : found.start()], False)
        yield Segment(found[1], True)
        start = position = found.end(1) + 1
    if start < len(text):
        yield Segment(text[start:], False)


def plain(text: str) -> str:
    """Give `text` without marks, math as Unicode as far as that goes: "ECQˣ", "α-TCAV"."""
    return "".join(math_as_text(s.text) if s.is_math else s.text for s in segments(text))


def balanced(text: str) -> bool:
    """Say whether every brace of `text` has its partner; backslashes do not count, as in BibTeX."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _without_tags(text: str, italics: tuple[str, str]) -> str:
    """Give `text` with `italics` for those tags; what is raised or lowered becomes math."""
    if "</" not in text:
        return text
    changes = []
    done = 0
    for pair in pairs(text):
        if pair.start < done:
            continue
        if raised := _raised_as_math(pair, text):
            changes.append((pair.start, pair.stop, raised))
            done = pair.stop
        else:
            before, after = italics if pair.name in ("i", "em") else ("", "")
            changes += [(pair.start, pair.inside, before), (pair.end, pair.stop, after)]
    return replaced(text, sorted(changes))


def _raised_as_math(pair: Pair, text: str) -> str:
    """Give what `pair` raises or lowers as math, "" where it does not or math cannot say it."""
    inside = without_tags(text[pair.inside : pair.end])
    if pair.name not in ("sup", "sub") or not inside.strip() or _NOT_RAISED.search(inside):
        return ""
    letters = inside if not inside.isalpha() else rf"\mathrm{{{inside}}}"
    return f"${'^' if pair.name == 'sup' else '_'}{{{letters}}}$"


def _looks_like_math(inside: str) -> bool:
    if inside != inside.strip() or not balanced(inside) or _NO_MATH.search(inside):
        return False
    if not all(character.isascii() or _belongs_to_math(character) for character in inside):
        return False
    return bool(_SIGN.search(inside)) or not _WORD.search(inside)


def _belongs_to_math(character: str) -> bool:
    scripts = ("<super>", "<sub>")
    return (
        character in GREEK
        or character in SYMBOLS
        or (unicodedata.decomposition(character).startswith(scripts))
    )
