"""What CSL-JSON of other programs says beyond the fields that `model.csl` reads.

Sources: the CSL-JSON schema 1.0.2 for `citation-key`, `PMID` and `PMCID`; Zotero and Better
BibTeX for arXiv numbers in `number` and `note`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pubbrowser.model import ItemType, Link, Record
from pubbrowser.readers.identifiers import arxiv_number, pmc_link, pubmed_link, several_links
from pubbrowser.readers.json_items.values import text
from pubbrowser.readers.markup import block_of, line_of, title_of

_TYPES: dict[str, ItemType] = {
    "article-magazine": "article-journal", "article-newspaper": "article-journal",
    "review": "article-journal", "review-book": "article-journal", "entry": "chapter",
    "entry-dictionary": "chapter", "entry-encyclopedia": "chapter", "post": "webpage",
    "post-weblog": "webpage", "collection": "book", "classic": "book", "periodical": "book",
    "standard": "report",
}  # fmt: skip
"""Types of CSL 1.0.2 that have no place of their own here, as those that come next."""
_MARKUP = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|&#?\w+;")
"""A tag or an entity, and not just a sign."""
_MARKED = ("title", "container_title", "collection_title", "publisher")


def completed(record: Record, item: Mapping[str, Any]) -> Record:
    """Give `record`, which `from_csl` has read of `item`, with what `item` says besides."""
    changes: dict[str, Any] = {}
    if kind := _TYPES.get(text(item, "type")):
        changes["type"] = kind
    if key := text(item, "citation-key"):
        changes["citation_key"] = key
    if not record.arxiv_id and (arxiv := _arxiv(record)):
        changes["arxiv_id"] = arxiv
        if record.type in ("article", "document") and arxiv in record.number:
            changes["number"] = ""
    if "PMID" in item or "PMCID" in item:
        changes["links"] = several_links((*record.links, *_links(item)), record.url)
    for name in _MARKED:
        value = getattr(record, name)
        if _MARKUP.search(value):
            changes[name] = title_of(value) if name == "title" else line_of(value)
    if _MARKUP.search(record.abstract):
        changes["abstract"] = block_of(record.abstract)
    return replace(record, **changes) if changes else record


def _arxiv(record: Record) -> str:
    if not any(
        "arxiv" in each.lower() for each in (record.number, record.note, record.doi, record.url)
    ):
        return ""
    return arxiv_number(record.number, record.note, record.doi, record.url)


def _links(item: Mapping[str, Any]) -> tuple[Link | None, ...]:
    return pubmed_link(text(item, "PMID")), pmc_link(text(item, "PMCID"))
