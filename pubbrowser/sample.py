"""The bundled sample: four documents that are opened when none is named."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def sample_paths() -> list[str]:
    """Give the documents of the bundled sample, in the order of their names.

    They stand in the package when it is installed, beside it in a checkout.
    """
    folders = (_PACKAGE / "sample_data", _PACKAGE.parent / "sample_data")
    folder = next((folder for folder in folders if folder.is_dir()), None)
    if folder is None:
        sys.exit("pubbrowser: the sample documents are missing; please reinstall pubbrowser")
    return sorted(str(path) for path in folder.iterdir() if path.suffix in (".md", ".txt"))


def is_sample(path: str) -> bool:
    """Say whether `path` is one of the bundled documents."""
    folder = Path(path).parent
    return folder.name == "sample_data" and folder.parent in (_PACKAGE, _PACKAGE.parent)
