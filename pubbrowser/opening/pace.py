"""How long what is being done will still take, as far as its pace so far tells."""

from __future__ import annotations

import time
from collections.abc import Callable

_ENOUGH_SEEN = 2.0
"""Seconds after which the pace of a phase says something."""
_SOON = 5.0
"""Seconds left that are not worth mentioning."""


class Pace:
    """Watches reports of progress and estimates the time left of each phase."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase, self._began, self._at_first = "", 0.0, 0

    def left(self, phase: str, done: int, total: int) -> str:
        """Take a report of progress and give words such as "about 40 s left"; "" when that
        cannot be told, or is soon."""
        now = self._clock()
        # Phases that name a file in turn ("reading a.md") are one.
        kind = phase.split(" ", 1)[0]
        if kind != self._phase or done < self._at_first:
            self._phase, self._began, self._at_first = kind, now, done
        spent, advanced = now - self._began, done - self._at_first
        if advanced <= 0 or spent < _ENOUGH_SEEN:
            return ""
        return _words((total - done) * spent / advanced)


def _words(seconds: float) -> str:
    if seconds < _SOON:
        return ""
    if seconds < 90:
        return f"about {max(round(seconds / 5) * 5, 5)} s left"
    if seconds < 90 * 60:
        return f"about {round(seconds / 60)} min left"
    return f"about {round(seconds / 3600)} h left"
