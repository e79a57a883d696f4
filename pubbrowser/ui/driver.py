"""The way to the terminal, which may go away before the browser does."""

from __future__ import annotations

import contextlib
import os
from typing import Any, TextIO

from textual.drivers.linux_driver import LinuxDriver


class LastingDriver(LinuxDriver):
    """Writes to the terminal as long as there is one.

    Textual's thread that writes ends with the first error, and leaving then waits without end
    for room in the queue that nobody empties: a browser whose window was closed would stay.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file: Any = WhileItLasts(self._file)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Give columns and lines of the terminal that the keys come from.

        Textual asks standard output, which the picker leaves to a file or a pipe, and before it
        the environment, where some editors' terminals put the size that they had at the start.
        """
        with contextlib.suppress(OSError):
            size = os.get_terminal_size(self.fileno)
            if size.columns and size.lines:
                return size.columns, size.lines
        return super()._get_terminal_size()


class WhileItLasts:
    """A stream of which what can no longer be written is dropped."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
