"""What a person should look at: works that may be one, and documents that contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import Indel

from pubbrowser.merging.works.group import Doubt
from pubbrowser.merging.works.traits import published_rank, title_words
from pubbrowser.model import Finding, Record, Source, Work

_PREPRINT_YEARS = 3
"""So many years after its preprint a paper may be published."""
_LIKE_TITLES = 0.75
"""Below this share of common letters two titles of one work are worth a look."""


def doubtful_merges(
    doubtful: Sequence[Doubt],
    records: Sequence[tuple[Source, Record]],
    work_of: Sequence[int],
) -> list[Finding]:
    """Give a finding for each doubt; `work_of` maps indices of records to those of works."""
    found = []
    for doubt in doubtful:
        (source, record), (other_source, other) = sorted(
            (records[doubt.one], records[doubt.other]), key=lambda placed: placed[0]
        )
        first, second = (
            (doubt.one, doubt.other)
            if records[doubt.one][0] == source
            else (doubt.other, doubt.one)
        )
        message = (
            f"“{record.title}” and “{other.title}” ({other_source}) may be one work: {doubt.why}"
        )
        works = (work_of[first], work_of[second])
        found.append(Finding("doubtful-merge", message, source, works))
    return found


def conflicts(index: int, work: Work, settled: Collection[str] = ()) -> list[Finding]:
    """Give what the records of one work do not agree about, each difference once.

    `settled` are the fields that a person has set: what documents say of them no longer counts.
    """
    if len(work.records) < 2:
        return []
    (source, cited), *others = work.records
    found = []
    said = set()
    for other_source, other in others:
        difference = _difference(cited, other, settled)
        if difference and difference not in said:
            said.add(difference)
            message = f"{difference} ({other_source}), for “{cited.title}”"
            found.append(Finding("conflict", message, source, (index,)))
    return found


def _difference(cited: Record, other: Record, settled: Collection[str]) -> str:
    """Say what two records of one work contradict each other about, "" when nothing matters."""
    said = []
    dated = "issued" not in settled and cited.issued and other.issued
    if dated and _years_conflict(cited, other):
        assert cited.issued
        assert other.issued
        said.append(f"year {cited.issued.year} here, {other.issued.year} there")
    if (
        "container_title" not in settled
        and published_rank(cited)
        and published_rank(other)
        and _likeness(cited.container_title, other.container_title) < _LIKE_TITLES
    ):
        said.append(f"published in {cited.container_title} here, {other.container_title} there")
    if "title" not in settled and _likeness(cited.title, other.title) < _LIKE_TITLES:
        said.append(f"titled “{other.title}” there")
    return "; ".join(said)


def _years_conflict(cited: Record, other: Record) -> bool:
    assert cited.issued
    assert other.issued
    later = cited.issued.year - other.issued.year
    if bool(published_rank(cited)) == bool(published_rank(other)):
        return later != 0
    return not 0 <= later <= _PREPRINT_YEARS


def _likeness(one: str, other: str) -> float:
    """Give how like two texts are, 0 to 1; 1 where one is missing or is part of the other."""
    letters, others = "".join(title_words(one)), "".join(title_words(other))
    if not letters or not others or letters in others or others in letters:
        return 1.0
    return Indel.normalized_similarity(letters, others)
