"""Habits: how a document is used to printing a person, and whom it therefore does not mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.places import Place
from pubbrowser.merging.people.spelling import Form
from pubbrowser.model import Record, Source

_HABIT = 3
"""So often a document must print a person before its way of doing so is a habit."""


class Habits:
    """How documents are used to printing people."""

    def __init__(
        self, identities: Identities, groups: Sequence[Sequence[tuple[Source, Record]]]
    ) -> None:
        self._identities = identities
        self._groups = groups
        self._cluster_of = identities.clusters.of_all()
        self._forms: dict[int, dict[str, Counter[Form]]] = {}
        """For each cluster, by document, how often it is printed in which form."""

    def rule_out(self, work: int, place: Place, candidate: int) -> bool:
        """Say whether the document that prints these initials has the habit of printing the
        candidate with others: a list with "Müller K-R" on every page means somebody else by
        "Müller K"."""
        if len(self._identities.clusters.works[candidate]) < _HABIT:
            return False
        forms = {self._identities.spellings[number].form for number, _ in place.prints}
        paths = {self._groups[work][record][0].path for _, record in place.prints}
        printed = self._of(candidate)
        there = [printed[path] for path in paths if path in printed]
        if any(form in counter for counter in there for form in forms):
            return False
        return sum(counter.total() for counter in there) >= _HABIT

    def _of(self, candidate: int) -> dict[str, Counter[Form]]:
        if candidate not in self._forms:
            found = self._forms[candidate] = {}
            for work in self._identities.clusters.works[candidate]:
                places, nodes = self._identities.places[work], self._identities.nodes[work]
                for place, node in zip(places, nodes, strict=True):
                    if self._cluster_of[node] == candidate:
                        for number, record in place.prints:
                            path = self._groups[work][record][0].path
                            form = self._identities.spellings[number].form
                            found.setdefault(path, Counter())[form] += 1
        return self._forms[candidate]
