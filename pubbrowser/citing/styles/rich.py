"""Rich text of CSL-JSON: the HTML-like tags that titles may carry, as marks.

CSL 1.0.2, appendix "HTML-like tags" (of the CSL-JSON documentation): <i>, <b>, <sup>, <sub>,
<span style="font-variant: small-caps;"> and <span class="nocase">. Everything else that looks
like a tag is text.
"""

from __future__ import annotations

import re

from pubbrowser.citing.styles.marks import CHARACTERS, Mark, closing, opening
from pubbrowser.model.tags import Pair, pairs, replaced

_STRAY = re.compile(f"[{CHARACTERS}]")
_MARKS = {
    "i": Mark.ITALIC,
    "b": Mark.BOLD,
    "sc": Mark.SMALL_CAPS,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
}
_OF_SPANS = {
    'style="font-variant:small-caps"': Mark.SMALL_CAPS,
    'class="nocase"': Mark.NO_CASE,
}


def with_marks(text: str) -> str:
    """Give `text` with its tags as marks; tags without their partner stay text."""
    text = _STRAY.sub("", text)
    if "</" not in text:
        return text
    changes = []
    for pair in pairs(text):
        if (mark := _mark(pair)) is not None:
            changes.append((pair.start, pair.inside, opening(mark)))
            changes.append((pair.end, pair.stop, closing(mark)))
    return replaced(text, sorted(changes))


def _mark(pair: Pair) -> Mark | None:
    if pair.name == "span":
        return _OF_SPANS.get(re.sub(r";|\s", "", pair.attributes))
    return _MARKS.get(pair.name)
