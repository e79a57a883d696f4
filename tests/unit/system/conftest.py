"""Fake helper programs on a PATH of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PLACES = (
    "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY",
    "WSL_DISTRO_NAME", "WSL_INTEROP", "BROWSER",
)  # fmt: skip


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH but for the shell's own commands, in a bare environment."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


@pytest.fixture
def program(programs: Path) -> Callable[[str, str], Path]:
    """Install a shell script: `program("xclip", "exit 1")`."""

    def install(name: str, script: str) -> Path:
        path = programs / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        path.chmod(0o755)
        return path

    return install
