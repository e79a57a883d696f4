"""Copying to the clipboards of X and Wayland, through the helpers that people have."""

from __future__ import annotations

import pytest

from pubbrowser.system.clipboard import CopyResult, copy
from tests.e2e.clipboard.browser import (
    BIBTEX,
    COPIED_TO_SYSTEM,
    REFERENCE,
    THE_BIBTEX,
    browsing,
    citation,
    leave,
)
from tests.e2e.clipboard.conftest import Desktop

SYSTEM = CopyResult("verified", "the system clipboard", "to the system clipboard")

TEXTS = {
    "one line": "Hewish, A., & Bell, J. (1968). Observation of a Rapidly Pulsating Radio Source.",
    "final newline": "@article{key,\n  title = {A Title},\n}\n",
    "several final newlines": "one\n\ntwo\n\n\n",
    "newlines alone": "\n\n",
    "spaces around": "  \tindented, and spaces at the end  ",
    "alphabets": "Müller–Łukasiewicz “Почему?” 日本語 עברית العربية ∀x∈ℝ ﬁ e\u0301",
    "emoji": "👩🏽‍🔬 🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "markup": "100 % of $x$ & <b>\\emph{y}</b> `z` \"q\" 'r' \\n %s {0}",
    "like an option": "--clear",
    "long": "Ein langer Text, 日本語, 👩🏽‍🔬.\n" * 25_000,
}


def test_the_reference_is_on_the_clipboard_after_leaving(desktop: Desktop) -> None:
    with browsing(desktop.env) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(COPIED_TO_SYSTEM)
        leave(browser)
        assert browser.sent() == []
    assert desktop.clipboard() == citation(key, REFERENCE)


def test_bibtex_of_marked_papers_is_on_the_clipboard_after_leaving(desktop: Desktop) -> None:
    with browsing(desktop.env) as browser:
        key = browser.key
        browser.press("space")
        browser.wait_for("1 marked")
        browser.press("j", "b")
        browser.wait_for(f"✓ Copied {THE_BIBTEX} to the system clipboard")
        leave(browser)
    assert desktop.clipboard() == citation(key, BIBTEX)


def test_leaving_at_once_copies_all_the_same(x_desktop: Desktop) -> None:
    with browsing(x_desktop.env, patient=True) as browser:
        key = browser.key
        browser.process.send("cq")
        assert browser.wait_for_end() == 0
        given_up = b"Not copied" in browser.raw  # by a machine that is very busy, and said so
    assert given_up or x_desktop.clipboard() == citation(key, REFERENCE)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_of_all_kinds_survive(
    text: str, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in desktop.env.items():
        monkeypatch.setenv(name, value)
    assert copy(text, send_to_terminal=None, patience=60) == SYSTEM
    monkeypatch.undo()
    assert desktop.clipboard() == text


def test_each_copy_replaces_the_one_before(x_desktop: Desktop) -> None:
    with browsing(x_desktop.env) as browser:
        first = browser.key
        browser.press("c")
        browser.wait_for(COPIED_TO_SYSTEM)
        browser.press("j")
        browser.wait_until(lambda: browser.key not in ("", first), "the details of another paper")
        second = browser.key
        browser.press("b")
        browser.wait_for(f"✓ Copied {THE_BIBTEX} to the system clipboard")
        leave(browser)
    assert x_desktop.clipboard() == citation(second, BIBTEX)
