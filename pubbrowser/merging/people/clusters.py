"""Clusters of spellings that are one person, and what keeps two clusters apart."""

from __future__ import annotations

from collections.abc import Iterable

from pubbrowser.merging.people.given import Given, combined, compatible, covers
from pubbrowser.merging.people.spelling import Form


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
        self.families: list[set[str]] = []
        self.works: list[set[int]] = []

    def __len__(self) -> int:
        return len(self._parent)

    def add(self, forms: Iterable[Form], works: Iterable[int] = ()) -> int:
        """Make a cluster of its own and give its number."""
        node = len(self._parent)
        self._parent.append(node)
        forms = list(forms)
        self.given.append([])
        for form in forms:
            _learn(self.given[node], form.given)
        self.families.append({form.family for form in forms})
        self.works.append(set(works))
        return node

    def find(self, node: int) -> int:
        """Give the cluster that `node` is in."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

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
        self.families[one] |= self.families[other]
        self.works[one] |= self.works[other]

    def given_fit(self, one: int, other: int) -> bool:
        """Say whether the given names of two clusters can be those of one person."""
        return any(compatible(a, b) for a in self.given[one] for b in self.given[other])

    def compatible(self, one: int, other: int) -> bool:
        """Say whether two clusters can be one person."""
        return self.given_fit(one, other) and self.works[one].isdisjoint(self.works[other])

    def covers(self, more: int, less: int) -> bool:
        """Say whether cluster `more` tells everything that the given names of `less` do."""
        return all(any(covers(a, b) for a in self.given[more]) for b in self.given[less])


def _learn(known: list[Given], given: Given) -> None:
    """Add `given` to what is known: combined with what it fits, else beside it."""
    if not given.parts:
        return
    for place, other in enumerate(known):
        if compatible(given, other):
            known[place] = combined(given, other)
            return
    known.append(given)
