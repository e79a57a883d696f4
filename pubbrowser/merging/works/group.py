"""Grouping records into works: the best evidence first, never two records of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.merging.works import blocking
from pubbrowser.merging.works.compare import CERTAIN, DOUBTFUL, Comparison, compare
from pubbrowser.merging.works.traits import traits_of
from pubbrowser.merging.works.weights import Weights
from pubbrowser.model import Record, Source

Placed = tuple[Source, Record]
_FOUND = 0.9
"""Score from which on no better mate is looked for in the other document."""


class Doubt(NamedTuple):
    """Two records, not joined, that may be one work."""

    one: int
    other: int
    score: float
    """0 to 1, below the score from which on records are joined."""
    why: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which records are one work, as indices into the records that were given."""

    groups: list[tuple[int, ...]]
    """Every record in exactly one group; groups by their first record, ascending inside."""
    doubtful: list[Doubt] = field(default_factory=list)
    """At most one for two groups, in the order of their records."""


def group_records(
    records: Sequence[Placed],
    *,
    same: Iterable[tuple[int, int]] = (),
    different: Iterable[tuple[int, int]] = (),
    owners: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Grouping:
    """Find out which records are one work.

    Two records of one document (one path) are never joined, except by `same`, which comes
    first; records that `different` names are kept apart. Both hold pairs of indices. `owners`
    maps paths to the person whose page it is: an author of everything on it. The order of the
    records does not change who is joined with whom. One document alone costs nothing.
    """
    same = tuple(same)
    paths = sorted({source.path for source, _ in records})
    if len(paths) < 2 and not same:
        return Grouping([(index,) for index in range(len(records))])
    number = {path: place for place, path in enumerate(paths)}
    documents = [number[source.path] for source, _ in records]
    # Everything is done in an order that depends on the records themselves only.
    order = sorted(range(len(records)), key=lambda i: (documents[i], records[i][0].line, i))
    place_of = [0] * len(order)
    for place, index in enumerate(order):
        place_of[index] = place
    clusters = _Clusters(
        [documents[index] for index in order],
        [(place_of[a], place_of[b]) for a, b in different],
    )
    for a, b in same:
        clusters.join(place_of[a], place_of[b])
    doubtful: list[Doubt] = []
    if len(paths) > 1:
        found = _compare_all(
            [records[i] for i in order], clusters, owners or {}, progress or no_progress
        )
        doubtful = [
            Doubt(min(order[a], order[b]), max(order[a], order[b]), *comparison[:2])
            for a, b, comparison in _join(found, clusters)
        ]
    members: dict[int, list[int]] = {}
    for index in range(len(records)):
        members.setdefault(clusters.find(place_of[index]), []).append(index)
    return Grouping([tuple(group) for group in members.values()], sorted(doubtful))


_Found = list[tuple[int, int, Comparison]]


def _compare_all(
    records: Sequence[Placed],
    clusters: _Clusters,
    owners: Mapping[str, str],
    progress: Progress,
) -> _Found:
    """Compare whatever may be one work: equal titles and identifiers, then similar records."""
    traits = traits_of(reported(records, "reading titles", progress), clusters.documents, owners)
    weigh = Weights(traits)
    settled: set[tuple[int, int]] = set()
    known: set[tuple[int, int]] = set()
    found: _Found = []

    def examine(pairs: Iterable[tuple[int, int]]) -> None:
        for a, b in pairs:
            if (a, b) in known:
                continue
            comparison = compare(traits[a], traits[b], weigh)
            if comparison.veto:
                clusters.keep_apart(a, b)
            elif comparison.score >= DOUBTFUL:
                known.add((a, b))
                found.append((a, b, comparison))
                if comparison.score >= _FOUND:
                    settled.add((a, traits[b].document))
                    settled.add((b, traits[a].document))

    def skip(index: int, document: int) -> bool:
        return (index, document) in settled

    def tick(phase: str, total: int) -> Callable[[int], None]:
        return lambda done: progress(phase, done, total)

    everyone = range(len(traits))
    examine(blocking.same_blocks(traits, lambda one: one.identifiers))
    examine(blocking.same_blocks(traits, blocking.title_keys))
    comparing = tick("comparing titles and authors", len(traits))
    by_words = partial(blocking.word_keys, frequencies=weigh.frequencies)
    examine(blocking.ranked_pairs(traits, everyone, by_words, skip, comparing))
    mated = {index for a, b, c in found if c.score >= CERTAIN for index in (a, b)}
    alone = [index for index in everyone if index not in mated]
    comparing = tick("comparing letters of titles", len(alone))
    examine(blocking.ranked_pairs(traits, alone, blocking.piece_keys, skip, comparing))
    return found


def _join(found: _Found, clusters: _Clusters) -> Iterable[tuple[int, int, Comparison]]:
    """Join the certain pairs from the best downwards; give the doubtful that remain possible."""
    found.sort(key=lambda pair: (-pair[2].score, pair[0], pair[1]))
    doubtful = []
    for a, b, comparison in found:
        if comparison.score >= CERTAIN:
            clusters.join_if_possible(a, b)
        else:
            doubtful.append((a, b, comparison))
    proposed: set[tuple[int, int]] = set()
    for a, b, comparison in doubtful:
        root, other = sorted((clusters.find(a), clusters.find(b)))
        if (root, other) in proposed or not clusters.may_join(root, other):
            continue
        proposed.add((root, other))
        yield a, b, comparison


class _Clusters:
    """Disjoint sets of records that know which documents they hold and what must not meet."""

    def __init__(self, documents: Sequence[int], different: Iterable[tuple[int, int]]) -> None:
        self.documents = documents
        self._parent = list(range(len(documents)))
        self._held: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for a, b in different:
            self.keep_apart(a, b)

    def find(self, index: int) -> int:
        """Give the record that stands for the set of `index`."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def keep_apart(self, a: int, b: int) -> None:
        """Let the sets of `a` and `b` never be joined."""
        self._apart.setdefault(self.find(a), set()).add(b)
        self._apart.setdefault(self.find(b), set()).add(a)

    def may_join(self, a: int, b: int) -> bool:
        """Say whether the sets of `a` and `b` have no document in common and may meet."""
        a, b = self.find(a), self.find(b)
        if a == b or not self._documents(a).isdisjoint(self._documents(b)):
            return False
        return all(self.find(kept) != b for kept in self._apart.get(a, ()))

    def join_if_possible(self, a: int, b: int) -> None:
        """Join the sets of `a` and `b` unless `may_join` forbids it."""
        if self.may_join(a, b):
            self.join(a, b)

    def join(self, a: int, b: int) -> None:
        """Join the sets of `a` and `b` whatever they hold."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return
        documents = self._documents(a) | self._documents(b)
        self._parent[b] = a
        self._held.pop(b, None)
        self._held[a] = documents
        if b in self._apart:
            self._apart.setdefault(a, set()).update(self._apart.pop(b))

    def _documents(self, root: int) -> set[int]:
        return self._held.get(root) or {self.documents[root]}
