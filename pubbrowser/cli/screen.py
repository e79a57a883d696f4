"""Opening the browser: the only command that needs a terminal, and textual."""

from __future__ import annotations

import difflib
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from pubbrowser.cli.command import NOT_READ, STANDARD_INPUT, USAGE, UsageError
from pubbrowser.cli.reading import read_corrections
from pubbrowser.cli.terminal import is_terminal, report
from pubbrowser.config import ConfigError

_ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_KILLED_BY = 128
"""Shells report a program that a signal has ended by this and the signal's number."""
_TERMINAL = "/dev/tty"
"""The terminal of the process, whatever its standard input and output are connected to."""


def open_screen(
    paths: Sequence[str], commands: Sequence[str], corrections: str | None = None
) -> int:
    """Open the browser on `paths`, or on the sample when there are none.

    `commands` are the names of commands, for a hint when one was misspelt; `corrections` is
    the file of corrections when one is named. Gives the exit code; raises `UsageError` where
    there is no terminal to open it in, and for corrections with mistakes.
    """
    reasons = [reason for path in paths if (reason := _unreadable(path, commands))]
    if paths and len(reasons) == len(paths):
        for reason in reasons:
            report(reason)
        return NOT_READ
    _need_terminal(from_pipe=STANDARD_INPUT in paths)
    if STANDARD_INPUT in paths:
        _read_pipe_then_keyboard()
    # Mistakes are said here, where the message stays to be read.
    corrected = read_corrections(paths, corrections)
    from pubbrowser.sample import sample_paths
    from pubbrowser.ui import run  # here for the first time is textual needed

    with _signals_as_interrupt() as received:
        try:
            code = run(
                paths or sample_paths(),
                sample=not paths,
                corrections=Path(corrected.path) if corrected.path else None,
            )
        except ConfigError as error:
            report(error)
            code = USAGE
    return _KILLED_BY + received[0] if received else code


@contextmanager
def _signals_as_interrupt() -> Iterator[list[int]]:
    """Let the signals that ask the program to end do so as Ctrl-C does; give those received.

    Left to themselves they end it at once, and the terminal stays in the state of the screen:
    no cursor, no echo, mouse movements as text.
    """
    received: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        received.append(number)
        signal.raise_signal(signal.SIGINT)

    before = {number: signal.signal(number, interrupt) for number in _ENDING_SIGNALS}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _unreadable(path: str, commands: Sequence[str]) -> str:
    """Say why `path` cannot be read, or "" when it can be as far as one can tell unread."""
    if path == STANDARD_INPUT:
        return ""
    if not os.path.exists(path):
        close = difflib.get_close_matches(path, commands, n=1)
        hint = f"did you mean `pubbrowser {close[0]}`?" if close else "check the path"
        return f"{path}: no such file or folder; {hint}"
    if not os.access(path, os.R_OK):
        return f"{path}: cannot be read: permission denied; check who may read it"
    return ""


def _need_terminal(from_pipe: bool) -> None:
    instead = (
        "`pubbrowser export` and `pubbrowser search` work without a terminal "
        "(`pubbrowser --help` lists all commands)"
    )
    if not is_terminal(sys.stdout) or not is_terminal(sys.__stderr__):
        raise UsageError(f"the browser needs a terminal, but its output goes elsewhere; {instead}")
    if not from_pipe and not is_terminal(sys.stdin):
        raise UsageError(
            "the browser needs a terminal, but its input comes from elsewhere; "
            f"use `-` as PATH to read a document from it, or: {instead}"
        )


def _read_pipe_then_keyboard() -> None:
    """Read standard input to its end, then let the terminal take its place.

    The document stays readable as `sys.stdin`; keys are read from file descriptor 0.
    """
    content = sys.stdin.buffer.read()
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise UsageError(
            "the document was read from standard input, but there is no terminal to read the "
            "keys from; save it to a file and open that"
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
