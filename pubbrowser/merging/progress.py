"""Reports of how far merging has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much of it is done, how much there is)."""

_EVERY = 2000
"""Items between two reports: a few per second."""

_Item = TypeVar("_Item")


def no_progress(phase: str, done: int, total: int) -> None:
    """Take a report of progress and do nothing with it."""


def reported(items: Sequence[_Item], phase: str, progress: Progress) -> Iterator[_Item]:
    """Give `items` one by one, and tell `progress` how many of them are done."""
    total = len(items)
    for start in range(0, total, _EVERY):
        progress(phase, start, total)
        yield from items[start : start + _EVERY]
