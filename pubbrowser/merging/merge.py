"""From documents to the corpus of works and people."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace

from pubbrowser.merging.corrections import (
    NO_CORRECTIONS,
    Corrections,
    apply_fields,
    resolve,
    settle,
)
from pubbrowser.merging.key_patterns import DEFAULT_PATTERN
from pubbrowser.merging.keys import assign_keys
from pubbrowser.merging.people import find_people
from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.merging.works import choose, group_records, work_ids
from pubbrowser.merging.works.choose import cited_first
from pubbrowser.merging.works.findings import conflicts, doubtful_merges
from pubbrowser.model import Corpus, Document, Finding, Name, Record, Source, Work


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the search for unreachable cycles, which makes none of what merging makes smaller
    and would look at all documents again and again: a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def merge(
    documents: Sequence[Document],
    corrections: Corrections = NO_CORRECTIONS,
    progress: Progress = no_progress,
    key_pattern: str = DEFAULT_PATTERN,
) -> Corpus:
    """Give the corpus of all works in `documents`.

    Records that are one paper become one work; see `works.group_records` for when that is so
    and `works.choose` for what the work then says. `corrections` go before both. Works stand
    in the order of the documents and their records, which is all that this order decides:
    what is joined, chosen, and how works are named does not depend on it. Citation keys are made
    after `key_pattern`; raises `KeyPatternError` for one that is none.
    """
    placed = [
        (Source(document.path, record.line), record)
        for document in documents
        for record in document.records
    ]
    resolved = resolve(corrections, placed)
    owners = {document.path: document.owner for document in documents if document.owner}
    grouping = group_records(
        placed,
        same=resolved.same,
        different=resolved.different,
        owners=owners,
        progress=progress,
    )
    groups = grouping.groups
    settled = settle(resolved, groups)

    total = len(groups)
    records: list[tuple[tuple[Source, Record], ...]] = []
    merged: list[Record] = []
    sources: list[Mapping[str, Source]] = []
    for index, group in enumerate(reported(groups, "choosing what to cite", progress)):
        ordered = cited_first([placed[record] for record in group])
        record, taken_from = choose(ordered)
        records.append(ordered)
        merged.append(
            apply_fields(record, settled.fields[index]) if index in settled.fields else record
        )
        corrected = settled.sources.get(index)
        sources.append({**taken_from, **corrected} if corrected else taken_from)

    people = find_people(records, merged, list(owners.items()), resolved.aliases, progress)
    owning = {number for number, person in enumerate(people.people) if person.owner}
    for index, names in enumerate(people.names):
        named = _named(merged[index], names, settled.fields.get(index, {}))
        merged[index] = _with_owners(named, people.of_work[index], owning)
    progress("making citation keys", 0, total)
    ids, keys = _names(records, merged, settled.keys, key_pattern)
    works = [
        Work(
            id=ids[index],
            key=keys[index],
            merged=merged[index],
            records=records[index],
            people=people.of_work[index],
            sources=sources[index],
            tags=settled.tags.get(index, ()),
        )
        for index in range(total)
    ]
    work_of = [0] * len(placed)
    for index, group in enumerate(groups):
        for number in group:
            work_of[number] = index
    findings = [*resolved.findings, *settled.findings]
    findings += people.findings
    findings += doubtful_merges(grouping.doubtful, placed, work_of)
    for index, group in enumerate(groups):
        if len(group) > 1:
            findings += conflicts(index, works[index], settled.fields.get(index, ()))
    ordered_findings = _in_order(findings, documents)
    return Corpus(tuple(documents), works, people.people, ordered_findings, key_pattern)


def _named(record: Record, names: tuple[Name, ...], corrected: Mapping[str, object]) -> Record:
    """Give `record` with the full `names` of its people, but for those set by a correction."""
    field = "author" if record.author else "editor"
    printed = record.author or record.editor
    if names == printed or field in corrected or len(names) != len(printed):
        return record
    return replace(record, author=names) if record.author else replace(record, editor=names)


def _with_owners(record: Record, numbers: Sequence[int], owning: Set[int]) -> Record:
    """Give `record` with the positions of all names that are owners of documents; `owning` are
    their numbers.

    Pages that emphasise nobody have owners as well. Where a person stands twice in a list,
    positions and people do not correspond, and the emphasis of the document stays.
    """
    if len(numbers) != len(record.author or record.editor):
        return record
    owners = tuple([place for place, number in enumerate(numbers) if number in owning])
    return record if owners == record.owner_positions else replace(record, owner_positions=owners)


def _names(
    records: Sequence[tuple[tuple[Source, Record], ...]],
    merged: Sequence[Record],
    given: Mapping[int, str],
    key_pattern: str,
) -> tuple[list[str], list[str]]:
    """Give the ids and the citation keys of works, whatever the order of the documents is.

    `given` are the keys that the corrections set, by work.
    """
    order = sorted(range(len(records)), key=lambda work: records[work][0][0])
    ids = work_ids([[record for _, record in records[work]] for work in order])
    placed_keys = {place: given[work] for place, work in enumerate(order) if work in given}
    keys = assign_keys([merged[work] for work in order], placed_keys, key_pattern)
    ids_of, keys_of = [""] * len(order), [""] * len(order)
    for place, work in enumerate(order):
        ids_of[work], keys_of[work] = ids[place], keys[place]
    return ids_of, keys_of


def _in_order(findings: Sequence[Finding], documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Give `findings` in the order of the documents and lines that they are about."""
    place = {document.path: number for number, document in enumerate(documents)}
    return tuple(
        sorted(findings, key=lambda f: (place.get(f.source.path, len(place)), f.source.line))
    )
