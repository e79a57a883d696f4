"""How far merging has come is told, and it can be stopped."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from pubbrowser.merging import merge
from pubbrowser.merging.progress import reported
from pubbrowser.model import Document, Name, Record

_NAMES = [Name("Bell", "Jocelyn"), Name("Bell", "J"), Name("Ryle", "Martin"), Name("Rile", "M")]
DOCUMENTS = [
    Document(path, "x", records=tuple(_papers()))
    for path, _papers in (
        ("a.bib", lambda: (Record(title=f"A{n}", author=(_NAMES[n % 4],)) for n in range(50))),
        ("b.bib", lambda: (Record(title=f"B{n}", author=(_NAMES[n % 3],)) for n in range(20))),
    )
]


def test_items_are_reported_and_given_once() -> None:
    told: list[tuple[str, int, int]] = []
    items = list(range(4500))
    assert list(reported(items, "x", lambda *report: told.append(report))) == items
    assert told == [("x", 0, 4500), ("x", 2000, 4500), ("x", 4000, 4500)]


def test_every_phase_is_told_with_how_much_there_is() -> None:
    told: list[tuple[str, int, int]] = []
    merge(DOCUMENTS, progress=lambda *report: told.append(report))
    assert list(dict.fromkeys(phase for phase, _, _ in told)) == [
        "reading titles",
        "comparing titles and authors",
        "comparing letters of titles",
        "choosing what to cite",
        "reading names",
        "comparing names",
        "joining names",
        "weighing co-authors",
        "looking for misspelt names",
        "naming people",
        "making citation keys",
    ]
    assert all(0 <= done <= total for _, done, total in told)


@pytest.fixture
def collecting() -> Iterator[None]:
    assert gc.isenabled()
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("phase", ["comparing titles and authors", "reading names"])
def test_merging_can_be_stopped_and_leaves_the_collector_as_it_was(phase: str) -> None:
    def stop(told: str, done: int, total: int) -> None:
        if told == phase:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merge(DOCUMENTS, progress=stop)
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_a_paused_collector_stays_paused() -> None:
    gc.disable()
    merge(DOCUMENTS)
    assert not gc.isenabled()
