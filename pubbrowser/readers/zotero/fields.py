"""From an item of Zotero to a record.

Source of the names: Zotero's schema of types and fields (github.com/zotero/zotero-schema).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import ItemType, Link, Name, Record, link
from pubbrowser.readers.identifiers import (
    arxiv_number,
    bare_doi,
    isbns,
    pmc_link,
    pubmed_link,
    several_links,
    web_address,
)
from pubbrowser.readers.json_items.values import Item, member, members, raw_text, text
from pubbrowser.readers.markup import block_of, line_of, title_of
from pubbrowser.readers.people import person
from pubbrowser.readers.printed_dates import date_of
from pubbrowser.text import split_lines

FORMAT = "zotero"
_TYPES: dict[str, ItemType] = {
    "journalArticle": "article-journal", "magazineArticle": "article-journal",
    "newspaperArticle": "article-journal", "conferencePaper": "paper-conference",
    "book": "book", "bookSection": "chapter", "encyclopediaArticle": "chapter",
    "dictionaryEntry": "chapter", "thesis": "thesis", "report": "report", "standard": "report",
    "computerProgram": "software", "dataset": "dataset", "presentation": "speech",
    "patent": "patent", "webpage": "webpage", "blogPost": "webpage", "forumPost": "webpage",
    "preprint": "article",
}  # fmt: skip
"""Every other type is a `document`."""
_NO_WORKS = frozenset(("attachment", "note", "annotation"))
_AUTHORS = ("author", "inventor", "presenter", "programmer", "podcaster", "artist", "director",
            "cartographer", "interviewee", "sponsor")  # fmt: skip
_CONTAINERS = ("publicationTitle", "proceedingsTitle", "bookTitle", "encyclopediaTitle",
               "dictionaryTitle", "websiteTitle", "blogTitle", "forumTitle", "conferenceName",
               "meetingName", "repository")  # fmt: skip
_PUBLISHERS = ("publisher", "university", "institution", "company", "studio", "organization",
               "assignee")  # fmt: skip
_NUMBERS = ("number", "reportNumber", "patentNumber", "seriesNumber", "versionNumber")
_EXTRA = re.compile(r"\s*([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(\S.*)")


def read_item(item: Item, line: int) -> Record | None:
    """Give the record of an item; None for attachments and notes."""
    item = member(item, "data") or item
    printed = text(item, "itemType")
    if printed in _NO_WORKS:
        return None
    kind = _TYPES.get(printed, "document")
    extra = _extra(item)
    url = web_address(text(item, "url"))
    doi = bare_doi(text(item, "DOI") or extra.get("doi", "") or url)
    container = text(item, *_CONTAINERS)
    arxiv = arxiv_number(
        text(item, "archiveID"), text(item, "number"), extra.get("", ""), url, doi, container
    )
    series = text(item, "seriesTitle", "series")
    return Record(
        type="article" if arxiv and kind == "document" else kind,
        title=title_of(raw_text(item, "title", "caseName", "nameOfAct", "subject")),
        author=_names(item, _AUTHORS) or _names(item, ("contributor",)),
        editor=_names(item, ("editor",)),
        issued=date_of(text(item, "date", "issueDate", "dateDecided", "dateEnacted"),
                       extra.get("issued", "")),
        container_title="arXiv" if container.lower() == "arxiv.org" else container,
        collection_title=series,
        volume=text(item, "volume"),
        issue=text(item, "issue"),
        page=text(item, "pages"),
        number="" if arxiv and kind == "article" else text(item, *_NUMBERS),
        article_number=extra.get("article number", ""),
        publisher=text(item, *_PUBLISHERS),
        publisher_place=text(item, "place"),
        edition=text(item, "edition"),
        isbn=isbns(text(item, "ISBN")),
        doi=doi,
        url=url,
        links=several_links(_links(item, extra), url),
        arxiv_id=arxiv,
        abstract=block_of(raw_text(item, "abstractNote")),
        notes=tuple(_notes(item, kind)),
        citation_key=text(item, "citationKey", "citekey") or extra.get("citation key", ""),
        line=line,
    )  # fmt: skip


def _extra(item: Item) -> dict[str, str]:
    """Give what the field "Extra" says in lines such as "DOI: 10.…", by names in lower case.

    What is no such line stands under "".
    """
    found: dict[str, str] = {}
    rest = []
    for each in split_lines(raw_text(item, "extra")[:20_000]):
        if named := _EXTRA.fullmatch(each):
            found.setdefault(named[1].lower(), line_of(named[2]))
        rest.append(each)
    return found | {"": " ".join(rest)}


def _names(item: Item, roles: tuple[str, ...]) -> tuple[Name, ...]:
    names = (
        Name(literal=name)
        if (name := text(each, "name"))
        else person(text(each, "lastName"), text(each, "firstName"))
        for each in members(item, "creators")
        if text(each, "creatorType") in roles
    )
    return tuple(name for name in names if name != Name())


def _links(item: Item, extra: dict[str, str]) -> Iterator[Link | None]:
    yield pubmed_link(text(item, "PMID") or extra.get("pmid", ""))
    yield pmc_link(text(item, "PMCID") or extra.get("pmcid", ""))
    for attachment in members(item, "attachments"):
        if url := web_address(text(attachment, "url")):
            yield link(
                url,
                "PDF" if text(attachment, "mimeType", "contentType") == "application/pdf" else "",
            )


def _notes(item: Item, kind: ItemType) -> Iterator[str]:
    told = text(item, "thesisType", "reportType") if kind in ("thesis", "report") else ""
    if told and told.lower() not in ("phd thesis", "phd", "thesis", "report", "technical report"):
        yield told
    tags = [text(tag, "tag") for tag in members(item, "tags")]
    if found := list(dict.fromkeys(filter(None, tags))):
        yield f"Keywords: {', '.join(found)}"
