"""The browser on its sample, and what is told of its copying."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.e2e.terminal import Terminal

THE_REFERENCE, THE_BIBTEX = "1 reference, APA (7th edition),", "1 BibTeX entry"
COPIED_TO_SYSTEM = f"✓ Copied {THE_REFERENCE} to the system clipboard"
SENT_TO_TERMINAL = f"• Sent {THE_REFERENCE} to your terminal, which cannot confirm that it copied"
REFERENCE, BIBTEX = "text", "bibtex"
ROWS = 60
"""High enough for all details of a paper; its citation key stands last."""

_KEY = re.compile(r"key  (\S+)")
# tmux leaves it to the terminal which of its clipboards is meant.
_OSC_52 = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
_MARK = "PUBBROWSER_TESTED"
_PATIENCE = 30.0
# The program, but with an hour of patience for each helper: what happens does not happen because
# time has passed.
_PATIENT = """\
import sys
from pubbrowser.cli import main
from pubbrowser.system import clipboard
clipboard._PATIENCE = 3600
sys.exit(main())
"""


class Browser(Terminal):
    """The browser on the bundled sample in a terminal, all of whose processes can be found."""

    def __init__(
        self,
        env: Mapping[str, str],
        *,
        patient: bool = False,
        within: Sequence[str] = (),
        folder: Path | None = None,
    ) -> None:
        """Start it `within` another program, if any; `patient` is it without time limits."""
        self._mark = uuid.uuid4().hex
        started_by = ["-c", _PATIENT] if patient else ["-m", "pubbrowser"]
        command = [*within, sys.executable, *started_by]
        super().__init__(
            command[1:],
            program=command[:1],
            rows=ROWS,
            env={**env, _MARK: self._mark},
            folder=folder,
        )

    @property
    def key(self) -> str:
        """The citation key of the paper under the cursor, "" while none is shown."""
        return key_on(self.text)

    def sent(self) -> list[str]:
        """The texts that the terminal has been asked to copy (OSC 52)."""
        return [base64.b64decode(found).decode() for found in _OSC_52.findall(self.raw)]

    def processes(self) -> list[str]:
        """The command lines of the program and all that it has started and still runs."""
        mark = f"{_MARK}={self._mark}".encode()
        running = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (process / "environ").read_bytes().split(b"\0"):
                    running.append((process / "cmdline").read_text().replace("\0", " "))
            except OSError:  # it has ended meanwhile
                continue
        return running

    def wait_for_no_process(self) -> None:
        """Wait until neither the program runs nor anything that it has started."""
        wait_until(lambda: not self.processes(), lambda: f"still running: {self.processes()}")


@contextmanager
def browsing(
    env: Mapping[str, str],
    *,
    patient: bool = False,
    within: Sequence[str] = (),
    folder: Path | None = None,
) -> Iterator[Browser]:
    """The browser when it shows the sample, its cursor on the first paper."""
    with Browser(env, patient=patient, within=within, folder=folder) as browser:
        browser.wait_for("bundled sample")
        browser.wait_until(lambda: browser.key, "the details of a paper")
        yield browser


def key_on(screen: str) -> str:
    """The citation key that a screen of the browser shows, "" when there is none."""
    found = _KEY.search(screen)
    return found[1] if found else ""


def leave(browser: Browser) -> None:
    """Leave by the key for it; all that was to be said has been said on the screen."""
    browser.press("q")
    assert browser.wait_for_end() == 0


def wait_until(condition: Callable[[], object], otherwise: Callable[[], str]) -> None:
    """Wait until `condition` holds; fails with the words of `otherwise` when it never does."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, otherwise()
        time.sleep(0.05)


@cache
def citation(key: str, format_name: str) -> str:
    """What copying the paper of the sample with this citation key must put on the clipboard."""
    command = [sys.executable, "-m", "pubbrowser", "cite", key, "--format", format_name]
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    return text.rstrip("\n") if format_name == REFERENCE else text


def install(folder: Path, name: str, script: str) -> dict[str, str]:
    """Put a program that is a shell script into `folder`; give the PATH on which it is alone."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    program.chmod(0o755)
    return {"PATH": str(folder)}
