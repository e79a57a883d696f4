"""The program in a terminal: a pseudo-terminal whose output a terminal emulator draws."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "backspace": "\x7f",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
}
_PATIENCE = 20.0
"""Seconds after which what is waited for is taken not to come; many tests share few cores."""

_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
# Sequences that the emulator does not know and would partly show as text.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|m)|\x1b\[[0-9;]* q")
LEAKING = (
    "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT",
    "WSL_DISTRO_NAME", "WSL_INTEROP",
)  # fmt: skip
"""What leads to the clipboards of the machine that the tests run on."""


class Terminal:
    """One program started in a terminal of its own.

    Used as a context: at its end the program is stopped if it still runs.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "pubbrowser"),
        folder: Path | None = None,
    ) -> None:
        environment = {name: v for name, v in os.environ.items() if name not in LEAKING}
        environment |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment.pop("COLUMNS", None)
        environment.pop("LINES", None)
        environment |= env or {}
        command = [*program, *arguments]
        self.raw = b""
        """Everything the program has written so far."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self.process = pexpect.spawn(
            command[0],
            command[1:],
            cwd=None if folder is None else str(folder),
            env=environment,
            dimensions=(rows, columns),
            timeout=_PATIENCE,
        )
        self.flags_before = self.flags()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.close(force=True)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen as drawn so far, without spaces at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as drawn so far."""
        return "\n".join(self.lines)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a name of `KEYS`, or any text to type."""
        for key in keys:
            self.process.send(KEYS.get(key, key))
            self.draw(0.05)

    def draw(self, seconds: float) -> None:
        """Draw what the program writes in the next `seconds`."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._feed(self.process.read_nonblocking(65536, timeout=min(left, 0.05)))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return

    def wait_for(self, text: str, timeout: float = _PATIENCE) -> None:
        """Wait until `text` stands on the screen; fails when it does not come."""
        self._wait(lambda: text in self.text, f"{text!r} to appear", timeout)

    def wait_until_gone(self, text: str, timeout: float = _PATIENCE) -> None:
        """Wait until `text` no longer stands on the screen."""
        self._wait(lambda: text not in self.text, f"{text!r} to go", timeout)

    def wait_until(self, condition: Callable[[], object], what: str) -> None:
        """Wait until `condition` holds, which the screen or the world around it may fulfil."""
        self._wait(condition, what, _PATIENCE)

    def wait_for_bytes(self, pattern: bytes, timeout: float = _PATIENCE) -> re.Match[bytes]:
        """Wait until the program has written what `pattern` matches, and give the match."""
        self._wait(lambda: re.search(pattern, self.raw), f"the bytes {pattern!r}", timeout)
        found = re.search(pattern, self.raw)
        assert found
        return found

    def wait_for_end(self, timeout: float = _PATIENCE) -> int:
        """Wait until the program has ended and give its exit code, or minus the signal."""
        end = time.monotonic() + timeout
        while True:
            try:
                self._feed(self.process.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                assert time.monotonic() < end, f"the program does not end:\n{self.text}"
            except pexpect.EOF:
                break
        self.process.wait()
        if self.process.exitstatus is not None:
            return int(self.process.exitstatus)
        return -int(self.process.signalstatus or 0)

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.kill(number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def flags(self) -> tuple[int, ...]:
        """The terminal's input, output, control and local flags: echo, line mode and the like."""
        return tuple(termios.tcgetattr(self.process.child_fd)[:4])

    def modes_left_on(self) -> set[int]:
        """The private modes that the program has turned on and not off again.

        Wrapping (7) and the cursor (25) are on in every terminal, so they count the other way
        round: they are in the set when they were left off.
        """
        on: set[int] = set()
        for numbers, switch in _MODES.findall(self.raw):
            for number in map(int, numbers.split(b";")):
                turned_on = (switch == b"h") != (number in (7, 25))
                (on.add if turned_on else on.discard)(number)
        return on

    def _wait(self, condition: Callable[[], object], what: str, timeout: float) -> None:
        end = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what}; the screen:\n{self.text}"
            running = self.process.isalive()
            self.draw(0.05)
            assert running or condition(), f"ended before {what}; the screen:\n{self.text}"

    def _feed(self, data: bytes) -> None:
        self.raw += data
        # An escape sequence may be cut between two reads: its beginning waits for the rest.
        data = self._pending + data
        cut = data.rfind(b"\x1b")
        whole = cut < 0 or re.match(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|[^\[])", data[cut:])
        self._pending = b"" if whole else data[cut:]
        self._stream.feed(_UNKNOWN.sub(b"", data if whole else data[:cut]))
