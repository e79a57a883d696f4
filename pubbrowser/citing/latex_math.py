"""Math of titles as LaTeX.

Math stays as it was typed, with the commands of common packages (amsmath, amssymb) and macros of
its author's own: whose .bib file has them has their definitions. What breaks any document, such as
a command without its argument, is not written as math.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pubbrowser.citing.math_letters import GREEK, SYMBOLS

_BROKEN = re.compile(
    r"\\(?:(?:math|text)[a-z]+|mbox|sqrt|frac|hat|check|breve|acute|grave|tilde|bar|vec|d?dot"
    r"|wide[a-z]+|over[a-z]+|under[a-z]+|stackrel|left|right|[bB]igg?[lr]?)\s*(?:$|[}_^&])"
    r"|\\(?:frac|stackrel)\s*(?:\{[^{}]*\}|[^{}\\])\s*(?:$|[}_^])"
    r"|\\(?:mbox|text[a-z]+)\s*\{[^{}]*[_^]"
)
"""A command without its argument, or a script where LaTeX expects text."""
_WORD_IN_BRACES = re.compile(r"\{([^\\^_{}=+*/<>|$]*[A-Za-z]{4}[^\\^_{}=+*/<>|$]*)\}\Z")
"""How titles have math that would else be taken for a word between dollars."""
_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")


def can_be_set(latex: str) -> bool:
    """Say whether LaTeX can set `latex` as math where all commands are known, as far as can be
    told."""
    commands = re.findall(r"\\(left|right)(?![A-Za-z])", latex)
    return commands.count("left") == commands.count("right") and not _BROKEN.search(latex)


def escape_math(math: str) -> str:
    """Give the inside of a pair of dollar signs in LaTeX's own letters and commands."""
    if word := _WORD_IN_BRACES.match(math):
        return word[1]
    return joined(
        GREEK.get(character) or SYMBOLS.get(character) or script(character) or character
        for character in math
    )


def joined(pieces: Iterable[str]) -> str:
    """Join pieces of math, with a space where a letter would lengthen the command before it."""
    joint: list[str] = []
    for piece in pieces:
        if joint and _ENDS_IN_COMMAND.search(joint[-1]) and piece[:1].isalpha():
            joint.append(" ")
        joint.append(piece)
    return "".join(joint)


def script(character: str) -> str:
    """Give "²" as `^{2}` and "₂" as `_{2}`, all other characters as ""."""
    tag, _, _ = unicodedata.decomposition(character).partition(" ")
    if tag not in ("<super>", "<sub>"):
        return ""
    inside = unicodedata.normalize("NFKC", character).replace("\u2212", "-")
    inside = GREEK.get(inside, inside)
    if not inside.isascii():
        return ""
    return f"{'^' if tag == '<super>' else '_'}{{{inside}}}"
