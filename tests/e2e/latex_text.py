"""LaTeX as it prints: a small reader that shares nothing with the program's writer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS = {
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dj": "đ", "DJ": "Đ", "dh": "ð",
    "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "textbackslash": "\\",
    "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textless": "<", "textgreater": ">", "textbar": "|", "guillemotleft": "«",
    "guillemotright": "»", "ldots": "...", "textquestiondown": "¿", "textexclamdown": "¡",
    "S": "§", "P": "¶", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "pounds": "£", "texteuro": "€", "textyen": "¥", "textbullet": "•", "dag": "†", "ddag": "‡",
    "alpha": "α", "beta": "β", "Delta": "Δ", "mu": "μ", "Omega": "Ω", "infty": "∞", "times": "×",
    "cdot": "·", "pm": "±", "div": "÷", "leq": "≤", "geq": "≥", "approx": "≈", "neq": "≠",
    "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "in": "∈", "subset": "⊂",
    "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "nabla": "∇", "partial": "∂",
    "sum": "∑", "surd": "√", "oplus": "⊕", "circ": "°", "ell": "l", "hbar": "ħ", "log": "log",
    "bibinitperiod": ".", "bibrangedash": "-",
}  # fmt: skip
_TOKEN = re.compile(r"\\(?:[A-Za-z]+\s*|.)|[{}]|[^\\{}]", re.DOTALL)


def printed(latex: str) -> str:
    """Give what `latex` prints; commands that print nothing themselves are left out."""
    latex = re.sub(r"(?<!\\)%[^\n]*\n\s*", "", latex)  # comments
    tokens = iter(_TOKEN.findall(latex))
    return unicodedata.normalize("NFC", "".join(_read(tokens)))


def _read(tokens: Iterator[str], *, single: bool = False) -> list[str]:
    """Read up to the brace that closes the group, or a single argument."""
    pieces: list[str] = []
    for token in tokens:
        if token == "}":
            break
        if token == "{":
            pieces += _read(tokens)
        elif token.startswith("\\"):
            pieces.append(_command(token[1:].strip() or " ", tokens))
        elif token not in "$^_":
            pieces.append(" " if token == "~" else token)
        if single and not token.isspace():
            break
    return pieces


def _command(name: str, tokens: Iterator[str]) -> str:
    if name in _ACCENTS:
        letters = "".join(_read(tokens, single=True))
        base = {"ı": "i", "ȷ": "j"}.get(letters[:1], letters[:1])
        return base + letters[1:] + _ACCENTS[name]
    if name == "frac":
        return "\u2044".join("".join(_read(tokens, single=True)) for _ in range(2))
    return _SIGNS.get(name, name if not name.isalpha() else "")


def likened(text: str) -> str:
    """Give `text` so that what prints alike is alike: no spaces, quotes or case, one dash."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("ȷ", "j").replace("ı", "i")
    text = re.sub("[\\s\"'`“”‘’„‚,′]", "", text)
    return re.sub("[-\u2010-\u2015\u2212]+", "-", text)


def letters(text: str) -> str:
    """Give the letters and digits of `text`, without case but with their accents."""
    return "".join(c for c in likened(text) if c.isalnum() or unicodedata.combining(c))
