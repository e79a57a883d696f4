"""Works as CSL-JSON items for styles.

The exchange format (`pubbrowser.model.csl`) says what a list printed; a style needs what a
librarian would have typed. So kinds of works are guessed where the list names none, volumes
that only repeat a year go, preprints look as Zotero exports them, given names carry their
full stops, and titles that are clearly not in English say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id
from pubbrowser.citing.editions import edition_number
from pubbrowser.citing.initials import dotted
from pubbrowser.citing.markup import plain
from pubbrowser.citing.styles.languages import guess_language
from pubbrowser.citing.styles.titles import rich
from pubbrowser.model import Name, Record, Work

Item = dict[str, Any]
_ARXIV_VENUE = re.compile(r"\b(arxiv|corr)\b", re.IGNORECASE)
_LOCATOR = re.compile(r"^[\d.:()/,\s–-]*\d[\d.:()/,\s–-]*$")

_DEGREES: dict[facts.ThesisKind, str] = {
    "doctorate": "Doctoral dissertation",
    "habilitation": "Habilitation thesis",
    "master": "Master’s thesis",
    "bachelor": "Bachelor’s thesis",
}


def item(work: Work, owners: bool = False) -> Item:
    """Give `work` as one CSL-JSON item for a style.

    Names of the list's owner carry "owner", which is no CSL, where `owners` is true. A list of
    authors that was cut ends in a name {"et-al": True}, for which CSL has no word either.
    """
    record = work.merged
    kind = item_type(record)
    positions = record.owner_positions if owners else ()
    has_authors = bool(record.author)
    made: Item = {
        "id": work.id,
        "type": kind,
        "title": rich(record.title, record.protected_words),
        "language": guess_language(plain(record.title)),
        "author": _names(
            record.author, positions if has_authors else (), record.authors_truncated
        ),
        "editor": _names(
            record.editor, () if has_authors else positions, facts.editors_truncated(record),
        ),
        "DOI": facts.doi(record),
        "URL": facts.address(record),
        "ISBN": " ".join(record.isbn),
        "publisher": rich(record.publisher),
        "publisher-place": rich(record.publisher_place),
        "edition": rich(str(edition_number(record.edition) or record.edition)),
        "collection-title": rich(record.collection_title),
        "collection-number": record.collection_number,
        "version": rich(record.version),
        "genre": rich(record.genre),
    }  # fmt: skip
    if record.issued:
        made["issued"] = {"date-parts": [record.issued.parts]}
    elif status := facts.status(record):
        made["status"] = status
    if record.accessed:
        made["accessed"] = {"date-parts": [record.accessed.parts]}
    made |= _of_kind(record, kind)
    return {name: value for name, value in made.items() if value}


def item_type(record: Record) -> str:
    """Give the CSL type of `record`, guessed from its venue where it is no special one."""
    if record.type != "document":
        return record.type
    venue = record.container_title
    if arxiv_id(record) or _ARXIV_VENUE.search(venue):
        return "article"
    if facts.is_proceedings(venue):
        return "paper-conference"
    if venue or record.volume:
        return "article-journal"
    return "webpage" if facts.address(record) and not facts.doi(record) else "document"


def _of_kind(record: Record, kind: str) -> Item:
    """Give what depends on the kind of the work: where it appeared."""
    venue = rich(record.container_title)
    if kind == "article":
        return _preprint(record, venue)
    if kind == "thesis":
        school = rich(record.publisher) or venue
        genre = rich(facts.own_genre(record)) or _DEGREES[facts.thesis_kind(record)]
        return {"genre": genre, "publisher": school}
    if kind == "speech":
        return {"event-title": venue, "event": venue, "event-place": rich(record.publisher_place)}
    if kind == "report":
        return {"number": record.number, "publisher": rich(record.publisher) or venue}
    if kind in ("software", "dataset", "patent", "book"):
        return {
            "container-title": venue,
            "volume": facts.volume(record),
            "number": record.number,
            "chapter-number": record.chapter_number,
            "page": facts.pages(record, "–") if facts.names_part_of_book(record) else "",
        }
    pages = facts.pages(record, "–")
    volume = facts.volume(record)
    told = {
        "container-title": venue,
        "volume": volume,
        "issue": record.issue,
        "page": pages,
        "chapter-number": record.chapter_number,
        "number": _article_number(record) if kind == "article-journal" else record.number,
    }
    unread = record.type == "document" and not (volume or record.issue or pages)
    if unread and _LOCATOR.match(record.locator):
        told["page"] = record.locator
    return told


def without_article_number(made: Item) -> Item:
    """Give an item as a style wants it that prints pages alone."""
    if made["type"] != "article-journal":
        return made
    return {name: value for name, value in made.items() if name != "number"}


def _article_number(record: Record) -> str:
    """Give the number that stands in the place of pages, as CSL's `number`.

    It is only for styles that know such numbers (`article_numbers`); others print `page`.
    """
    return "" if facts.page_range(record, "-") else record.article_number.strip()


def _preprint(record: Record, venue: str) -> Item:
    """Give a preprint as Zotero exports it: the archive as publisher, its number as number."""
    identifier = arxiv_id(record)
    if identifier or record.category or _ARXIV_VENUE.search(venue):
        number = f"arXiv:{identifier}" if identifier else ""
        told: Item = {"publisher": "arXiv", "number": number}
        if identifier and not facts.address(record) and not facts.doi(record):
            told["URL"] = f"https://arxiv.org/abs/{identifier}"
        return told
    return {"publisher": venue or rich(record.publisher), "number": record.number}


def _names(names: Sequence[Name], owners: Sequence[int], truncated: bool) -> list[Item]:
    written = [_name(name) for name in names]
    for position in owners:
        if 0 <= position < len(written):
            written[position]["owner"] = True
    written = [name for name in written if len(name) > bool(name.get("owner"))]
    if truncated and written:
        written.append({"et-al": True})
    return written


def _name(name: Name) -> Item:
    if name.literal or not name.family:
        return {"literal": name.full} if name.full else {}
    parts = {
        "family": name.family,
        "given": dotted(name.given, name.family),
        "non-dropping-particle": name.non_dropping_particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
