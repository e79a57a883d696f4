"""Reader of scholar feed pages (scholarfeed.org), copied as text.

An entry is a line of class and date ("LGFeb 14, 2023Code"), the title, the authors and the
abstract; spaced pages put blank lines between them, dense ones glue the authors to the title.
"""

from __future__ import annotations

from pubbrowser.readers.reader import Reader, Text
from pubbrowser.readers.scholar_feed.entry_line import parse_entry_line
from pubbrowser.readers.scholar_feed.header import figures_in
from pubbrowser.readers.scholar_feed.page import FORMAT, account, read
from pubbrowser.text import clean_line, split_lines

__all__ = ["READER", "account", "read", "sniff"]

_LOOKED_AT = 30_000
"""Characters at the start of a text that are enough to recognise it."""
_HEAD_LINES = 15
"""A page's head is not longer than this."""


def sniff(text: Text) -> float:
    """Say how sure it is, 0 to 1, that `text` is a feed page.

    What tells it is a line that consists of an arXiv class and a date without a space between
    them: no prose, program or list has one. It stands near the start, after a head of a few
    short lines at most.
    """
    lines = [line for raw in split_lines(text.content[:_LOOKED_AT]) if (line := clean_line(raw))]
    openings = [
        (position, opening)
        for position, line in enumerate(lines)
        if (opening := parse_entry_line(line)) and opening.category and not _has_space(line)
    ]
    if not openings:
        figures = sum(figures_in(line) for line in lines[:_HEAD_LINES])
        return 0.5 if figures >= 3 and len(lines) <= _HEAD_LINES else 0.0
    first = openings[0][0]
    known = sum(opening.known_class for _, opening in openings)
    if first > _HEAD_LINES or not known:
        return 0.1 if known else 0.0
    if first and not any(figures_in(line) for line in lines[:first]) and known == 1:
        return 0.6  # one such line after others that are no head's: perhaps quoted
    return min(0.99, 0.85 + 0.07 * known)


def _has_space(line: str) -> bool:
    """Say whether class and date are separated, as they never are on the page itself."""
    return len(line.split()) > 3


READER = Reader(
    name=FORMAT,
    description="scholar feed page (scholarfeed.org)",
    sniff=sniff,
    read=read,
)
