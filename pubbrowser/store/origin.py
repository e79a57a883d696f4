"""What a store was made of, and by which program: if any of it changes, so must the store."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pubbrowser import __version__
from pubbrowser.model import Document, Finding, Person, Work
from pubbrowser.store.codec import schema
from pubbrowser.store.fingerprints import Fingerprints, unchanged

_PACKAGE = Path(__file__).parent.parent
_WITHOUT_INFLUENCE = ("ui", "cli", "system", "__pycache__")
"""Folders of the package that have no part in what a store holds."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents, corrections, settings and program that a store follows from."""

    documents: Fingerprints
    corrections: Fingerprints
    """Of the corrections file, if there is one."""
    key_pattern: str
    program: str


def same_origin(before: Origin, present: Origin) -> bool:
    """Say whether what was made of `before` would be made of `present` just so.

    Raises `NotRegularError` where a file cannot be read any more.
    """
    return (
        before.program == present.program
        and before.key_pattern == present.key_pattern
        and unchanged(before.corrections, present.corrections)
        and unchanged(before.documents, present.documents)
    )


@cache
def program() -> str:
    """Give a word for this program: its version, its code, and the shape of its values.

    The code has a part in it because a checkout changes from day to day under one version.
    """
    digest = hashlib.sha256()
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name not in _WITHOUT_INFLUENCE)
        for name in sorted(files):
            if name.endswith(".py"):
                about = os.stat(os.path.join(folder, name))
                digest.update(f"{folder} {name} {about.st_size} {about.st_mtime_ns}\n".encode())
    shape = schema(Work, Person, Finding, Document)
    return f"{__version__} {digest.hexdigest()[:16]} {shape} {sys.byteorder}"
