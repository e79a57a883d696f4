"""From documents to the corpus of works and people."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from pubbrowser.merging.keys import assign_keys
from pubbrowser.merging.people import find_people
from pubbrowser.model import Corpus, Document, Record, Source, Work


def merge(documents: Sequence[Document]) -> Corpus:
    """Give the corpus of all works in `documents`.

    Every record is a work of its own: nothing is joined. Works stand in the order of the
    documents and their records.
    """
    placed = [
        (Source(document.path, record.line), record)
        for document in documents
        for record in document.records
    ]
    records = [record for _, record in placed]
    keys = assign_keys(records)
    ids = _identifiers(placed)
    people, people_of = find_people(records, [document.owner for document in documents])
    works = [
        Work(
            id=ids[index],
            key=keys[index],
            merged=record,
            records=((source, record),),
            people=people_of[index],
            sources=_sources(record, source),
        )
        for index, (source, record) in enumerate(placed)
    ]
    return Corpus(tuple(documents), works, people)


def _identifiers(placed: Sequence[tuple[Source, Record]]) -> list[str]:
    """Give an id per work that depends on its own facts only, not on other documents."""
    seen: Counter[str] = Counter()
    identifiers = []
    for source, record in placed:
        year = record.issued.year if record.issued else ""
        facts = [source.path, record.title, str(year), *(name.full for name in record.author)]
        # A file name that is no UTF-8 reaches Python as lone surrogates.
        digest = hashlib.blake2s(
            "\n".join(facts).encode("utf-8", "surrogateescape"), digest_size=6
        ).hexdigest()
        seen[digest] += 1
        identifiers.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return identifiers


_FIELDS = tuple(name for name in Record.__dataclass_fields__ if name not in ("line", "section"))
_NOT_GIVEN = Record()


def _sources(record: Record, source: Source) -> dict[str, Source]:
    return {name: source for name in _FIELDS if getattr(record, name) != getattr(_NOT_GIVEN, name)}
