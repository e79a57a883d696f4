"""Whether documents are still those that a store was made of.

Times and sizes of files tell it quickly, but not always: a file may change twice within one tick
of the clock, and a clock may be set back. So they are believed only where the file had been at
rest for a while when they were taken and the clock has not gone back since; and small documents
are compared by their content always. The same caution, for the same reason, is in git
(Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import datetime
import hashlib
import os
import stat
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

_AT_REST = 3_000_000_000
"""Nanoseconds for which a file must have been unchanged: the coarsest clocks of file systems
tick every two seconds."""
_ALWAYS_COMPARED = 4 << 20
"""Bytes in all up to which the content is compared, whatever the times say: some milliseconds."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One file as it was when it was read."""

    path: str
    """As it was named or found: it is shown."""
    real_path: str
    named: bool
    """Named outright, not found in a folder: the file must be a list of publications."""
    size: int
    modified: int
    """Nanoseconds, as are all times here."""
    changed: int
    """When anything of the file changed last; no program can set it (st_ctime)."""
    inode: int
    day: str
    """The day of modification where the person is: readers infer years of dates from it."""
    content: str = ""
    """SHA-256 of the bytes; empty while it has not been looked at."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Several files, and when they were looked at."""

    files: tuple[Fingerprint, ...]
    taken: int

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


class NotRegularError(Exception):
    """A path is no regular file (a pipe, say), or cannot be read: no store can be kept of it."""


def look_at(files: Sequence[tuple[str, bool]]) -> Fingerprints:
    """Give the fingerprints of (path, named) without their contents. Raises `NotRegularError`."""
    taken = time.time_ns()
    return Fingerprints(tuple(_look_at(path, named) for path, named in files), taken)


def with_contents(prints: Fingerprints) -> Fingerprints:
    """Give `prints` with the contents of all files read. Raises `NotRegularError`."""
    return replace(
        prints, files=tuple(replace(file, content=_content(file)) for file in prints.files)
    )


def unchanged(before: Fingerprints, present: Fingerprints) -> bool:
    """Say whether the files of `present` hold what those of `before` did.

    `before` has contents; those of `present` are read where they are needed. Raises
    `NotRegularError`.
    """
    if len(before.files) != len(present.files):
        return False
    always = present.size <= _ALWAYS_COMPARED or present.taken < before.taken
    return all(
        _same_file(then, present_file)
        and (
            (not always and _at_rest(then, before.taken) and _same_times(then, present_file))
            or then.content == _content(present_file)
        )
        for then, present_file in zip(before.files, present.files, strict=True)
    )


def _same_file(then: Fingerprint, present: Fingerprint) -> bool:
    return (then.path, then.real_path, then.named, then.size, then.day) == (
        present.path, present.real_path, present.named, present.size, present.day,
    )  # fmt: skip


def _same_times(then: Fingerprint, present: Fingerprint) -> bool:
    return (then.modified, then.changed, then.inode) == (
        present.modified, present.changed, present.inode,
    )  # fmt: skip


def _at_rest(file: Fingerprint, taken: int) -> bool:
    return max(file.modified, file.changed) < taken - _AT_REST


def _look_at(path: str, named: bool) -> Fingerprint:
    try:
        about = os.stat(path)
    except (OSError, ValueError) as error:
        raise NotRegularError(path) from error
    if not stat.S_ISREG(about.st_mode):
        raise NotRegularError(path)
    try:
        day = datetime.date.fromtimestamp(about.st_mtime).isoformat()
    except (OSError, OverflowError, ValueError):  # then readers take the present day
        day = datetime.date.today().isoformat()
    return Fingerprint(
        path=path,
        real_path=os.path.realpath(path),
        named=named,
        size=about.st_size,
        modified=about.st_mtime_ns,
        changed=about.st_ctime_ns,
        inode=about.st_ino,
        day=day,
    )


def _content(file: Fingerprint) -> str:
    digest = hashlib.sha256(usedforsecurity=False)
    try:
        with open(file.path, "rb") as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise NotRegularError(file.path) from error
    return digest.hexdigest()
