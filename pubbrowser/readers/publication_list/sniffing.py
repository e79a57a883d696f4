"""How sure it is that a text is a publication list."""

from __future__ import annotations

import re

from pubbrowser.readers.publication_list.evidence import ENTRY, authors_evidence, entry_evidence
from pubbrowser.readers.publication_list.lines import read_lines
from pubbrowser.readers.publication_list.segment import Part, segment
from pubbrowser.readers.reader import Text
from pubbrowser.text import split_lines

_YEAR_ALONE = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
_LONGEST = 12_000
"""Characters that are looked at: enough for some forty entries."""


def confidence(text: Text) -> float:
    """Give, 0 to 1, how sure it is that `text` is a publication list.

    What counts is the share of lines (but headings, tables and blank lines) that belong to
    entries with authors, a year and a title in quotes, a venue or a locator.
    """
    if text.content.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return 0.0  # a text with marks for programs, whatever it says
    parts = segment(read_lines(split_lines(text.content[:_LONGEST]))).parts
    convincing = [part for part in parts if part.kind == "entry" and _is_convincing(part)]
    if not convincing:
        return 0.0
    read = sum(len(part.text) for part in convincing)
    all_lines = sum(len(part.text) for part in parts if part.kind in ("entry", "prose"))
    share = read / all_lines
    certainty = {1: 0.7, 2: 0.85}.get(len(convincing), 0.95)
    return round(certainty * share, 3)


def _is_convincing(part: Part) -> bool:
    text = part.text
    formal = _YEAR_ALONE.search(text) is not None
    return entry_evidence(text) + 0.5 * formal >= ENTRY + 0.5 and authors_evidence(text) > 0
