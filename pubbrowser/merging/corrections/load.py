"""Reading a corrections file, and finding the one that belongs to some documents."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

from pubbrowser.merging.corrections.values import NO_CORRECTIONS, Corrections, CorrectionsError
from pubbrowser.readers.files import CORRECTIONS_NAME, STANDARD_INPUT


def load_corrections(path: Path | str) -> Corrections:
    """Read the corrections at `path`.

    Raises `CorrectionsError`, with the line, for what is unknown or of the wrong kind.
    """
    return parse_corrections(read_text(path), str(path))


def read_text(path: Path | str) -> str:
    """Give the text of the corrections file at `path`, ends of lines as they are there.

    Raises `CorrectionsError` when it cannot be read.
    """
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise CorrectionsError(
            path, "no such file; correct the path, or make an empty file to begin with"
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorrectionsError(path, f"the corrections cannot be read: {reason}") from error
    except UnicodeError as error:
        raise CorrectionsError(path, "this is not UTF-8; save it as UTF-8") from error


def parse_corrections(content: str, path: str = "") -> Corrections:
    """Read `content` as corrections; `path` is for messages. Raises `CorrectionsError`."""
    if not content.strip():
        return Corrections(path=path) if path else NO_CORRECTIONS
    # Deferred with yaml, which most runs of the program do without.
    from pubbrowser.merging.corrections.sections import read_sections

    return read_sections(content, path)


def find_corrections(paths: Sequence[str]) -> Path | None:
    """Give the `pubbrowser.yaml` that lies beside the documents of `paths`, None without one.

    Looked at are the folders among `paths` and those in which the files lie; where none of
    several has one, the innermost folder that holds them all. Raises `CorrectionsError` where
    several folders have one: corrections are written to one file, and which is to win in a
    contradiction only the person can know.
    """
    folders = _folders(paths)
    found = [file for folder in folders if (file := folder / CORRECTIONS_NAME).is_file()]
    if len(found) > 1:
        raise CorrectionsError(
            found[1],
            f"there is also {found[0]}; choose one with --corrections FILE, or put both into one",
        )
    if found:
        return found[0]
    common = _common_folder(folders)
    if common is not None and (common / CORRECTIONS_NAME).is_file():
        return common / CORRECTIONS_NAME
    return None


def new_corrections_path(paths: Sequence[str]) -> Path | None:
    """Give where a first correction of the documents of `paths` would be written.

    None where there is no place beside the documents: on standard input.
    """
    common = _common_folder(_folders(paths))
    return common / CORRECTIONS_NAME if common is not None else None


def _folders(paths: Sequence[str]) -> list[Path]:
    """The folders that `paths` are or lie in, each once, as they were written."""
    folders: dict[str, Path] = {}
    for path in paths:
        if path != STANDARD_INPUT and os.path.exists(path):
            folder = Path(path) if os.path.isdir(path) else Path(path).parent
            folders.setdefault(os.path.realpath(folder), folder)
    return list(folders.values())


def _common_folder(folders: Sequence[Path]) -> Path | None:
    if len(folders) < 2:
        return folders[0] if folders else None
    try:
        return Path(os.path.commonpath([os.path.realpath(folder) for folder in folders]))
    except ValueError:  # on different drives
        return None


def nearest(name: str, known: Sequence[str]) -> str:
    """Give "; did you mean 'x'?" for the closest of `known`, else which there are."""
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are: {', '.join(known)}"
