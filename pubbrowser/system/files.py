"""Writing files so that there is either the old content or the new, never half of it."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path


class WriteError(Exception):
    """A file could not be written. Its message is for the person at the terminal."""

    def __init__(self, path: str | os.PathLike[str], reason: str) -> None:
        super().__init__(f"cannot write {os.fspath(path)}: {reason}")
        self.path = os.fspath(path)
        self.reason = reason


def write_atomically(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Put `content`, text as UTF-8, into the file `path` in one step.

    It goes to a temporary file in the same folder, is flushed to the disk and renamed.
    A file that is there keeps its mode, and a link to a file stays a link. What is no regular
    file, such as /dev/stdout or a named pipe, is written to as it is. Raises `WriteError`; then
    the file is as before.
    """
    try:
        encoded = content.encode("utf-8") if isinstance(content, str) else content
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            Path(path).write_bytes(encoded)
        else:
            replace_file(os.path.realpath(path), encoded, mode)
    except OSError as error:
        raise WriteError(path, reason_of(error)) from error
    except ValueError as error:  # lone surrogates in the text, a null character in the path
        raise WriteError(path, str(error)) from error


def _mode(path: str | os.PathLike[str]) -> int | None:
    """Give the mode of the file that `path` leads to, None when there is none yet."""
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def replace_file(
    target: str, content: bytes, mode: int | None, last_check: Callable[[], None] = lambda: None
) -> None:
    """Put `content` into the file `target`, which is no link, by renaming a temporary one.

    `mode` is that of the file, None for a new one. `last_check` is called right before the
    renaming; if it raises, the file stays as it is. Raises `OSError`.
    """
    if mode is not None and not os.access(target, os.W_OK):
        # Renaming needs leave for the folder only and would undo the write protection.
        raise PermissionError("the file is write-protected")
    folder, name = os.path.split(target)
    # Shortened, for a temporary name must not exceed the 255 bytes that the target's may have.
    temporary = os.path.join(folder, f".{name[:40]}.{secrets.token_hex(4)}.tmp")
    # Not `tempfile`: its files are private to the owner, new files follow the umask.
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, stat.S_IMODE(mode))
        last_check()
        os.replace(temporary, target)
    except BaseException:  # Ctrl-C too must not leave the temporary file behind
        os.unlink(temporary)
        raise


def reason_of(error: OSError) -> str:
    """Say in words why a file could not be written."""
    if isinstance(error, FileNotFoundError):
        return "the folder does not exist"
    return error.strerror or str(error)
