"""Copying in the background: the newest text wins, and leaving waits for none."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from pubbrowser.citing.styles import StyleError
from pubbrowser.system.clipboard import CopyResult, Outcome
from pubbrowser.system.helpers import GivenUpError, Stop
from pubbrowser.ui import errands
from pubbrowser.ui.copying import Copying
from pubbrowser.ui.errands import Errand

FIRST, SECOND = Errand("first text", "1 reference"), Errand("second text", "BibTeX of 1 paper")
Copy = Callable[..., CopyResult]


@pytest.fixture
def copying() -> Copying:
    return Copying(lambda sequence: None)


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A clipboard that never answers for the first text, and takes each other one."""
    taken: list[str] = []
    forever = threading.Event()

    def copy(text: str, *, stop: Stop, send_to_terminal: object) -> CopyResult:
        if text == FIRST.text:
            while not stop.asked:
                forever.wait(0.01)
            raise GivenUpError
        taken.append(text)
        return CopyResult("verified", "the system clipboard")

    monkeypatch.setattr(errands, "copy", copy)
    yield taken
    forever.set()


def test_a_newer_text_ends_the_one_that_is_being_copied(
    copying: Copying, clipboard: list[str]
) -> None:
    first, second = copying.start(lambda: FIRST), copying.start(lambda: SECOND)
    assert second.result(20).words == "Copied BibTeX of 1 paper to the system clipboard"
    with pytest.raises(GivenUpError):
        first.result(20)
    assert clipboard == [SECOND.text]


def test_leaving_says_what_was_not_copied(copying: Copying, clipboard: list[str]) -> None:
    copying.start(lambda: FIRST)
    assert copying.finish() == "Not copied: you left before the clipboard had answered"


def test_leaving_says_why_nothing_could_be_written(copying: Copying) -> None:
    def fail() -> Errand:
        raise StyleError("there is no such style")

    copying.start(fail)
    assert copying.finish() == "Not copied: there is no such style"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("verified", ""),
        ("sent", "Sent 1 reference to your terminal, which cannot confirm that it copied"),
        ("failed", "Not copied: there is no clipboard"),
    ],
)
def test_leaving_says_what_the_screen_could_not_say_any_more(
    outcome: Outcome, said: str, copying: Copying, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = CopyResult(outcome, "", "there is no clipboard")
    monkeypatch.setattr(errands, "copy", lambda *_, **__: result)
    copying.start(lambda: FIRST).result(20)
    assert copying.finish() == said


def test_leaving_says_nothing_again(copying: Copying, monkeypatch: pytest.MonkeyPatch) -> None:
    result = CopyResult("failed", "", "there is no clipboard")
    monkeypatch.setattr(errands, "copy", lambda *_, **__: result)
    copied = copying.start(lambda: FIRST)
    copied.result(20)
    copying.told(copied)
    assert copying.finish() == ""


def test_leaving_without_having_copied_says_nothing(copying: Copying) -> None:
    assert copying.finish() == ""
