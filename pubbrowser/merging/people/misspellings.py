"""Misspellings without a second print of the same paper: names that differ by a letter or two,
whose owners publish with the same people and of which one is much rarer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from pubbrowser.merging.people.clusters import Clusters
from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.given import misspelt
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.spelling import families_close

_RARER = 3
"""The right spelling must have at least so many times the works of the wrong one."""
_MOST_WORKS = 5
"""A name on more works than this is no slip of the pen."""
_COMMON = 2
"""So many co-authors must be common to both."""
_LARGEST_BUCKET = 200
"""More names than this share a beginning only where names are too common to tell apart."""


def link_misspellings(identities: Identities) -> None:
    """Join each rare spelling with the one person it is probably a misspelling of."""
    clusters = identities.clusters
    coauthors = Coauthors(identities)
    forced = {clusters.find(node) for node in identities.forced}
    likely: dict[int, dict[int, int]] = {}
    for rare, usual in _pairs(clusters):
        if rare in forced or len(clusters.works[rare] & clusters.works[usual]):
            continue
        common = len(coauthors.of(rare) & coauthors.of(usual))
        if common >= _COMMON:
            likely.setdefault(rare, {})[usual] = common
    for rare in sorted(likely):
        ranked = sorted(likely[rare].items(), key=lambda pair: (-pair[1], pair[0]))
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            continue
        usual = clusters.find(ranked[0][0])
        if usual != rare and clusters.works[usual].isdisjoint(clusters.works[rare]):
            clusters.join(usual, rare)


def _pairs(clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Give (rare, usual) clusters with close names, each pair once."""
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(clusters):
        if not 2 <= len(bucket) <= _LARGEST_BUCKET:
            continue
        for one, other in combinations(bucket, 2):
            few, many = len(clusters.works[one]), len(clusters.works[other])
            rare, usual = (one, other) if few < many else (other, one)
            few, many = min(few, many), max(few, many)
            if few > _MOST_WORKS or many < _RARER * few or (rare, usual) in seen:
                continue
            seen.add((rare, usual))
            if _close(clusters, rare, usual):
                yield rare, usual


def _close(clusters: Clusters, one: int, other: int) -> bool:
    if clusters.families[one] & clusters.families[other]:
        return not clusters.given_fit(one, other) and any(
            misspelt(a, b) for a in clusters.given[one] for b in clusters.given[other]
        )
    return clusters.given_fit(one, other) and any(
        families_close(a, b) for a in clusters.families[one] for b in clusters.families[other]
    )


def _buckets(clusters: Clusters) -> Iterable[list[int]]:
    """Give lists of clusters of which two may have close names.

    Two family names one edit apart, and most that are two apart, have a string in common that
    is left when at most one letter is taken out (Mor and Fraenkel 1982); long ones two apart
    share their first or last four letters.
    """
    found: dict[tuple[str, str, str], dict[int, None]] = {}
    for cluster in clusters.roots():
        if not clusters.works[cluster]:
            continue
        letters = {letter for given in clusters.given[cluster] for letter in given.initials[:2]}
        firsts = {given.first_letter for given in clusters.given[cluster]}
        for family in clusters.families[cluster]:
            for letter in letters:  # misspelt given names, a stray letter before the initial
                found.setdefault(("given", letter, family), {})[cluster] = None
            if len(family) < 5:
                continue
            rests = {family, *(family[:i] + family[i + 1 :] for i in range(len(family)))}
            if len(family) >= 8:
                rests |= {f"{family[:4]}…", f"…{family[-4:]}"}
            for letter in firsts:
                for rest in rests:
                    found.setdefault(("family", letter, rest), {})[cluster] = None
    return (list(bucket) for bucket in found.values() if len(bucket) > 1)
