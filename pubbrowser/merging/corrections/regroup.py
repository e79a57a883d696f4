"""Joining and parting records in a corrections file, without leaving contradictions in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, product

from pubbrowser.merging.corrections.edit import add_apart, add_join, withdraw
from pubbrowser.merging.corrections.load import parse_corrections
from pubbrowser.merging.corrections.references import RecordIndex
from pubbrowser.merging.corrections.values import Group


def join_records(text: str, records: Sequence[int], index: RecordIndex) -> str:
    """Say in the corrections `text` that `records` of `index` are one paper.

    What the file says against it is taken out. Raises `CorrectionsError` as `edit` does.
    """
    wanted = set(records)
    for number, group in reversed(list(enumerate(parse_corrections(text).apart))):
        pairs = list(combinations(group.references, 2))
        kept = [
            (one, other)
            for one, other in pairs
            if not (_meant(index, [one.text]) & wanted and _meant(index, [other.text]) & wanted)
        ]
        if len(kept) < len(pairs):
            text = withdraw(text, "apart", number)
            for one, other in kept:
                text = add_apart(text, [one.text, other.text])
    return add_join(text, [index.reference_for(record) for record in dict.fromkeys(records)])


def part_records(
    text: str, records: Sequence[int], others: Sequence[int], index: RecordIndex
) -> str:
    """Say in the corrections `text` that none of `records` is the paper that `others` are.

    Joins that say otherwise are taken out; what they say of either side alone stays. Raises
    `CorrectionsError` as `edit` does.
    """
    for number, group in reversed(list(enumerate(parse_corrections(text).join))):
        meant = _meant(index, [reference.text for reference in group.references])
        if meant & set(records) and meant & set(others):
            text = withdraw(text, "join", number)
            for side in _sides(group, records, index):
                if len(side) > 1:
                    text = add_join(text, side)
    for one, other in product(dict.fromkeys(records), dict.fromkeys(others)):
        text = add_apart(text, [index.reference_for(one), index.reference_for(other)])
    return text


def _sides(group: Group, records: Collection[int], index: RecordIndex) -> tuple[list[str], ...]:
    """The references of `group` to `records`, and those to anything else."""
    of_records: list[str] = []
    of_others: list[str] = []
    for reference in group.references:
        meant = _meant(index, [reference.text])
        (of_records if meant & set(records) else of_others).append(reference.text)
    return of_records, of_others


def _meant(index: RecordIndex, references: Sequence[str]) -> set[int]:
    return {record for reference in references for record in index.find(reference)}
