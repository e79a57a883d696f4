"""Opening a set of paths: reading every document and merging what they say."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.model import Corpus, Document
from pubbrowser.readers.files import find_files, read_path
from pubbrowser.readers.reader import ReadError, UnknownLayoutError

if TYPE_CHECKING:
    from pubbrowser.merging.corrections import Corrections

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how much of it is done, how much there is)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The corpus of what could be read, and what could not."""

    corpus: Corpus
    failures: tuple[ReadError, ...] = ()
    skipped: tuple[str, ...] = ()
    """Files met while searching folders that are no publication lists."""
    corrections_path: Path | None = None
    """The corrections that were applied; None where there are none yet."""


def no_progress(phase: str, done: int, total: int) -> None:
    """Take a report of progress and do nothing with it."""


def corrections_for(paths: Sequence[str], named: Path | None = None) -> Corrections:
    """Load the corrections that belong to `paths`: those `named`, else those found beside them.

    Raises `CorrectionsError`.
    """
    from pubbrowser.merging.corrections import (
        NO_CORRECTIONS,
        find_corrections,
        load_corrections,
    )

    path = named or find_corrections(paths)
    return load_corrections(path) if path else NO_CORRECTIONS


def read_documents(
    paths: Sequence[str], progress: Progress = no_progress, corrections: str = ""
) -> tuple[list[Document], list[ReadError], list[str]]:
    """Read all documents that `paths` stand for, folders searched.

    `corrections` is the path of a file that is no document even when a folder holds it. Gives
    the documents, the errors of files that could not be read, and the files of folders
    that are no lists of publications. Raises nothing for a file: one that is broken does not
    keep the others from being read.
    """
    documents: list[Document] = []
    failures: list[ReadError] = []
    skipped: list[str] = []
    files = [
        (file, named)
        for file, named in find_files(paths, failures)
        if named or not corrections or os.path.realpath(file) != os.path.realpath(corrections)
    ]
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


def open_paths(
    paths: Sequence[str],
    progress: Progress = no_progress,
    corrections: Path | None = None,
    key_pattern: str = "",
) -> Opened:
    """Read and merge all documents that `paths` stand for, with the corrections to them.

    `corrections` is the file to use instead of the one beside the documents, `key_pattern` that
    of citation keys ("" for the usual one). Raises `CorrectionsError`.
    """
    from pubbrowser.merging import merge  # deferred: reading alone needs none of it
    from pubbrowser.merging.key_patterns import DEFAULT_PATTERN

    corrected = corrections_for(paths, corrections)
    documents, failures, skipped = read_documents(paths, progress, corrected.path)
    return Opened(
        merge(documents, corrected, progress, key_pattern or DEFAULT_PATTERN),
        tuple(failures),
        tuple(skipped),
        Path(corrected.path) if corrected.path else None,
    )
