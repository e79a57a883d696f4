"""Copying where there is nothing but the terminal, and where not even that can copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.clipboard.browser import (
    BIBTEX,
    REFERENCE,
    SENT_TO_TERMINAL,
    THE_BIBTEX,
    browsing,
    citation,
    install,
    leave,
)
from tests.e2e.clipboard.conftest import Desktop

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


@pytest.fixture
def nothing(tmp_path: Path) -> dict[str, str]:
    """No helper, no display, no terminal that could copy."""
    folder = tmp_path / "no programs"
    folder.mkdir()
    return {"PATH": str(folder), "TERM": "dumb"}


def test_without_display_and_tmux_the_terminal_is_asked() -> None:
    with browsing({}) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        browser.press("b")
        browser.wait_for(f"• Sent {THE_BIBTEX} to your terminal")
        assert browser.sent() == [citation(key, REFERENCE), citation(key, BIBTEX)]
        leave(browser)


def test_over_ssh_the_clipboard_of_the_remote_machine_is_left_alone(x_desktop: Desktop) -> None:
    with browsing(x_desktop.env) as browser:
        browser.press("b")
        browser.wait_for("to the system clipboard")
        leave(browser)
    before = x_desktop.clipboard()
    with browsing({**x_desktop.env, **SSH}) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        leave(browser)
        assert browser.sent() == [citation(key, REFERENCE)]
    assert x_desktop.clipboard() == before


def test_over_ssh_no_helper_is_started(tmp_path: Path) -> None:
    started = tmp_path / "started"
    path = install(tmp_path / "programs", "xclip", f'touch "{started}"')
    with browsing({"DISPLAY": ":0", **path, **SSH}) as browser:
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        leave(browser)
    assert not started.exists()


def test_where_nothing_can_copy_the_text_is_shown_with_the_reasons(
    nothing: dict[str, str],
) -> None:
    with browsing(nothing) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for("Not copied: no display here, so no system clipboard")
        browser.wait_for("this terminal has no clipboard")
        browser.wait_for(citation(key, REFERENCE)[:60])
        browser.press("escape")
        browser.wait_until_gone("Not copied")
        leave(browser)
        assert browser.sent() == []


def test_what_nothing_can_copy_is_saved(nothing: dict[str, str], tmp_path: Path) -> None:
    with browsing(nothing, folder=tmp_path) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for("s saves it to a file here")
        browser.press("s")
        browser.wait_for("✓ Saved to ")
        leave(browser)
    assert (tmp_path / "citation-1.txt").read_text() == citation(key, REFERENCE) + "\n"


def test_what_nothing_can_copy_is_printed_on_leaving(nothing: dict[str, str]) -> None:
    with browsing(nothing) as browser:
        key = browser.key
        browser.press("b")
        browser.wait_for("p prints it when you leave")
        browser.press("p")
        browser.wait_for("• Will be printed when you leave")
        leave(browser)
        # What stands behind the end of the other screen is there to stay.
        printed = browser.raw.rpartition(b"\x1b[?1006l")[2].decode()
    assert printed == citation(key, BIBTEX).replace("\n", "\r\n")


def test_without_a_helper_at_a_desktop_the_reason_names_some(nothing: dict[str, str]) -> None:
    with browsing({**nothing, "DISPLAY": ":0"}) as browser:
        browser.press("c")
        browser.wait_for("Not copied: no program for the system clipboard (xclip, xsel or wl-")
        browser.press("escape")
        browser.wait_until_gone("Not copied")
        leave(browser)
