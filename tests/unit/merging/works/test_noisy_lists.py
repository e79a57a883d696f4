"""How well two noisy lists are merged; the benchmark prints it for larger ones, with the time."""

from __future__ import annotations

from itertools import combinations

from pubbrowser.merging.works import group_records
from tests.benchmarks.merging import Noise, two_lists


def test_wrong_merges_are_rare_and_most_versions_are_found() -> None:
    placed, truth = two_lists(6000, seed=7, noise=Noise())
    numbers: dict[int, list[int]] = {}
    for index, number in enumerate(truth):
        numbers.setdefault(number, []).append(index)
    true = {pair for members in numbers.values() for pair in combinations(members, 2)}
    found = {pair for members in group_records(placed).groups for pair in combinations(members, 2)}
    assert len(true & found) >= 0.985 * len(found)
    assert len(true & found) >= 0.94 * len(true)


def test_progress_is_told_in_phases() -> None:
    placed, _ = two_lists(2000, seed=7, noise=Noise())
    told: list[tuple[str, int, int]] = []
    group_records(placed, progress=lambda *report: told.append(report))
    assert len({phase for phase, _, _ in told}) == 3
    assert all(0 <= done <= total for _, done, total in told)
    told.clear()
    group_records([entry for entry in placed if entry[0].path == "list.md"], progress=None)
    assert told == []
