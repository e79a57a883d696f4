"""Clusters of spellings that are one person, and what keeps two clusters apart."""

from __future__ import annotations

from collections.abc import Iterable

from pubbrowser.merging.people.given import Given, combined, compatible, covers
from pubbrowser.merging.people.spelling import Form

_NO_GIVEN: list[Given] = []
_NO_FAMILIES: frozenset[str] = frozenset()
_NO_WORKS: set[int] = set()
"""What is known of nodes that tell nothing: of no root, so never added to."""


class Clusters:
    """Nodes joined into clusters, each knowing its given names, family names and works.

    A cluster is known by the number of one of its nodes; `find` gives it. Two clusters are
    compatible when their given names are and when no paper carries both: on one paper two names
    are two people.
    """

    def __init__(self) -> None:
        self._parent: list[int] = []
        self.given: list[list[Given]] = []
        """The given names of a cluster, combined; several where a misspelling conflicts."""
        self.families: list[frozenset[str]] = []
        self.works: list[set[int]] = []
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._parent)

    def add(self, forms: Iterable[Form], works: set[int] | None = None) -> int:
        """Make a cluster of its own and give its number; `works` is taken as it is."""
        node = len(self._parent)
        self._parent.append(node)
        forms = list(forms)
        self.given.append([])
        for form in forms:
            _learn(self.given[node], form.given)
        self.families.append(self._together(frozenset([form.family for form in forms])))
        self.works.append(set() if works is None else works)
        return node

    def adopt(self, cluster: int) -> int:
        """Make a node of `cluster` that tells nothing else, and give its number."""
        node = len(self._parent)
        self._parent.append(cluster)
        self.given.append(_NO_GIVEN)
        self.families.append(_NO_FAMILIES)
        self.works.append(_NO_WORKS)
        return node

    def _together(self, families: frozenset[str]) -> frozenset[str]:
        """Give these family names as the one object that stands for them: many share them."""
        return self._known.setdefault(families, families)

    def find(self, node: int) -> int:
        """Give the cluster that `node` is in."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def of_all(self) -> list[int]:
        """Give for every node the cluster that it is in, until the next change."""
        parent = self._parent
        for node, above in enumerate(parent):
            if parent[above] != above:
                parent[node] = self.find(above)
        return parent.copy()

    def roots(self) -> list[int]:
        """Give all clusters."""
        return [node for node, parent in enumerate(self._parent) if node == parent]

    def join(self, one: int, other: int) -> None:
        """Make one cluster of two; whether they are compatible is for the caller to ask."""
        one, other = self.find(one), self.find(other)
        if one == other:
            return
        if len(self.works[one]) < len(self.works[other]):
            one, other = other, one
        self._parent[other] = one
        for given in self.given[other]:
            _learn(self.given[one], given)
        self.add_families(one, self.families[other])
        self.works[one] |= self.works[other]

    def add_families(self, cluster: int, families: Iterable[str]) -> None:
        """Let a cluster be known by more family names."""
        known = self.families[cluster]
        if not known.issuperset(families):
            self.families[cluster] = self._together(known.union(families))

    def given_fit(self, one: int, other: int) -> bool:
        """Say whether the given names of two clusters can be those of one person."""
        given, others = self.given[one], self.given[other]
        if len(given) == len(others) == 1:
            return compatible(given[0], others[0])
        return any(compatible(a, b) for a in given for b in others)

    def compatible(self, one: int, other: int) -> bool:
        """Say whether two clusters can be one person."""
        return self.given_fit(one, other) and self.works[one].isdisjoint(self.works[other])

    def covers(self, more: int, less: int) -> bool:
        """Say whether cluster `more` tells everything that the given names of `less` do."""
        telling, told = self.given[more], self.given[less]
        if len(telling) == len(told) == 1:
            return covers(telling[0], told[0])
        return all(any(covers(a, b) for a in telling) for b in told)


def _learn(known: list[Given], given: Given) -> None:
    """Add `given` to what is known: combined with what it fits, else beside it."""
    if not given.parts:
        return
    for place, other in enumerate(known):
        if compatible(given, other):
            known[place] = combined(given, other)
            return
    known.append(given)
