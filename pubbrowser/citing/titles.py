r"""Titles for BibTeX and BibLaTeX, with the capitals in braces that styles must not lower.

Most styles lower-case titles but for the first letter ("BibTeXing", 1988, §2.1, item 4, advises
braces around whole words). Words that carry a capital after their first letter (BERT,
iNNvestigate, XAI) are names or acronyms in any title; a capital at the start of a word may be
mere title case, so those words stay open to the style, unless the document protects them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pubbrowser.citing.latex import Letters, ascii_letters, curl_quotes, escape_text, math
from pubbrowser.citing.markup import segments
from pubbrowser.citing.protection import CLOSE, OPEN, with_protection
from pubbrowser.model.tags import replaced, tag_spans

_SIGN = re.compile(f"([{OPEN}{CLOSE}])")
_PARTS = re.compile(r"[\s/\u2010-\u2015-]+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?[\u0300-\u036f]*", re.DOTALL)

_MATH = re.compile(r"(?<!\\)\$(?:\\.|[^$\\])*\$")


def protected(title: str, words: Sequence[str] = (), letters: Letters = ascii_letters) -> str:
    """Give `title` as LaTeX with braces around the parts of words that keep their capitals.

    Hyphens, slashes and dashes separate parts: "XAI-based" becomes "{XAI}-based". The `words`,
    words or phrases of the title, are in braces as a whole. `letters` says how text without
    math is written.
    """
    pieces: list[str] = []
    inside: list[str] | None = None
    for segment in segments(with_protection(title, words, _curled(title))):
        if segment.is_math:
            latex = math(segment.text, letters)
            if inside is None:
                pieces.append(_with_math_shielded(latex))
            else:
                inside.append(latex)
            continue
        for text in _SIGN.split(segment.text):
            if text == OPEN:
                inside = []
            elif text == CLOSE:
                pieces.append(_group("".join(inside or ())))
                inside = None
            elif inside is not None:
                inside.append(escape_text(text, letters))
            elif text:
                pieces.append(_protected_text(text, letters, at_start=not pieces))
    return "".join(pieces)


def _curled(title: str) -> str:
    """Give `title` with curly quotation marks, but for those of tags."""
    curled = curl_quotes(title)
    return replaced(curled, [(*span, title[slice(*span)]) for span in tag_spans(title)])


def _group(latex: str) -> str:
    r"""Put `latex` in braces; BibTeX lowers what stands in braces behind a backslash: `{\& Co}`."""
    if latex.startswith("\\"):
        latex = f"{{{latex}}}"
    return f"{{{latex}}}" if latex else ""


def _protected_text(text: str, letters: Letters, *, at_start: bool) -> str:
    pieces = []
    position = 0
    for separator in _PARTS.finditer(text):
        part = text[position : separator.start()]
        pieces.append(_protected_part(part, letters, at_start and not position))
        pieces.append(escape_text(separator[0], letters))
        position = separator.end()
    pieces.append(_protected_part(text[position:], letters, at_start and not position))
    return "".join(pieces)


def _protected_part(part: str, letters: Letters, is_first: bool) -> str:
    core = _CORE.search(part)
    if not core or not _keeps_capitals(core[0], is_first):
        return _with_math_shielded(escape_text(part, letters))
    before, after = (
        _with_math_shielded(escape_text(text, letters))
        for text in (part[: core.start()], part[core.end() :])
    )
    return f"{before}{{{escape_text(core[0], letters)}}}{after}"


def _with_math_shielded(latex: str) -> str:
    r"""Put math that holds capitals in braces: BibTeX knows no math and lowers `\Delta` too."""
    return _MATH.sub(lambda m: m[0] if m[0] == m[0].lower() else f"{{{m[0]}}}", latex)


def _keeps_capitals(word: str, is_first: bool) -> bool:
    """Say whether lower-casing would spoil `word`.

    A single capital is the pronoun "I", a symbol or a numeral ("K-means", "Part V"), unless it
    is the article "A"; the first word of a title keeps its capital without braces.
    """
    if len(word) == 1:
        return word.isupper() and word != "A" and not is_first
    return any(letter.isupper() for letter in word[1:])
