"""How the names on each work are to be cited: in full, but never under somebody else's name.

One person may stand in the lists of many papers, and not every print of a name is as surely
his or hers. What is printed on one paper is therefore cited more fully only after papers
connected with it: by a common co-author known for certain, by the person's own list, by two
agreeing given names, or because the user says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.fullest import Fullness
from pubbrowser.merging.people.given import agree
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.places import Place
from pubbrowser.merging.people.spelling import Spelling
from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.model import Name


def cited_names(
    identities: Identities,
    rows: Sequence[Sequence[int]],
    fullness: Mapping[int, Fullness],
    heads: Mapping[int, Spelling],
    progress: Progress = no_progress,
) -> list[tuple[Name, ...]]:
    """Give for each work its names as they should be cited.

    `rows` are the clusters of each work's places, `fullness` what chooses among all names of
    each cluster, `heads` the owners' nodes with their names in the heads of documents.
    """
    forced = {identities.clusters.find(node) for node in identities.forced}
    known_spellings = identities.spellings.all
    names = [[known_spellings[place.cited].name for place in row] for row in identities.places]
    several = {cluster for cluster, each in fullness.items() if len(each.spellings) > 1}
    standing: dict[int, list[tuple[int, int]]] = {}
    for work, row in enumerate(rows):
        for position, cluster in enumerate(row):
            if cluster in several:
                standing.setdefault(cluster, []).append((work, position))
    coauthors = Coauthors(identities, certain=True)
    for cluster, places in reported(list(standing.items()), "naming people", progress):
        everything = fullness[cluster]
        connected = [places] if cluster in forced else _connected(identities, coauthors, places)
        for part in connected:
            chooser = everything
            if cluster not in forced:
                chooser = Fullness(_counts(identities, part, everything, heads))
            known: dict[int, Name] = {}
            for work, position in part:
                number = identities.places[work][position].cited
                if number not in known:
                    printed = identities.spellings[number]
                    cited = chooser.cited(printed)
                    if cited is printed:
                        cited = everything.corrected(printed)
                    known[number] = cited.name
                names[work][position] = known[number]
    return [tuple(each) for each in names]


def _connected(
    identities: Identities, coauthors: Coauthors, places: Sequence[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """Divide the places of one person into those that are connected by certain evidence."""
    parents: dict[Hashable, Hashable] = {}

    def find(key: Hashable) -> Hashable:
        while parents.setdefault(key, key) != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    several: dict[Spelling, None] = {}
    for work, position in places:
        for reason in _reasons(identities, coauthors, work, position):
            parents[find(reason)] = find((work, position))
        for spelling in _printed(identities, identities.places[work][position]):
            if len(spelling.form.given.parts) > 1:
                several[spelling] = None
    for one, other in combinations(several, 2):
        if agree(one.form.given, other.form.given):
            parents[find(one)] = find(other)
    parts: dict[Hashable, list[tuple[int, int]]] = {}
    for place in places:
        parts.setdefault(find(place), []).append(place)
    return list(parts.values())


def _reasons(
    identities: Identities, coauthors: Coauthors, work: int, position: int
) -> Iterator[Hashable]:
    """Give what a place has in common with all others that are certainly of the same person."""
    if (work, position) in identities.claims:
        yield "owner", identities.clusters.find(identities.claims[work, position])
    for spelling in _printed(identities, identities.places[work][position]):
        if len(spelling.form.given.parts) > 1:
            yield spelling
    himself = identities.clusters.find(identities.nodes[work][position])
    for cluster in dict.fromkeys(coauthors.of_work(work)):
        if cluster != himself:
            yield "co-author", cluster


def _counts(
    identities: Identities,
    part: Sequence[tuple[int, int]],
    everything: Fullness,
    heads: Mapping[int, Spelling],
) -> Counter[Spelling]:
    """Count the names that may be cited at connected places: those printed there, in the head
    of the owner's list, and, with other accents, the same written-out names."""
    counts: Counter[Spelling] = Counter()
    for work, position in part:
        place = identities.places[work][position]
        counts[identities.spellings[place.cited]] += 0
        counts.update(identities.spellings[number] for number, _ in place.prints)
        head = heads.get(identities.claims.get((work, position), -1))
        if head:
            counts[head] += 0
    written = {form for each in counts for form in each.forms if form.given.is_full}
    for spelling in everything.spellings:
        if spelling not in counts and spelling.form in written:
            counts[spelling] = everything.count(spelling)
    return counts


def _printed(identities: Identities, place: Place) -> list[Spelling]:
    return [identities.spellings[number] for number, _ in place.prints]
