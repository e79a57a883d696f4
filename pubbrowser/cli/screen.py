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
from typing import TYPE_CHECKING

from pubbrowser.cli.command import NOT_READ, STANDARD_INPUT, UsageError
from pubbrowser.cli.reading import checked_corrections
from pubbrowser.cli.terminal import is_terminal, report
from pubbrowser.config import ConfigError

if TYPE_CHECKING:
    from pubbrowser.ui.picking import Picking

_ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_KILLED_BY = 128
"""Shells report a program that a signal has ended by this and the signal's number."""
_TERMINAL = "/dev/tty"
"""The terminal of the process, whatever its standard input and output are connected to."""


def open_screen(
    paths: Sequence[str],
    commands: Sequence[str],
    corrections: str | None = None,
    cache: Path | None = None,
) -> int:
    """Open the browser on `paths`, or on the sample when there are none.

    `commands` are the names of commands, for a hint when one was misspelt; `corrections` is
    the file of corrections when one is named, `cache` the folder of stores. Gives the exit code;
    raises `UsageError` where there is no terminal to open it in, and for corrections with
    mistakes.
    """
    if _all_unreadable(paths, commands):
        return NOT_READ
    _need_terminal(from_pipe=STANDARD_INPUT in paths)
    if STANDARD_INPUT in paths:
        _read_pipe_then_keyboard()
    return _run(paths, corrections, cache)


def open_picker(
    paths: Sequence[str],
    picking: Picking,
    corrections: str | None = None,
    cache: Path | None = None,
) -> int:
    """Open the browser as a picker: its result goes to standard output, wherever that leads.

    The screen and the keys are those of the terminal even where standard input, output and error
    lead elsewhere. Gives the exit code; raises `UsageError` where there is no terminal.
    """
    if not (sys.__stdin__ and sys.__stdout__ and sys.__stderr__):
        raise UsageError(
            "standard input, output or error is closed; redirect what is not wanted to /dev/null"
        )
    if _all_unreadable(paths, ()):
        return NOT_READ
    if STANDARD_INPUT in paths:
        _read_pipe_then_keyboard()
    elif not is_terminal(sys.stdin):
        os.dup2(_terminal(), 0)
    if is_terminal(sys.__stderr__):
        return _run(paths, corrections, cache, picking)
    sys.stderr.flush()
    before = os.dup(2)
    os.dup2(_terminal(), 2)
    try:
        return _run(paths, corrections, cache, picking)
    finally:
        os.dup2(before, 2)
        os.close(before)


def _run(
    paths: Sequence[str],
    corrections: str | None,
    cache: Path | None,
    picking: Picking | None = None,
) -> int:
    # Mistakes are said here, where the message stays to be read.
    corrected = checked_corrections(paths, corrections)
    from pubbrowser.sample import sample_paths
    from pubbrowser.ui import run  # here for the first time is textual needed

    with _signals_as_interrupt() as received:
        try:
            code = run(
                paths or sample_paths(),
                sample=not paths,
                corrections=corrected,
                cache=cache,
                picking=picking,
            )
        except ConfigError as error:
            raise UsageError(str(error)) from error
    return _KILLED_BY + received[0] if received else code


def _all_unreadable(paths: Sequence[str], commands: Sequence[str]) -> bool:
    """Say whether none of the `paths` can be read, and then report why."""
    reasons = [reason for path in paths if (reason := _unreadable(path, commands))]
    if not paths or len(reasons) < len(paths):
        return False
    for reason in reasons:
        report(reason)
    return True


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
        os.dup2(_terminal(), 0)
    except UsageError as error:
        raise UsageError(
            "the document was read from standard input, but there is no terminal to read the "
            "keys from; save it to a file and open that"
        ) from error
    sys.stdin = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")


def _terminal() -> int:
    """Open the terminal of the process and give its file descriptor; raises `UsageError`."""
    try:
        return os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise UsageError(
            "papers are picked on a terminal, and there is none; `pubbrowser cite` and "
            "`pubbrowser search` work without"
        ) from error
