"""Owners of documents: whose list it is, and under which names they have published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.given import compatible
from pubbrowser.merging.people.nodes import Identities, join_alias
from pubbrowser.merging.people.spelling import Form, read_spelling
from pubbrowser.model import Name, Record, Source
from pubbrowser.readers.names import parse_name

_COMMON = 2
"""So many co-authors must be common to both names of an owner who changed name."""


class Owners:
    """The owners of the documents: made before names are linked, asked afterwards."""

    def __init__(
        self,
        identities: Identities,
        groups: Sequence[Sequence[tuple[Source, Record]]],
        owners: Sequence[tuple[str, str]],
    ) -> None:
        self._identities = identities
        self._works: dict[str, list[int]] = {}
        """The works of each document."""
        for work, group in enumerate(groups):
            for path in {source.path for source, _ in group}:
                self._works.setdefault(path, []).append(work)
        self._groups = groups
        self._owners = sorted({(path, owner) for path, owner in owners if owner.strip()})
        self.printed: list[tuple[int, Name]] = []
        """(node, name) of every owner as the head of a document prints it."""
        for path, owner in self._owners:
            for form, name in _readings(owner):
                if self._fitting(path, form):
                    node = identities.clusters.add([form])
                    join_alias(identities, node, read_spelling(name))
                    self.printed.append((node, name))
                    self._imply(path, node)
                    break

    def _imply(self, path: str, node: int) -> None:
        """An owner is an author of the papers on the page, also where the list is cut."""
        for work in self._works.get(path, ()):
            records = [record for _, record in self._groups[work]]
            if all(each.authors_truncated or not (each.author or each.editor) for each in records):
                self._identities.implied.setdefault(work, set()).add(node)

    def _fitting(self, path: str, form: Form) -> Counter[int]:
        """Count in how many works of a document each cluster stands that `form` can mean."""
        clusters = self._identities.clusters
        found: Counter[int] = Counter()
        for work in self._works.get(path, ()):
            for cluster in set(self._identities.at(work)):
                if form.family in clusters.families[cluster] and any(
                    compatible(form.given, given) or form.given == given
                    for given in clusters.given[cluster] or [form.given]
                ):
                    found[cluster] += 1
        return found

    def clusters(self) -> set[int]:
        """Give the clusters of all owners: named by a document, or emphasised in its lists."""
        find = self._identities.clusters.find
        found = {cluster for counts in self._emphasised().values() for cluster in counts}
        named = {find(node) for node, _ in self.printed}
        has_works = self._identities.clusters.works
        found |= {cluster for cluster in named if has_works[cluster]}
        for path, owner in self._owners:
            for form, _ in _readings(owner):
                fitting = self._fitting(path, form)
                if fitting:
                    # The name in the head may be an initial that fits several.
                    most = max(fitting.values())
                    best = [cluster for cluster, count in fitting.items() if count == most]
                    if len(best) == 1 and not found & set(fitting):
                        found.add(best[0])
                    break
        return found

    def _emphasised(self) -> dict[str, Counter[int]]:
        """Count for each document the works on which it emphasises each cluster."""
        found: dict[str, Counter[int]] = {}
        for work, group in enumerate(self._groups):
            for index, (source, record) in enumerate(group):
                if record.owner_positions:
                    counts = found.setdefault(source.path, Counter())
                    counts.update(self._emphasised_in(work, index, record))
        return found

    def _emphasised_in(self, work: int, index: int, record: Record) -> set[int]:
        names = record.author or record.editor
        numbers = {
            self._identities.spellings.number(names[position])
            for position in record.owner_positions
            if 0 <= position < len(names)
        }
        row = zip(self._identities.places[work], self._identities.at(work), strict=True)
        return {
            cluster
            for place, cluster in row
            if any(number in numbers and record == index for number, record in place.prints)
        }

    def link_changed_names(self) -> None:
        """Join the names that one document emphasises alike: its owner has changed name.

        The given names must fit, no paper may carry both, at least two co-authors must be
        common to both: a list that emphasises all members of a group is not taken for this.
        """
        clusters = self._identities.clusters
        coauthors = Coauthors(self._identities)
        pairs: list[tuple[int, int]] = []
        for counts in self._emphasised().values():
            ranked = sorted(counts, key=lambda cluster: (-counts[cluster], cluster))
            for other in ranked[1:]:
                common = coauthors.of(ranked[0]) & coauthors.of(other)
                if len(common) >= _COMMON and clusters.compatible(ranked[0], other):
                    pairs.append((ranked[0], other))
        for one, other in sorted(pairs):
            if clusters.compatible(clusters.find(one), clusters.find(other)):
                clusters.join(one, other)


def _readings(owner: str) -> list[tuple[Form, Name]]:
    """Give the ways to read an owner's name: "Lapuschkin S", "Sebastian Lapuschkin" or, as some
    lists do, "Lapuschkin Sebastian"."""
    name = parse_name(owner)
    first, _, rest = owner.strip().partition(" ")
    names = [name, Name(first.rstrip(","), rest.strip())] if rest else [name]
    return [(read_spelling(each).form, each) for each in dict.fromkeys(names)]
