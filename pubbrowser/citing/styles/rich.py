"""Rich text of CSL-JSON: the HTML-like tags that titles may carry, as marks.

CSL 1.0.2, appendix "HTML-like tags" (of the CSL-JSON documentation): <i>, <b>, <sup>, <sub>,
<span style="font-variant: small-caps;"> and <span class="nocase">. Everything else that looks
like a tag is text.
"""

from __future__ import annotations

import re

from pubbrowser.citing.styles.marks import CHARACTERS, Mark, closing, opening

_STRAY = re.compile(f"[{CHARACTERS}]")
_TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>i|b|sc|sup|sub)"
    r"|span\s+(?:style=\"font-variant:\s*(?P<caps>small-caps);?\"|class=\"(?P<nocase>nocase)\")"
    r"|(?P<endspan>/span))>"
)
_MARKS = {
    "i": Mark.ITALIC,
    "b": Mark.BOLD,
    "sc": Mark.SMALL_CAPS,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
}


def with_marks(text: str) -> str:
    """Give `text` with its tags as marks; tags without their partner stay text."""
    text = _STRAY.sub("", text)
    if "<" not in text:
        return text
    pieces: list[str] = []
    open_: list[tuple[str, Mark, int]] = []
    position = 0
    for found in _TAG.finditer(text):
        pieces.append(text[position : found.start()])
        position = found.end()
        name = found["name"] or "span"
        if found["end"] or found["endspan"]:
            if open_ and open_[-1][0] == name:
                _, mark, index = open_.pop()
                pieces[index] = opening(mark)
                pieces.append(closing(mark))
                continue
        else:
            mark = (
                _MARKS[name]
                if found["name"]
                else (Mark.SMALL_CAPS if found["caps"] else Mark.NO_CASE)
            )
            open_.append((name, mark, len(pieces)))
        pieces.append(found[0])
    pieces.append(text[position:])
    return "".join(pieces)
