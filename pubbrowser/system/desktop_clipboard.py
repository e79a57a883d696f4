"""The clipboard of this machine's desktop, through pyperclip.

pyperclip starts helpers (xclip, xsel, wl-copy, pbcopy, clip.exe), ignores how they end, waits
for them without limit, and lets them share our output. So its calls run in a thread that is
given up after a while, and its helpers are started in our way.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from pubbrowser.system.helpers import GivenUpError, Helpers, Stop
from pubbrowser.system.surroundings import has_display, is_wsl

_POWERSHELL_TIMES = 4
"""How much longer reading back may take in WSL, where it starts a PowerShell."""
_SETTLING = 1.0
"""Seconds after which a clipboard that holds something else has not taken the text."""
_PAUSE = 0.02
"""Seconds between two looks at the clipboard."""


class ClipboardError(Exception):
    """The system clipboard is not there or does not work. The message is for the person."""


def copy_verified(text: str, environment: Mapping[str, str], patience: float, stop: Stop) -> None:
    """Put `text` on the clipboard and read it back.

    Copying and reading may take `patience` seconds each. Raises `ClipboardError` where the
    clipboard holds something else afterwards, and `GivenUpError` when `stop` is asked for.
    """
    if not has_display(environment):
        raise ClipboardError("no display here, so no system clipboard")
    if sys.platform.startswith("linux") and not _has_helper(environment):
        raise ClipboardError("no program for the system clipboard (xclip, xsel or wl-clipboard)")
    reading_times = _POWERSHELL_TIMES if is_wsl(environment) else 1
    with Helpers(_for_helpers(environment), patience, stop) as helpers:
        put, get = _pyperclip(helpers)
        try:
            helpers.in_time(lambda: put(text))
            taken = helpers.in_time(
                lambda: _holds(get, text, min(_SETTLING, patience / 2)), reading_times
            )
        except TimeoutError as error:
            raise ClipboardError("the system clipboard did not answer") from error
        except GivenUpError:
            raise
        except (Exception, SystemExit) as error:  # whatever pyperclip's many back ends raise
            raise ClipboardError("the system clipboard does not work here") from error
    if not taken:
        raise ClipboardError("the system clipboard did not take the text")


def same_text(back: str, text: str) -> bool:
    """Say whether `back` is `text` but for what clipboards change: the kind of line breaks,
    and one at the end."""
    return _plain(back) == _plain(text)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def _holds(get: Callable[[], str | None], text: str, settling: float) -> bool:
    """Say whether the clipboard comes to hold `text` within `settling` seconds.

    xclip and xsel go into the background, and so have ended for whom started them, a moment
    before they have told the X server that the clipboard is theirs.
    """
    end = time.monotonic() + settling
    while not same_text(get() or "", text):  # None: there is no text on it
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True


def _has_helper(environment: Mapping[str, str]) -> bool:
    """Say whether pyperclip will find a helper program.

    Without one it would go on to load Qt, which ends the whole process where the display
    cannot be reached.
    """
    path = environment.get("PATH", os.defpath)

    def found(*names: str) -> bool:
        return all(shutil.which(name, path=path) for name in names)

    if is_wsl(environment):
        return found("clip.exe", "powershell.exe")
    if environment.get("WAYLAND_DISPLAY") and found("wl-copy", "wl-paste"):
        return True
    has_x = bool(environment.get("DISPLAY"))
    return has_x and (found("xclip") or found("xsel") or found("klipper", "qdbus"))


def _for_helpers(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Give the environment in which helpers take texts for what they are.

    pbcopy and pbpaste read the encoding from the locale (pbcopy(1)); in one that is not UTF-8
    both err in the same way, so that reading back would not find it out.
    """
    return {**environment, "LC_ALL": "en_US.UTF-8"} if sys.platform == "darwin" else environment


def _pyperclip(
    helpers: Helpers,
) -> tuple[Callable[[str], object], Callable[[], str | None]]:
    """Give pyperclip's functions to copy and to paste; their helpers are those of `helpers`."""
    import pyperclip  # deferred: only copying needs it

    # pyperclip has no way to be told how to start its helpers.
    vars(pyperclip)["subprocess"] = _SubprocessWith(helpers.start)
    put, get = pyperclip.determine_clipboard()
    return put, get


class _SubprocessWith:
    """The module `subprocess` as pyperclip sees it, with another `Popen`."""

    def __init__(self, popen: Callable[..., subprocess.Popen[Any]]) -> None:
        self.Popen = popen

    def __getattr__(self, name: str) -> Any:
        return getattr(subprocess, name)
