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

_ITALIC, _UPRIGHT = "\ufdd5", "\ufdd6"
"""Two more characters that Unicode keeps free for a program's own use."""
_FREE = str.maketrans("", "", _ITALIC + _UPRIGHT)
_PARTNER = {OPEN: CLOSE, _ITALIC: _UPRIGHT}
_SIGN = re.compile(f"([{OPEN}{CLOSE}{_ITALIC}{_UPRIGHT}])")
_PARTS = re.compile(r"[\s/\u2010-\u2015-]+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?[\u0300-\u036f]*", re.DOTALL)

_MATH = re.compile(r"(?<!\\)\$(?:\\.|[^$\\])*\$")


def protected(
    title: str,
    words: Sequence[str] = (),
    letters: Letters = ascii_letters,
    *,
    commands_protect: bool = True,
) -> str:
    """Give `title` as LaTeX with braces around the parts of words that keep their capitals.

    Hyphens, slashes and dashes separate parts: "XAI-based" becomes "{XAI}-based". The `words`,
    words or phrases of the title, are in braces as a whole. <i> and <em> become `\\emph`.
    `letters` says how text without math is written, `commands_protect` whether the argument of a
    command keeps its capitals without further braces, as with BibTeX.
    """
    # What is open, the outermost first: the sign that opened it, and what stands in it so far.
    open_: list[tuple[str, list[str]]] = [("", [])]
    shields = (OPEN, _ITALIC) if commands_protect else (OPEN,)
    title = title.translate(_FREE)
    shown = with_protection(title, words, _curled(title))
    for segment in segments(shown, (_ITALIC, _UPRIGHT)):
        if segment.is_math:
            latex = math(segment.text, letters)
            shielded = any(sign in shields for sign, _ in open_)
            open_[-1][1].append(latex if shielded else _with_math_shielded(latex))
            continue
        for text in _SIGN.split(segment.text):
            if text in _PARTNER:
                open_.append((text, []))
            elif text == _PARTNER.get(open_[-1][0]):
                sign, pieces = open_.pop()
                latex = "".join(pieces)
                open_[-1][1].append(_group(latex) if sign == OPEN else _italic(latex))
            elif text and any(sign in shields for sign, _ in open_):
                open_[-1][1].append(escape_text(text, letters))
            elif text:
                at_start = not any(pieces for _, pieces in open_)
                open_[-1][1].append(_protected_text(text, letters, at_start=at_start))
    return "".join("".join(pieces) for _, pieces in open_)


def _italic(latex: str) -> str:
    r"""Give `latex` in italics; of `{\& Co}` BibTeX would lower the letters, as of `{\"O}`."""
    if not latex.strip():
        return latex
    before = "{}" if latex.startswith("\\") else ""
    return rf"\emph{{{before}{latex}}}"


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
