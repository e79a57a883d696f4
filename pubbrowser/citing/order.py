"""The order in which several works are put when nobody asks for another."""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.citing.markup import plain
from pubbrowser.model import Work
from pubbrowser.text import fold


def in_order(works: Sequence[Work]) -> list[Work]:
    """Give `works` by first author, year and title, each once.

    Without a name the title counts as one; works without a date come before the dated ones of
    an author, as bibliographies have it (APA 7, §9.46).
    """
    unique = {work.id: work for work in works}
    return sorted(unique.values(), key=_place)


def _place(work: Work) -> tuple[object, ...]:
    title = fold(plain(work.merged.title))
    names = [fold(name.family or name.surname) for name in work.names[:1]]
    return (names or [title], work.year or 0, title, work.id)
