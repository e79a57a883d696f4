"""What a citation still lacks, as a careful editor would ask for it.

Sources: the required fields of Oren Patashnik, "BibTeXing" (1988), §3.1, and what a reader needs
to find the paper at all (APA 7, 2020, §9.2: author, date, title, source).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id, is_from_arxiv
from pubbrowser.model import Record

_CONTAINERS = {
    "article-journal": "journal",
    "paper-conference": "name of the conference or its proceedings",
    "chapter": "title of the book",
    "speech": "name of the meeting",
}
_PUBLISHERS = {
    "book": "publisher",
    "chapter": "publisher",
    "thesis": "university",
    "report": "institution",
}
_PAGED = frozenset(("article-journal", "chapter", "paper-conference"))
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
_FOUND_BY_ADDRESS = frozenset(("webpage", "software", "dataset"))


def missing(record: Record) -> tuple[str, ...]:
    """Say what a complete citation of `record` still lacks, the most important first.

    Each is a short phrase in lower case that stands alone: "no year", "author list cut short
    (et al.)". What is usual for the type alone is asked for: no publisher of an article, no
    pages of a paper that is not out. Initials in place of given names are no lack.
    """
    return tuple(dict.fromkeys(_lacks(record)))


def _lacks(record: Record) -> Iterator[str]:
    if not record.title:
        yield "no title"
    yield from _names(record)
    if not record.issued:
        yield "no year"
    yield from _source(record)
    yield from _whereabouts(record)
    if record.authors_truncated and (record.author or record.editor):
        yield "author list cut short (et al.)"
    if record.year_inferred:
        yield "year inferred, not printed"


def _names(record: Record) -> Iterator[str]:
    if record.author or record.type == "webpage":
        return
    if record.type == "book":
        if not record.editor:
            yield "no author or editor"
    else:
        yield "no author"


def _source(record: Record) -> Iterator[str]:
    container = _CONTAINERS.get(record.type)
    if container and not record.container_title:
        yield f"no {container}"
    publisher = _PUBLISHERS.get(record.type)
    if publisher and not _publisher(record):
        yield f"no {publisher}"
    if record.type == "patent" and not record.number:
        yield "no patent number"


def _publisher(record: Record) -> str:
    named_by_container = record.type in ("thesis", "report")
    return record.publisher or (record.container_title if named_by_container else "")


def _whereabouts(record: Record) -> Iterator[str]:
    """Say what keeps a reader from finding the paper in or without its source."""
    address = facts.doi(record) or facts.address(record) or arxiv_id(record)
    address = address or record.openreview_id  # journals there have neither volume nor pages
    if record.type == "article" and not address:
        number = "arXiv number" if is_from_arxiv(record) else "DOI or address"
        yield f"no {number}"
    elif record.type in _FOUND_BY_ADDRESS and not address:
        yield "no address"
    elif record.type == "document" and not (record.container_title or record.publisher or address):
        yield "not said where it appeared"
    elif record.type == "article-journal" and not (facts.volume(record) or address):
        yield from () if facts.status(record) else ("no volume or DOI",)
    elif record.type in _PAGED and not (facts.pages(record, "-") or address):
        # Workshops often have no proceedings, and what is not out has no pages.
        is_workshop = _WORKSHOP.search(record.container_title)
        yield from () if is_workshop or facts.status(record) else ("no pages",)
