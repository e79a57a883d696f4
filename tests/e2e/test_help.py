"""The examples that the help of each command gives."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pubbrowser.cli.program import COMMANDS
from tests.e2e.terminal import Terminal

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = [(name, line, meaning) for name, c in COMMANDS.items() for line, meaning in c.examples]
ELSEWHERE = ("curl", "make site")
"""What examples take from outside of the folder."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the documents that examples speak of, and `pubbrowser` as a command."""
    sample = REPOSITORY / "sample_data"
    shutil.copytree(sample, tmp_path / "lists")
    shutil.copy(sample / "lapuschkin_publications.md", tmp_path / "papers.md")
    shutil.copy(sample / "samek_feed.txt", tmp_path / "b.txt")
    shutil.copy(sample / "lapuschkin_publications.md", tmp_path / "a.md")
    command = tmp_path / "bin" / "pubbrowser"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pubbrowser "$@"\n')
    command.chmod(0o755)
    return tmp_path


def surroundings(folder: Path) -> dict[str, str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "PYTHONPATH": str(REPOSITORY)}


@pytest.mark.parametrize(
    ("name", "line", "meaning"),
    [example for example in EXAMPLES if example[0] != "pick"],
    ids=lambda text: text if " " in text else None,
)
def test_examples_work(folder: Path, name: str, line: str, meaning: str) -> None:
    if any(word in line for word in ELSEWHERE):
        line = re.sub(r"^curl \S+ \S+ \| ", "cat papers.md | ", line).replace("make site", "true")
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=os.environ | surroundings(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("pubbrowser: wrote ")]
    assert said == []
    assert done.returncode == 0 or name == "check"  # which may have found something
    assert done.stdout or " -o " in line
    if meaning.startswith("\\"):
        assert done.stdout == f"{meaning}\n"


@pytest.mark.parametrize("line", [line for name, line, _ in EXAMPLES if name == "pick"])
def test_examples_of_pick_pick(folder: Path, line: str) -> None:
    env = surroundings(folder)
    with Terminal(["-c", line], program=["sh"], env=env, folder=folder) as terminal:
        terminal.wait_for("Papers · 1/")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        _, _, printed = terminal.raw.rpartition(b"\x1b[?1049l")
    added = (folder / "paper.bib").read_text() if ">>" in line else ""
    assert added.startswith("@") or b"\\citep{" in printed or b"[1]" in printed
