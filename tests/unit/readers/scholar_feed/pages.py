"""Small pages for the tests of the feed reader, and how to read them."""

from __future__ import annotations

import datetime

from pubbrowser.model import Document, Record
from pubbrowser.readers.reader import Text
from pubbrowser.readers.scholar_feed import READER

CAPTURED = datetime.date(2024, 5, 20)

SPACED = """Ilse Brandauer

LG
h-index12
34papers
1,567citations
Novelty38%
AI Score55

34 Papers

LGMar 4, 2023Code
Slow Tides under Paper Moons

Ilse Brandauer, Tomek Wiśniak, Oda Fjeldstad et al. · mit

We count tides. The program is at https://github.com/example/tides.

CVJan 9
Twelve Kettles

Mira Oyelaran, Ilse Brandauer

Kettles boil, and we say when.
"""

DENSE = """CVJan 20Code
Slow Tides under Paper MoonsIlse Brandauer, Tomek Wiśniak et al.
We count tides, and nobody else does.
LGDec 9, 2022
Twelve KettlesMira Oyelaran, Ilse Brandauer
Kettles boil, and we say when."""


def text(content: str, captured: datetime.date = CAPTURED) -> Text:
    """Wrap a page's text as a reader gets it."""
    return Text(content, "page.txt", captured)


def read(content: str, captured: datetime.date = CAPTURED) -> Document:
    """Read a page."""
    return READER.read(text(content, captured))


def only(content: str) -> Record:
    """Read a page that has one entry, and no problems."""
    document = read(content)
    assert document.problems == ()
    (record,) = document.records
    return record


def authors(record: Record) -> list[str]:
    """Give the names of a record in reading order."""
    return [name.full for name in record.author]
