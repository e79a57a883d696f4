"""Opening a set of paths: reading every document and merging what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pubbrowser.merging import merge
from pubbrowser.model import Corpus, Document
from pubbrowser.readers.files import find_files, read_path
from pubbrowser.readers.reader import ReadError, UnknownLayoutError

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much of it is done, how much there is)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The corpus of what could be read, and what could not."""

    corpus: Corpus
    failures: tuple[ReadError, ...] = ()
    skipped: tuple[str, ...] = ()
    """Files met while searching folders that are no publication lists."""


def no_progress(phase: str, done: int, total: int) -> None:
    """Take a report of progress and do nothing with it."""


def read_documents(
    paths: Sequence[str], progress: Progress = no_progress
) -> tuple[list[Document], list[ReadError], list[str]]:
    """Read all documents that `paths` stand for, folders searched.

    Gives the documents, the errors of files that could not be read, and the files of folders
    that are no lists of publications. Raises nothing for a file: one that is broken does not
    keep the others from being read.
    """
    documents: list[Document] = []
    failures: list[ReadError] = []
    skipped: list[str] = []
    files = find_files(paths, failures)
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


def open_paths(paths: Sequence[str], progress: Progress = no_progress) -> Opened:
    """Read and merge all documents that `paths` stand for."""
    documents, failures, skipped = read_documents(paths, progress)
    return Opened(merge(documents), tuple(failures), tuple(skipped))
