"""Reports of names that are probably misspelt, for the user to put right in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pubbrowser.merging.people.coauthors import Coauthors
from pubbrowser.merging.people.fullest import Fullness
from pubbrowser.merging.people.given import compatible
from pubbrowser.merging.people.nodes import Identities
from pubbrowser.merging.people.places import Place
from pubbrowser.merging.people.spelling import Spelling, share_family
from pubbrowser.model import Finding, Record, Source

_COAUTHORS_NAMED = 3


@dataclass(slots=True)
class _Misspelling:
    """One wrong spelling of one person."""

    cluster: int
    wrong: Spelling
    right: Spelling
    places: list[tuple[int, Place]] = field(default_factory=list)
    """Where it is printed: (work, place)."""


def find_misspellings(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    rows: Sequence[Sequence[int]],
    fullness: Mapping[int, Fullness],
) -> list[Finding]:
    """Give one finding for each misspelling in each document, in the order of their places.

    `rows` are the clusters of each work's places, `fullness` what chooses the right spelling of
    each cluster. Spellings that the user has joined are no misspellings.
    """
    forced = {identities.clusters.find(node) for node in identities.forced}
    found: dict[tuple[int, Spelling], _Misspelling] = {}
    for cluster, names in fullness.items():
        if cluster not in forced and len(names.spellings) > 1:
            for spelling in names.spellings:
                if is_misspelling(spelling, names.best):
                    right = names.cited(spelling)
                    if is_misspelling(spelling, right):
                        found[cluster, spelling] = _Misspelling(cluster, spelling, right)
    if not found:
        return []
    spellings = identities.spellings
    misspelt = {cluster for cluster, _ in found}
    for work, (row, places) in enumerate(zip(rows, identities.places, strict=True)):
        for cluster, place in zip(row, places, strict=True):
            if cluster not in misspelt:
                continue
            for spelling in dict.fromkeys(spellings[number] for number, _ in place.prints):
                if (cluster, spelling) in found:
                    found[cluster, spelling].places.append((work, place))
    coauthors = Coauthors(identities)
    findings = [
        finding
        for each in found.values()
        for finding in _report(identities, groups, coauthors, each, fullness)
    ]
    return sorted(findings, key=lambda finding: (finding.source, finding.message))


def is_misspelling(printed: Spelling, right: Spelling) -> bool:
    """Say whether `printed` differs from the right form of the same name by more than fullness."""
    if not printed.form.given.parts or not right.form.given.parts:
        return False
    return not share_family(printed, right) or not any(
        compatible(a.given, b.given)
        for a in printed.forms
        for b in right.forms
        if a.family == b.family
    )


def _report(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    coauthors: Coauthors,
    misspelling: _Misspelling,
    fullness: Mapping[int, Fullness],
) -> Iterable[Finding]:
    spellings = identities.spellings
    where: dict[str, set[tuple[Source, int]]] = {}
    second_prints: list[Source] = []
    for work, place in misspelling.places:
        for number, record in place.prints:
            source = groups[work][record][0]
            if spellings[number] is misspelling.wrong:
                where.setdefault(source.path, set()).add((source, work))
            elif not is_misspelling(spellings[number], misspelling.right):
                second_prints.append(source)
    if second_prints:
        reason = f"so printed for the same paper in {min(second_prints)}"
    else:
        reason = _common(identities, coauthors, misspelling, fullness)
    for path in sorted(where):
        places = sorted(where[path])
        lines = ", ".join(dict.fromkeys(str(source.line) for source, _ in places[1:]))
        yield Finding(
            "misspelling",
            f'"{misspelling.wrong.printed}" is probably "{misspelling.right.printed}" '
            f"({reason}{'; also in line ' + lines if lines else ''})",
            places[0][0],
            tuple(sorted({work for _, work in places})),
        )


def _common(
    identities: Identities,
    coauthors: Coauthors,
    misspelling: _Misspelling,
    fullness: Mapping[int, Fullness],
) -> str:
    """Say which co-authors the works with the wrong spelling share with the others."""
    theirs = {work for work, _ in misspelling.places}
    with_wrong: set[int] = set()
    with_right: set[int] = set()
    for work in identities.clusters.works[misspelling.cluster]:
        (with_wrong if work in theirs else with_right).update(coauthors.of_work(work))
    common = (with_wrong & with_right) - {misspelling.cluster}
    named = {each: fullness[each].best.name.full for each in common if each in fullness}
    names = sorted(common, key=lambda each: (-coauthors.weight(each), named.get(each, "")))
    shown = [named[each] for each in names if each in named][:_COAUTHORS_NAMED]
    if not shown:
        return "the names are alike"
    more = len(common) - len(shown)
    return f"both publish with {', '.join(shown)}{f' and {more} more' if more else ''}"
