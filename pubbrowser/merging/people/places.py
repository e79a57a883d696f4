"""Places: where on a paper a name stands, and everything that documents print at that place.

A place is one human for certain. Several documents that list the authors of the same paper are
therefore the strongest evidence for who is who.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pubbrowser.merging.people.given import compatible
from pubbrowser.merging.people.spelling import Spelling, likeness, read_spelling, share_form
from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.model import Name, Record, Source

_MOST_NAMES_TO_ALIGN = 100


class Place(NamedTuple):
    """One position in the author (or editor) list of one work.

    What one record prints there and nobody else is one object wherever it stands: most of the
    millions of places of a large list are such.
    """

    cited: int
    """The spelling in the merged record."""
    prints: tuple[tuple[int, int], ...]
    """(spelling, record of the work's group) of every document that prints the name."""


class Spellings:
    """All distinct printed names, known by a number."""

    def __init__(self) -> None:
        self.all: list[Spelling] = []
        self._number: dict[Name, int] = {}

    def __getitem__(self, number: int) -> Spelling:
        return self.all[number]

    def __len__(self) -> int:
        return len(self.all)

    def number(self, name: Name) -> int:
        """Give the number of `name`, a new one when it was not met before."""
        number = self._number.get(name)
        if number is None:
            number = self._number[name] = len(self.all)
            self.all.append(read_spelling(name))
        return number


def find_places(
    groups: Sequence[Sequence[tuple[Source, Record]]],
    merged: Sequence[Record],
    spellings: Spellings,
    progress: Progress = no_progress,
) -> list[list[Place]]:
    """Give the places of every work, one per name of `merged[i]`, in order."""
    alone: list[Place] = []
    """By spelling the place that one record prints."""
    found = []
    for group, record in zip(reported(groups, "reading names", progress), merged, strict=True):
        numbers = [spellings.number(name) for name in record.author or record.editor]
        only = group[0][1] if len(group) == 1 else None
        if only and only.author == record.author and only.editor == record.editor:
            for number in range(len(alone), len(spellings)):
                alone.append(Place(number, ((number, 0),)))
            found.append([alone[number] for number in numbers])
        else:
            found.append(_places_of(numbers, [each for _, each in group], record, spellings))
    return found


def _places_of(
    cited: list[int], records: Sequence[Record], merged: Record, spellings: Spellings
) -> list[Place]:
    edited = not merged.author
    names = merged.editor if edited else merged.author
    prints: list[list[tuple[int, int]]] = [[] for _ in cited]
    for index, record in enumerate(records):
        theirs = record.editor if edited else record.author
        if theirs == names:
            pairs: Iterator[tuple[int, int]] = zip(
                range(len(cited)), range(len(cited)), strict=True
            )
            printed = cited
        else:
            printed = [spellings.number(name) for name in theirs]
            pairs = iter(
                align([spellings[n] for n in printed], [spellings[n] for n in cited]).items()
            )
        for here, there in pairs:
            prints[there].append((printed[here], index))
    return [
        Place(number, tuple(printed) or ((number, 0),))
        for number, printed in zip(cited, prints, strict=True)
    ]


def align(ours: Sequence[Spelling], theirs: Sequence[Spelling]) -> dict[int, int]:
    """Say which positions of two author lists of one paper are the same person.

    `ours` may be cut ("et al."), leave people out, have two of them in another order, spell
    some wrongly or print a name that was changed since.
    """
    if len(ours) <= len(theirs):
        scores = [likeness(a, b) for a, b in zip(ours, theirs, strict=False)]
        families = [each.form.family for each in theirs]
        if all(scores) and len(set(families)) == len(families):
            return {position: position for position in range(len(ours))}
    if max(len(ours), len(theirs)) > _MOST_NAMES_TO_ALIGN:
        pairs = {p: p for p, (a, b) in enumerate(zip(ours, theirs, strict=False)) if likeness(a, b)}
    else:
        pairs = _best_in_order(ours, theirs)
    _pair_moved(ours, theirs, pairs)
    _pair_changed(ours, theirs, pairs)
    return pairs


def _best_in_order(ours: Sequence[Spelling], theirs: Sequence[Spelling]) -> dict[int, int]:
    """Pair as many names as fit, keeping their order (Needleman and Wunsch 1970)."""
    like = [[likeness(a, b) for b in theirs] for a in ours]
    best = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for a in reversed(range(len(ours))):
        for b in reversed(range(len(theirs))):
            paired = best[a + 1][b + 1] + like[a][b] if like[a][b] else 0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    pairs: dict[int, int] = {}
    a = b = 0
    while a < len(ours) and b < len(theirs):
        if like[a][b] and best[a][b] == best[a + 1][b + 1] + like[a][b]:
            pairs[a] = b
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _pair_moved(
    ours: Sequence[Spelling], theirs: Sequence[Spelling], pairs: dict[int, int]
) -> None:
    """Pair names that stand in another order, where there is only one that fits."""
    free: dict[str, dict[int, None]] = {}
    """By family name the positions that are not paired yet."""
    paired = set(pairs.values())
    for b, other in enumerate(theirs):
        if b not in paired:
            for form in other.forms:
                free.setdefault(form.family, {})[b] = None
    for a, spelling in enumerate(ours):
        if a in pairs:
            continue
        alike = dict.fromkeys(b for form in spelling.forms for b in free.get(form.family, ()))
        fitting = [b for b in alike if b not in paired and share_form(spelling, theirs[b])]
        if len(fitting) == 1:
            pairs[a] = fitting[0]
            paired.add(fitting[0])


def _pair_changed(
    ours: Sequence[Spelling], theirs: Sequence[Spelling], pairs: dict[int, int]
) -> None:
    """Pair the only name left over in two lists of one length: a family name was changed.

    All others, at least two, must be paired and the given names must fit.
    """
    if len(ours) != len(theirs) or len(pairs) != len(ours) - 1 or len(pairs) < 2:
        return
    [a] = set(range(len(ours))) - set(pairs)
    [b] = set(range(len(theirs))) - set(pairs.values())
    if a == b and compatible(ours[a].form.given, theirs[b].form.given):
        pairs[a] = b
