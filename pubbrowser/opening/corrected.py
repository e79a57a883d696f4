"""The corrections that belong to a set of paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.readers.files import CORRECTIONS_NAME, STANDARD_INPUT

if TYPE_CHECKING:
    from pubbrowser.merging.corrections import Corrections


def corrections_path(paths: Sequence[str], named: Path | None = None) -> Path | None:
    """Give the file of corrections to `paths`: the one `named`, else the one beside them.

    None where there is none. Raises `CorrectionsError` where there are several.
    """
    if named is not None:
        return named
    if not any(map(_near, paths)):
        return None
    from pubbrowser.merging.corrections import find_corrections

    return find_corrections(paths)


def corrections_for(paths: Sequence[str], named: Path | None = None) -> Corrections:
    """Load the corrections that belong to `paths`: those `named`, else those found beside them.

    Raises `CorrectionsError`.
    """
    from pubbrowser.merging.corrections import NO_CORRECTIONS, load_corrections

    path = corrections_path(paths, named)
    return load_corrections(path) if path else NO_CORRECTIONS


def _near(path: str) -> bool:
    """Whether a file of corrections lies in any folder above `path`, or in it.

    Most documents have none, and the 100 ms of merging need not be loaded to say so.
    """
    if path == STANDARD_INPUT:
        return False
    place = Path(path)
    try:
        folders = {*place.resolve().parents, place, place.parent, place.resolve()}
        return any((folder / CORRECTIONS_NAME).is_file() for folder in folders)
    except (OSError, RuntimeError, ValueError):
        return False
