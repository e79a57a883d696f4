"""Joining of names printed more and less fully within one family name.

Two names are joined when there is only one way to do so and something else speaks for it: that
a name fits is no evidence, "Sun J" may be anybody. Initials never join two full names: what
fits several people stays by itself (DESIGN.md section 5).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from pubbrowser.merging.people.clusters import Clusters
from pubbrowser.merging.people.given import agree
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.progress import Progress, no_progress, reported


def blocks(clusters: Clusters) -> list[list[int]]:
    """Give the clusters that share a family name and the first letter of the given name."""
    found: dict[tuple[str, str], list[int]] = {}
    for root in clusters.roots():
        given = clusters.given[root]
        if len(given) == 1:
            letters: Iterable[str] = given[0].first_letter
        else:
            letters = {each.first_letter for each in given}
        for family in clusters.families[root]:
            for letter in letters:
                block = found.get((family, letter))
                if block is None:
                    found[family, letter] = [root]
                else:
                    block.append(root)
    return [block for block in found.values() if len(block) > 1]


def link_names(
    identities: Identities,
    common: Callable[[int, int], Collection[int]],
    progress: Progress = no_progress,
) -> bool:
    """Join names that are more than one initial; say whether any were.

    They must agree in two given names, or be of people with `common` co-authors.
    """
    clusters = identities.clusters
    solid = {clusters.find(node) for node in identities.solid}
    pairs: set[tuple[int, int]] = set()
    for block in reported(blocks(clusters), "joining names", progress):
        names = [each for each in block if each in solid]
        if len(names) > 1:
            pairs.update(_certain_pairs(clusters, names))
    return _join(
        clusters, (pair for pair in pairs if _names_agree(clusters, *pair) or common(*pair))
    )


def link_alike(identities: Identities) -> None:
    """Join what prints the same initial alike: "Müller J" and "Mueller J", or an owner's name
    that other documents print."""
    clusters = identities.clusters
    pairs: set[tuple[int, int]] = set()
    for block in blocks(clusters):
        alike = [each for each in block if _is_one_initial(clusters, each)]
        if len(alike) > 1:
            pairs.update(_certain_pairs(clusters, alike))
    _join(clusters, pairs)


def _join(clusters: Clusters, pairs: Iterable[tuple[int, int]]) -> bool:
    # Every decision was taken on the same state, so their order decides nothing but which of
    # two joins goes first; the check stays because a join adds works and given names.
    joined = False
    for one, other in sorted(pairs):
        one, other = clusters.find(one), clusters.find(other)
        if one != other and clusters.compatible(one, other):
            clusters.join(one, other)
            joined = True
    return joined


def _names_agree(clusters: Clusters, one: int, other: int) -> bool:
    return any(agree(a, b) for a in clusters.given[one] for b in clusters.given[other])


def _is_one_initial(clusters: Clusters, cluster: int) -> bool:
    return all(
        len(given.parts) == 1 and given.parts[0].initial and len(given.parts[0].word) == 1
        for given in clusters.given[cluster]
    )


def _certain_pairs(clusters: Clusters, block: list[int]) -> Iterable[tuple[int, int]]:
    index = _ByFirstName(clusters, block)
    certain: dict[int, list[int] | None] = {}

    def neighbours(cluster: int) -> list[int] | None:
        """Give what fits `cluster`, None when that contains two who cannot be one person."""
        if cluster not in certain:
            certain[cluster] = _clique(clusters, cluster, index.candidates(cluster))
        return certain[cluster]

    for one in block:
        for other in neighbours(one) or ():
            if clusters.covers(other, one) and not clusters.covers(one, other):
                yield one, other
            elif neighbours(other) is not None:
                yield min(one, other), max(one, other)


def _clique(clusters: Clusters, cluster: int, candidates: Iterable[int]) -> list[int] | None:
    fitting: list[int] = []
    for other in candidates:
        if other != cluster and clusters.compatible(cluster, other):
            if not all(clusters.compatible(other, each) for each in fitting):
                return None
            fitting.append(other)
    return fitting


class _ByFirstName:
    """The clusters of a block by written first name: "Yan" need not be compared with "Yu"."""

    def __init__(self, clusters: Clusters, block: list[int]) -> None:
        self._clusters = clusters
        self._block = block
        self._initials: list[int] = []
        self._written: dict[str, list[int]] = {}
        for cluster in block:
            keys = _first_names(clusters, cluster)
            if not keys:
                self._initials.append(cluster)
            for key in keys:
                self._written.setdefault(key, []).append(cluster)

    def candidates(self, cluster: int) -> Iterable[int]:
        keys = _first_names(self._clusters, cluster)
        if not keys:
            return self._block
        found = dict.fromkeys(self._initials)
        for key in sorted(keys):
            found.update(dict.fromkeys(self._written[key]))
        return found


def _first_names(clusters: Clusters, cluster: int) -> set[str]:
    """Give the keys under which written first names meet; none when an initial comes first."""
    keys: set[str] = set()
    for given in clusters.given[cluster]:
        if not given.parts or given.parts[0].initial:
            return set()
        keys |= {given.parts[0].word, given.parts[0].written_out}
        keys.add("".join(part.word for part in given.parts))
    return keys
