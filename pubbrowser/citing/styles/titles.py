"""Titles with TeX math and HTML tags as the rich text of CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pubbrowser.citing.markup import plain
from pubbrowser.citing.protection import CLOSE, OPEN, with_protection

_KEPT = re.compile(r"<(i|b|em|strong|sup|sub)>([^<>]*)</\1>", re.IGNORECASE)
_CSL_TAG = {"em": "i", "strong": "b"}
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Two characters that Unicode keeps free for a program's own use."""


def rich(text: str, words: Sequence[str] = ()) -> str:
    """Give `text` with math as Unicode and its plain tags as those of CSL-JSON.

    <em> and <strong> become <i> and <b>; tags without a partner, and those that hold others,
    leave their text alone. The `words` of the text keep their case: <span class="nocase">.
    """
    if not text:
        return ""
    if "<" not in text and not words:
        return plain(text)
    text = with_protection(text.replace(_OPEN, "").replace(_CLOSE, ""), words)
    text = plain(_KEPT.sub(_shielded, text)).replace(_OPEN, "<").replace(_CLOSE, ">")
    return text.replace(OPEN, '<span class="nocase">').replace(CLOSE, "</span>")


def _shielded(found: re.Match[str]) -> str:
    name = found[1].lower()
    name = _CSL_TAG.get(name, name)
    return (
        f"{_OPEN}{name}{_CLOSE}{found[2]}{_OPEN}/{name}{_CLOSE}" if found[2].strip() else found[2]
    )
