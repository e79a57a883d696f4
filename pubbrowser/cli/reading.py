"""Reading the documents that a command line names, with progress and one line per failure."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.cli.command import STANDARD_INPUT, UsageError
from pubbrowser.cli.manner import settings_of_person
from pubbrowser.cli.terminal import Progress, report
from pubbrowser.model import Corpus, Document

if TYPE_CHECKING:
    from pubbrowser.merging.corrections import Corrections


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


def read_corrections(paths: Sequence[str], named: str | None) -> Corrections:
    """Load the corrections `named`, else those beside the documents of `paths`.

    Raises `UsageError` when they cannot be used.
    """
    from pubbrowser.merging.corrections import CorrectionsError
    from pubbrowser.opening import corrections_for

    try:
        return corrections_for(paths, Path(named) if named is not None else None)
    except CorrectionsError as error:
        raise UsageError(str(error)) from error


def read_all(paths: Sequence[str], corrections: str = "") -> tuple[list[Document], bool]:
    """Read all documents of `paths`; give them and whether something could not be read.

    Failures are reported on standard error, one line each. A folder in which nothing is found
    counts as one: it was named because something was expected there. `corrections` is the path
    of a file that is no document even when a folder holds it.
    """
    from pubbrowser.opening import read_documents  # 90 ms, which no help should cost

    with Progress() as progress:
        documents, failures, skipped = read_documents(paths, progress, corrections)
    for failure in failures:
        report(failure)
    empty = [path for path in paths if _is_empty_folder(path, documents, failures_of(failures))]
    for path in empty:
        report(f"{path}: no publication list in this folder{_looked_at(skipped)}")
    return documents, bool(failures or empty)


def read_corpus(paths: Sequence[str], corrections: str | None = None) -> tuple[Corpus, bool]:
    """Read and merge all documents of `paths` with the `corrections` to them, by default those
    beside them; otherwise as `read_all`. Raises `UsageError` for corrections with mistakes."""
    from pubbrowser.merging import merge
    from pubbrowser.merging.key_patterns import DEFAULT_PATTERN

    pattern = settings_of_person().citation_key or DEFAULT_PATTERN
    corrected = read_corrections(paths, corrections)
    documents, failed = read_all(paths, corrected.path)
    with Progress() as progress:
        progress("merging", 0, 1)
        return merge(documents, corrected, progress, pattern), failed


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
