"""Where a command's result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import argparse
from pathlib import Path

from pubbrowser.cli.command import OutputError
from pubbrowser.cli.terminal import print_text, report


def add_output(parser: argparse.ArgumentParser) -> None:
    """Let the command take `-o FILE`."""
    parser.add_argument(
        "-o", "--output", metavar="FILE",
        help="write to FILE instead of standard output; it is replaced in one step",
    )  # fmt: skip


def write_result(text: str, output: str | None, what: str) -> None:
    """Write `text` to the file `output`, or to standard output without one.

    For a file, standard error says that `what` ("12 works") was written. Raises `OutputError`.
    """
    if output is None:
        print_text(text)
        return
    from pubbrowser.system.files import WriteError, write_atomically

    try:
        write_atomically(Path(output), text)
    except WriteError as error:
        raise OutputError(f"{error.path}: cannot be written: {error.reason}") from error
    report(f"wrote {what} to {output}")
