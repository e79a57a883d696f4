"""Works as RIS, which EndNote, Zotero, Mendeley and most reference managers read.

Sources: Research Information Systems, "RIS Format Specifications" (2001), for the form of lines,
names and dates; EndNote's tables of tags by type (2011) and Zotero's RIS translator for which
tag means what for which type. Where these differ, the tag that all of them understand is taken.

Lines end in a line feed. The specification asks for a carriage return before it, as Windows
has it; the programs of today read either, and a carriage return upsets terminals and editors.

What stands where:

- type: TY, see `_TYPES`; genre, kinds of theses and "Preprint": M3; citation key: ID
- names: AU; editors A2, of books ED (where A2 is the editor of the series). "von Last, First,
  Jr"; both kinds of particles stand before the family name. Literal names and families of
  several words without a given name end in a comma, and commas inside them go, for EndNote
  takes the last word for a family name otherwise. Of a list cut at "et al." N1 says so: programs
  take EndNote's name "et al.," for somebody's.
- title TI; container T2, of proceedings C3 as well, of journals JF as well; collection T3, of a
  book T2
- date: PY the year, DA "2023/02/14" or "2023/02" where the month is known
- volume VL, issue IS, pages SP and EP; an article number is SP where there are no pages, else C7;
  chapter SE
- number: SN of reports and patents, else M1, as is the collection number; ISBNs: one SN each
- edition ET, as "3rd" where it is a number, of software version ET
- publisher PB; place CY, of proceedings C1
- DOI: DO; address of the paper: UR; accessed: Y2; a further PDF: L1; other links: N1
  "Code: address", "Demo: address", "Link: address"
- arXiv: DB "arXiv", AN "arXiv:2508.21380"; OpenReview's number is not written
- abstract AB in one line; notes, awards and status: one N1 each; tags: one KW each
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id, is_from_arxiv
from pubbrowser.citing.editions import edition_as_ordinal
from pubbrowser.citing.initials import dotted
from pubbrowser.citing.markup import plain
from pubbrowser.model import Name, Record, Work
from pubbrowser.model.keys import legal_key
from pubbrowser.model.remarks import CUT_EDITORS, CUT_LIST

Line = tuple[str, str]
"""A tag and its value; lines without a value are not written."""

_TYPES = {
    "article-journal": "JOUR",
    "paper-conference": "CONF",
    "book": "BOOK",
    "chapter": "CHAP",
    "article": "UNPB",
    "thesis": "THES",
    "report": "RPRT",
    "software": "COMP",
    "dataset": "DATA",
    "speech": "SLIDE",
    "patent": "PAT",
    "webpage": "ELEC",
    "document": "GEN",
}
_SECOND_TAGS = {"CONF": "C3", "JOUR": "JF"}
"""Where the container stands besides T2."""
_THESIS_TYPES: dict[facts.ThesisKind, str] = {
    "doctorate": "PhD thesis",
    "habilitation": "Habilitation",
    "master": "Master’s thesis",
    "bachelor": "Bachelor’s thesis",
}
_LINK_NAMES = {"repo": "Code", "demo": "Demo"}


def ris(works: Sequence[Work]) -> str:
    """Give `works` as RIS, one record each in the order given, blank lines between them.

    A work that is given twice is written once.
    """
    written = {work.key: _record(work) for work in works}
    return "\n\n".join(written.values()) + "\n" if written else ""


def _record(work: Work) -> str:
    record = work.merged
    kind = _TYPES[record.type]
    if record.type == "document" and facts.is_proceedings(record.container_title):
        kind = "CONF"
    lines = [
        ("ID", legal_key(work.key)),
        *_people(record, kind),
        ("TI", plain(record.title)),
        *_where(record, kind),
        *_date(record),
        *_place_inside(record, kind),
        *_addresses(record),
        ("AB", record.abstract),
        *(("KW", tag) for tag in work.tags),
        *_notes(record),
    ]
    values = [(tag, " ".join(value.split())) for tag, value in lines]
    body = "".join(f"{tag}  - {value}\n" for tag, value in dict.fromkeys(values) if value)
    return f"TY  - {kind}\n{body}ER  - "


def _people(record: Record, kind: str) -> Iterator[Line]:
    for tag, names in (("AU", record.author), ("ED" if kind == "BOOK" else "A2", record.editor)):
        for name in names:
            yield tag, _name(name)


def _where(record: Record, kind: str) -> Iterator[Line]:
    container = plain(record.container_title)
    if kind == "BOOK":
        yield "T2", plain(record.collection_title) or container
    else:
        yield "T2", container
        if kind in _SECOND_TAGS:
            yield _SECOND_TAGS[kind], container
        yield "T3", plain(record.collection_title)
    if kind == "THES":
        yield "M3", facts.own_genre(record) or _THESIS_TYPES[facts.thesis_kind(record)]
    elif kind == "UNPB":
        yield "M3", "Preprint"
    else:
        yield "M3", record.genre
    yield "PB", record.publisher or ("arXiv" if is_from_arxiv(record) else "")
    yield "C1" if kind == "CONF" else "CY", record.publisher_place


def _date(record: Record) -> Iterator[Line]:
    if record.issued:
        yield "PY", f"{record.issued.year:04d}"
        if record.issued.month:
            yield "DA", facts.iso_date(record).replace("-", "/")


def _place_inside(record: Record, kind: str) -> Iterator[Line]:
    yield "VL", facts.volume(record)
    yield "IS", record.issue
    start, _, end = pages = facts.page_range(record, "-").partition("-")
    is_range = end and not re.search(r"[-,;]", end)
    yield "SP", (start if is_range else "".join(pages)) or record.article_number
    yield "EP", end if is_range else ""
    yield "C7", record.article_number if start else ""
    yield "SE", record.chapter_number if kind in ("CHAP", "BOOK") else ""
    yield "SN" if kind in ("RPRT", "PAT") else "M1", facts.number(record)
    version = record.version if kind == "COMP" else ""
    yield "ET", version or edition_as_ordinal(record.edition)
    yield from (("SN", number) for number in record.isbn)


def _addresses(record: Record) -> Iterator[Line]:
    address, identifier = facts.address(record), arxiv_id(record)
    if not address and identifier:
        address = f"https://arxiv.org/abs/{identifier}"
    yield "DO", facts.doi(record)
    yield "UR", address
    yield "Y2", facts.iso(record.accessed).replace("-", "/")
    pdf = next((link.url for link in record.links if link.kind == "pdf"), "")
    yield "L1", pdf if pdf != address else ""
    if identifier or is_from_arxiv(record):
        yield "DB", "arXiv"
        yield "AN", f"arXiv:{identifier}" if identifier else ""


def _notes(record: Record) -> Iterator[Line]:
    editors_cut = facts.editors_truncated(record) and bool(record.editor)
    if (record.authors_truncated and record.author) or (editors_cut and not record.author):
        yield "N1", CUT_LIST
    if editors_cut and record.author:
        yield "N1", CUT_EDITORS
    for note in (*record.notes, record.note):
        yield "N1", note
    for link in record.links:
        if link.kind in ("repo", "demo", "site") and link.url != facts.address(record):
            yield "N1", f"{_LINK_NAMES.get(link.kind, 'Link')}: {link.url}"


def _name(name: Name) -> str:
    particle = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    elided = particle.endswith(("'", "’"))
    family = f"{particle}{'' if elided else ' '}{name.family}".strip()
    given = dotted(name.given, name.family)
    if name.literal or not (name.family.strip() and given.strip()):
        alone = _without_commas(name.full)
        return f"{alone}," if " " in alone else alone
    return ", ".join(filter(None, map(_without_commas, (family, given, name.suffix))))


def _without_commas(text: str) -> str:
    """Commas separate the parts of a name, so none can stand inside of them."""
    return " ".join(text.replace(",", " ").split())
