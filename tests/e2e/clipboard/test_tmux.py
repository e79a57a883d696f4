"""Copying inside tmux and GNU screen, and what comes out of them."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.clipboard.browser import (
    BIBTEX,
    REFERENCE,
    ROWS,
    SENT_TO_TERMINAL,
    THE_BIBTEX,
    THE_REFERENCE,
    Browser,
    browsing,
    citation,
    key_on,
    leave,
    wait_until,
)
from tests.e2e.clipboard.conftest import Desktop, need
from tests.e2e.terminal import LEAKING, Terminal

COPIED_TO_TMUX = f"✓ Copied {THE_REFERENCE} to tmux's buffer"


class Tmux:
    """A tmux server of its own, with one session."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.command = ("tmux", "-S", str(folder / "socket"), "-f", os.devnull)
        away = {*LEAKING, "COLUMNS", "LINES"}
        self._env = {name: value for name, value in os.environ.items() if name not in away}
        self._env |= {"LANG": "C.UTF-8", "TERM": "xterm-256color", **env}

    def run(self, *arguments: str) -> str:
        """Run a command of tmux and give its output."""
        command = [*self.command, *arguments]
        done = subprocess.run(command, env=self._env, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.decode()

    def open_browser(self) -> str:
        """Start the session with the browser in its pane; give the key of the first paper."""
        browser = shlex.join([sys.executable, "-m", "pubbrowser"])
        self.run("new-session", "-d", "-x", "120", "-y", str(ROWS), browser)
        wait_until(lambda: key_on(self.screen()), self.screen)
        return key_on(self.screen())

    def press(self, key: str) -> None:
        self.run("send-keys", "-t", ":0.0", key)

    def wait_for(self, text: str) -> None:
        """Wait until `text` stands on the screen of the browser."""
        wait_until(lambda: text in self.screen(), self.screen)

    def screen(self) -> str:
        return self.run("capture-pane", "-p", "-t", ":0.0")

    def stop(self) -> None:
        subprocess.run([*self.command, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder for sockets, whose paths may have about 100 characters."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def tmux(short_folder: Path) -> Iterator[Tmux]:
    need("tmux")
    server = Tmux(short_folder, {})
    yield server
    server.stop()


def paste_into_file(tmux: Tmux, path: Path, ending: str) -> None:
    """Paste tmux's buffer into a program that writes what is typed into a file."""
    done = path.with_suffix(".done")
    typed_into = f"cat > {shlex.quote(str(path))}; touch {shlex.quote(str(done))}"
    tmux.run("split-window", "-t", ":0.0", f"sh -c {shlex.quote(typed_into)}")
    wait_until(path.exists, lambda: "cat does not start")
    tmux.run("paste-buffer", "-t", ":0.1")
    for key in ending.split():
        tmux.run("send-keys", "-t", ":0.1", key)
    wait_until(done.exists, lambda: "cat does not end")


def test_the_reference_is_in_the_buffer_and_can_be_pasted(tmux: Tmux, tmp_path: Path) -> None:
    key = tmux.open_browser()
    tmux.press("c")
    tmux.wait_for(COPIED_TO_TMUX)
    assert tmux.run("show-buffer") == citation(key, REFERENCE)
    # End of file: the first ends the line that has no line feed.
    paste_into_file(tmux, tmp_path / "pasted", "C-d C-d")
    assert (tmp_path / "pasted").read_text() == citation(key, REFERENCE)


def test_bibtex_can_be_pasted_line_by_line(tmux: Tmux, tmp_path: Path) -> None:
    key = tmux.open_browser()
    tmux.press("b")
    tmux.wait_for(f"✓ Copied {THE_BIBTEX} to tmux's buffer")
    assert tmux.run("show-buffer") == citation(key, BIBTEX)
    paste_into_file(tmux, tmp_path / "pasted.bib", "C-d")
    assert (tmp_path / "pasted.bib").read_text() == citation(key, BIBTEX)


def test_the_terminal_around_tmux_is_asked_to_copy_as_well(tmux: Tmux) -> None:
    key = tmux.open_browser()
    with Around(tmux) as terminal:
        terminal.wait_for(key)
        terminal.press("c")
        terminal.wait_for(COPIED_TO_TMUX)
        terminal.wait_until(lambda: terminal.sent(), "the terminal to be asked")
        assert terminal.sent() == [citation(key, REFERENCE)]


class Around(Browser):
    """The terminal in which the session of a tmux is shown."""

    def __init__(self, tmux: Tmux) -> None:
        Terminal.__init__(self, [*tmux.command[1:], "attach"], program=tmux.command[:1], rows=ROWS)


def test_at_a_desktop_its_clipboard_comes_first(short_folder: Path, x_desktop: Desktop) -> None:
    need("tmux")
    tmux = Tmux(short_folder, {"DISPLAY": x_desktop.env["DISPLAY"]})
    try:
        key = tmux.open_browser()
        tmux.press("c")
        tmux.wait_for(f"✓ Copied {THE_REFERENCE} to the system clipboard")
        assert x_desktop.clipboard() == citation(key, REFERENCE)
    finally:
        tmux.stop()


def test_gnu_screen_hands_the_sequence_through(short_folder: Path) -> None:
    need("screen")
    short_folder.chmod(0o700)
    screen = ("screen", "-c", os.devnull, "-S", "browser")
    with browsing({"SCREENDIR": str(short_folder)}, within=screen) as browser:
        key = browser.key
        browser.press("c")
        browser.wait_for(SENT_TO_TERMINAL)
        browser.wait_until(browser.sent, "the terminal to be asked")
        assert browser.sent() == [citation(key, REFERENCE)]
        leave(browser)


def test_in_gnu_screen_the_sequence_is_wrapped_for_it() -> None:
    with browsing({"STY": "1.pts-0.host"}) as browser:
        key = browser.key
        browser.press("b")
        browser.wait_for(f"• Sent {THE_BIBTEX} to your terminal")
        leave(browser)
        start = browser.raw.index(b"\x1bP\x1b]52;c;")
        wrapped = browser.raw[start : browser.raw.index(b"\x07\x1b\\") + 3]
        browser.raw = wrapped.replace(b"\x1b\\\x1bP", b"").removeprefix(b"\x1bP")
        assert browser.sent() == [citation(key, BIBTEX)]
