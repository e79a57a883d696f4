"""Reader of Crossref's JSON: a work, an answer with works, or one work on each line.

Source of the names and types: the Crossref REST API's format of works
(github.com/CrossRef/rest-api-doc, "api_format.md").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import Date, ItemType, Link, Name, Record
from pubbrowser.readers.identifiers import (
    arxiv_number,
    bare_doi,
    isbns,
    several_links,
    web_address,
)
from pubbrowser.readers.json_items.reading import json_reader
from pubbrowser.readers.json_items.values import (
    Item,
    date_in_parts,
    member,
    members,
    raw_text,
    text,
    texts,
)
from pubbrowser.readers.markup import block_of, title_of
from pubbrowser.readers.people import person

FORMAT = "crossref"
_TYPES: dict[str, ItemType] = {
    "journal-article": "article-journal", "article-journal": "article-journal",
    "proceedings-article": "paper-conference", "paper-conference": "paper-conference",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "book-track": "chapter", "reference-entry": "chapter", "chapter": "chapter",
    "book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book",
    "book-set": "book", "book-series": "book", "proceedings": "book",
    "dissertation": "thesis", "thesis": "thesis", "report": "report", "report-component": "report",
    "report-series": "report", "standard": "report", "dataset": "dataset", "database": "dataset",
    "posted-content": "article", "article": "article",
}  # fmt: skip
_PARTS_OF_BOOKS = frozenset(("chapter", "paper-conference"))
_DATES = ("published-print", "issued", "published", "published-online", "posted")


def read_item(item: Item, line: int) -> Record:
    """Give the record of a work."""
    kind = _TYPES.get(text(item, "type"), "document")
    series, container = _containers(item, kind)
    institutions = [text(each, "name") for each in members(item, "institution")]
    institution = next(filter(None, institutions), "")
    doi = bare_doi(text(item, "DOI"))
    primary = web_address(text(member(item, "resource", "primary"), "URL"))
    url = "" if doi else web_address(text(item, "URL")) or primary
    return Record(
        type=kind,
        title=_title(item),
        author=_names(item, "author"),
        editor=_names(item, "editor"),
        issued=_issued(item),
        container_title=container or (institution if kind == "article" else ""),
        collection_title=series,
        volume=text(item, "volume"),
        issue=text(item, "issue") or text(member(item, "journal-issue"), "issue"),
        page=text(item, "page"),
        article_number=text(item, "article-number"),
        number=text(item, "number") if kind == "report" else "",
        publisher=institution
        if institution and kind in ("thesis", "report")
        else text(item, "publisher"),
        publisher_place=text(item, "publisher-location"),
        edition=text(item, "edition-number"),
        isbn=isbns(" ".join(texts(item, "ISBN"))),
        doi=doi,
        url=url,
        links=several_links(_full_texts(item), url),
        arxiv_id=arxiv_number(doi),
        abstract=block_of(raw_text(item, "abstract")),
        notes=tuple(dict.fromkeys(_notes(item))),
        line=line,
    )


def _title(item: Item) -> str:
    title = title_of(raw_text(item, "title"))
    subtitle = title_of(raw_text(item, "subtitle"))
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title} {subtitle}" if title.endswith((":", "?", "!")) else f"{title}: {subtitle}"


def _containers(item: Item, kind: ItemType) -> tuple[str, str]:
    """Give the series and what the work appeared in: of parts of books Crossref gives both."""
    names = texts(item, "container-title")
    if kind in _PARTS_OF_BOOKS and len(names) > 1:
        return names[0], names[-1]
    if kind == "book":
        return next(iter(names), ""), ""
    meeting = text(member(item, "event"), "name") if kind == "paper-conference" else ""
    return "", next(iter(names), meeting)


def _issued(item: Item) -> Date | None:
    """Give the date of the printed issue, whose volume and pages the work has, else the first."""
    return next((date for name in _DATES if (date := date_in_parts(item, name))), None)


def _names(item: Item, role: str) -> tuple[Name, ...]:
    names = (
        Name(literal=name)
        if (name := text(each, "name", "literal"))
        else person(text(each, "family"), text(each, "given"), text(each, "suffix"))
        for each in members(item, role)
    )
    return tuple(name for name in names if name != Name())


def _full_texts(item: Item) -> Iterator[Link]:
    """Give the addresses of PDF files; the other full texts are for programs."""
    for each in members(item, "link"):
        url = web_address(text(each, "URL"))
        if url and (text(each, "content-type") == "application/pdf" or url.endswith(".pdf")):
            yield Link(url, "pdf")


def _notes(item: Item) -> list[str]:
    notes = texts(item, "degree")
    for update in members(item, "update-to"):
        label = text(update, "label", "type")
        if label and (doi := bare_doi(text(update, "DOI"))):
            notes.append(f"{label.capitalize()} of doi:{doi}")
    for update in members(item, "updated-by"):
        if re.search("retract|withdraw", text(update, "type"), re.IGNORECASE):
            notes.append(f"Retracted: doi:{bare_doi(text(update, 'DOI'))}")
    return notes


READER = json_reader(
    FORMAT,
    "Crossref JSON",
    (
        re.compile(r'(?<!\\)"(?:DOI|message-type)"\s*:'),
        re.compile(
            r'(?<!\\)"(?:reference-count|references-count|is-referenced-by-count|content-domain'
            r'|short-container-title|message-version)"\s*:|"source"\s*:\s*"Crossref"'
        ),
    ),
    read_item,
)
