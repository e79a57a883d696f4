"""Reading the text of a .bib file in tests."""

from __future__ import annotations

import datetime

from pubbrowser.model import Document, Record
from pubbrowser.readers.bibtex import READER
from pubbrowser.readers.reader import Text


def text(content: str, path: str = "refs.bib") -> Text:
    return Text(content, path, datetime.date(2026, 1, 1))


def read(content: str) -> Document:
    return READER.read(text(content))


def read_one(content: str) -> Record:
    document = read(content)
    assert document.problems == ()
    (record,) = document.records
    return record
