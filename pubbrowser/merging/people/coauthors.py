"""Co-authors as evidence: initials that fit several people go to the one they published with.

The measure is the resource allocation index (Zhou, Lü, Zhang 2009, Eur. Phys. J. B 71:623):
a common co-author counts the less the more works he or she has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import fsum

from pubbrowser.merging.people.habits import Habits
from pubbrowser.merging.people.link import blocks
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.places import Place
from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.model import Record, Source

MOST_AUTHORS = 60
"""Papers of large collaborations say nothing about who works with whom."""
_CLEARER = 2.0
"""So much more must speak for the best candidate than for the second."""
_SPECIFIC = 0.25
"""A single common co-author decides when he or she has at most four works."""


class Coauthors:
    """Who has published with whom, as of the clusters at the time of making it.

    With `certain`, only co-authors count of whom it is certain who they are: initials that two
    papers print alike may be two people.
    """

    def __init__(self, identities: Identities, certain: bool = False) -> None:
        self._identities = identities
        self._certain = certain
        self._cluster_of = identities.clusters.of_all()
        self._with: dict[int, set[int]] = {}

    def of_work(self, work: int) -> Sequence[int]:
        """Give the people of a work; none for a work of a large collaboration."""
        return self._people[work]

    def of(self, cluster: int) -> set[int]:
        """Give everyone with whom `cluster` has published."""
        found = self._with.get(cluster)
        if found is None:
            works = self._identities.clusters.works[cluster]
            found = self._with[cluster] = set[int]().union(*map(self._people.__getitem__, works))
            found.discard(cluster)
        return found

    def common(self, one: int, other: int) -> set[int]:
        """Give those who have published with both clusters."""
        return self.of(one) & self.of(other)

    @cached_property
    def _people(self) -> list[tuple[int, ...]]:
        """Who has written each work, owners behind an "et al." too."""
        cluster_of, implied = self._cluster_of, self._identities.implied
        counted = cluster_of
        if self._certain:
            solid = self._identities.solid
            counted = [each if node in solid else -1 for node, each in enumerate(cluster_of)]
        found = [
            tuple([cluster for node in nodes if (cluster := counted[node]) >= 0])
            if len(nodes) <= MOST_AUTHORS
            else ()
            for nodes in self._identities.nodes
        ]
        works = self._identities.clusters.works
        for work, nodes in implied.items():
            if len(self._identities.nodes[work]) <= MOST_AUTHORS:
                owners = [cluster_of[node] for node in nodes]
                found[work] += tuple(each for each in owners if self._certain or works[each])
        return found

    def weight(self, cluster: int) -> float:
        """Give how much a co-author tells: one by the number of works."""
        return 1 / max(1, len(self._identities.clusters.works[cluster]))


def place_initials(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    coauthors: Coauthors,
    certain: bool,
    progress: Progress = no_progress,
) -> bool:
    """Give places with initials to the person with agreeing co-authors; say whether any was.

    Each place is decided for itself: one list may print two people alike. What cannot be
    decided stays a person of its own. `certain` says that `coauthors` are, and that a place so
    given is evidence for others.
    """
    clusters = identities.clusters
    neighbours = _candidates(identities)
    habits = Habits(identities, groups)
    decided: list[tuple[int, int, int]] = []
    cluster_of = clusters.of_all()
    works = sorted(set[int]().union(*(clusters.works[cluster] for cluster in neighbours)))
    for work in reported(works, "weighing co-authors", progress):
        for position, node in enumerate(identities.nodes[work]):
            cluster = cluster_of[node]
            if cluster not in neighbours:
                continue
            place = identities.places[work][position]
            candidates = [c for c in neighbours[cluster] if work not in clusters.works[c]]
            best = _decide(habits, coauthors, work, place, cluster, candidates)
            if best is not None:
                decided.append((work, position, best))
    moved = [identities.move(*each, certain) for each in decided]
    return any(moved)


def _candidates(identities: Identities) -> dict[int, list[int]]:
    """Give for each cluster with initials the people it fits who are known by more."""
    clusters = identities.clusters
    forced = {clusters.find(node) for node in identities.forced}
    solid = {clusters.find(node) for node in identities.solid}
    found: dict[int, dict[int, None]] = {}
    for block in blocks(clusters):
        known = [each for each in block if each in solid and clusters.works[each]]
        if not known:
            continue
        for one in block:
            if one in forced or not any(g.parts[0].initial for g in clusters.given[one]):
                continue
            for other in known:
                if (
                    other != one
                    and clusters.given_fit(one, other)
                    and not clusters.covers(one, other)
                ):
                    found.setdefault(one, {})[other] = None
    return {one: list(others) for one, others in found.items()}


def _decide(
    habits: Habits,
    coauthors: Coauthors,
    work: int,
    place: Place,
    cluster: int,
    candidates: list[int],
) -> int | None:
    here = {each for each in coauthors.of_work(work) if each != cluster}
    if not here:
        return None
    common = {each: shared for each in candidates if (shared := here & coauthors.of(each))}
    # What a document is used to printing is asked last: it is the dearest question.
    left = [each for each in common if not habits.rule_out(work, place, each)]
    if not left:
        return None
    # Rounded once: the order in which co-authors are met must not decide between equals.
    score = {each: fsum(map(coauthors.weight, common[each])) for each in left}
    best, *others = sorted(left, key=lambda each: (-score[each], each))
    specific = max(map(coauthors.weight, common[best])) >= _SPECIFIC
    if len(common[best]) > 1 or specific:
        return best if not others or score[best] >= _CLEARER * score[others[0]] else None
    alone = not others and all(
        habits.rule_out(work, place, each) for each in candidates if each not in common
    )
    return best if alone else None
