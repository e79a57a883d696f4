"""Changing a file that other programs change too, so that nobody's changes are lost."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from pubbrowser.system.files import WriteError, reason_of, replace_file

_PATIENCE = 10.0
"""Seconds to wait for another pubbrowser that is writing."""
_PAUSE = 0.02
_ATTEMPTS = 5
"""How often a file that somebody saves meanwhile is read anew."""
_LOCK_NAME = ".pubbrowser.lock"


class _ChangedMeanwhileError(OSError):
    """Somebody has saved the file since it was read."""


class _BusyError(OSError):
    """Another pubbrowser holds the lock."""


def update_file(path: str | os.PathLike[str], change: Callable[[bytes], bytes]) -> None:
    """Replace the content of the file `path` by what `change` makes of it, in one step.

    A file that is not there is created, from b""; its folder must exist. Two pubbrowsers that
    update files of one folder wait for each other. If another program, such as an editor, saves
    the file meanwhile, it is read and changed anew, so `change` may be called several times. A
    link to a file stays a link, and the file keeps its mode. What `change` raises goes to
    the caller. Raises `WriteError`. In either case the file is as before.
    """
    try:
        target = os.path.realpath(path)
    except ValueError as error:  # a null character in the path
        raise WriteError(path, str(error)) from error
    try:
        with _lock(os.path.dirname(target)):
            for attempt in range(_ATTEMPTS):
                try:
                    _update(target, change)
                    return
                except _ChangedMeanwhileError:
                    if attempt == _ATTEMPTS - 1:
                        raise
    except OSError as error:
        raise WriteError(path, reason_of(error)) from error


def _update(target: str, change: Callable[[bytes], bytes]) -> None:
    before = _state(target)
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise OSError("this is no regular file")
    content = b""
    if before is not None:
        with open(target, "rb") as file:
            content = file.read()
    changed = change(content)
    if changed == content and before is not None:
        return

    def check() -> None:
        after = _state(target)
        if _version(before) != _version(after):
            raise _ChangedMeanwhileError("another program keeps changing the file; try again later")

    replace_file(target, changed, before.st_mode if before else None, check)


def _state(target: str) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _version(state: os.stat_result | None) -> tuple[int, ...] | None:
    return state and (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)


@contextmanager
def _lock(folder: str) -> Iterator[None]:
    """Hold the lock of `folder`: the folder itself where that can be locked, else a file in it.

    A lock on the file to be changed would not do: renaming puts another file in its place, on
    which nobody holds a lock.
    """
    descriptor, name = _open_lock(folder)
    try:
        _wait_for(descriptor)
        yield
    finally:
        os.close(descriptor)  # which gives the lock free
        if name:
            with suppress(OSError):  # another program has it open
                os.unlink(name)


if sys.platform == "win32":
    import msvcrt

    def _open_lock(folder: str) -> tuple[int, str]:
        name = os.path.join(folder, _LOCK_NAME)
        return os.open(name, os.O_RDWR | os.O_CREAT), name

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _open_lock(folder: str) -> tuple[int, str]:
        return os.open(folder, os.O_RDONLY), ""

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks, such as some network's
            return True
        return True


def _wait_for(descriptor: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _try(descriptor):
        if time.monotonic() > deadline:
            raise _BusyError("another pubbrowser is writing into this folder; try again later")
        time.sleep(_PAUSE)
