"""Misspellings without a second print of the same paper: names that differ by a letter or two,
whose owners publish with the same people and of which one is much rarer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pubbrowser.merging.people.clusters import Clusters
from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.given import misspelt
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.spelling import families_close
from pubbrowser.merging.progress import Progress, no_progress, reported

_RARER = 3
"""The right spelling must have at least so many times the works of the wrong one."""
_MOST_WORKS = 5
"""A name on more works than this is no slip of the pen."""
_COMMON = 2
"""So many co-authors must be common to both."""
_LARGEST_BUCKET = 200
"""More names than this share a beginning only where names are too common to tell apart."""


def link_misspellings(identities: Identities, progress: Progress = no_progress) -> None:
    """Join each rare spelling with the one person it is probably a misspelling of."""
    clusters = identities.clusters
    coauthors = Coauthors(identities)
    forced = {clusters.find(node) for node in identities.forced}
    likely: dict[int, dict[int, int]] = {}
    for rare, usual_ones in _pairs(clusters, progress):
        if rare in forced:
            continue
        circle = coauthors.of(rare)
        if len(circle) < _COMMON:
            continue
        for usual in usual_ones:
            # Nearly all pairs fail here, which is cheaper to ask than whether names are close.
            others = coauthors.of(usual)
            if circle.isdisjoint(others):
                continue
            common = len(circle & others)
            if (
                common >= _COMMON
                and clusters.works[rare].isdisjoint(clusters.works[usual])
                and _close(clusters, rare, usual)
            ):
                likely.setdefault(rare, {})[usual] = common
    for rare in sorted(likely):
        ranked = sorted(likely[rare].items(), key=lambda pair: (-pair[1], pair[0]))
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            continue
        usual = clusters.find(ranked[0][0])
        if usual != rare and clusters.works[usual].isdisjoint(clusters.works[rare]):
            clusters.join(usual, rare)


def _pairs(clusters: Clusters, progress: Progress) -> Iterator[tuple[int, list[int]]]:
    """Give each rare cluster with usual ones of which the names may be close, some repeatedly."""
    count = [len(works) for works in clusters.works]
    buckets = _buckets(clusters, count)
    for bucket in reported(buckets, "looking for misspelt names", progress):
        bucket.sort(key=count.__getitem__)
        for rare in bucket:
            enough = _RARER * count[rare]
            if count[rare] > _MOST_WORKS or enough > count[bucket[-1]]:
                break
            yield rare, bucket[bisect_left(bucket, enough, key=count.__getitem__) :]


def _close(clusters: Clusters, one: int, other: int) -> bool:
    if clusters.families[one] & clusters.families[other]:
        return not clusters.given_fit(one, other) and any(
            misspelt(a, b) for a in clusters.given[one] for b in clusters.given[other]
        )
    return clusters.given_fit(one, other) and any(
        families_close(a, b) for a in clusters.families[one] for b in clusters.families[other]
    )


def _buckets(clusters: Clusters, count: Sequence[int]) -> list[list[int]]:
    """Give lists of clusters of which two may have close names, one of them usual enough.

    Only what a usual name is known by is kept: one in ten is usual, and the others are not
    compared with each other.
    """
    roots = [cluster for cluster in clusters.roots() if count[cluster]]
    found: dict[tuple[str, str], list[int]] = {}
    for cluster in roots:
        if count[cluster] >= _RARER:
            for key in _keys(clusters, cluster):
                found.setdefault(key, []).append(cluster)
    for cluster in roots:
        if count[cluster] < _RARER:
            for key in found.keys() & _keys(clusters, cluster):
                found[key].append(cluster)
    return [bucket for bucket in found.values() if 1 < len(bucket) <= _LARGEST_BUCKET]


def _keys(clusters: Clusters, cluster: int) -> set[tuple[str, str]]:
    """Give what two clusters with close names have in common.

    Two family names one edit apart, and most that are two apart, have a string in common that
    is left when at most one letter is taken out (Mor and Fraenkel 1982); long ones two apart
    share their first or last four letters.
    """
    given = clusters.given[cluster]
    # Misspelt given names, a stray letter before the initial.
    letters = {part.word[0] for each in given for part in each.parts[:2]}
    firsts = {each.first_letter for each in given}
    keys: set[tuple[str, str]] = set()
    for family in clusters.families[cluster]:
        keys.update((f"={letter}", family) for letter in letters)
        if len(family) < 5:
            continue
        rests = {family, *(family[:i] + family[i + 1 :] for i in range(len(family)))}
        if len(family) >= 8:
            rests |= {f"{family[:4]}…", f"…{family[-4:]}"}
        keys.update((letter, rest) for letter in firsts for rest in rests)
    return keys
