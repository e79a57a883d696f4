"""Helpers that fail, lie or hang: the next way is taken, and nothing waits for them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.e2e.clipboard.browser import (
    BIBTEX,
    REFERENCE,
    SENT_TO_TERMINAL,
    THE_BIBTEX,
    Browser,
    browsing,
    citation,
    install,
    leave,
    wait_until,
)

HANGING = "exec sleep 3600"
HANGING_WITH_A_CHILD = "sleep 3600; exit 0"
HANGING_ON_READING = 'case "$*" in *-o) exec sleep 3600;; *) cat > /dev/null;; esac'


@pytest.fixture
def xclip(tmp_path: Path) -> Callable[[str], Mapping[str, str]]:
    """Install an xclip that is this shell script, and give the surroundings where it is used."""

    def make(script: str) -> Mapping[str, str]:
        started = f'echo $$ >> "{tmp_path / "started"}"'
        return {"DISPLAY": ":0", **install(tmp_path / "programs", "xclip", f"{started}\n{script}")}

    return make


def wait_until_started(tmp_path: Path) -> None:
    wait_until((tmp_path / "started").exists, lambda: "the helper is not started")


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "cat > /dev/null",
        "echo noise; echo noise >&2; exit 1",
        HANGING,
        HANGING_WITH_A_CHILD,
        HANGING_ON_READING,
    ],
    ids=["fails", "lies", "is noisy", "hangs", "hangs with a child", "hangs on reading"],
)
def test_the_next_way_is_taken(script: str, xclip: Callable[[str], Mapping[str, str]]) -> None:
    with browsing(xclip(script)) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        assert browser.sent() == [citation(key, REFERENCE)]
        assert b"noise" not in browser.raw
        leave(browser)
        browser.wait_for_no_process()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", "the system clipboard did not take the text"),
        ("cat > /dev/null", "the system clipboard did not take the text"),
        (HANGING, "the system clipboard did not answer"),
    ],
    ids=["fails", "lies", "hangs"],
)
def test_where_no_way_is_left_the_text_is_shown_with_the_reason(
    script: str, reason: str, xclip: Callable[[str], Mapping[str, str]]
) -> None:
    with browsing({**xclip(script), "TERM": "dumb"}) as browser:
        browser.press("c")
        browser.wait_for(f"Not copied: {reason}")
        browser.press("escape")
        browser.wait_until_gone("Not copied")
        leave(browser)
        assert browser.sent() == []


def test_the_screen_answers_while_a_helper_hangs(
    xclip: Callable[[str], Mapping[str, str]], tmp_path: Path
) -> None:
    with browsing(xclip(HANGING), patient=True) as browser:
        first = browser.key
        browser.press("c")
        browser.wait_for("• Copying …")
        wait_until_started(tmp_path)
        browser.press("j")
        browser.wait_until(lambda: browser.key not in ("", first), "the details of another paper")
        browser.press("?")
        browser.wait_for("Copy the BibTeX of this paper")
        browser.press("escape")
        browser.wait_until_gone("Copy the BibTeX of this paper")
        leave(browser)


def quit_with_q(browser: Browser) -> None:
    browser.press("q")


def press_ctrl_c(browser: Browser) -> None:
    browser.press("ctrl+c")


def terminate(browser: Browser) -> None:
    browser.send_signal(signal.SIGTERM)


def hang_up(browser: Browser) -> None:
    browser.send_signal(signal.SIGHUP)


@pytest.mark.parametrize(
    ("go", "script"),
    [
        (quit_with_q, HANGING),
        (quit_with_q, HANGING_ON_READING),
        (press_ctrl_c, HANGING_WITH_A_CHILD),
        (terminate, HANGING),
        (hang_up, HANGING),
    ],
)
def test_leaving_does_not_wait_for_a_helper_and_leaves_none(
    go: Callable[[Browser], None],
    script: str,
    xclip: Callable[[str], Mapping[str, str]],
    tmp_path: Path,
) -> None:
    with browsing(xclip(script), patient=True) as browser:
        browser.press("c")
        wait_until_started(tmp_path)
        go(browser)
        browser.wait_for_end()
        assert b"Not copied: you left before the clipboard had answered" in browser.raw
        browser.wait_for_no_process()


def test_a_newer_copy_does_not_wait_for_one_that_hangs(
    xclip: Callable[[str], Mapping[str, str]], tmp_path: Path
) -> None:
    clipboard, hung = tmp_path / "clipboard", tmp_path / "hung"
    hangs_once = f'[ -e "{hung}" ] || {{ touch "{hung}"; {HANGING}; }}\n'
    works = f'case "$*" in *-o) cat "{clipboard}";; *) cat > "{clipboard}";; esac'
    with browsing(xclip(hangs_once + works), patient=True) as browser:
        key = browser.key
        browser.press("c")
        wait_until(hung.exists, lambda: "the helper is not started")
        browser.press("b")
        browser.wait_for(f"✓ Copied {THE_BIBTEX} to the system clipboard")
        leave(browser)
        assert b"Sent" not in browser.raw
        assert browser.sent() == []
        browser.wait_for_no_process()
    assert clipboard.read_text() == citation(key, BIBTEX)


def test_a_tmux_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    env = {"TMUX": f"{tmp_path}/socket,1,0", **install(tmp_path / "programs", "tmux", HANGING)}
    with browsing(env) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        assert browser.sent() == [citation(key, REFERENCE)]
        leave(browser)
        browser.wait_for_no_process()
