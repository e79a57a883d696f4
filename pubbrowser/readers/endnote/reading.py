"""From a file of EndNote's XML to a document."""

from __future__ import annotations

import re

from pubbrowser.model import Document
from pubbrowser.readers.endnote.fields import read_record
from pubbrowser.readers.reader import Text
from pubbrowser.readers.xml_document import document_of

FORMAT = "endnote-xml"
_HEAD = 20_000
_RECORD = re.compile(r"<record[\s>]")
_TELLING = re.compile(r"<(?:ref-type|rec-number|source-app|contributors|electronic-resource-num)\b")


def sniff(text: Text) -> float:
    """Say how sure it is that `text` is EndNote's XML."""
    head = text.content[:_HEAD]
    if not head.lstrip("\ufeff \t\r\n").startswith("<"):
        return 0.0
    return 0.97 if _RECORD.search(head) and _TELLING.search(head) else 0.0


def read(text: Text) -> Document:
    """Read EndNote's XML. Raises nothing: what is broken becomes a problem."""
    return document_of(text, FORMAT, "record", read_record)
