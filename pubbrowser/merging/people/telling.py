"""From clusters of spellings to people with names, numbers and an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pubbrowser.merging.people.cited import cited_names
from pubbrowser.merging.people.findings import find_misspellings
from pubbrowser.merging.people.fullest import Fullness
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.owners import Owners
from pubbrowser.merging.people.spelling import Spelling, read_spelling
from pubbrowser.merging.progress import Progress, no_progress
from pubbrowser.model import Finding, Name, Person, Record, Source
from pubbrowser.text import words


@dataclass(frozen=True, slots=True)
class People:
    """All people, and for each work who of them wrote it and how to cite their names."""

    people: list[Person]
    """By number of works, the most productive first, then by id."""
    of_work: list[tuple[int, ...]]
    """Indices into `people` in the order of the authors (or editors), nobody twice."""
    names: list[tuple[Name, ...]]
    """For each work its names as they should be cited, one per author (or editor)."""
    findings: list[Finding]
    """Probable misspellings."""


def tell(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    owners: Owners,
    progress: Progress = no_progress,
) -> People:
    """Give every cluster that stands on a work as a person."""
    progress("naming people", 0, 0)
    rows = identities.rows()
    counts = _count(identities, owners, rows)
    fullness = _fullness(identities, counts)
    works = Counter(cluster for row in rows for cluster in set(row))
    variants = {cluster: _variants(counts[cluster]) for cluster in counts}
    ids = _identifiers(fullness, works, variants)
    order = sorted(fullness, key=lambda cluster: (-works[cluster], ids[cluster]))
    owning = owners.clusters()
    people = [
        Person(
            id=ids[cluster],
            name=fullness[cluster].best.name,
            variants=variants[cluster],
            works=works[cluster],
            owner=cluster in owning,
        )
        for cluster in order
    ]
    spellings = identities.spellings
    heads = {node: spellings[spellings.number(name)] for node, name in owners.printed}
    index = {cluster: number for number, cluster in enumerate(order)}
    return People(
        people,
        [tuple(dict.fromkeys(index[cluster] for cluster in row)) for row in rows],
        cited_names(identities, rows, fullness, heads, progress),
        find_misspellings(identities, groups, rows, fullness),
    )


def _count(
    identities: Identities, owners: Owners, rows: Sequence[Sequence[int]]
) -> dict[int, dict[Spelling, int]]:
    """Count how often each cluster is printed in which spelling; a name that only the head of
    a document prints counts nothing, but is there."""
    counts: dict[int, dict[Spelling, int]] = {}
    spellings = identities.spellings
    known = spellings.all
    for row, places in zip(rows, identities.places, strict=True):
        for cluster, place in zip(row, places, strict=True):
            counter = counts.get(cluster)
            if counter is None:
                counter = counts[cluster] = {}
            for number, _ in place.prints:
                spelling = known[number]
                counter[spelling] = counter.get(spelling, 0) + 1
    for node, name in owners.printed:
        cluster = identities.clusters.find(node)
        if cluster in counts:
            counts[cluster].setdefault(spellings[spellings.number(name)], 0)
    return counts


def _fullness(
    identities: Identities, counts: Mapping[int, Mapping[Spelling, int]]
) -> dict[int, Fullness]:
    """Give what chooses the names of each cluster.

    Names that the user gives take part; the first of them, if written out, is the one to show.
    """
    given: dict[int, list[Name]] = {}
    for node, names in identities.forced.items():
        given.setdefault(identities.clusters.find(node), []).extend(names)
    fullness = {cluster: Fullness(counts[cluster]) for cluster in counts if cluster not in given}
    for cluster, names in given.items():
        known = {spelling.name: spelling for spelling in counts[cluster]}
        for name in names:
            known.setdefault(name, read_spelling(name))
        first = known[names[0]]
        chosen = first if first.form.given.is_full else None
        fullness[cluster] = Fullness(
            {spelling: counts[cluster].get(spelling, 0) for spelling in known.values()}, chosen
        )
    return fullness


def _variants(counter: Mapping[Spelling, int]) -> tuple[str, ...]:
    if len(counter) == 1:
        return (next(iter(counter)).printed,)
    printed: Counter[str] = Counter()
    for spelling, count in counter.items():
        printed[spelling.printed] += count
    return tuple(sorted(printed, key=lambda text: (-printed[text], text)))


def _identifiers(
    fullness: Mapping[int, Fullness],
    works: Mapping[int, int],
    variants: Mapping[int, tuple[str, ...]],
) -> dict[int, str]:
    """Give each cluster the folded words of its fullest name; who shares them gets a number."""
    sharing: dict[str, list[int]] = {}
    for cluster, each in fullness.items():
        name = each.best.name.full
        sharing.setdefault(" ".join(words(name)) or name, []).append(cluster)
    ids: dict[int, str] = {}
    for stem in sorted(sharing):
        clusters = sorted(sharing[stem], key=lambda c: (-works[c], variants[c], c))
        number = 1
        for cluster in clusters:
            identifier = stem if number == 1 else f"{stem} {number}"
            while number > 1 and identifier in sharing:
                number += 1
                identifier = f"{stem} {number}"
            ids[cluster] = identifier
            number += 1
    return ids
