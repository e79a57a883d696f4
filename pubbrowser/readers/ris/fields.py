"""From the tags of an RIS entry to a record.

Sources: Research Information Systems, "RIS Format Specifications" (2001), and EndNote's tables of
tags by type (2011). Programs disagree on many tags, so several are looked at for one field:

- title TI, T1; container JF, T2, C3, BT, JO, JA, J2; collection T3, of a book T2
- authors AU, A1; editors ED, A2 (of a book only where it has no authors)
- date DA, PY, Y1; volume VL; issue IS; pages SP and EP; article number C7; chapter SE
- number: SN of reports and patents, else M1, which is the collection number of what has a
  collection and is a book or inside one; ISBNs SN (an ISSN is left out)
- publisher PB; place CY, PP, of proceedings C1; edition, of software version ET
- DOI: DO; addresses UR, then L1, L2, LK; accessed Y2 (if it begins with a year: it may be the
  days of a conference); genre of theses and reports M3; arXiv number: AN, UR, DO or
  what the container says
- abstract AB, N2; notes N1 and RN one each ("Code: https://…" is a link); keywords KW and
  M3 of other types are notes too; affiliation AD; citation key ID
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubbrowser.model import ItemType, Link, Record, link
from pubbrowser.model.links import doi_in
from pubbrowser.model.records import TYPES_IN_SERIES
from pubbrowser.model.remarks import CUT_EDITORS, CUT_LIST
from pubbrowser.readers.ris.dates import accessed_of, date_of
from pubbrowser.readers.ris.entries import Entry
from pubbrowser.readers.ris.names import read_names
from pubbrowser.readers.ris.preprints import arxiv_id, is_archive, is_preprint
from pubbrowser.readers.wording import no_doi
from pubbrowser.text import clean_line

_TYPES: dict[str, ItemType] = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-journal",
    "NEWS": "article-journal", "ABST": "article-journal", "INPR": "article-journal",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "BOOK": "book", "EBOOK": "book",
    "EDBOOK": "book", "SER": "book", "CHAP": "chapter", "ECHAP": "chapter", "ENCYC": "chapter",
    "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "COMP": "software",
    "DATA": "dataset", "DBASE": "dataset", "AGGR": "dataset", "SLIDE": "speech",
    "PAT": "patent", "ELEC": "webpage", "BLOG": "webpage", "WEB": "webpage",
}  # fmt: skip
_ISSN = re.compile(r"\d{4}-\d{3}[\dXx]|\d{7}[\dXx]")
_WORDED_LINK = re.compile(r"(Code|Demo|Link): (https?://\S+)")
_PLAIN_KINDS = frozenset(
    ("phd thesis", "preprint", "journal article", "article", "thesis", "report", "technical report")
)
_WITH_GENRE = ("thesis", "report")
_CUT = (CUT_LIST, CUT_EDITORS)


def read_record(entry: Entry) -> tuple[Record, list[str]]:
    """Give the record of `entry`, and what is wrong with it in words. Raises nothing."""
    kind = _type(entry)
    authors, cut = read_names(entry.all("AU", "A1"))
    is_book = kind == "book"
    editors, editors_cut = read_names(
        entry.all("ED", *(() if is_book and (authors or "ED" in entry.values) else ("A2",)))
    )
    urls = [clean_line(url) for value in entry.all("UR") for url in re.split(r"[;\s]+", value)]
    url = next(filter(None, urls), "")
    container = "" if is_book else _container(entry)
    arxiv = arxiv_id(entry, urls, container)
    volume = _text(entry, "VL")
    if is_preprint(kind, arxiv, container):
        kind = "article"
        container = "arXiv" if is_archive(container) else container
        volume = "" if volume.lower().startswith("abs/") else volume
    publisher = _text(entry, "PB")
    if kind == "article" and publisher.lower() == "arxiv":
        publisher = ""
    series = _text(entry, "T3", *(("T2",) if is_book and _has_title(entry) else ()))
    is_in_series = bool(series) and kind in TYPES_IN_SERIES
    has_number_in_sn = kind in ("report", "patent")
    number = _text(entry, "SN" if has_number_in_sn else "M1")
    notes, links = _remarks(entry)
    if kind not in _WITH_GENRE and (sort := _kind_of_work(entry)):
        notes.append(sort)
    issued, remarks_on_date, problems = date_of(entry)
    printed_doi = _text(entry, "DO", "DI")
    if not (doi := doi_in(printed_doi)) and printed_doi:
        problems.append(no_doi(printed_doi))
    record = Record(
        type=kind,
        title=_text(entry, "TI", "T1", *(("BT", "T2") if is_book else ("CT",))),
        author=authors,
        editor=editors,
        authors_truncated=cut or (editors_cut and not authors) or CUT_LIST in notes,
        editors_truncated=(editors_cut and bool(authors)) or CUT_EDITORS in notes,
        issued=issued,
        container_title=container,
        collection_title=series,
        collection_number=number if is_in_series else "",
        volume=volume,
        issue=_text(entry, "IS"),
        page=_pages(entry),
        article_number=_text(entry, "C7"),
        number="" if is_in_series else number,
        isbn=() if has_number_in_sn else _isbn(entry),
        publisher=publisher,
        publisher_place=_text(entry, *(("C1",) if kind == "paper-conference" else ()), "CY", "PP"),
        edition="" if kind == "software" else _text(entry, "ET"),
        version=_text(entry, "ET") if kind == "software" else "",
        genre=_kind_of_work(entry) if kind in _WITH_GENRE else "",
        chapter_number=_text(entry, "SE") if kind in ("chapter", "book") else "",
        doi=doi,
        url=url,
        accessed=accessed_of(entry),
        links=_links(entry, url, urls, links),
        arxiv_id=arxiv,
        abstract=_text(entry, "AB", "N2"),
        notes=tuple(note for note in dict.fromkeys(notes + remarks_on_date) if note not in _CUT),
        affiliation=_text(entry, "AD"),
        citation_key=_text(entry, "ID"),
        line=entry.line,
    )
    return record, problems


def _type(entry: Entry) -> ItemType:
    printed = entry.first("TY").strip().upper()
    if printed == "UNPB":
        is_preprint = entry.first("M3").strip().lower() == "preprint"
        in_archive = "arxiv" in f"{entry.first('DB')} {entry.first('PB')}".lower()
        return "article" if is_preprint or in_archive else "document"
    return _TYPES.get(printed, "document")


def _text(entry: Entry, *tags: str) -> str:
    return clean_line(entry.first(*tags))


def _has_title(entry: Entry) -> bool:
    return bool(entry.first("TI", "T1", "BT"))


def _container(entry: Entry) -> str:
    return _text(entry, "JF", "T2", "C3", "BT", "JO", "JA", "J2", "J1")


def _pages(entry: Entry) -> str:
    start, end = _text(entry, "SP"), _text(entry, "EP")
    if not start or not end or start == end or re.search(r"[-–]", start):
        return start or end
    return f"{start}–{end}"


def _isbn(entry: Entry) -> tuple[str, ...]:
    numbers = [clean_line(part) for value in entry.all("SN") for part in re.split("[,;]", value)]
    cleaned = (re.sub(r"\s*\((?:print|online|isbn|issn|[^)]*)\)|\s", "", each) for each in numbers)
    return tuple(each for each in cleaned if each and not _ISSN.fullmatch(each))


def _remarks(entry: Entry) -> tuple[list[str], list[Link]]:
    """Give the notes, and the links that stand among them."""
    notes: list[str] = []
    links: list[Link] = []
    for note in map(clean_line, entry.all("N1", "RN")):
        if found := _WORDED_LINK.fullmatch(note):
            links.append(link(found[2], "" if found[1] == "Link" else found[1]))
        elif note:
            notes.append(note)
    if keywords := list(filter(None, map(clean_line, entry.all("KW")))):
        notes.append(f"Keywords: {', '.join(keywords)}")
    return notes, links


def _kind_of_work(entry: Entry) -> str:
    """Give what M3 says, where that is more than the type does."""
    printed = _text(entry, "M3")
    return "" if printed.lower() in _PLAIN_KINDS else printed


def _links(entry: Entry, url: str, urls: list[str], worded: list[Link]) -> tuple[Link, ...]:
    found = list(_addresses(entry, url, urls)) + worded
    return tuple({each.url: each for each in found}.values())


def _addresses(entry: Entry, url: str, urls: list[str]) -> Iterator[Link]:
    if url and link(url).kind in ("repo", "demo"):
        yield link(url)
    for each in urls:
        if each and each != url:
            yield link(each)
    for value in map(clean_line, entry.all("L1", "L2", "LK")):
        if value.startswith(("http://", "https://")) and value != url:
            yield link(value)
