"""Where a command's result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from pubbrowser.cli.command import STANDARD_INPUT, OutputError, UsageError
from pubbrowser.cli.terminal import print_text, report


def add_output(parser: argparse.ArgumentParser) -> None:
    """Let the command take `-o FILE`."""
    parser.add_argument(
        "-o", "--output", metavar="FILE",
        help="write to FILE instead of standard output (-); it is replaced in one step",
    )  # fmt: skip


def keep_documents(output: str | None, paths: Sequence[str]) -> None:
    """Raise `UsageError` when the result would replace a document that it is made from.

    `paths` are what the command line names; folders among them are searched as for reading.
    """
    if output is None or not os.path.exists(output):
        return
    from pubbrowser.readers.files import find_files

    for document, _ in find_files(paths, failures=[]):
        if document != STANDARD_INPUT and _same_file(document, output):
            raise UsageError(
                f"{output}: this is one of the documents, which are never changed; "
                "name another file after -o"
            )


def _same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def write_result(text: str, output: str | None, what: str) -> None:
    """Write `text` to the file `output`, or to standard output without one.

    For a file, standard error says that `what` ("12 works") was written. Raises `OutputError`.
    """
    if output is None or output == STANDARD_INPUT:
        print_text(text)
        return
    from pubbrowser.system.files import WriteError, write_atomically

    try:
        write_atomically(Path(output), text)
    except WriteError as error:
        raise OutputError(f"{error.path}: cannot be written: {error.reason}") from error
    report(f"wrote {what} to {output}")
