"""Reader of OpenAlex' JSON: a work, a page of results, or one work on each line (its snapshots).

Source of the names: docs.openalex.org, "Work object".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import Date, ItemType, Link, Name, Record, link
from pubbrowser.readers.identifiers import (
    arxiv_number,
    bare_doi,
    page_range,
    pmc_link,
    pubmed_link,
    several_links,
    web_address,
)
from pubbrowser.readers.json_items.reading import json_reader
from pubbrowser.readers.json_items.values import Item, member, members, raw_text, text
from pubbrowser.readers.markup import block_of, title_of
from pubbrowser.readers.names import parse_name
from pubbrowser.readers.printed_dates import date_of

FORMAT = "openalex"
_CROSSREF_TYPES: dict[str, ItemType] = {
    "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "book-chapter": "chapter", "book-part": "chapter", "book-section": "chapter",
    "reference-entry": "chapter", "posted-content": "article", "monograph": "book",
}  # fmt: skip
"""Those that say more than OpenAlex' own types."""
_TYPES: dict[str, ItemType] = {
    "article": "article-journal", "review": "article-journal", "letter": "article-journal",
    "editorial": "article-journal", "erratum": "article-journal", "retraction": "article-journal",
    "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "preprint": "article", "book": "book", "book-chapter": "chapter", "reference-entry": "chapter",
    "dissertation": "thesis", "dataset": "dataset", "report": "report", "standard": "report",
    "software": "software",
}  # fmt: skip
_SOURCE_TYPES: dict[str, ItemType] = {"conference": "paper-conference", "repository": "article"}


def read_item(item: Item, line: int) -> Record:
    """Give the record of a work."""
    place = member(item, "primary_location") or member(item, "host_venue")
    source = member(place, "source") or member(item, "host_venue")
    kind = _type(item, source)
    addresses = [
        text(each, name)
        for each in (place, *members(item, "locations"))
        for name in ("landing_page_url", "pdf_url")
    ]
    doi = bare_doi(text(item, "doi") or text(member(item, "ids"), "doi"))
    url = next((found for each in addresses if (found := web_address(each))), "")
    if bare_doi(url):
        url = ""
    biblio = member(item, "biblio")
    return Record(
        type=kind,
        title=title_of(raw_text(item, "title", "display_name")),
        author=_authors(item),
        authors_truncated=item.get("is_authors_truncated") is True,
        issued=_issued(item),
        container_title="" if kind in ("book", "thesis") else text(source, "display_name"),
        volume=text(biblio, "volume"),
        issue=text(biblio, "issue"),
        page=page_range(text(biblio, "first_page"), text(biblio, "last_page")),
        publisher=text(source, "host_organization_name", "publisher"),
        doi=doi,
        url=url,
        links=several_links(_links(item, place), url),
        arxiv_id=arxiv_number(doi, *addresses) if kind == "article" else arxiv_number(doi),
        abstract=_abstract(item),
        notes=("Retracted",) if item.get("is_retracted") is True else (),
        line=line,
    )


def _type(item: Item, source: Item) -> ItemType:
    if told := _CROSSREF_TYPES.get(text(item, "type_crossref")):
        return told
    kind = _TYPES.get(text(item, "type"), "document")
    if kind == "article-journal":
        return _SOURCE_TYPES.get(text(source, "type"), kind)
    return kind


def _authors(item: Item) -> tuple[Name, ...]:
    names = (
        parse_name(printed)
        for each in members(item, "authorships")
        if (
            printed := text(each, "raw_author_name") or text(member(each, "author"), "display_name")
        )
    )
    return tuple(names)


def _issued(item: Item) -> Date | None:
    """Give the date; the first of January stands for years of which no more is known."""
    year = date_of(text(item, "publication_year"))
    date = date_of(text(item, "publication_date"))
    if not date or (year and date.year != year.year):
        return year
    return Date(date.year) if (date.month, date.day) == (1, 1) else date


def _links(item: Item, place: Item) -> Iterator[Link | None]:
    ids = member(item, "ids")
    for each in (place, member(item, "best_oa_location")):
        if url := web_address(text(each, "pdf_url")):
            yield Link(url, "pdf")
    if url := web_address(text(member(item, "open_access"), "oa_url")):
        yield link(url)
    yield pubmed_link(text(ids, "pmid"))
    yield pmc_link(text(ids, "pmcid"))


def _abstract(item: Item) -> str:
    """Give the abstract, which OpenAlex stores as the positions of each word."""
    index = member(item, "abstract_inverted_index")
    if "InvertedIndex" in index:
        index = member(index, "InvertedIndex")
    placed = [
        (position, word)
        for word, positions in index.items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    ]
    placed.sort(key=lambda each: each[0])
    return block_of(" ".join(str(word) for _, word in placed) or raw_text(item, "abstract"))


READER = json_reader(
    FORMAT,
    "OpenAlex JSON",
    (re.compile(r'(?<!\\)"id"\s*:\s*"https?:\\?/\\?/openalex\.org\\?/W\d'),),
    read_item,
)
