"""The cache folder: where the store of a set of documents lies, and what is swept out of it."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_ENDING, _TEMPORARY = ".store", ".tmp"
_UNUSED_AFTER = 90 * 24 * 3600.0
"""Seconds after which a store that nobody has opened goes."""


def store_path(folder: Path, paths: Sequence[str]) -> Path:
    """Give where the store of what `paths` stand for lies, whether there is one or not.

    The name follows from where they lead and how they are written, since files are shown as they
    were written.
    """
    places = [(path, os.path.realpath(path)) for path in paths]
    described = repr(places).encode("utf-8", "surrogatepass")
    return folder / f"{hashlib.sha256(described).hexdigest()[:32]}{_ENDING}"


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of `path` when the context ends without an error.

    What is written is on the disk before. After an error, Ctrl-C included, `path` is as it was;
    a program that is killed leaves a temporary file, which `sweep` takes away. The folder is
    made where it is missing, for its owner alone. Raises `OSError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f"{path.stem}.{secrets.token_hex(6)}{_TEMPORARY}")
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with open(descriptor, "wb", buffering=1 << 20) as file:
            _lock(descriptor)
            yield file
            file.flush()
            os.fsync(descriptor)
            os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def sweep(folder: Path) -> None:
    """Take away temporary files whose writers are gone, and stores long unused.

    Raises nothing: a folder that cannot be swept is none the worse.
    """
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            with suppress(OSError):
                if entry.name.endswith(_TEMPORARY):
                    _remove_unless_locked(entry.path)
                elif entry.name.endswith(_ENDING):
                    about = entry.stat()
                    used = max(about.st_atime, about.st_mtime)
                    if used < time.time() - _UNUSED_AFTER:
                        os.unlink(entry.path)


def remove(path: Path) -> None:
    """Take a store away, if it is there and can be. Raises nothing."""
    with suppress(OSError):
        path.unlink()


def note_use(path: Path) -> None:
    """Note that a store is in use, so that it is kept. Raises nothing."""
    with suppress(OSError):
        os.utime(path)


def _lock(descriptor: int) -> None:
    """Hold the file until it is closed, also by the end of the program."""
    import fcntl

    with suppress(OSError):  # some file systems have no locks
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove_unless_locked(path: str) -> None:
    import fcntl

    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    finally:
        os.close(descriptor)
