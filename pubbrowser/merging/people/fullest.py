"""The fullest printed form of a person's name, and how a name on a paper should be cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from pubbrowser.merging.people.given import compatible, covers, misspelt
from pubbrowser.merging.people.spelling import (
    Spelling,
    families_alike,
    read_spelling,
    share_family,
    share_form,
)

_WRITTEN_OUT = 3
"""So many prints with initials count as much as one with a given name written out: who writes
names out takes more care."""


class Fullness:
    """Chooses among the spellings of one person.

    `counts` says how often each is printed; `chosen` is the one that the user wants, if any.
    """

    def __init__(self, counts: Mapping[Spelling, int], chosen: Spelling | None = None) -> None:
        self._counts = counts
        if len(counts) == 1:
            [self.best] = self._sound = list(counts)
            return
        self._families = Counter[str]()
        for spelling, count in counts.items():
            weight = _WRITTEN_OUT if spelling.form.given.is_full else 1
            self._families[spelling.form.family] += count * weight
        self._ranks = {each: self._rank(each) for each in counts}
        self._sound = list(counts)
        if len({each.form for each in counts}) > 1:
            self._sound = [each for each in counts if not self._is_suspect(each)] or self._sound
        self.best = chosen or min(self._sound, key=self._ranks.__getitem__)
        """The fullest spelling of all."""

    @property
    def spellings(self) -> Collection[Spelling]:
        """Every spelling of the person."""
        return self._counts.keys()

    def count(self, spelling: Spelling) -> int:
        """Say how often `spelling` is printed."""
        return self._counts[spelling]

    def cited(self, printed: Spelling) -> Spelling:
        """Give the fullest spelling of the name that `printed` is.

        A family name that was changed later is never put in the place of the printed one, nor
        a given name that contradicts it: only what is the same name, or the same misspelt. What
        `printed` alone tells is kept: "P L" beside "Philine" gives "Philine L".
        """
        if self._counts.keys() == {printed}:
            return printed
        same = [self.best] if is_same_name(printed, self.best) else []
        same = same or [each for each in self._sound if is_same_name(printed, each)]
        if not same:
            return printed
        fullest = min(same, key=self._ranks.__getitem__)
        if not share_form(printed, fullest) or _tells(fullest, printed):
            return fullest
        together = _together(printed, fullest)
        if together:
            return together
        more = [each for each in self._sound if _tells(each, printed)]
        return min(more, key=self._ranks.__getitem__) if more else printed

    def corrected(self, printed: Spelling) -> Spelling:
        """Give the right spelling of a misspelt name, with no more of it than is printed."""
        if self._counts.keys() == {printed} or share_form(printed, self.cited(printed)):
            return printed
        given = printed.form.given
        sound = [
            each
            for each in self._sound
            if is_same_name(printed, each)
            and len(each.form.given.parts) <= len(given.parts)
            and (given.is_full or not each.form.given.is_full)
        ]
        return min(sound, key=self._ranks.__getitem__) if sound else printed

    def _is_suspect(self, spelling: Spelling) -> bool:
        """Say whether another spelling, contradicting this one, is printed more often."""
        for other, count in self._counts.items():
            if share_family(spelling, other):
                mine, theirs = spelling.form.given, other.form.given
                wrong = not compatible(mine, theirs) and misspelt(mine, theirs)
                if wrong and count > self._counts[spelling]:
                    return True
            elif families_alike(spelling.form.family, other.form.family):
                usual = self._families[other.form.family]
                if usual > self._families[spelling.form.family]:
                    return True
        return False

    def _rank(self, spelling: Spelling) -> tuple[object, ...]:
        """Sort key, the fullest first. Diacritics get lost more often than they are invented."""
        parts = spelling.form.given.parts
        name = spelling.name
        return (
            not parts or parts[0].initial,
            -sum(not part.initial for part in parts),
            -len(parts),
            -self._families[spelling.form.family],
            name.family.isupper() or name.family.islower(),
            -sum(not c.isascii() for c in name.full),
            -self._counts[spelling],
            name.full,
            spelling.printed,
        )


def is_same_name(one: Spelling, other: Spelling) -> bool:
    """Say whether two spellings of one person are the same name, printed more or less fully or
    misspelt, rather than two names that the person has had."""
    same_family = share_family(one, other)
    if not same_family and not families_alike(one.form.family, other.form.family):
        return False
    a, b = one.form.given, other.form.given
    if not a.parts or not b.parts:
        return same_family
    return any(
        compatible(mine.given, theirs.given)
        for mine in one.forms
        for theirs in other.forms
        if not same_family or mine.family == theirs.family
    ) or misspelt(a, b)


def _tells(more: Spelling, printed: Spelling) -> bool:
    """Say whether `more` is a form of the printed name that leaves none of it out."""
    return any(
        mine.family == theirs.family and covers(mine.given, theirs.given)
        for mine in more.forms
        for theirs in printed.forms
    )


def _together(printed: Spelling, fullest: Spelling) -> Spelling | None:
    """Give the `printed` name with its first initial written out as in `fullest`; None where
    its given names do not stand for themselves one by one."""
    tokens = printed.name.given.split()
    first, *rest = fullest.name.given.split()
    parts = printed.form.given.parts
    if rest or len(tokens) != len(parts) or printed.form.family != fullest.form.family:
        return None
    given = " ".join((first, *tokens[1:]))
    return read_spelling(replace(fullest.name, given=given))
