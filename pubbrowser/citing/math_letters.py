"""Letters and signs that TeX has in math only, and those that Unicode has raised or lowered."""

from __future__ import annotations

import unicodedata

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


def scripted(sign: str, text: str) -> str:
    """Give `text` raised ("^") or lowered ("_"), after `sign` where Unicode lacks a character."""
    table = _SUPERSCRIPTS if sign == "^" else _SUBSCRIPTS
    if all(character in table for character in text):
        return "".join(table[character] for character in text)
    return sign + text


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


# Minus signs are typed as hyphens in TeX, degrees as raised circles; primes and daggers are
# raised by themselves, and the Sun's sign is known only lowered.
_SUPERSCRIPTS = _scripts("<super>") | {"-": "⁻", "∘": "°", "′": "′", "†": "†", "‡": "‡"}
_SUBSCRIPTS = _scripts("<sub>") | {"-": "₋", "⊙": "⊙"}
