"""The order of the packages, and what a command may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_LOADED = """
import contextlib, io, sys
from pubbrowser.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main({arguments!r})
assert code == {code}, code
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
"""
_NOT_FOR_HELP = {"textual", "rich", "yaml", "rapidfuzz", "numpy", "pyperclip", "platformdirs"}


def loaded_by(*arguments: str, code: int = 0) -> set[str]:
    """The names of the top modules that are loaded after a command has run."""
    script = _LOADED.format(arguments=list(arguments), code=code)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_packages_import_only_what_is_below_them(repository: Path) -> None:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("export", "--help"), ("parse", "--help"), ("search", "--help")],
    ids=" ".join,
)
def test_help_and_version_load_nothing_but_the_program(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert loaded.isdisjoint(_NOT_FOR_HELP)


def test_reading_alone_loads_neither_screen_nor_comparison_of_texts(sample: Path) -> None:
    loaded = loaded_by("parse", str(sample))
    assert loaded.isdisjoint({"textual", "rich", "yaml", "rapidfuzz", "numpy"})


def test_the_first_frame_does_not_wait_for_numpy() -> None:
    script = "import sys, pubbrowser.ui.screens.main; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


@pytest.mark.parametrize("command", ["export", "sources"])
def test_merging_loads_no_screen(command: str, sample: Path) -> None:
    assert loaded_by(command, str(sample)).isdisjoint({"textual", "rich", "yaml"})


def test_searching_loads_no_screen() -> None:
    assert loaded_by("search", "samek").isdisjoint({"textual", "rich", "yaml"})


def test_writing_yaml_loads_no_screen(sample: Path) -> None:
    assert loaded_by("export", str(sample), "--format", "yaml").isdisjoint({"textual", "rich"})
