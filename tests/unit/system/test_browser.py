"""Opening web pages, or saying why not."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pubbrowser.system.browser import OpenResult, open_url

Install = Callable[[str, str], Path]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the openers of Linux are faked here"
)

PAGE = "https://example.org/a?b=c&d=$(x)#e"


@pytest.fixture
def note(programs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where fake openers write what they were given."""
    monkeypatch.setenv("DISPLAY", ":0")
    return programs.parent / "opened"


def opened(note: Path) -> str:
    for _ in range(100):
        if note.exists() and (text := note.read_text()):
            return text
        time.sleep(0.02)
    return ""


def test_a_page_is_handed_to_the_opener_as_one_argument(program: Install, note: Path) -> None:
    program("xdg-open", f'echo "$# $*" > {note}')
    assert open_url(PAGE) == OpenResult(True)
    assert opened(note) == f"1 {PAGE}\n"


def test_an_opener_that_runs_as_long_as_its_page_is_not_waited_for(
    program: Install, note: Path
) -> None:
    program("xdg-open", f"echo on > {note}; exec sleep 2")
    start = time.monotonic()
    assert open_url(PAGE).opened
    assert time.monotonic() - start < 1.5


def test_an_opener_has_neither_our_input_nor_our_output(
    program: Install, note: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program("xdg-open", f"echo noise; echo noise >&2; cat; echo done > {note}")
    assert open_url(PAGE).opened
    assert opened(note) == "done\n"
    assert capfd.readouterr() == ("", "")


def test_an_opener_outlives_ctrl_c_and_the_terminal(program: Install, note: Path) -> None:
    program("xdg-open", f'read -r stat < /proc/self/stat; echo "$stat" > {note}')
    assert open_url(PAGE).opened
    session = opened(note).rpartition(") ")[2].split()[3]
    assert int(session) != os.getsid(0)


def test_an_opener_that_fails_at_once_is_said_so(program: Install, note: Path) -> None:
    program("xdg-open", "exit 3")
    assert open_url(PAGE) == OpenResult(False, "xdg-open failed with exit code 3")


def test_an_opener_that_cannot_be_started_is_said_so(program: Install, note: Path) -> None:
    program("xdg-open", "").write_bytes(b"#!/nowhere/interpreter\n")
    result = open_url(PAGE)
    assert not result.opened
    assert result.reason.startswith("xdg-open did not start")


def test_without_an_opener_the_reason_names_one(note: Path) -> None:
    assert not open_url(PAGE).opened
    assert "xdg-open" in open_url(PAGE).reason


def test_a_graphical_browser_of_the_person_stands_in_for_a_missing_opener(
    program: Install, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("roundsee", f'echo "$1" > {note}')
    monkeypatch.setenv("BROWSER", "roundsee:other")
    assert open_url(PAGE).opened
    assert opened(note) == f"{PAGE}\n"


def test_a_console_browser_is_not_started(
    program: Install, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("w3m", "exit 0")
    monkeypatch.setenv("BROWSER", "w3m")
    assert not open_url(PAGE).opened


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_nothing_is_opened(
    name: str, program: Install, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("xdg-open", f"echo on > {note}")
    monkeypatch.setenv(name, "192.0.2.1 5 192.0.2.2 22")
    assert "remote machine" in open_url(PAGE).reason
    assert not note.exists()


def test_without_a_display_nothing_is_opened(
    program: Install, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("xdg-open", "exit 0")
    monkeypatch.delenv("DISPLAY")
    assert open_url(PAGE) == OpenResult(False, "no display here")


def test_inside_windows_no_display_is_needed_and_no_powershell_is_let_in(
    program: Install, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("wslview", f'echo "$1" > {note}')
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WSL_DISTRO_NAME", "Testland")
    assert open_url(PAGE).opened
    assert opened(note) == "https://example.org/a?b=c&d=%24%28x%29#e\n"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hosts",
        "javascript:alert(1)",
        "ftp://example.org/x",
        "--help",
        "example.org",
        "https://",
        "https:///path",
        "http://[x",
        "https://example.org/a b",
        "https://example.org/\x1b]52;c;x\x07",
        "https://example.org/\nx",
        " https://example.org",
        "",
    ],
)
def test_what_is_no_web_address_is_refused_with_a_reason(
    url: str, program: Install, note: Path
) -> None:
    program("xdg-open", f"echo on > {note}")
    result = open_url(url)
    assert not result.opened
    assert result.reason
    assert not note.exists()


def test_an_environment_can_be_given(program: Install, note: Path, programs: Path) -> None:
    program("xdg-open", f"echo on > {note}")
    assert not open_url(PAGE, {"PATH": str(programs)}).opened
    assert open_url(PAGE, {"PATH": str(programs), "WAYLAND_DISPLAY": "wayland-0"}).opened


def test_openers_that_have_ended_leave_no_zombie(program: Install, note: Path) -> None:
    program("xdg-open", "sleep 0.6")
    assert open_url(PAGE).opened
    time.sleep(0.8)
    children = [
        stat.rpartition(") ")[2].split()
        for path in Path("/proc").glob("[0-9]*/stat")
        if "(xdg-open)" in (stat := path.read_text())
    ]
    assert [state for state, parent, *_ in children if int(parent) == os.getpid()] == []
