"""What the commands write: results on standard output, everything else on standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TextIO

from pubbrowser.cli.command import OutputError
from pubbrowser.text import clean_line

_PATIENCE = 1.0
"""Seconds after which waiting needs an explanation."""


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says: a name from a list must not end the program.

    What cannot be written even so (a file name that is no UTF-8) is written as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def report(message: object) -> None:
    """Write one line for the person at the terminal to standard error."""
    print(f"pubbrowser: {clean_line(str(message))}", file=sys.stderr)


def print_text(text: str) -> None:
    """Write `text` to standard output, with exactly one line feed at its end if it has any."""
    if text and sys.stdout is None:
        raise OutputError("standard output is closed, so there is nowhere to print to")
    if text:
        print(text, end="" if text.endswith("\n") else "\n")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is there and a person looks at it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def columns() -> int:
    """Give the width of the terminal that standard output goes to."""
    return shutil.get_terminal_size().columns


def discard_output() -> None:
    """Send what is still to be written to nowhere, since nobody reads it any more.

    Python flushes standard output when it ends and would complain.
    """
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return


class Progress:
    """A line on standard error about what takes long, while a terminal shows it.

    Used as a context; the object itself takes the reports (`opening.Progress`). The line
    appears after one second, even when no further report comes, and goes at the end.
    """

    def __init__(self) -> None:
        from pubbrowser.opening.pace import Pace  # deferred with all that opening needs

        self._phase = ""
        self._pace = Pace()
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def __call__(self, phase: str, done: int, total: int) -> None:
        left = self._pace.left(phase, done, total)
        words = f"{done + 1} of {total}{f', {left}' if left else ''}"
        self._phase = f"{phase} ({words})" if done < total > 1 else phase

    def __enter__(self) -> Progress:
        if is_terminal(sys.stderr):
            self._thread = threading.Thread(target=self._show, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        if self._thread:
            self._thread.join()

    def _show(self) -> None:
        shown = False
        wait = _PATIENCE
        while not self._done.wait(wait):
            shown, wait = True, 0.1
            line = clean_line(f"pubbrowser: {self._phase} …")[: max(columns() - 1, 1)]
            print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)
        if shown:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)


def shown_path(path: str | Path) -> str:
    """Give `path` as a line that is safe to print: names of files are untrusted text too."""
    return clean_line(str(path))
