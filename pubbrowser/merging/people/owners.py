"""Owners of documents: whose list it is, and under which names they have published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.given import compatible
from pubbrowser.merging.people.nodes import Identities, join_alias
from pubbrowser.merging.people.spelling import Form, read_spelling
from pubbrowser.model import Name, Record, Source
from pubbrowser.readers.names import parse_name

_COMMON = 2
"""So many co-authors must be common to both names of an owner who changed name."""
_HABIT = 3
"""So often a document must print its owner at some length before that is a habit."""


class Owners:
    """The owners of the documents: made before names are linked, asked afterwards."""

    def __init__(
        self,
        identities: Identities,
        groups: Sequence[Sequence[tuple[Source, Record]]],
        owners: Sequence[tuple[str, str]],
    ) -> None:
        self._identities = identities
        self._emphasis = _emphasised_places(identities, groups)
        self._works: dict[str, list[int]] = {}
        """The works of each document."""
        for work, group in enumerate(groups):
            for path in {source.path for source, _ in group}:
                self._works.setdefault(path, []).append(work)
        self._groups = groups
        self._owners = sorted({(path, owner) for path, owner in owners if owner.strip()})
        self._heads: dict[str, list[tuple[int, Form]]] = {}
        """By document the nodes of its owners with the names in its head."""
        self.printed: list[tuple[int, Name]] = []
        """(node, name) of every owner as the head of a document prints it."""
        for path, owner in self._owners:
            for form, name in _readings(owner):
                if self._fitting(path, form):
                    node = identities.clusters.add([form])
                    join_alias(identities, node, read_spelling(name))
                    identities.solid.add(node)
                    self._heads.setdefault(path, []).append((node, form))
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
        find, nodes = self._identities.clusters.find, self._identities.nodes
        for path, forms in self._emphasis.items():
            standing = {
                (work, find(nodes[work][position]))
                for places in forms.values()
                for work, position in places
            }
            found[path] = Counter(cluster for _, cluster in standing)
        return found

    def claim(self) -> None:
        """Give the owners the places where they stand in their own lists.

        These are the emphasised ones, all that print one name alike being one person, and where
        none is, the only name of a work that fits the owner in the head of the document.
        """
        for path in sorted(self._works):
            claimed: set[int] = set()
            for form, places in self._emphasis.get(path, {}).items():
                heads = [
                    node
                    for node, head in self._heads.get(path, ())
                    if head.family == form.family
                    and (head.given == form.given or compatible(head.given, form.given))
                ]
                node = heads[0] if len(heads) == 1 else self._identities.clusters.add([form])
                self._identities.solid.add(node)
                self._give(node, places)
                claimed |= {work for work, _ in places}
            for node, form in self._heads.get(path, ()):
                self._give(node, self._unemphasised(path, form, claimed))

    def _unemphasised(self, path: str, form: Form, but: set[int]) -> list[tuple[int, int]]:
        """Give the places of the document that print the owner's name, one to a work.

        Where the document is used to printing more of the owner's given names, a name with less
        of them is not taken for the owner's: a list with "Müller K-R" on every page means
        somebody else by "Müller K".
        """
        standing: dict[tuple[int, int], Form] = {}
        for work in self._works.get(path, ()):
            fitting = [
                (position, printed)
                for position, place in enumerate(self._identities.places[work])
                for number, record in place.prints
                if self._groups[work][record][0].path == path
                for printed in self._identities.spellings[number].forms
                if printed.family == form.family
                and (printed.given == form.given or compatible(printed.given, form.given))
            ]
            if work not in but and len({position for position, _ in fitting}) == 1:
                standing[work, fitting[0][0]] = fitting[0][1]
        lengths = Counter(len(printed.given.parts) for printed in standing.values())
        usual = max((length for length, count in lengths.items() if count >= _HABIT), default=0)
        return [place for place, each in standing.items() if len(each.given.parts) >= usual]

    def _give(self, node: int, places: Iterable[tuple[int, int]]) -> None:
        """Give places to an owner, unless they print people who cannot be one."""
        identities, clusters = self._identities, self._identities.clusters
        places = sorted(places)
        known = {
            clusters.find(identities.nodes[work][position])
            for work, position in places
            if identities.nodes[work][position] in identities.solid
        }
        everyone = sorted({*known, clusters.find(node)})
        one = all(clusters.given_fit(a, b) for a, b in combinations(everyone, 2))
        for work, position in places:
            standing = identities.nodes[work][position]
            cluster, owner = clusters.find(standing), clusters.find(node)
            if standing not in identities.solid:
                given = identities.move(work, position, owner, certain=True)
            elif one and cluster != owner and clusters.compatible(cluster, owner):
                clusters.join(owner, cluster)
                given = True
            else:
                given = cluster == owner
            if given:
                identities.claims[work, position] = node

    def link_changed_names(self) -> bool:
        """Join the names that one document emphasises alike: its owner has changed name.
        Say whether any were.

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
        joined = False
        for one, other in sorted(pairs):
            if clusters.compatible(clusters.find(one), clusters.find(other)):
                clusters.join(one, other)
                joined = True
        return joined


def _emphasised_places(
    identities: Identities, groups: Sequence[Sequence[tuple[Source, Record]]]
) -> dict[str, dict[Form, set[tuple[int, int]]]]:
    """Give by document and printed name the (work, position) that it emphasises."""
    found: dict[str, dict[Form, set[tuple[int, int]]]] = {}
    for work, group in enumerate(groups):
        for index, (source, record) in enumerate(group):
            names = record.author or record.editor
            numbers = {
                identities.spellings.number(names[position])
                for position in record.owner_positions
                if 0 <= position < len(names)
            }
            if not numbers:
                continue
            for position, place in enumerate(identities.places[work]):
                for number, printing in place.prints:
                    if printing == index and number in numbers:
                        form = identities.spellings[number].form
                        places = found.setdefault(source.path, {}).setdefault(form, set())
                        places.add((work, position))
    return found


def _readings(owner: str) -> list[tuple[Form, Name]]:
    """Give the ways to read an owner's name: "Lapuschkin S", "Sebastian Lapuschkin" or, as some
    lists do, "Lapuschkin Sebastian"."""
    name = parse_name(owner)
    first, _, rest = owner.strip().partition(" ")
    names = [name, Name(first.rstrip(","), rest.strip())] if rest else [name]
    return [(read_spelling(each).form, each) for each in dict.fromkeys(names)]
