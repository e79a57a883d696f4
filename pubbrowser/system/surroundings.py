"""Where the program runs: whose machine, and which screen it can reach."""

from __future__ import annotations

import sys
from collections.abc import Mapping


def is_remote(environment: Mapping[str, str]) -> bool:
    """Say whether the person sits at another machine (sshd sets these; see ssh(1))."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def is_wsl(environment: Mapping[str, str]) -> bool:
    """Say whether this is Linux inside Windows, whose screen it reaches without a display."""
    return bool(environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"))


def has_display(environment: Mapping[str, str]) -> bool:
    """Say whether graphical programs can show up; Windows and macOS always have a screen."""
    if sys.platform in ("win32", "cygwin", "darwin") or is_wsl(environment):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def takes_osc52(environment: Mapping[str, str]) -> bool:
    """Say whether the terminal may be one that copies when asked to (OSC 52).

    Those that surely do not: the console of Linux, which has no clipboard, and terminals that
    know no control sequences at all.
    """
    return environment.get("TERM") not in ("dumb", "linux")
