"""The time left is told once the pace is known, and only when it is worth telling."""

from __future__ import annotations

from pubbrowser.opening.pace import Pace


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_from_the_pace() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.left("indexing", 0, 1000) == ""
    clock.now += 1
    assert pace.left("indexing", 10, 1000) == ""  # too early to tell
    clock.now += 9
    assert pace.left("indexing", 100, 1000) == "about 2 min left"
    clock.now += 30
    assert pace.left("indexing", 400, 1000) == "about 60 s left"
    clock.now += 58
    assert pace.left("indexing", 980, 1000) == ""


def test_every_phase_has_its_own_pace() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("reading a.md", 0, 100)
    clock.now += 10
    assert pace.left("reading b.md", 10, 100) == "about 2 min left"
    assert pace.left("merging", 0, 10) == ""
    clock.now += 3600
    assert pace.left("merging", 1, 10) == "about 9 h left"


def test_a_phase_that_begins_again_is_timed_again() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("merging", 50, 100)
    clock.now += 100
    assert pace.left("merging", 0, 100) == ""
    clock.now += 20
    assert pace.left("merging", 50, 100) == "about 20 s left"
