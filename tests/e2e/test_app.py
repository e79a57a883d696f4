"""The browser in a real terminal: what it shows, copies and opens, and how it leaves."""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

CORPUS = """\
works:
- csl:
    id: bell1968
    type: article-journal
    title: Observation of a Rapidly Pulsating Radio Source
    author: [{family: Hewish, given: Antony}, {family: Bell, given: Jocelyn}]
    issued: {date-parts: [[1968]]}
    container-title: Nature
    DOI: 10.1038/217709a0
    custom: {links: [{url: "https://github.com/bell/pulsar", kind: repo, label: Code}]}
- csl:
    id: yang1978
    type: book
    title: A Second Book
    author: [{family: Yang, given: Wei}]
    issued: {date-parts: [[1978]]}
- csl:
    id: ryle1988
    type: paper-conference
    title: Third and Last
    author: [{family: Ryle, given: Martin}]
    issued: {date-parts: [[1988]]}
"""
COPIED = rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.yaml"
    path.write_text(CORPUS)
    return path


@pytest.fixture
def terminal(corpus: Path) -> Iterator[Terminal]:
    """The browser on three papers, the newest first."""
    with Terminal([str(corpus)]) as terminal:
        terminal.wait_for("3 papers")
        terminal.wait_for("key  ryle1988")
        yield terminal


def copied(terminal: Terminal) -> str:
    return base64.b64decode(terminal.wait_for_bytes(COPIED)[1]).decode()


def put_command(folder: Path, name: str, log: Path) -> dict[str, str]:
    """Put a command that logs its arguments into `folder`; give the PATH on which it is first."""
    folder.mkdir(exist_ok=True)
    command = folder / name
    command.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >> {shlex.quote(str(log))}\n')
    command.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def wait_for_file(path: Path) -> str:
    end = time.monotonic() + 20
    while not (path.exists() and path.read_text().endswith("\n")):
        assert time.monotonic() < end, f"{path} was not written"
        time.sleep(0.05)
    return path.read_text()


def assert_left_clean(terminal: Terminal) -> None:
    """The terminal is as it was: its own screen, a cursor, no mouse reports, echo."""
    assert terminal.modes_left_on() == set()
    assert terminal.flags() == terminal.flags_before
    # The keyboard protocol is a stack: what was pushed must be popped.
    assert len(re.findall(rb"\x1b\[>\d+u", terminal.raw)) == terminal.raw.count(b"\x1b[<u")


# What it shows


def test_without_a_path_the_sample_is_shown() -> None:
    with Terminal([]) as terminal:
        terminal.wait_for("242")
        terminal.wait_for("bundled sample")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 15), (120, 36), (200, 50)])
def test_papers_are_shown_at_every_size(corpus: Path, columns: int, rows: int) -> None:
    with Terminal([str(corpus)], columns=columns, rows=rows) as terminal:
        terminal.wait_for("A Second Book")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)


def test_j_and_k_move_through_the_papers(terminal: Terminal) -> None:
    terminal.press("j")
    terminal.wait_for("key  yang1978")
    terminal.press("j")
    terminal.wait_for("key  bell1968")
    terminal.press("k")
    terminal.wait_for("key  yang1978")


def test_typing_after_a_slash_filters(terminal: Terminal) -> None:
    terminal.press("/", "puls")
    terminal.wait_for("1 of 3")
    terminal.wait_until_gone("A Second Book")
    terminal.wait_for("key  bell1968")
    terminal.press("escape")
    terminal.wait_for("3 papers")
    terminal.wait_for("A Second Book")


def test_keys_that_are_typed_into_the_search_do_nothing_else(terminal: Terminal) -> None:
    terminal.press("/", "qojbc")
    terminal.wait_for("qojbc")
    assert terminal.process.isalive()
    assert not re.search(COPIED, terminal.raw)


def test_question_mark_shows_the_keys(terminal: Terminal) -> None:
    terminal.press("?")
    terminal.wait_for("Copy the BibTeX of this paper")
    terminal.press("escape")
    terminal.wait_until_gone("Copy the BibTeX of this paper")


def test_standard_input_is_shown_and_keys_still_work(corpus: Path) -> None:
    shell = f"cat {shlex.quote(str(corpus))} | {sys.executable} -m pubbrowser -"
    with Terminal(["-c", shell], program=("sh",)) as terminal:
        terminal.wait_for("3 papers")
        terminal.press("j")
        terminal.wait_for("key  yang1978")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert_left_clean(terminal)


def test_a_setting_that_is_unknown_is_said_before_the_screen_opens(
    corpus: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("theem: nord\n")
    with Terminal([str(corpus)], env={"PUBBROWSER_CONFIG": str(settings)}) as terminal:
        assert terminal.wait_for_end() == 2
        # The message may break anywhere: the path in front of it is of any length.
        words = "".join(terminal.text.split())
        assert "settings.yaml:1:thereisnosetting'theem'" in words
        assert not terminal.modes_left_on()


# What it copies and opens


def test_c_copies_the_reference_through_the_terminal(terminal: Terminal) -> None:
    terminal.press("j", "j", "c")
    terminal.wait_for("Sent 1 reference, APA (7th edition), to your terminal")
    reference = copied(terminal)
    assert reference.startswith("Hewish, A., & Bell, J. (1968).")
    assert "Observation of a Rapidly Pulsating Radio Source" in reference


def test_b_copies_the_bibtex_of_the_marked_papers(terminal: Terminal) -> None:
    terminal.press("space", "space", "b")
    entries = copied(terminal)
    assert "{ryle1988," in entries
    assert "{yang1978," in entries
    assert "{bell1968," not in entries


def test_copying_after_a_filter_takes_what_is_shown(terminal: Terminal) -> None:
    terminal.press("/", "second", "enter")
    terminal.wait_for("1 of 3")
    terminal.press("b")
    assert "{yang1978," in copied(terminal)


@pytest.mark.parametrize(
    ("key", "url"),
    [("o", "https://github.com/bell/pulsar"), ("O", "https://doi.org/10.1038/217709a0")],
)
def test_o_opens_the_repository_and_shift_o_the_page(
    corpus: Path, tmp_path: Path, key: str, url: str
) -> None:
    if sys.platform != "linux":
        pytest.skip("xdg-open is the command of Linux desktops")
    log = tmp_path / "opened"
    env = put_command(tmp_path / "bin", "xdg-open", log) | {"DISPLAY": ":99"}
    with Terminal([str(corpus)], env=env) as terminal:
        terminal.wait_for("key  ryle1988")
        terminal.press("j", "j")
        terminal.wait_for("key  bell1968")
        terminal.press(key)
        assert wait_for_file(log) == f"{url}\n"


# How it leaves


def quit_with_q(terminal: Terminal) -> None:
    terminal.press("q")


def press_ctrl_c(terminal: Terminal) -> None:
    terminal.press("ctrl+c")


def interrupt(terminal: Terminal) -> None:
    terminal.send_signal(signal.SIGINT)


def terminate(terminal: Terminal) -> None:
    terminal.send_signal(signal.SIGTERM)


def hang_up(terminal: Terminal) -> None:
    terminal.send_signal(signal.SIGHUP)


@pytest.mark.parametrize(
    ("leave", "codes"),
    [
        (quit_with_q, {0}),
        (press_ctrl_c, {0, 130}),
        (interrupt, {0, 130}),
        (terminate, {143, -signal.SIGTERM}),
        (hang_up, {129, -signal.SIGHUP}),
    ],
)
def test_the_terminal_is_left_as_it_was(
    terminal: Terminal, leave: Callable[[Terminal], None], codes: set[int]
) -> None:
    leave(terminal)
    assert terminal.wait_for_end() in codes
    assert_left_clean(terminal)


def test_the_terminal_is_left_as_it_was_after_a_fault(corpus: Path, tmp_path: Path) -> None:
    script = tmp_path / "faulty.py"
    script.write_text(
        "import sys\n"
        "from pubbrowser.ui import run\n"
        "from pubbrowser.ui.app import PubBrowserApp\n"
        "def fail():\n"
        "    raise RuntimeError('provoked')\n"
        "PubBrowserApp.on_mount = lambda app: app.set_timer(1.0, fail)\n"
        "raise SystemExit(run(sys.argv[1:]))\n"
    )
    repository = Path(__file__).parents[2]
    with Terminal(
        [str(script), str(corpus)],
        program=(sys.executable,),
        env={"PYTHONPATH": str(repository)},
    ) as terminal:
        assert terminal.wait_for_end() == 1
        assert b"provoked" in terminal.raw
        assert_left_clean(terminal)


def test_browsers_end_with_the_windows_that_they_were_in() -> None:
    with ExitStack() as opened:
        # Several, since it depends on what was on its way to the terminal.
        terminals = [opened.enter_context(Terminal([], rows=60)) for _ in range(3)]
        for terminal in terminals:
            terminal.wait_for("key  ")
            terminal.process.ptyproc.fileobj.close()
        end = time.monotonic() + 20
        while any(terminal.process.isalive() for terminal in terminals):
            assert time.monotonic() < end, "a browser runs on"
            time.sleep(0.05)


# In tmux


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Run tmux with a server of its own."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    # The path of a socket may have about 100 characters.
    socket = Path(os.path.relpath(tmp_path / "tmux"))
    socket = min(socket, tmp_path / "tmux", key=lambda path: len(str(path)))

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(socket), "-f", os.devnull, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    yield run
    subprocess.run(["tmux", "-S", str(socket), "kill-server"], check=False, capture_output=True)


def wait_for_pane(tmux: Callable[..., str], text: str) -> None:
    end = time.monotonic() + 20
    while text not in (shown := tmux("capture-pane", "-p")):
        assert time.monotonic() < end, f"waited in vain for {text!r}; the pane:\n{shown}"
        time.sleep(0.1)


def test_in_tmux_the_browser_copies_to_its_buffer_and_leaves_the_pane_clean(
    tmux: Callable[..., str], corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    tmux("new-session", "-d", "-x", "100", "-y", "30", "env PS1='ready> ' sh")
    wait_for_pane(tmux, "ready>")
    tmux("send-keys", shlex.join([sys.executable, "-m", "pubbrowser", str(corpus)]), "Enter")
    wait_for_pane(tmux, "3 papers")
    tmux("send-keys", "c")
    wait_for_pane(tmux, "1 reference")
    assert "Third and Last" in tmux("show-buffer")
    tmux("send-keys", "q")
    wait_for_pane(tmux, "ready>")
    tmux("send-keys", "echo echoed", "Enter")
    wait_for_pane(tmux, "echo echoed")
    assert "3 papers" not in tmux("capture-pane", "-p")
    assert tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}") == (
        "0 0 1\n"
    )
