"""The orders of the list: for each, the place of every work in it."""

from __future__ import annotations

from array import array

import numpy as np

from pubbrowser.model import Date, Work
from pubbrowser.model.tags import without_tags
from pubbrowser.search.arrays import NO_YEAR, Array
from pubbrowser.text import fold


class WorkOrders:
    """Collects what works are ordered by."""

    def __init__(self) -> None:
        self._years = array("h")
        self._days = array("q")
        self._titles: list[str] = []
        self._title_lengths = array("I")
        self._authors: list[str] = []

    def add(self, work: Work) -> None:
        """Add the next work."""
        issued, names = work.merged.issued, work.names
        self._years.append(max(NO_YEAR, min(issued.year, -NO_YEAR - 1)) if issued else NO_YEAR)
        self._days.append(_day(issued) if issued else _NO_DAY)
        self._titles.append(fold(without_tags(work.merged.title)).lstrip(" \"'([$"))
        self._title_lengths.append(len(work.merged.title))
        # Works without authors come last: no folded name is above U+10FFFF.
        self._authors.append(fold(names[0].family or names[0].full) if names else "\U0010ffff")

    def arrays(self) -> dict[str, Array]:
        """Give the years, and the ranks in every order but that of the documents."""
        days = np.frombuffer(self._days, np.int64)
        undated = days == _NO_DAY
        newest = _ranks(np.lexsort((-days, undated)))
        lengths = np.frombuffer(self._title_lengths, np.uint32)
        return {
            "work.years": np.frombuffer(self._years, np.int16),
            "rank.newest": newest,
            "rank.oldest": _ranks(np.lexsort((days, undated))),
            "rank.title": _ranks(np.argsort(_dense(self._titles), kind="stable")),
            "rank.author": _ranks(np.lexsort((newest, _dense(self._authors)))),
            "rank.equal": _ranks(np.lexsort((newest, lengths))),
        }


_NO_DAY = -(2**62)


def _day(date: Date) -> int:
    """Give a number that orders dates; a date without a day comes before those with one."""
    return (date.year * 100 + date.month) * 100 + date.day


def _dense(strings: list[str]) -> Array:
    """Give for every string how many different ones are below it."""
    order = {string: number for number, string in enumerate(sorted(set(strings)))}
    return np.array([order[string] for string in strings], np.uint32)


def _ranks(order: Array) -> Array:
    """Give each work its place in an order that lists the works."""
    ranks = np.empty(len(order), np.uint32)
    ranks[order] = np.arange(len(order), dtype=np.uint32)
    return ranks
