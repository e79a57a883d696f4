"""Co-authors as evidence: initials that fit several people go to the one they published with.

The measure is the resource allocation index (Zhou, Lü, Zhang 2009, Eur. Phys. J. B 71:623):
a common co-author counts the less the more works he or she has.
"""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.merging.people.habits import Habits
from pubbrowser.merging.people.link import blocks
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.places import Place
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
        self._people_of = identities.certain_people_of if certain else identities.people_of
        self._people: dict[int, set[int]] = {}
        self._with: dict[int, set[int]] = {}

    def of_work(self, work: int) -> set[int]:
        """Give the people of a work; none for a work of a large collaboration."""
        if work not in self._people:
            large = len(self._identities.nodes[work]) > MOST_AUTHORS
            self._people[work] = set() if large else self._people_of(work)
        return self._people[work]

    def of(self, cluster: int) -> set[int]:
        """Give everyone with whom `cluster` has published."""
        if cluster not in self._with:
            found: set[int] = set()
            for work in self._identities.clusters.works[cluster]:
                found |= self.of_work(work)
            found.discard(cluster)
            self._with[cluster] = found
        return self._with[cluster]

    def common(self, one: int, other: int) -> set[int]:
        """Give those who have published with both clusters."""
        return self.of(one) & self.of(other)

    def weight(self, cluster: int) -> float:
        """Give how much a co-author tells: one by the number of works."""
        return 1 / max(1, len(self._identities.clusters.works[cluster]))


def place_initials(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    coauthors: Coauthors,
    certain: bool,
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
    for work in sorted({w for cluster in neighbours for w in clusters.works[cluster]}):
        for position, cluster in enumerate(identities.at(work)):
            if cluster not in neighbours:
                continue
            place = identities.places[work][position]
            candidates = [c for c in neighbours[cluster] if work not in clusters.works[c]]
            best = _decide(habits, coauthors, place, cluster, candidates)
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
    for block in blocks(clusters).values():
        known = [each for each in block if each in solid and clusters.works[each]]
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
    place: Place,
    cluster: int,
    candidates: list[int],
) -> int | None:
    left = [each for each in candidates if not habits.rule_out(place, each)]
    here = coauthors.of_work(place.work) - {cluster}
    common = {each: here & coauthors.of(each) for each in left}
    score = {each: sum(map(coauthors.weight, common[each])) for each in left}
    ranked = sorted(left, key=lambda each: (-score[each], each))
    if not ranked or not common[ranked[0]]:
        return None
    best = ranked[0]
    if len(ranked) == 1:
        return best
    specific = max(map(coauthors.weight, common[best])) >= _SPECIFIC
    enough = len(common[best]) > 1 or specific
    return best if enough and score[best] >= _CLEARER * score[ranked[1]] else None
