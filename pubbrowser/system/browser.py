"""Opening web pages in the person's graphical browser.

Addresses come from documents that others wrote, so they reach the opener as one argument and
never a shell, and only as http or https.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from pubbrowser.system.surroundings import has_display, is_remote, is_wsl

_PATIENCE = 0.3
"""Seconds to wait for an opener that fails at once; a good one may run as long as its page."""
_CONSOLE_BROWSERS = frozenset(
    ("browsh", "carbonyl", "chawan", "cha", "elinks", "links", "links2", "lynx", "w3m",
     "www-browser")
)  # fmt: skip
"""Browsers that would want the terminal, which is ours."""
_NEVER_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class OpenResult:
    """Whether a page was handed to a browser, and if not, why."""

    opened: bool
    reason: str = ""
    """A few words for the person: "no display here". Empty when opened."""


def open_url(url: str, environment: Mapping[str, str] | None = None) -> OpenResult:
    """Open `url` in the graphical browser of this machine; the opener is not waited for.

    `environment` is the process' own unless given. Raises nothing: over SSH, without a display
    or an opener, and for what is no web address, the result says why it was not opened.
    """
    environment = os.environ if environment is None else environment
    if reason := _fault(url):
        return OpenResult(False, reason)
    if is_remote(environment):
        return OpenResult(False, "the browser would open on the remote machine, not on yours")
    if sys.platform == "win32":
        return _start_file(url)
    if not has_display(environment):
        return OpenResult(False, "no display here")
    opener = _opener(environment)
    if not opener:
        return OpenResult(False, "no program to open web pages was found (such as xdg-open)")
    return _start(opener, _for_powershell(url) if is_wsl(environment) else url, environment)


def _fault(url: str) -> str:
    """Say what is wrong with `url` as a web address, "" when nothing is."""
    if _NEVER_IN_ADDRESSES.search(url):
        return "the address contains spaces or control characters"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # for instance a bracket left open: "http://[x"
        return "the address is malformed"
    if parts.scheme not in ("http", "https"):
        return "only http and https addresses are opened"
    return "" if host else "the address names no host"


def _opener(environment: Mapping[str, str]) -> str:
    """Give the path of the program that hands addresses to a browser, "" without one."""
    if sys.platform == "darwin":
        names = ["open"]
    else:
        names = ["wslview"] if is_wsl(environment) else []
        names.append("xdg-open")
        # The first of the list as `sensible-browser` reads it; a "%s" form would need a shell.
        favourite = environment.get("BROWSER", "").split(":")[0]
        if favourite and os.path.basename(favourite) not in _CONSOLE_BROWSERS:
            names.append(favourite)
    path = environment.get("PATH", os.defpath)
    return next((found for name in names if (found := shutil.which(name, path=path))), "")


def _start(opener: str, url: str, environment: Mapping[str, str]) -> OpenResult:
    try:
        process = subprocess.Popen(
            [opener, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that neither Ctrl-C nor the end of the terminal ends it
            env=dict(environment),
        )
    except (OSError, ValueError) as error:
        return OpenResult(False, f"{os.path.basename(opener)} did not start: {error}")
    try:
        status = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()  # or it would stay a zombie
        return OpenResult(True)
    if status:
        return OpenResult(False, f"{os.path.basename(opener)} failed with exit code {status}")
    return OpenResult(True)


def _start_file(url: str) -> OpenResult:
    """Open `url` with the program that Windows has registered for web pages."""
    if sys.platform == "win32":
        try:
            os.startfile(url)
        except OSError as error:
            return OpenResult(False, str(error))
    return OpenResult(True)


def _for_powershell(url: str) -> str:
    """Encode what PowerShell, to which wslview hands addresses, would take for commands.

    Percent-encoded characters mean the same to web servers (RFC 3986, §2.2 leaves these few to
    each server, which rarely tells them apart).
    """
    return re.sub(r"[\"'`$;|<>{}()^\\]", lambda found: quote(found[0], safe=""), url)
