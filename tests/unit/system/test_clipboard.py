"""Copying by the best way there is, and the truth about how it went."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pubbrowser.system.clipboard import CopyResult, copy
from pubbrowser.system.helpers import GivenUpError, Stop

Install = Callable[[str, str], Path]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the helpers of Linux are used here"
)

TEXT = "Müller, K.-R. (2019). “Why?” 日本\nSecond line\n"
SYSTEM = CopyResult("verified", "the system clipboard", "to the system clipboard")
TMUX = CopyResult("verified", "tmux's buffer", "to tmux's buffer")
TERMINAL = CopyResult("sent", "the terminal", "sent to your terminal, which cannot confirm it")

WORKING_XCLIP = 'case "$*" in *-o) cat {file};; *) cat > {file};; esac'
HANGING = "exec sleep 30"


@pytest.fixture
def desktop(programs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A display, and the file in which fake helpers keep the clipboard."""
    monkeypatch.setenv("DISPLAY", ":0")
    return programs.parent / "clipboard"


def decoded(sequence: str) -> str:
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found, sequence[:40]
    return base64.b64decode(found[1]).decode()


class TestSystemClipboard:
    def test_a_text_that_can_be_read_back_is_verified(
        self, program: Install, desktop: Path
    ) -> None:
        program("xclip", WORKING_XCLIP.format(file=desktop))
        sent: list[str] = []
        assert copy(TEXT, send_to_terminal=sent.append) == SYSTEM
        assert desktop.read_text() == TEXT
        assert sent == []

    def test_xsel_serves_as_well(self, program: Install, desktop: Path) -> None:
        program("xsel", f'case "$*" in *-o) cat {desktop};; *) cat > {desktop};; esac')
        assert copy(TEXT, send_to_terminal=None) == SYSTEM

    def test_line_breaks_changed_on_the_way_do_not_matter(
        self, program: Install, desktop: Path
    ) -> None:
        program("xclip", 'case "$*" in *-o) printf "one\\r\\ntwo";; *) cat > /dev/null;; esac')
        assert copy("one\ntwo\n", send_to_terminal=None) == SYSTEM

    @pytest.mark.parametrize("script", ["exit 1", "cat > /dev/null", "echo noise; echo noise >&2"])
    def test_a_helper_that_fails_in_silence_is_found_out(
        self, script: str, program: Install, desktop: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        program("xclip", script)
        sent: list[str] = []
        assert copy(TEXT, send_to_terminal=sent.append) == TERMINAL
        assert decoded(sent[0]) == TEXT
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("script", [HANGING, "sleep 30; exit 0", f"cat > /dev/null\n{HANGING}"])
    def test_a_helper_that_hangs_is_given_up_and_ended(
        self, script: str, program: Install, desktop: Path
    ) -> None:
        program("xclip", f"echo $$ > {desktop}\n{script}")
        start = time.monotonic()
        assert copy(TEXT * 9000, send_to_terminal=None, patience=0.3).outcome == "failed"
        assert time.monotonic() - start < 3
        with pytest.raises(ProcessLookupError):
            os.kill(int(desktop.read_text()), 0)

    def test_a_clipboard_that_takes_a_moment_is_waited_for(
        self, program: Install, desktop: Path
    ) -> None:
        looks = desktop.parent / "looks"
        settled = f'[ "$(wc -l < {looks})" -gt 2 ] && cat {desktop} || printf before'
        program(
            "xclip", f'case "$*" in *-o) echo >> {looks}; {settled};; *) cat > {desktop};; esac'
        )
        assert copy(TEXT, send_to_terminal=None, patience=20) == SYSTEM

    @pytest.mark.parametrize("back", ["", "another text", TEXT.rstrip("\n") + "!", TEXT + "\n\n"])
    def test_what_differs_is_not_taken_for_the_text(
        self, back: str, program: Install, desktop: Path
    ) -> None:
        desktop.write_text(back)
        program("xclip", f'case "$*" in *-o) cat {desktop};; *) cat > /dev/null;; esac')
        result = copy(TEXT, send_to_terminal=None, patience=0.4)
        assert "did not take the text" in result.detail

    @pytest.mark.parametrize(
        "script", [HANGING, f'case "$*" in *-o) {HANGING};; *) cat > /dev/null;; esac']
    )
    def test_giving_up_does_not_wait_and_ends_the_helper(
        self, script: str, program: Install, desktop: Path
    ) -> None:
        program("xclip", f"echo $$ > {desktop}\n{script}")
        stop = Stop()

        def give_up() -> None:
            while not desktop.exists() or not desktop.read_text():
                time.sleep(0.01)
            stop.ask()

        threading.Thread(target=give_up).start()
        sent: list[str] = []
        with pytest.raises(GivenUpError):
            copy(TEXT, send_to_terminal=sent.append, patience=3600, stop=stop)
        assert sent == []
        with pytest.raises(ProcessLookupError):
            os.kill(int(desktop.read_text()), 0)

    def test_what_was_given_up_before_is_not_begun(self, program: Install, desktop: Path) -> None:
        program("xclip", f"touch {desktop}")
        stop = Stop()
        stop.ask()
        with pytest.raises(GivenUpError):
            copy(TEXT, send_to_terminal=None, stop=stop)
        assert not desktop.exists()

    def test_what_was_given_up_before_is_not_sent_to_the_terminal(self, programs: Path) -> None:
        stop, sent = Stop(), list[str]()
        stop.ask()
        with pytest.raises(GivenUpError):
            copy(TEXT, send_to_terminal=sent.append, stop=stop)
        assert sent == []

    def test_helpers_do_not_take_keys_from_the_terminal(
        self, program: Install, desktop: Path
    ) -> None:
        program("xclip", f'case "$*" in *-o) readlink /proc/self/fd/0; esac; cat > {desktop}')
        assert copy("/dev/null", send_to_terminal=None) == SYSTEM

    def test_a_helper_that_hangs_on_reading_back_verifies_nothing(
        self, program: Install, desktop: Path
    ) -> None:
        program("xclip", f'case "$*" in *-o) {HANGING};; *) cat > {desktop};; esac')
        result = copy(TEXT, send_to_terminal=None, patience=0.3)
        assert result.outcome == "failed"
        assert "did not answer" in result.detail

    def test_ctrl_c_goes_through_and_ends_the_helper(
        self, program: Install, desktop: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("xclip", f"echo $$ > {desktop}\n{HANGING}")

        def pressed(*_: object, **__: object) -> None:
            while not desktop.exists() or not desktop.read_text():
                time.sleep(0.01)
            raise KeyboardInterrupt

        monkeypatch.setattr("concurrent.futures.wait", pressed)
        with pytest.raises(KeyboardInterrupt):
            copy(TEXT, send_to_terminal=None)
        with pytest.raises(ProcessLookupError):
            os.kill(int(desktop.read_text()), 0)

    def test_a_helper_in_the_background_keeps_no_pipe_of_ours_open(
        self, program: Install, desktop: Path
    ) -> None:
        program("xclip", f'case "$*" in *-o) cat {desktop};; *) cat > {desktop}; sleep 9 & esac')
        code = (
            "from pubbrowser.system.clipboard import copy\n"
            "print(copy('x', send_to_terminal=None).outcome)"
        )
        start = time.monotonic()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("verified\n", "")
        assert time.monotonic() - start < 6

    def test_over_ssh_the_clipboard_of_the_other_machine_is_left_alone(
        self, program: Install, desktop: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("xclip", WORKING_XCLIP.format(file=desktop))
        monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
        sent: list[str] = []
        assert copy(TEXT, send_to_terminal=sent.append) == TERMINAL
        assert not desktop.exists()

    def test_without_a_display_there_is_no_system_clipboard(
        self, program: Install, desktop: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program("xclip", WORKING_XCLIP.format(file=desktop))
        monkeypatch.delenv("DISPLAY")
        assert "no display" in copy(TEXT, send_to_terminal=None).detail
        assert not desktop.exists()

    def test_without_a_helper_the_reason_names_some(self, desktop: Path) -> None:
        assert "xclip" in copy(TEXT, send_to_terminal=None).detail


class TestOtherSystems:
    """As far as it can be told without them."""

    def test_pbcopy_and_pbpaste_are_told_that_the_text_is_utf8(
        self, program: Install, programs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept, locales = programs.parent / "kept", programs.parent / "locales"
        program("pbcopy", f'echo "$LC_ALL" >> {locales}; cat > {kept}')
        program("pbpaste", f'echo "$LC_ALL" >> {locales}; cat {kept}')
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr("platform.system", lambda: "Darwin")
        monkeypatch.setenv("LC_ALL", "C")
        assert copy(TEXT, send_to_terminal=None) == SYSTEM
        assert locales.read_text() == "en_US.UTF-8\n" * 2

    def test_in_wsl_both_of_its_helpers_are_needed(
        self, program: Install, programs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
        program("clip.exe", "cat > /dev/null")
        assert "no program for the system clipboard" in copy(TEXT, send_to_terminal=None).detail

    @pytest.mark.skipif(
        "microsoft" in Path("/proc/version").read_text().lower(), reason="this is WSL itself"
    )
    def test_in_wsl_the_text_goes_as_utf16_and_comes_back_from_powershell(
        self, program: Install, programs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = programs.parent / "kept"
        program("clip.exe", f"cat > {kept}")
        program("powershell.exe", f"iconv -f utf-16le -t utf-8 {kept} | base64 -w 0")
        monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
        import pyperclip

        monkeypatch.setattr(pyperclip, "determine_clipboard", pyperclip.init_wsl_clipboard)
        assert copy(TEXT, send_to_terminal=None) == SYSTEM
        assert kept.read_bytes() == TEXT.encode("utf-16le")


class TestTmux:
    WORKING = 'case "$1" in load-buffer) cat > {file};; save-buffer) cat {file};; *) exit 1;; esac'

    @pytest.fixture(autouse=True)
    def inside(self, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TMUX", "/nowhere/socket,1,0")

    def test_the_buffer_is_read_back(self, program: Install, programs: Path) -> None:
        buffer = programs.parent / "buffer"
        program("tmux", self.WORKING.format(file=buffer))
        sent: list[str] = []
        assert copy(TEXT, send_to_terminal=sent.append) == TMUX
        assert buffer.read_text() == TEXT
        assert sent == []

    def test_an_old_tmux_that_knows_no_w_still_takes_the_text(
        self, program: Install, programs: Path
    ) -> None:
        buffer = programs.parent / "buffer"
        program("tmux", 'case "$*" in *-w*) exit 1;; esac\n' + self.WORKING.format(file=buffer))
        assert copy(TEXT, send_to_terminal=None) == TMUX

    @pytest.mark.parametrize("script", ["exit 1", "cat > /dev/null", HANGING])
    def test_a_tmux_that_does_not_take_the_text_leaves_it_to_the_terminal(
        self, script: str, program: Install
    ) -> None:
        program("tmux", script)
        assert copy(TEXT, send_to_terminal=lambda _: None, patience=0.3) == TERMINAL

    def test_without_a_tmux_to_run_it_is_left_to_the_terminal(self, programs: Path) -> None:
        assert copy(TEXT, send_to_terminal=lambda _: None) == TERMINAL

    def test_who_attaches_over_ssh_is_not_given_the_clipboard_of_the_desktop(
        self, program: Install, desktop: Path
    ) -> None:
        buffer = desktop.parent / "buffer"
        program("xclip", WORKING_XCLIP.format(file=desktop))
        attached = 'if [ "$1" = show-environment ]; then echo "$2=192.0.2.1"; exit; fi\n'
        program("tmux", attached + self.WORKING.format(file=buffer))
        assert copy(TEXT, send_to_terminal=None) == TMUX
        assert not desktop.exists()


class TestTerminal:
    def test_without_any_helper_the_terminal_is_asked(self, programs: Path) -> None:
        sent: list[str] = []
        assert copy(TEXT, send_to_terminal=sent.append) == TERMINAL
        assert decoded(sent[0]) == TEXT

    def test_inside_screen_the_sequence_is_handed_through_in_short_pieces(
        self, programs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("STY", "1.tty")
        sent: list[str] = []
        copy(TEXT * 9, send_to_terminal=sent.append)
        pieces = re.findall("\x1bP(.*?)\x1b\\\\", sent[0], re.DOTALL)
        assert len(pieces) > 2
        assert all(len(piece) < 100 for piece in pieces)
        assert decoded("".join(pieces)) == TEXT * 9

    def test_what_is_too_long_for_terminals_is_not_sent(self, programs: Path) -> None:
        sent: list[str] = []
        result = copy("x" * 60_000, send_to_terminal=sent.append)
        assert (result.outcome, result.where, sent) == ("failed", "", [])
        assert "80 KB are too much for a terminal's clipboard" in result.detail
        assert result.detail.endswith("save it to a file instead")

    @pytest.mark.parametrize("terminal", ["dumb", "linux"])
    def test_a_terminal_that_surely_has_no_clipboard_is_not_asked(
        self, terminal: str, programs: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TERM", terminal)
        sent: list[str] = []
        result = copy(TEXT, send_to_terminal=sent.append)
        assert (result.outcome, sent) == ("failed", [])
        assert "this terminal has no clipboard" in result.detail

    def test_a_terminal_that_is_gone_is_a_failure(self, programs: Path) -> None:
        def gone(_: str) -> None:
            raise OSError(5, "Input/output error")

        assert copy(TEXT, send_to_terminal=gone).outcome == "failed"

    def test_without_a_terminal_it_fails_with_what_to_do(self, programs: Path) -> None:
        result = copy(TEXT, send_to_terminal=None)
        assert result.outcome == "failed"
        assert "there is no terminal" in result.detail

    def test_nothing_is_never_said_to_be_copied(self, programs: Path) -> None:
        assert copy("", send_to_terminal=lambda _: None).outcome == "failed"

    def test_text_without_a_utf8_form_raises_nothing(self, programs: Path) -> None:
        assert copy("a\ud800", send_to_terminal=lambda _: None).outcome == "sent"


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
class TestRealTmux:
    @pytest.fixture
    def tmux(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
        """A tmux server of its own, and TMUX set as inside of it."""
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv("TMUX", raising=False)
        socket = tmp_path / "tmux"
        command = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        subprocess.run([*command, "new-session", "-d", "sleep 60"], check=True)
        monkeypatch.setenv("TMUX", f"{socket},1,0")
        yield command
        subprocess.run([*command, "kill-server"], check=True)

    def test_the_text_is_in_the_buffer(self, tmux: list[str]) -> None:
        text = TEXT * 16_000  # 1 MB
        assert copy(text, send_to_terminal=None) == TMUX
        shown = subprocess.run([*tmux, "save-buffer", "-"], capture_output=True, check=True)
        assert shown.stdout.decode() == text

    def test_a_server_that_has_gone_is_not_claimed(
        self, tmux: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("TMUX", f"{tmp_path}/gone,1,0")
        assert copy(TEXT, send_to_terminal=lambda _: None) == TERMINAL


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xclip")), reason="Xvfb and xclip are not installed"
)
class TestRealXclip:
    @pytest.fixture
    def display(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
        """An X server without a screen, on a display that is free."""
        for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX"):
            monkeypatch.delenv(name, raising=False)
        reader, writer = os.pipe()
        with subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x8", "-nolisten", "tcp"],
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as server:  # fmt: skip
            os.close(writer)
            with open(reader) as numbers:
                number = numbers.readline().strip()
            monkeypatch.setenv("DISPLAY", f":{number}")
            yield f":{number}"
            server.terminate()

    def test_the_text_is_on_the_clipboard_and_stays(self, display: str) -> None:
        assert copy(TEXT, send_to_terminal=None) == SYSTEM
        shown = subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"], capture_output=True, check=True
        )
        assert shown.stdout.decode() == TEXT

    def test_a_display_that_is_gone_is_not_claimed(
        self, display: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":987")
        assert copy(TEXT, send_to_terminal=lambda _: None) == TERMINAL
