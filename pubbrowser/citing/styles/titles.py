"""Titles with TeX math, TeX dashes and HTML tags as the rich text of CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pubbrowser.citing.markup import plain, segments
from pubbrowser.citing.protection import CLOSE, OPEN, with_protection
from pubbrowser.model.tags import Pair, pairs, replaced

_SMALL_CAPS = 'span style="font-variant:small-caps;"'
_CSL_TAGS = {"i": "i", "em": "i", "b": "b", "strong": "b", "sup": "sup", "sub": "sub",
             "sc": _SMALL_CAPS, "scp": _SMALL_CAPS}  # fmt: skip
_OF_SPANS = re.compile(r"style=.font-variant:\s*small-caps;?.|(class=.nocase.)", re.IGNORECASE)
_OPEN, _CLOSE, _MATH = "\ufdd0", "\ufdd1", "\ufdd4"
"""Three characters that Unicode keeps free for a program's own use."""
_FREE = str.maketrans("", "", _OPEN + _CLOSE + _MATH)
_BEFORE = rf"\w)\]}}”’\"'{_CLOSE}{_MATH}{CLOSE}"
_AFTER = rf"\w(\[{{“‘\"'{_OPEN}{_MATH}{OPEN}"
_DASH = re.compile(rf"(?<!\S)-{{2,3}}(?!\S)|(?<=[{_BEFORE}])-{{2,3}}(?=[{_AFTER}])")
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*")


def rich(text: str, words: Sequence[str] = ()) -> str:
    """Give `text` with math as Unicode and its plain tags as those of CSL-JSON.

    <em> and <strong> become <i> and <b>, <sc> and <scp> small capitals; tags without a partner
    are text, as is all else that looks like one. The `words` of the text keep their case
    (<span class="nocase">), and so does math: "α" and "Α" are two symbols. Two and three hyphens
    are the dashes of TeX.
    """
    if not text:
        return ""
    text = with_protection(text.translate(_FREE), words)
    text = _with_shielded_tags(text)
    parts = list(segments(text))
    math = iter([_symbols(part.text) for part in parts if part.is_math])
    written = with_dashes("".join(_MATH if part.is_math else part.text for part in parts))
    written = re.sub(_MATH, lambda _: next(math), written)
    written = written.replace(OPEN, '<span class="nocase">').replace(CLOSE, "</span>")
    return written.replace(_OPEN, "<").replace(_CLOSE, ">")


def _symbols(math: str) -> str:
    text = plain(f"${math}$")
    return text if text.lower() == text.upper() else f'<span class="nocase">{text}</span>'


def with_dashes(text: str) -> str:
    """Give `text` with "--" as an en dash and "---" as an em dash between words, as TeX has them.

    The hyphens of "--flag", "i--" and of web addresses stay.
    """
    if "--" not in text:
        return text
    pieces = []
    position = 0
    for address in _ADDRESS.finditer(text):
        pieces += [_DASH.sub(_dash, text[position : address.start()]), address[0]]
        position = address.end()
    return "".join([*pieces, _DASH.sub(_dash, text[position:])])


def _dash(found: re.Match[str]) -> str:
    return "—" if len(found[0]) == 3 else "–"


def _with_shielded_tags(text: str) -> str:
    """Give `text` with CSL-JSON's tags out of reach of what reads math and dashes."""
    changes = []
    for pair in pairs(text):
        tag = _csl_tag(pair) if text[pair.inside : pair.end].strip() else ""
        before = f"{_OPEN}{tag}{_CLOSE}" if tag else ""
        after = f"{_OPEN}/{tag.split()[0]}{_CLOSE}" if tag else ""
        changes += [(pair.start, pair.inside, before), (pair.end, pair.stop, after)]
    return replaced(text, sorted(changes))


def _csl_tag(pair: Pair) -> str:
    """Give the inside of the tag that CSL-JSON has for `pair`, "" for none."""
    if pair.name != "span":
        return _CSL_TAGS[pair.name]
    if not (kind := _OF_SPANS.fullmatch(pair.attributes)):
        return ""
    return 'span class="nocase"' if kind[1] else _SMALL_CAPS
