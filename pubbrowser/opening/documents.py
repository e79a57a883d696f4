"""Reading every document that a set of paths stands for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from pubbrowser.model import Document
from pubbrowser.readers.files import find_files, read_path
from pubbrowser.readers.reader import ReadError, UnknownLayoutError

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much of it is done, how much there is)."""


def no_progress(phase: str, done: int, total: int) -> None:
    """Take a report of progress and do nothing with it."""


def read_documents(
    paths: Sequence[str], progress: Progress = no_progress, corrections: str = ""
) -> tuple[list[Document], list[ReadError], list[str]]:
    """Read all documents that `paths` stand for, folders searched.

    `corrections` is the path of a file that is no document even when a folder holds it. Gives
    the documents, the errors of files that could not be read, and the files of folders
    that are no lists of publications. Raises nothing for a file: one that is broken does not
    keep the others from being read.
    """
    failures: list[ReadError] = []
    documents, not_read, skipped = read_files(found_files(paths, failures, corrections), progress)
    return documents, failures + not_read, skipped


def found_files(
    paths: Sequence[str], failures: list[ReadError], corrections: str = ""
) -> list[tuple[str, bool]]:
    """Give the files to read, each with whether it was named outright; see `find_files`."""
    return [
        (file, named)
        for file, named in find_files(paths, failures)
        if named or not corrections or os.path.realpath(file) != os.path.realpath(corrections)
    ]


def read_files(
    files: Sequence[tuple[str, bool]], progress: Progress = no_progress
) -> tuple[list[Document], list[ReadError], list[str]]:
    """Read files as `found_files` gives them; what comes back is that of `read_documents`."""
    documents: list[Document] = []
    failures: list[ReadError] = []
    skipped: list[str] = []
    for done, (file, named) in enumerate(files):
        progress(f"reading {Path(file).name}", done, len(files))
        try:
            documents.append(read_path(file))
        except UnknownLayoutError as error:
            if named:
                failures.append(error)
            else:
                skipped.append(file)
        except ReadError as error:
            failures.append(error)
    progress("merging", len(files), len(files))
    return documents, failures, skipped
