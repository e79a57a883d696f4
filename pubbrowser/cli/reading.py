"""Reading the documents that a command line names, with progress and one line per failure."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.cli.command import STANDARD_INPUT, UsageError
from pubbrowser.cli.manner import settings_of_person
from pubbrowser.cli.terminal import Progress, report
from pubbrowser.config import cache_folder
from pubbrowser.model import Document

if TYPE_CHECKING:
    from pubbrowser.opening import Opened


def add_paths(parser: argparse.ArgumentParser, required: bool = True) -> None:
    """Let the command take PATHs: one at least, unless `required` is false."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+" if required else "*",
        help="a document, a folder that is searched for documents, or - for standard input"
        + ("" if required else " (default: the bundled sample)"),
    )


def add_corrections(parser: argparse.ArgumentParser) -> None:
    """Let the command take `--corrections FILE`."""
    parser.add_argument(
        "--corrections",
        metavar="FILE",
        help="corrections to the documents (default: pubbrowser.yaml beside them, if there is one)",
    )


def add_cache(parser: argparse.ArgumentParser) -> None:
    """Let the command take `--no-cache`."""
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="read all documents anew, and keep nothing for the next time",
    )


def cache_of(arguments: argparse.Namespace) -> Path | None:
    """Give the folder of stores to use; None where the cache is not wanted."""
    return None if arguments.no_cache else cache_folder()


def checked_corrections(paths: Sequence[str], named: str | None) -> Path | None:
    """Give the file of corrections `named`, else the one beside the documents of `paths`, if any.

    Raises `UsageError` when it cannot be used.
    """
    from pubbrowser.readers.files import corrections_near

    if named is None and not any(map(corrections_near, paths)):
        return None  # before the first frame, which all that opening needs would delay
    from pubbrowser.opening import corrections_path

    with _usage_errors():
        path = corrections_path(paths, Path(named) if named is not None else None)
        if path is not None:
            from pubbrowser.merging.corrections import load_corrections

            load_corrections(path)
        return path


@contextmanager
def _usage_errors() -> Iterator[None]:
    """Give mistakes in corrections as `UsageError`."""
    try:
        yield
    except Exception as error:
        # Most documents have no corrections; then the error need not be loaded to be caught.
        if type(error).__name__ != "CorrectionsError":
            raise
        raise UsageError(str(error)) from error


def read_all(paths: Sequence[str]) -> tuple[list[Document], bool]:
    """Read all documents of `paths`; give them and whether something could not be read.

    Failures are reported on standard error, one line each. A folder in which nothing is found
    counts as one: it was named because something was expected there.
    """
    from pubbrowser.opening import read_documents  # 90 ms, which no help should cost

    with Progress() as progress:
        documents, failures, skipped = read_documents(paths, progress)
    return documents, _report_failures(paths, documents, failures, skipped)


@contextmanager
def opened_corpus(
    arguments: argparse.Namespace, paths: Sequence[str], *, searched: bool = False
) -> Iterator[tuple[Opened, bool]]:
    """Open all documents of `paths` with the corrections to them, named or beside them; give
    the outcome and whether something could not be read, which is reported as in `read_all`.
    `searched` says that it will be, so that the index is made while progress is shown.

    When the command is done, and what it has printed is out, the store is written. Raises
    `UsageError` for corrections with mistakes.
    """
    from pubbrowser.opening import open_paths

    pattern = settings_of_person().citation_key
    named = Path(arguments.corrections) if arguments.corrections is not None else None
    with _usage_errors(), Progress() as progress:
        opened = open_paths(paths, progress, named, pattern, cache_of(arguments))
        if searched:
            opened.engine.load()
    failed = _report_failures(paths, opened.corpus.documents, opened.failures, opened.skipped)
    try:
        yield opened, failed
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has what it wanted; the next one shall have it sooner
        _keep(opened)
        raise
    _keep(opened)


def _keep(opened: Opened) -> None:
    with Progress() as progress:
        progress("keeping an index for the next time", 0, 0)
        opened.keep()


def _report_failures(
    paths: Sequence[str],
    documents: Sequence[Document],
    failures: Sequence[Exception],
    skipped: Sequence[str],
) -> bool:
    for failure in failures:
        report(failure)
    empty = [path for path in paths if _is_empty_folder(path, documents, failures_of(failures))]
    for path in empty:
        report(f"{path}: no publication list in this folder{_looked_at(skipped)}")
    return bool(failures or empty)


def failures_of(failures: Sequence[Exception]) -> list[str]:
    """Give the paths that `failures` name."""
    return [str(getattr(failure, "path", "")) for failure in failures]


def _is_empty_folder(path: str, documents: Sequence[Document], failed: Sequence[str]) -> bool:
    if path == STANDARD_INPUT or not os.path.isdir(path):
        return False
    inside = os.path.join(path, "")
    return not any(
        file.startswith(inside) for file in (*(document.path for document in documents), *failed)
    )


def _looked_at(skipped: Sequence[str]) -> str:
    if not skipped:
        return "; name the files themselves if they have other endings than .md or .txt"
    return f"; {len(skipped)} of other kinds were passed over, such as {skipped[0]}"
