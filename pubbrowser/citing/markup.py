"""The marks that titles may carry: TeX math and the few HTML tags that CSL-JSON allows.

arXiv prints titles as their authors typed them ("$α$-TCAV", "ECQ$^{\\text{x}}$"); CSL-JSON
allows <i>, <b>, <sup>, <sub> and <span> (CSL 1.0.2, appendix "HTML-like tags").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from pubbrowser.model.tags import Pair, pairs, replaced, without_tags


class Segment(NamedTuple):
    """A stretch of a title: plain text, or the inside of one pair of dollar signs."""

    text: str
    is_math: bool


_MATH = re.compile(r"(?<!\\)\$((?:\\.|[^$\\])+)\$(?!\d)")
_NOT_RAISED = re.compile(r"[<>${}\\]")
_SIGN = re.compile(r"[\\^_{}=+*/<>|]|[^\x00-\x7f]")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{4,}")
_NO_MATH = re.compile(
    r"[\"#%&`@]"  # text, or an error in math
    r"|\\[^A-Za-z{}|,;:! _$\\]"  # accents, which math writes otherwise
    r"|[\^_]\s*(?:$|[\^_}~])"  # a script of nothing
    r"|([\^_])(?:\{[^{}]*\}|\\[A-Za-z]+|.)\s*\1"  # two scripts in one place
)
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]*)\}|(.))")
_COMMAND_WITH_TEXT = re.compile(r"\\(?:text|math)[a-z]*\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")

_GREEK_NAMES = (
    "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega "
    "vartheta phi varpi varrho varsigma epsilon"
)
GREEK = {
    character: "\\" + name
    for character, name in zip(
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩϑϕϖϱςϵ", _GREEK_NAMES.split(), strict=True
    )
}
"""Greek letters that are TeX commands in math; the others look like Latin letters."""
SYMBOLS = {
    "×": r"\times", "·": r"\cdot", "±": r"\pm", "−": "-", "÷": r"\div", "∞": r"\infty",
    "≤": r"\leq", "≥": r"\geq", "≈": r"\approx", "≠": r"\neq", "≡": r"\equiv", "∼": r"\sim",
    "→": r"\rightarrow", "←": r"\leftarrow", "↔": r"\leftrightarrow", "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow", "∈": r"\in", "∉": r"\notin", "⊂": r"\subset", "⊆": r"\subseteq",
    "∪": r"\cup", "∩": r"\cap", "∀": r"\forall", "∃": r"\exists", "∅": r"\emptyset",
    "∇": r"\nabla", "∂": r"\partial", "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "√": r"\surd",
    "∝": r"\propto", "⊕": r"\oplus", "⊗": r"\otimes", "∘": r"\circ", "∥": r"\|", "⊥": r"\perp",
    "ℓ": r"\ell", "ħ": r"\hbar", "★": r"\star", "⋆": r"\star", "′": "'", "″": "''", "…": r"\ldots",
}  # fmt: skip
"""Signs that TeX has in math only."""
_UNICODE = {command[1:]: character for character, command in (GREEK | SYMBOLS).items()} | {
    "dots": "…", "cdots": "⋯", "to": "→", "le": "≤", "ge": "≥", "ne": "≠",
    "infty": "∞", "quad": " ",
}  # fmt: skip


def segments(text: str) -> Iterator[Segment]:
    """Give `text` as stretches of plain text and of math, in order; empty ones are left out.

    A pair of dollar signs holds math when there is no space inside of either sign, no digit
    follows (both pandoc's rule for `tex_math_dollars`), braces are balanced and the inside
    looks like math; other dollar signs are dollars ("from $5 to $10"). HTML tags that have a
    partner go: <sup> and <sub> become math, the others leave their text.
    """
    text = _without_tags(text)
    start = 0
    position = 0
    while found := _MATH.search(text, position):
        if not _looks_like_math(found[1]):
            position = found.start() + 1
            continue
        if found.start() > start:
            yield Segment(text[start : found.start()], False)
        yield Segment(found[1], True)
        start = position = found.end()
    if start < len(text):
        yield Segment(text[start:], False)


def plain(text: str) -> str:
    """Give `text` without marks, math as Unicode as far as that goes: "ECQˣ", "α-TCAV"."""
    return "".join(_math_as_text(s.text) if s.is_math else s.text for s in segments(text))


def balanced(text: str) -> bool:
    """Say whether every brace of `text` has its partner; backslashes do not count, as in BibTeX."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _without_tags(text: str) -> str:
    """Give `text` without its tags; what they raise or lower becomes math."""
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
            changes += [(pair.start, pair.inside, ""), (pair.end, pair.stop, "")]
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


def _math_as_text(math: str) -> str:
    while (shorter := _COMMAND_WITH_TEXT.sub(r"\1", math)) != math:
        math = shorter
    math = _COMMAND.sub(lambda found: _UNICODE.get(found[1], found[1]), math)
    math = _SCRIPT.sub(_script_as_text, math)
    return re.sub(r"\\(.)|[{}]", lambda found: found[1] or "", math)


def scripted(sign: str, text: str) -> str:
    """Give `text` raised ("^") or lowered ("_"), after `sign` where Unicode lacks a character."""
    table = _SUPERSCRIPTS if sign == "^" else _SUBSCRIPTS
    if all(character in table for character in text):
        return "".join(table[character] for character in text)
    return sign + text


def _script_as_text(found: re.Match[str]) -> str:
    return scripted(found[1], found[2] if found[2] is not None else found[3])


_SCRIPT_BLOCKS = (
    (0xB2, 0xBA),
    (0x2B0, 0x2E5),
    (0x1D2C, 0x1DC0),
    (0x2070, 0x209D),
    (0x2C7C, 0x2C7E),
)


def _scripts(kind: str) -> dict[str, str]:
    """Collect Unicode's raised or lowered characters by what they stand for."""
    table: dict[str, str] = {}
    for code in (c for block in _SCRIPT_BLOCKS for c in range(*block)):
        tag, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        if tag == kind and " " not in rest:
            table.setdefault(chr(int(rest, 16)), chr(code))
    return table


# Minus signs are typed as hyphens in TeX, and degrees as raised circles.
_SUPERSCRIPTS = _scripts("<super>") | {"-": "⁻", "∘": "°"}
_SUBSCRIPTS = _scripts("<sub>") | {"-": "₋"}
