"""From the tags of an entry of PubMed to a record.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions". What
stands where:

- title TI, of books BTI; container JT, else TA; of chapters BTI; collection CTI
- authors FAU, else AU, and organisations CN; editors FED, else ED
- date DP, else DEP; volume VI; issue IP; pages PG; DOI in LID, else AID ("10.1000/x [doi]")
- PMID and PMC are links; arXiv number in AID; abstract AB; publisher PB; place PL of books
- keywords OT are a note, and so are retractions
"""

from __future__ import annotations

import re

from pubbrowser.model import ItemType, Name, Record
from pubbrowser.readers.identifiers import (
    arxiv_number,
    bare_doi,
    isbns,
    pmc_link,
    pubmed_link,
    several_links,
)
from pubbrowser.readers.markup import block_of, line_of, title_of
from pubbrowser.readers.names import parse_name
from pubbrowser.readers.people import person
from pubbrowser.readers.printed_dates import date_of
from pubbrowser.readers.pubmed.entries import Entry

_LOCATED = re.compile(r"\s*(.*?)\s*\[(doi|pii|pmc|bookaccession)\]\s*", re.DOTALL)
_SUFFIX = re.compile(r"\s+(Jr|Sr|II|III|IV|2nd|3rd|4th)\.?$")


def read_record(entry: Entry) -> Record:
    """Give the record of `entry`. Raises nothing."""
    kind = _type(entry)
    located = _located(entry)
    doi = bare_doi(located.get("doi", ""))
    book = title_of(entry.first("BTI"))
    title = _title(entry)
    if kind == "book" and not title:
        title, book = book, ""
    journal = line_of(entry.first("JT") or entry.first("TA"))
    pmid = pubmed_link(entry.first("PMID").strip())
    return Record(
        type=kind,
        title=title,
        author=_names(entry, "FAU", "AU")
        + tuple(Name(literal=line_of(cn)) for cn in entry.all("CN")),
        editor=_names(entry, "FED", "ED"),
        issued=date_of(entry.first("DP"), entry.first("DEP"))
        or date_of(_with_hyphens(entry.first("DEP"))),
        container_title=book if kind in ("chapter", "book") else journal,
        collection_title=line_of(entry.first("CTI")),
        volume=line_of(entry.first("VI")),
        issue=line_of(entry.first("IP")),
        page=line_of(entry.first("PG")),
        publisher=line_of(entry.first("PB")),
        publisher_place=line_of(entry.first("PL")) if kind in ("book", "chapter") else "",
        edition=line_of(entry.first("EN")),
        isbn=isbns(" ".join(entry.all("ISBN"))),
        doi=doi,
        links=several_links([pmid, pmc_link(entry.first("PMC"))]),
        arxiv_id=arxiv_number(*entry.all("AID", "LID")),
        abstract=block_of(entry.first("AB")),
        notes=tuple(_notes(entry)),
        line=entry.line,
    )


def _type(entry: Entry) -> ItemType:
    printed = {value.strip().lower() for value in entry.all("PT")}
    if entry.first("BTI"):
        return "chapter" if entry.first("TI") else "book"
    if "preprint" in printed:
        return "article"
    if "dataset" in printed and not entry.first("JT", "TA"):
        return "dataset"
    return "article-journal" if entry.first("JT", "TA") else "document"


def _title(entry: Entry) -> str:
    """Give the title without the full stop that PubMed puts behind each."""
    title = title_of(entry.first("TI"))
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _located(entry: Entry) -> dict[str, str]:
    """Give what LID and AID hold by their kind: "doi", "pii"."""
    found: dict[str, str] = {}
    for value in entry.all("LID", "AID"):
        if located := _LOCATED.fullmatch(value):
            found.setdefault(located[2], located[1])
    return found


def _with_hyphens(day: str) -> str:
    day = day.strip()
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}" if re.fullmatch(r"\d{8}", day) else ""


def _names(entry: Entry, full: str, short: str) -> tuple[Name, ...]:
    """Give the names under `full` ("Doe, Jane A"), else those under `short` ("Doe JA")."""
    if printed := entry.all(full):
        names = [_full_name(line_of(value)) for value in printed]
    else:
        names = [parse_name(line_of(value)) for value in entry.all(short)]
    return tuple(name for name in names if name != Name())


def _organisations(entry: Entry) -> tuple[Name, ...]:
    return tuple(Name(literal=name) for value in entry.all("CN") if (name := line_of(value)))


def _full_name(printed: str) -> Name:
    family, _, given = printed.partition(",")
    suffix = ""
    if found := _SUFFIX.search(given):
        given, suffix = given[: found.start()], found[1]
    return person(family.strip(), given.strip(), suffix)


def _notes(entry: Entry) -> list[str]:
    notes = []
    if "retracted publication" in (value.strip().lower() for value in entry.all("PT")):
        notes.append("Retracted publication")
    if words := [word for value in entry.all("OT") if (word := line_of(value).lstrip("*"))]:
        notes.append(f"Keywords: {', '.join(words)}")
    return notes
