"""Corrections meet the records: which of them are meant, and what cannot be applied.

Two steps, since some references mean a paper and papers are known only once records have been
grouped: `resolve` before, `settle` after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from pubbrowser.merging.corrections.references import Placed, RecordIndex, one_paper
from pubbrowser.merging.corrections.values import (
    Alias,
    Corrections,
    FieldSet,
    FieldValue,
    GivenKey,
    Group,
    Reference,
    Tagging,
)
from pubbrowser.model import Finding, Source
from pubbrowser.text import clean_line, words

_SHOWN = 3
"""So many of the records that a reference can mean are named in a message."""

AboutWork = FieldSet | GivenKey | Tagging


@dataclass(frozen=True, slots=True)
class Target:
    """What is said about one paper, and all records that can be meant."""

    said: AboutWork
    of: Reference
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What corrections mean for some records; numbers are positions among the records."""

    path: str = ""
    same: list[tuple[int, int]] = field(default_factory=list)
    """Records that are one paper, in pairs."""
    different: list[tuple[int, int]] = field(default_factory=list)
    """Records that are not one paper, in pairs; never two that `same` joins."""
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    """For each person the name to show, as written, then all of the person's names as the
    records print them (`Name.full`). No printed name stands in two of them."""
    targets: list[Target] = field(default_factory=list)
    """What is said about papers, for `settle`."""
    findings: list[Finding] = field(default_factory=list)
    """What could not be applied, by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What corrections say about papers, by their position among the groups of records."""

    fields: dict[int, dict[str, FieldValue]] = field(default_factory=dict)
    """Values for `apply_fields`."""
    sources: dict[int, dict[str, Source]] = field(default_factory=dict)
    """For each of these fields the line of the corrections."""
    keys: dict[int, str] = field(default_factory=dict)
    tags: dict[int, tuple[str, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def resolve(corrections: Corrections, placed: Placed) -> Resolved:
    """Find out which of `placed` the corrections are about. Raises nothing: what is unknown or
    ambiguous is among the findings."""
    if corrections.empty:
        return Resolved(path=corrections.path)
    return _Resolving(corrections, placed).resolved()


def settle(resolved: Resolved, groups: Sequence[Sequence[int]]) -> Settled:
    """Say what is to be changed in the papers that `groups` of records are.

    A reference that means records of several papers is ambiguous and becomes a finding.
    """
    settled = Settled()
    if not resolved.targets:
        return settled
    work_of = {record: work for work, group in enumerate(groups) for record in group}
    for target in resolved.targets:
        works = sorted({work_of[record] for record in target.records})
        if len(works) == 1:
            _settle_one(settled, resolved.path, works[0], target)
        else:
            message = (
                f"{target.of.text!r} can be any of {len(works)} papers; write more of the title, "
                "or the document in front and the year behind it"
            )
            _find(settled.findings, resolved.path, target.of.line, message, tuple(works))
    settled.findings.sort(key=lambda finding: finding.source.line)
    return settled


def _settle_one(settled: Settled, path: str, work: int, target: Target) -> None:
    said = target.said
    if isinstance(said, Tagging):
        tags = settled.tags.get(work, ())
        settled.tags[work] = tags if said.tag in tags else (*tags, said.tag)
    elif isinstance(said, GivenKey):
        given = settled.keys.setdefault(work, said.key)
        if given != said.key:
            message = f"the paper has the key {given} already; delete one of the two lines"
            _find(settled.findings, path, said.line, message, (work,))
    else:
        fields = settled.fields.setdefault(work, {})
        sources = settled.sources.setdefault(work, {})
        for setting in said.settings:
            if fields.get(setting.name, setting.value) != setting.value:
                message = (
                    f"{setting.name} of this paper is set a second time, with another value, "
                    f"in line {setting.line}, which counts; delete one of the two"
                )
                _find(settled.findings, path, sources[setting.name].line, message, (work,))
            fields[setting.name] = setting.value
            sources[setting.name] = Source(path, setting.line)


def _find(
    findings: list[Finding], path: str, line: int, message: str, works: tuple[int, ...] = ()
) -> None:
    findings.append(Finding("correction", message, Source(path, line), works))


class _Resolving:
    """One set of corrections on its way to the records."""

    def __init__(self, corrections: Corrections, placed: Placed) -> None:
        self._corrections = corrections
        self._index = RecordIndex(placed)
        self._given_keys = {given.key: given.of for given in corrections.keys}
        self._out = Resolved(path=corrections.path)

    def resolved(self) -> Resolved:
        corrections, out = self._corrections, self._out
        for join in corrections.join:
            self._join(join)
        for apart in corrections.apart:
            self._part(apart)
        if corrections.people:
            self._name(corrections.people)
        about: tuple[AboutWork, ...] = (*corrections.fields, *corrections.keys, *corrections.tags)
        for said in about:
            references = said.references if isinstance(said, Tagging) else (said.of,)
            for reference in references:
                if found := self._known(reference):
                    out.targets.append(Target(said, reference, found))
        out.findings.sort(key=lambda finding: finding.source.line)
        return out

    def _join(self, group: Group) -> None:
        meant = [found for reference in group.references if (found := self._paper(reference))]
        records = sorted({record for found in meant for record in found})
        self._out.same.extend((records[0], other) for other in records[1:])
        if len(meant) == len(group.references) and len(records) < 2:
            self._report(group.line, "these are the same entry of the same document")

    def _part(self, group: Group) -> None:
        meant = [
            (reference, found)
            for reference in group.references
            if (found := self._paper(reference))
        ]
        joined = _components(self._out.same)
        for (one, its), (other, others) in combinations(meant, 2):
            if set(its) & set(others):
                message = (
                    f"{one.text!r} and {other.text!r} mean the same entry; "
                    "put the name of its document in front of each"
                )
                self._report(other.line, message)
                continue
            pairs = [(min(pair), max(pair)) for pair in product(its, others)]
            if any(joined.get(a, a) == joined.get(b, b) for a, b in pairs):
                message = (
                    f"{one.text!r} and {other.text!r} are joined elsewhere in this file and stay "
                    "so; delete one of the two corrections"
                )
                self._report(other.line, message)
                continue
            self._out.different.extend(pairs)

    def _paper(self, reference: Reference) -> tuple[int, ...]:
        """The records of the one paper that is meant; none, and a finding, when it is unclear."""
        found = self._known(reference)
        if one_paper(self._index, found) or self._index.is_identifier(reference.text):
            return found
        places = ", ".join(str(self._index.placed[record][0]) for record in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        clearer = self._index.reference_for(found[0])
        self._report(
            reference.line,
            f"{reference.text!r} can be any of {clean_line(places)}{more}; say which, as in "
            f"{clearer!r}",
        )
        return ()

    def _known(self, reference: Reference) -> tuple[int, ...]:
        given = self._given_keys.get(reference.text)
        found = self._index.find(given.text if given else reference.text)
        if found or given:
            return found
        if document := self._index.unknown_document(reference.text):
            message = f"there is no document {document!r}, or it has no entries"
        elif title := self._index.nearest_title(reference.text):
            message = f"no entry is called {reference.text!r}; did you mean {title!r}?"
        else:
            message = f"no entry is called {reference.text!r}; check the title and the document"
        self._report(reference.line, message)
        return ()

    def _name(self, people: Sequence[Alias]) -> None:
        printed: dict[tuple[str, ...], dict[str, None]] = {}
        for _, record in self._index.placed:
            for full in (name.full for name in (*record.author, *record.editor)):
                printed.setdefault(tuple(sorted(words(full))), {})[full] = None
        merged: list[tuple[str, dict[str, None]]] = []
        for alias in people:
            spellings: dict[str, None] = {}
            for position, name in enumerate(alias.names):
                identity = tuple(sorted(words(name.text)))
                spellings |= printed.get(identity, {})
                # The first may be a fuller name than any document prints.
                if position and identity not in printed:
                    self._report(
                        name.line,
                        f"no document prints the name {name.text!r}; check its spelling (a name "
                        "with a comma needs quotes around it)",
                    )
            if not spellings:
                self._report(alias.line, f"no document prints the name {alias.names[0].text!r}")
                continue
            shown = alias.names[0].text
            # What several lines say of one person is taken together; the first gives the name.
            for known in [known for known in merged if known[1].keys() & spellings.keys()]:
                shown, spellings = known[0], known[1] | spellings
                merged.remove(known)
            merged.append((shown, spellings))
        self._out.aliases.extend((shown, *spellings) for shown, spellings in merged)

    def _report(self, line: int, message: str) -> None:
        _find(self._out.findings, self._corrections.path, line, message)


def _components(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For each record in `pairs` the smallest of those it is joined with, by any way."""
    leader: dict[int, int] = {}

    def find(record: int) -> int:
        while leader.setdefault(record, record) != record:
            record = leader[record]
        return record

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    return {record: find(record) for record in list(leader)}
