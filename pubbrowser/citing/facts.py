"""What every citation format asks of a record before it writes a word.

The kinds, places and addresses here hold for BibTeX and for references alike; what differs
between them stays with them.
"""

from __future__ import annotations

import calendar
import re
from typing import Literal

from pubbrowser.model import Date, Link, Record
from pubbrowser.model.links import doi_in, doi_of, link_kind
from pubbrowser.model.records import TYPES_IN_SERIES

ThesisKind = Literal["doctorate", "habilitation", "master", "bachelor"]
_PROCEEDINGS = re.compile(
    r"\b(proceedings|proc\.|conference|workshops?|symposium|colloquium|congress)(?!\w)"
    r"|\b(tagungsband|konferenz|actes|atti|memorias)\b",
    re.IGNORECASE,
)
_MASTERS = re.compile(r"\b(master|magister|m\.?\s?sc|m\.?\s?a|diplom|laurea)\b|\bmaster", re.I)
_BACHELORS = re.compile(r"\bbachelor|\b(b\.?\s?sc|b\.?\s?a)\b", re.IGNORECASE)
_HABILITATION = re.compile(r"\bhabilitation", re.IGNORECASE)
_PLAIN_GENRES = {
    "thesis": (
        "master's thesis", "bachelor's thesis", "phd thesis", "ph.d. thesis", "habilitation",
    ),
    "report": ("technical report", "report"),
}  # fmt: skip
_STATUS = re.compile(
    r"^\W*(accepted|to appear|in press|forthcoming|submitted|under review|in review|"
    r"in preparation|in revision|online first|ahead of print)\b",
    re.IGNORECASE,
)
_NO_PAGES = frozenset(("tba", "tbd", "to appear", "in press", "n/a", "na", "-", "–", "—"))
_RANGE = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


def is_proceedings(venue: str) -> bool:
    """Say whether `venue` reads as the proceedings of a meeting."""
    return _PROCEEDINGS.search(venue) is not None


def thesis_kind(record: Record) -> ThesisKind:
    """Say for which degree a thesis was written; a doctorate where nothing else is said.

    Its genre decides, where it has one, else what stands around it.
    """
    said = record.genre or " ".join(_said(record))
    if _BACHELORS.search(said):
        return "bachelor"
    if _HABILITATION.search(said):
        return "habilitation"
    return "master" if _MASTERS.search(said) else "doctorate"


def _said(record: Record) -> tuple[str, ...]:
    return record.section, record.locator, record.container_title, record.note, *record.notes


def own_genre(record: Record) -> str:
    """Give the genre of a thesis or report in its own words, "" where a format has its own."""
    plain = record.genre.replace("’", "'").casefold() in _PLAIN_GENRES.get(record.type, ())
    return "" if plain else record.genre


def editors_truncated(record: Record) -> bool:
    """Say whether the list of editors ends in "et al."."""
    return record.editors_truncated or (record.authors_truncated and not record.author)


def volume(record: Record) -> str:
    """Give the volume of `record`.

    Some lists print the year of a conference in the place of a volume ("ICIP 2016:2271-2275");
    there it is no volume, and citing it as one would send readers to look for volume 2016.
    A journal may number its volumes by years, so there it stays.
    """
    printed = record.volume.strip()
    repeats_year = record.issued is not None and printed == str(record.issued.year)
    return "" if repeats_year and record.type != "article-journal" else printed


def number(record: Record) -> str:
    """Give the number for formats that have one field for that of a work and in its series."""
    if record.type in TYPES_IN_SERIES and record.collection_number:
        return record.collection_number
    return record.number


def pages(record: Record, dash: str) -> str:
    """Give the pages with `dash` in ranges; the article number where there are no pages.

    Standard styles know no article number. Publishers' own exports (APS, Nature, PLOS) put it
    where pages would stand, and so do the references that journals print. Where an article is
    paged by itself (ACM's journals), both are given as such journals print them: "14:1–27".
    """
    printed = page_range(record, dash)
    article = record.article_number.strip()
    if not printed:
        return article
    paged_by_itself = article.isdigit() and printed[0].isdigit() and article != printed
    return f"{article}:{printed}" if paged_by_itself else printed


def page_range(record: Record, dash: str) -> str:
    """Give the pages alone, with `dash` in ranges; "" where there are none yet ("TBA")."""
    printed = record.page.strip()
    return "" if printed.casefold() in _NO_PAGES else _RANGE.sub(dash, printed)


def names_part_of_book(record: Record) -> bool:
    """Say whether a chapter or pages of a book are meant; one number may say how long it is."""
    is_range = _RANGE.search(page_range(record, "-")) is not None
    return record.type == "book" and (is_range or bool(record.chapter_number))


def iso_date(record: Record) -> str:
    """Give the date of publication, as `iso` does."""
    return iso(record.issued)


def iso(date: Date | None) -> str:
    """Give `date` in ISO 8601 as far as it is known and there is such a day, or ""."""
    if not date:
        return ""
    if date.month and date.day > calendar.monthrange(date.year, date.month)[1]:
        return Date(date.year, date.month).iso
    return date.iso


def doi(record: Record) -> str:
    """Give the bare DOI of `record`, from its field or from a link to doi.org."""
    if found_doi := doi_in(record.doi):
        return found_doi
    found = (doi_of(url) for url in (record.url, *(link.url for link in record.links)))
    return next(filter(None, found), "")


def address(record: Record) -> str:
    """Give the address of the paper itself: never of its code or a demonstration, nor its DOI."""
    candidates = [Link(record.url, link_kind(record.url))] if record.url else []
    by_kind = sorted(
        (link for link in record.links if link.kind in _PAPER_KINDS),
        key=lambda link: _PAPER_KINDS.index(link.kind),
    )
    for link in (*candidates, *by_kind):
        if link.kind in _PAPER_KINDS:
            return link.url
    return ""


_PAPER_KINDS = ("site", "arxiv", "pdf")
"""Kinds of links that lead to a paper, the more lasting ones first."""


def status(record: Record) -> str:
    """Give the remark that says where a paper stands ("Accepted for publication at …"), or ""."""
    remarks = (*record.notes, record.note)
    return next((remark.strip() for remark in remarks if _STATUS.search(remark)), "")


def remark(record: Record) -> str:
    """Give what a reference says at its end: where the paper stands, and the entry's own note.

    Awards and the like, the other remarks of a list, are no part of a citation.
    """
    said = dict.fromkeys((status(record), " ".join(record.note.split())))
    return ". ".join(text.rstrip(". ") for text in said if text.strip())


def venue(record: Record) -> str:
    """Give where a paper of no special type appeared, with its locator as printed."""
    return ", ".join(part for part in (record.container_title, record.locator) if part)
