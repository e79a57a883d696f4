"""Reader of arXiv's Atom feed: what export.arxiv.org/api/query answers.

Source: "arXiv API User's Manual", §5.2 (the elements of an entry).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import Document, Link, Name, Record, link
from pubbrowser.model.links import arxiv_id_of
from pubbrowser.readers.identifiers import bare_doi, several_links, web_address
from pubbrowser.readers.markup import block_of, line_of
from pubbrowser.readers.names import parse_name
from pubbrowser.readers.notation.xml_entries import Element
from pubbrowser.readers.printed_dates import date_of
from pubbrowser.readers.reader import Reader, Text
from pubbrowser.readers.scholar_feed.abstract_links import find_links
from pubbrowser.readers.xml_document import document_of

FORMAT = "arxiv-feed"
_HEAD = 20_000
_FEED = re.compile(r"<(?:\w+:)?(?:feed|entry)[\s>]")
_ARXIV = re.compile(r"https?://(?:export\.)?arxiv\.org/(?:abs/|api/|schemas/)", re.IGNORECASE)
_VERSION = re.compile(r"v\d+$")
_CLASS = re.compile(r"[a-z-]{2,12}(?:\.[A-Za-z-]{2,10})?")


def sniff(text: Text) -> float:
    """Say how sure it is that `text` is a feed of arXiv's; other feeds are not taken."""
    head = text.content[:_HEAD]
    if (
        not head.lstrip("\ufeff \t\r\n").startswith("<")
        or "http://www.w3.org/2005/Atom" not in head
    ):
        return 0.0
    return 0.97 if _FEED.search(head) and _ARXIV.search(head) else 0.0


def read(text: Text) -> Document:
    """Read arXiv's feed. Raises nothing: what is broken becomes a problem."""
    return document_of(text, FORMAT, "entry", read_record)


def read_record(entry: Element, line: int) -> Record:
    """Give the record of an entry: the preprint, dated by its first version."""
    address = _text(entry, "id")
    comment = _text(entry, "comment")
    abstract = block_of(entry.child("summary").text())
    return Record(
        type="article",
        title=_text(entry, "title"),
        author=_authors(entry),
        issued=date_of(_text(entry, "published"), _text(entry, "updated")),
        container_title="arXiv",
        doi=bare_doi(_text(entry, "doi")),
        url=_VERSION.sub("", web_address(address)),
        links=several_links(_links(entry, f"{comment} {abstract}")),
        arxiv_id=_VERSION.sub("", arxiv_id_of(address)),
        abstract=abstract,
        category=_category(entry),
        notes=tuple(filter(None, (_text(entry, "journal_ref"), comment))),
        affiliation=_text(entry.child("author"), "affiliation"),
        line=line,
    )


def _text(element: Element, name: str) -> str:
    return line_of(element.child(name).text())


def _authors(entry: Element) -> tuple[Name, ...]:
    names = (_text(author, "name") for author in entry.children("author"))
    return tuple(parse_name(name) for name in names if name)


def _links(entry: Element, texts: str) -> Iterator[Link]:
    for each in entry.children("link"):
        if each.attributes.get("title") == "pdf" and (
            url := web_address(each.attributes.get("href", ""))
        ):
            yield Link(url, "pdf")
    yield from (found for found in find_links(texts) if link(found.url).kind != "doi")


def _category(entry: Element) -> str:
    """Give the classes, the primary one first; those of other systems (MSC, ACM) are left out."""
    printed = [
        element.attributes.get("term", "").strip()
        for element in entry.children("primary_category") + entry.children("category")
    ]
    return " ".join(dict.fromkeys(term for term in printed if _CLASS.fullmatch(term)))


READER = Reader(FORMAT, "arXiv's Atom feed (export.arxiv.org)", sniff, read)
