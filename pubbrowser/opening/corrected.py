"""The corrections that belong to a set of paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.readers.files import corrections_near

if TYPE_CHECKING:
    from pubbrowser.merging.corrections import Corrections


def corrections_path(paths: Sequence[str], named: Path | None = None) -> Path | None:
    """Give the file of corrections to `paths`: the one `named`, else the one beside them.

    None where there is none. Raises `CorrectionsError` where there are several.
    """
    if named is not None:
        return named
    if not any(map(corrections_near, paths)):  # 100 ms of merging need not be loaded
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
