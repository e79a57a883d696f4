"""Reader of Semantic Scholar's JSON: a paper, an answer with papers, or one paper on each line.

Source of the names: the Semantic Scholar Academic Graph API (api.semanticscholar.org) and its
datasets, which write them in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import ItemType, Link, Record, link
from pubbrowser.readers.identifiers import (
    bare_arxiv_number,
    bare_doi,
    pmc_link,
    pubmed_link,
    several_links,
    web_address,
)
from pubbrowser.readers.json_items.reading import json_reader
from pubbrowser.readers.json_items.values import Item, member, members, raw_text, text, texts
from pubbrowser.readers.markup import block_of, title_of
from pubbrowser.readers.names import parse_name
from pubbrowser.readers.printed_dates import date_of

FORMAT = "semantic-scholar"
_ARCHIVE = re.compile(
    r"\W*(?:arxiv(?:\.org)?|corr|biorxiv|medrxiv|ssrn|chemrxiv|psyarxiv)\W*", re.I
)
_MEETING = re.compile(r"\b(?:conference|proceedings|workshops?|symposium|meeting)\b", re.IGNORECASE)
_TYPES: tuple[tuple[str, ItemType], ...] = (
    ("BookSection", "chapter"), ("Book", "book"), ("Dataset", "dataset"),
    ("Conference", "paper-conference"), ("JournalArticle", "article-journal"),
    ("Review", "article-journal"), ("LettersAndComments", "article-journal"),
    ("Editorial", "article-journal"), ("CaseReport", "article-journal"),
    ("ClinicalTrial", "article-journal"), ("MetaAnalysis", "article-journal"),
)  # fmt: skip


def read_item(item: Item, line: int) -> Record:
    """Give the record of a paper, also of one that stands in a list of references or citations."""
    for name in ("citedPaper", "citingPaper", "paper"):
        item = member(item, name) or item
    item = _in_one_case(item)
    journal, venue = member(item, "journal"), member(item, "publicationVenue")
    container = text(venue, "name") or text(item, "venue") or text(journal, "name")
    ids = _in_one_case(member(item, "externalIds"))
    kind = _type(item, container, text(ids, "DBLP"))
    volume = text(journal, "volume")
    if kind == "article":
        container = "arXiv" if container.lower() in ("arxiv.org", "corr") else container
        volume = "" if volume.lower().startswith("abs/") else volume
    url = web_address(text(item, "url"))
    return Record(
        type=kind,
        title=title_of(raw_text(item, "title")),
        author=tuple(
            parse_name(name) for each in members(item, "authors") if (name := text(each, "name"))
        ),
        issued=date_of(text(item, "publicationDate", "year"), text(item, "year")),
        container_title=container,
        volume=volume,
        page=text(journal, "pages"),
        doi=bare_doi(text(ids, "DOI") or text(item, "doi")),
        url=url,
        links=several_links(_links(item, ids), url),
        arxiv_id=bare_arxiv_number(text(ids, "ArXiv") or text(item, "arxivId")),
        abstract=block_of(raw_text(item, "abstract")),
        line=line,
    )


def _in_one_case(item: Item) -> Item:
    """Give the members of `item` under the names of the API, which the datasets write small."""
    known = ("externalIds", "publicationVenue", "publicationDate", "publicationTypes",
             "openAccessPdf", "DOI", "ArXiv", "DBLP", "PubMed", "PubMedCentral")  # fmt: skip
    return dict(item) | {
        name: item[name.lower()] for name in known if name not in item and name.lower() in item
    }


def _type(item: Item, container: str, dblp: str) -> ItemType:
    """Tell the type: the venue says more than the types, of which a paper has several."""
    if _ARCHIVE.fullmatch(container) or dblp.startswith("journals/corr/"):
        return "article"
    printed = texts(item, "publicationTypes")
    told: ItemType = next((ours for theirs, ours in _TYPES if theirs in printed), "document")
    if told in ("book", "chapter", "dataset"):
        return told
    kind = text(member(item, "publicationVenue"), "type")
    if kind in ("conference", "journal"):
        return "paper-conference" if kind == "conference" else "article-journal"
    if dblp.startswith("conf/") or _MEETING.search(container):
        return "paper-conference"
    if told == "document" and not container and text(_ids(item), "ArXiv"):
        return "article"
    if told == "document" and text(member(item, "journal"), "volume"):
        return "article-journal"
    return told


def _ids(item: Item) -> Item:
    return _in_one_case(member(item, "externalIds"))


def _links(item: Item, ids: Item) -> Iterator[Link | None]:
    if url := web_address(text(member(item, "openAccessPdf"), "url")):
        yield link(url) if bare_doi(url) else Link(url, "pdf")
    yield pubmed_link(text(ids, "PubMed"))
    yield pmc_link(text(ids, "PubMedCentral"))


READER = json_reader(
    FORMAT,
    "Semantic Scholar JSON",
    (
        re.compile(r'(?<!\\)"(?:paperId|corpusid|corpusId)"\s*:'),
        re.compile(r'(?<!\\)"title"\s*:'),
    ),
    read_item,
)
