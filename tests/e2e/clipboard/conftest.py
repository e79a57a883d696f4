"""Desktops without a screen, whose clipboards are those that people have."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.clipboard.browser import wait_until

HELPERS = {"xclip": ("xclip",), "xsel": ("xsel",), "wl-clipboard": ("wl-copy", "wl-paste")}
"""The helper programs by the name of their package."""


@dataclass(frozen=True)
class Desktop:
    """A desktop with one way to its clipboard."""

    env: Mapping[str, str]
    """What leads a program to it, and to no other helpers than its own."""
    reader: tuple[str, ...]
    """A command that prints what is on the clipboard."""

    def clipboard(self) -> str:
        """Read the clipboard with a process of its own."""
        done = subprocess.run(
            self.reader,
            env={**os.environ, **self.env, "PATH": os.environ["PATH"]},
            stdout=subprocess.PIPE,
            timeout=30,
            check=True,
        )
        return done.stdout.decode()


@pytest.fixture(params=HELPERS)
def desktop(request: pytest.FixtureRequest, tmp_path: Path) -> Desktop:
    """A desktop for each of the helper programs."""
    return desktop_with(request.param, request, tmp_path)


@pytest.fixture
def x_desktop(request: pytest.FixtureRequest, tmp_path: Path) -> Desktop:
    """The desktop that most tests can do with: X, and xclip."""
    return desktop_with("xclip", request, tmp_path)


def desktop_with(package: str, request: pytest.FixtureRequest, folder: Path) -> Desktop:
    """Make the desktop where the helpers of `package` are the only ones."""
    on_wayland = package == "wl-clipboard"
    need(*HELPERS[package], *(() if on_wayland else ("xclip",)))
    if on_wayland:  # whose helpers start others in turn; they are preferred to those of X
        reader = ("wl-paste", "--no-newline", "--type", "text/plain;charset=utf-8")
        return Desktop(request.getfixturevalue("wayland"), reader)
    programs = folder / "helpers"
    programs.mkdir()
    (programs / package).symlink_to(str(shutil.which(package)))
    # Always by xclip: xsel 1.2 fails to read what another program offers in pieces, as long texts
    # are, and the other program then answers nobody any more.
    reader = ("xclip", "-selection", "clipboard", "-o")
    return Desktop({**request.getfixturevalue("x_display"), "PATH": str(programs)}, reader)


def need(*programs: str) -> None:
    """Skip the test where not all of `programs` are installed."""
    if missing := [name for name in dict.fromkeys(programs) if not shutil.which(name)]:
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.fixture(scope="session")
def x_display() -> Iterator[Mapping[str, str]]:
    """An X server without a screen, on a display that is free."""
    need("Xvfb")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x8", "-nolisten", "tcp"]
    with _served_by(command, pass_fds=[writer]):
        os.close(writer)
        with open(reader) as numbers:
            number = numbers.readline().strip()
        assert number, "Xvfb does not start"
        yield {"DISPLAY": f":{number}"}


@pytest.fixture(scope="session")
def wayland() -> Iterator[Mapping[str, str]]:
    """A Wayland compositor without a screen."""
    need("sway")
    # The path of a socket may have about 100 characters, and pytest's folders are root's alone.
    with tempfile.TemporaryDirectory(prefix="wayland") as folder:
        env = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        somebody = {}
        if os.getuid() == 0:  # for whom sway does not run
            nobody = 65534
            os.chown(folder, nobody, nobody)
            somebody = {"user": nobody, "group": nobody, "extra_groups": []}
        with _served_by(["sway", "-c", os.devnull], env=env, cwd=folder, **somebody) as sway:

            def sockets() -> list[Path]:
                found = Path(folder).glob("wayland-*")
                return [path for path in found if path.suffix != ".lock"]

            wait_until(lambda: sockets() or sway.poll() is not None, lambda: "no socket of sway")
            if sway.poll() is not None:
                pytest.skip(f"sway cannot run here: it ended with exit code {sway.returncode}")
            yield {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": sockets()[0].name}


@contextmanager
def _served_by(command: list[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server in the background."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **{**quiet, **options}) as server:  # type: ignore[call-overload]
        try:
            yield server
        finally:
            server.terminate()


@pytest.fixture(autouse=True)
def _on_linux() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("the helpers of Linux are used here")
