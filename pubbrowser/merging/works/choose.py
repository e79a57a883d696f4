"""What a work says: one value per field, chosen among its records, with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pubbrowser.merging.works.authors import choose_authors
from pubbrowser.merging.works.origins import OneOrigin, set_fields
from pubbrowser.merging.works.traits import published_rank
from pubbrowser.model import Link, Record, Source

Placed = tuple[Source, Record]

_VERSION_FIELDS = (
    "type", "container_title", "collection_title", "collection_number", "volume", "issue", "page",
    "chapter_number", "number", "publisher", "publisher_place", "edition", "version", "genre",
    "isbn", "article_number", "locator",
)  # fmt: skip
"""What describes one publication: taken from one record together, never from several."""
_ANY_FIELDS = (
    "editor", "doi", "url", "note", "citation_key", "category", "arxiv_id", "openreview_id",
    "affiliation", "protected_words", "score",
)  # fmt: skip
"""What is taken from the first record that has it, the cited one before all others."""


def cited_first(records: Sequence[Placed]) -> tuple[Placed, ...]:
    """Give `records` with the version that is cited first, the others by document and line.

    Journal articles go before conference papers, those before chapters and books, and all of
    them before preprints; of equals the one that says most about where it was published, then
    the latest, then the first by path and line.
    """
    if len(records) == 1:
        return tuple(records)
    by_place = sorted(records, key=lambda placed: placed[0])
    cited = min(range(len(by_place)), key=lambda index: (*_standing(by_place[index][1]), index))
    return (by_place.pop(cited), *by_place)


def choose(records: Sequence[Placed]) -> tuple[Record, Mapping[str, Source]]:
    """Give the merged record of one work, and for each field that is set where it comes from.

    What describes the publication (type, venue, volume, pages, publisher) comes from the cited
    record alone, as do title and date, unless it has none or the title is cut. Authors: see
    `choose_authors`. An abstract that is whole goes before a longer one that is cut. Links
    and notes of all records are kept, each once. A list that takes something from several
    records is said to come from the first of them.
    """
    ordered = cited_first(records)
    if len(ordered) == 1:
        source, record = ordered[0]
        return record, OneOrigin(source, record)
    only = [record for _, record in ordered]
    cited = only[0]
    taken: dict[str, int] = dict.fromkeys(_VERSION_FIELDS, 0)
    taken["title"] = _title(only)
    taken["issued"] = taken["year_inferred"] = _date(only)
    taken["abstract"] = taken["abstract_truncated"] = _abstract(only)
    for name in _ANY_FIELDS:
        taken[name] = _first(getattr(record, name) not in ("", (), None) for record in only)
    for name in ("links", "notes", "has_code"):
        taken[name] = _first(bool(getattr(record, name)) for record in only)
    values: dict[str, Any] = {name: getattr(only[index], name) for name, index in taken.items()}
    values["links"] = _links(only)
    values["notes"] = tuple(dict.fromkeys(note for record in only for note in record.notes))

    values["accessed"] = only[taken["url"]].accessed
    values["editors_truncated"] = only[taken["editor"]].editors_truncated
    taken |= {"accessed": taken["url"], "editors_truncated": taken["editor"]}

    base, names, owners = choose_authors(only)
    if base >= 0:
        values |= {"author": names, "owner_positions": owners}
        values["authors_truncated"] = only[base].authors_truncated
        taken |= dict.fromkeys(("author", "owner_positions", "authors_truncated"), base)
    merged = replace(cited, **values)
    return merged, {name: ordered[taken.get(name, 0)][0] for name in set_fields(merged)}


def _standing(record: Record) -> tuple[int, int, int]:
    """Give what orders records by how much they are worth citing, the best lowest."""
    told = sum(1 for name in _VERSION_FIELDS if getattr(record, name)) + bool(record.doi)
    year = record.issued.year if record.issued else 0
    return -published_rank(record), -told - bool(year), -year


def _first(given: Iterable[bool]) -> int:
    return next((index for index, is_given in enumerate(given) if is_given), 0)


def _title(records: Sequence[Record]) -> int:
    """Give the index of the cited title, or of the longest one where that is missing or cut."""
    title = records[0].title
    if title and not title.endswith(("...", "…")):
        return 0
    return max(range(len(records)), key=lambda index: (len(records[index].title), -index))


def _date(records: Sequence[Record]) -> int:
    """Give the index of the date: the cited one, or a finer one of the same preprint year.

    Of a published paper the day of its preprint says nothing.
    """
    cited = records[0]
    if cited.issued is None:
        return _first(record.issued is not None for record in records)
    if cited.issued.month or published_rank(cited):
        return 0
    for index, record in enumerate(records):
        if record.issued and record.issued.month and record.issued.year == cited.issued.year:
            return index
    return 0


def _abstract(records: Sequence[Record]) -> int:
    return min(
        range(len(records)),
        key=lambda i: (
            not records[i].abstract,
            records[i].abstract_truncated,
            -len(records[i].abstract) if records[i].abstract_truncated else 0,
            i,
        ),
    )


def _links(records: Sequence[Record]) -> tuple[Link, ...]:
    """Give all links once; of equal addresses the first that has a label, in the first's place."""
    found: dict[str, Link] = {}
    for record in records:
        for link in record.links:
            address = link.url.lower().rstrip("/").removesuffix(".git")
            known = found.get(address)
            if known is None or (link.label and not known.label):
                found[address] = link
    return tuple(found.values())
