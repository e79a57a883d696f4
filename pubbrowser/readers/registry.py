"""The input formats there are, and the choice of the right one for a text.

A new format is one module with a `READER` and one entry in `READERS`.
"""

from __future__ import annotations

from dataclasses import replace

from pubbrowser.model import Document
from pubbrowser.readers import (
    arxiv_feed,
    arxiv_page,
    bibtex,
    corpus_file,
    crossref,
    endnote,
    openalex,
    publication_list,
    pubmed,
    ris,
    scholar_feed,
    semantic_scholar,
    zotero,
)
from pubbrowser.readers.reader import Reader, ReadError, Text, UnknownLayoutError

READERS: tuple[Reader, ...] = (
    # These know their own marks; to the next they are any CSL-JSON.
    zotero.READER,
    crossref.READER,
    openalex.READER,
    semantic_scholar.READER,
    corpus_file.READER,
    bibtex.READER,
    ris.READER,
    pubmed.READER,
    endnote.READER,
    arxiv_feed.READER,
    scholar_feed.READER,
    arxiv_page.READER,
    publication_list.READER,
)

_ENOUGH = 0.3
"""Below this confidence a text is of no known format."""
_CERTAIN = 0.9
"""From this confidence on no other reader is asked; the slowest recognisers stand last."""


def read_text(text: Text) -> Document:
    """Read `text` with the reader that recognises it best.

    Raises `ReadError` when no reader recognises it; the message says which formats are known.
    """
    if not text.content.strip():
        raise UnknownLayoutError(text.path, "the file is empty")
    confidence, reader = 0.0, READERS[0]
    for candidate in READERS:
        if (sure := candidate.sniff(text)) > confidence:
            confidence, reader = sure, candidate
        if confidence >= _CERTAIN:
            break
    if confidence < _ENOUGH:
        known = "; ".join(reader.description for reader in READERS)
        raise UnknownLayoutError(text.path, f"no known layout of publications; known are: {known}")
    try:
        document = reader.read(text)
    except RecursionError as error:
        raise ReadError(text.path, "it is nested too deeply to be read") from error
    if text.problems:
        document = replace(document, problems=text.problems + document.problems)
    return document
