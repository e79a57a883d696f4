"""The clipboard of this machine's desktop, through pyperclip.

pyperclip starts helpers (xclip, xsel, wl-copy, pbcopy, clip.exe), ignores how they end, waits
for them without limit, and lets them share our output. So its calls run in a thread that is
given up after a while, and its helpers are started in our way.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pubbrowser.system.surroundings import has_display, is_wsl

_Result = TypeVar("_Result")


class ClipboardError(Exception):
    """The system clipboard is not there or does not work. The message is for the person."""


def copy_and_read_back(text: str, environment: Mapping[str, str], patience: float) -> str:
    """Put `text` on the clipboard and give what the clipboard then holds.

    Copying and reading may take `patience` seconds each. Raises `ClipboardError`.
    """
    if not has_display(environment):
        raise ClipboardError("no display here, so no system clipboard")
    if sys.platform.startswith("linux") and not _has_helper(environment):
        raise ClipboardError("no program for the system clipboard (xclip, xsel or wl-clipboard)")
    helpers: list[subprocess.Popen[Any]] = []
    put, get = _pyperclip(environment, helpers)
    try:
        _in_time(lambda: put(text), patience)
        return _in_time(get, patience)
    except TimeoutError as error:
        raise ClipboardError("the system clipboard did not answer") from error
    except (Exception, SystemExit) as error:  # whatever pyperclip's many back ends raise
        raise ClipboardError("the system clipboard does not work here") from error
    finally:
        for helper in helpers:
            _end(helper)


def _has_helper(environment: Mapping[str, str]) -> bool:
    """Say whether pyperclip will find a helper program.

    Without one it would go on to load Qt, which ends the whole process where the display
    cannot be reached.
    """
    path = environment.get("PATH", os.defpath)

    def found(*names: str) -> bool:
        return all(shutil.which(name, path=path) for name in names)

    if is_wsl(environment):
        return found("clip.exe")
    if environment.get("WAYLAND_DISPLAY") and found("wl-copy", "wl-paste"):
        return True
    has_x = bool(environment.get("DISPLAY"))
    return has_x and (found("xclip") or found("xsel") or found("klipper", "qdbus"))


def _pyperclip(
    environment: Mapping[str, str], helpers: list[subprocess.Popen[Any]]
) -> tuple[Callable[[str], object], Callable[[], str]]:
    """Give pyperclip's functions to copy and to paste; their helpers are noted in `helpers`."""
    import pyperclip  # deferred: only copying needs it

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[Any]:
        # xclip, xsel and wl-copy live on in the background to serve the text. Sharing our
        # standard output they would keep a pipe behind `pubbrowser pick` from ever ending, and
        # their complaints would land in the middle of the screen. In a session of their own
        # they outlive Ctrl-C and the terminal.
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        ours = {"start_new_session": True, "env": dict(environment)}
        helper = subprocess.Popen(*arguments, **(quiet | options | ours))
        helpers.append(helper)
        return helper

    # pyperclip has no way to be told how to start its helpers.
    vars(pyperclip)["subprocess"] = _SubprocessWith(start)
    put, get = pyperclip.determine_clipboard()
    return put, get


def _end(helper: subprocess.Popen[Any]) -> None:
    """End a helper that hangs, with all that it has started."""
    if helper.poll() is not None:
        return
    if sys.platform == "win32":
        helper.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(helper.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        helper.wait(1)


class _SubprocessWith:
    """The module `subprocess` as pyperclip sees it, with another `Popen`."""

    def __init__(self, popen: Callable[..., subprocess.Popen[Any]]) -> None:
        self.Popen = popen

    def __getattr__(self, name: str) -> Any:
        return getattr(subprocess, name)


def _in_time(work: Callable[[], _Result], patience: float) -> _Result:
    """Give what `work` gives or raise what it raises; `TimeoutError` after `patience` seconds."""
    results: list[_Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(patience)
    if errors:
        raise errors[0]
    if not results:
        raise TimeoutError
    return results[0]
