"""What the README says is so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pubbrowser.cli.program import COMMANDS
from pubbrowser.config import Settings, load_settings
from pubbrowser.merging.corrections import parse_corrections

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text("utf-8")
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


# The recipes for editors need a terminal: see test_recipes.py.
WITHOUT_RECIPES = re.sub(r"^## In your editor\n.*?(?=^## )", "", README, flags=re.M | re.S)
HEADLESS = [
    block
    for block in blocks("sh", WITHOUT_RECIPES)
    if re.search(r"^(cat .*)?pubbrowser ", block, re.M)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample in it, and `pubbrowser` as a command."""
    shutil.copytree(REPOSITORY / "sample_data", tmp_path / "sample_data")
    command = tmp_path / "bin" / "pubbrowser"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pubbrowser "$@"\n')
    command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("block", HEADLESS, ids=lambda block: block.splitlines()[0])
def test_examples_do_what_they_say(block: str, folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-ec", block],
        cwd=folder,
        env=os.environ
        | {
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("pubbrowser: wrote ")]
    assert (done.returncode, said) == (0, [])
    assert done.stdout or "-o" in block


def test_every_headless_command_has_an_example() -> None:
    examples = "".join(HEADLESS)
    assert {name for name in COMMANDS if f"pubbrowser {name} " not in examples} == {"pick"}


def test_settings_of_the_readme_are_settings(tmp_path: Path) -> None:
    [block] = [block for block in blocks("yaml") if "theme:" in block]
    path = tmp_path / "config.yaml"
    path.write_text(block)
    settings = load_settings(path)
    assert settings == Settings(
        theme="nord",
        citation="markdown:ieee",
        in_text="autocite",
        style="apa",
        locale="en-GB",
        bold_owner=True,
        citation_key="{family}{year}{word}",
        keys={"search": "f", "quit": "q,ctrl+q"},
    )


def test_corrections_of_the_readme_are_corrections() -> None:
    [block] = [block for block in blocks("yaml") if "join:" in block]
    corrections = parse_corrections(block)
    assert all((corrections.join, corrections.apart, corrections.fields, corrections.tags))


def test_the_tests_are_started_as_the_readme_says() -> None:
    assert any(block.strip() == TEST_COMMAND for block in blocks("sh"))
    assert f"({TEST_COMMAND})" in (REPOSITORY / ".ci" / "run").read_text()


def test_the_sample_is_part_of_the_package() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {"sample_data": "pubbrowser/sample_data"}
