"""The recipes of the README for editors, typed into the real editors."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text("utf-8")
SECTION = README.partition("\n## In your editor\n")[2].partition("\n## ")[0]
PAPERS = "~/papers"
"""What stands in the recipes for the reader's own lists."""
WORDS, KEY = "unmasking clever hans predictors", "lapuschkin2019unmasking"
TEX, MARKDOWN = f"\\citep{{{KEY}}}", f"[@{KEY}]"
CTRL_G, PREFIX = "\x07", "\x02"


def recipes(language: str) -> list[str]:
    """The recipes in a language, for the lists of the sample."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", SECTION, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no recipe in {language}"
    papers = shlex.quote(str(REPOSITORY / "sample_data"))
    return [recipe.replace(PAPERS, papers) for recipe in found]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment where `pubbrowser` is a command."""
    command = tmp_path / "bin" / "pubbrowser"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pubbrowser "$@"\n')
    command.chmod(0o755)
    return {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        "SHELL": "/bin/sh",
    }


def need(program: str) -> None:
    """Skip the test where `program` is not installed."""
    if not shutil.which(program):
        pytest.skip(f"not installed: {program}")


def pick(terminal: Terminal) -> None:
    """Pick one paper when the picker is there."""
    terminal.wait_for("152 papers")
    terminal.press(WORDS, "enter")


def leave(terminal: Terminal) -> None:
    """Leave the picker without a choice."""
    terminal.wait_for("152 papers")
    terminal.press("escape")


# The shell


def lines_of_shell() -> list[str]:
    text = "".join(recipes("sh")).replace("&&\n", "&& ")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_shell_recipes_are_those_that_are_tested() -> None:
    assert [line.split(">> ")[1] for line in lines_of_shell()] == [
        "paper.bib",
        "paper.md",
        "paper.tex",
    ]


@pytest.mark.parametrize(
    ("number", "target", "added"),
    [(0, "paper.bib", f"@article{{{KEY},"), (1, "paper.md", f"As was shown {MARKDOWN}.\n")],
)
def test_a_shell_adds_what_is_picked(
    tmp_path: Path, env: dict[str, str], number: int, target: str, added: str
) -> None:
    (tmp_path / target).write_text("before\n")
    command = ["-c", lines_of_shell()[number]]
    with Terminal(command, program=["sh"], env=env, folder=tmp_path) as terminal:
        pick(terminal)
        assert terminal.wait_for_end() == 0
    assert (tmp_path / target).read_text().startswith(f"before\n{added}")
    with Terminal(command, program=["sh"], env=env, folder=tmp_path) as terminal:
        leave(terminal)
        assert terminal.wait_for_end() == 1
    assert (tmp_path / target).read_text().count(KEY) == 1


def test_a_shell_cites_without_a_screen(tmp_path: Path, env: dict[str, str]) -> None:
    command = ["sh", "-c", lines_of_shell()[2]]
    subprocess.run(command, cwd=tmp_path, env=os.environ | env, check=True)
    assert (tmp_path / "paper.tex").read_text() == f"See {TEX}.\n"


# Vim and Neovim


@contextmanager
def editing(
    editor: str, folder: Path, env: Mapping[str, str], name: str = "paper.tex"
) -> Iterator[Terminal]:
    """An editor with the recipe, on a paper with one line."""
    need(editor)
    settings = folder / {"vim": "vimrc", "nvim": "init.lua"}[editor]
    [recipe] = recipes({"vim": "vim", "nvim": "lua"}[editor])
    # As in most people's settings; with -u Vim does not find out the type of a file.
    types = {"vim": "set nocompatible\nfiletype plugin on\n", "nvim": ""}[editor]
    settings.write_text(types + recipe)
    (folder / name).write_text("As in é.\nEnd\n")
    arguments = ["-u", str(settings), "-i", "NONE", "-n", name]
    with Terminal(arguments, program=[editor], env=env, folder=folder) as terminal:
        terminal.wait_for("As in é.")
        yield terminal


def save(terminal: Terminal) -> None:
    terminal.press("escape", ":wq", "enter")
    assert terminal.wait_for_end() == 0


EDITORS = pytest.mark.parametrize("editor", ["vim", "nvim"])


@EDITORS
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["A", " ", CTRL_G + "c"], f"As in é. {TEX}!\nEnd\n"),
        (["$", "i", " ", CTRL_G + "c"], f"As in é {TEX}!.\nEnd\n"),
        (["O", CTRL_G + "c"], f"{TEX}!\nAs in é.\nEnd\n"),
    ],
    ids=["at the end", "in the middle", "in an empty line"],
)
def test_insert_mode(
    tmp_path: Path, env: dict[str, str], editor: str, keys: list[str], text: str
) -> None:
    with editing(editor, tmp_path, env) as terminal:
        terminal.press(*keys)
        pick(terminal)
        terminal.wait_for(TEX)
        terminal.wait_for("-- INSERT --")
        terminal.press("!")  # goes on behind the citation
        save(terminal)
    assert (tmp_path / "paper.tex").read_text() == text


@EDITORS
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["$", "\\c"], f"As in é.{TEX}\nEnd\n"),
        (["$", "h", "\\c"], f"As in é{TEX}.\nEnd\n"),
        (["0", "\\c"], f"A{TEX}s in é.\nEnd\n"),
    ],
    ids=["at the end", "behind an accent", "at the beginning"],
)
def test_normal_mode(
    tmp_path: Path, env: dict[str, str], editor: str, keys: list[str], text: str
) -> None:
    with editing(editor, tmp_path, env) as terminal:
        terminal.press(*keys)
        pick(terminal)
        terminal.wait_for(TEX)
        save(terminal)
    assert (tmp_path / "paper.tex").read_text() == text


@EDITORS
@pytest.mark.parametrize("keys", [["A", CTRL_G + "c"], ["$", "\\c"]], ids=["insert", "normal"])
def test_leaving_the_picker_changes_nothing(
    tmp_path: Path, env: dict[str, str], editor: str, keys: list[str]
) -> None:
    with editing(editor, tmp_path, env) as terminal:
        terminal.press(*keys)
        leave(terminal)
        terminal.wait_until_gone("Enter pick")
        terminal.wait_for("As in é.")
        save(terminal)
    assert (tmp_path / "paper.tex").read_text() == "As in é.\nEnd\n"


@EDITORS
def test_markdown_has_citations_of_its_own(
    tmp_path: Path, env: dict[str, str], editor: str
) -> None:
    with editing(editor, tmp_path, env, "paper.md") as terminal:
        terminal.press("G", "A", " ", CTRL_G + "c")
        pick(terminal)
        terminal.wait_for(MARKDOWN)
        save(terminal)
    assert (tmp_path / "paper.md").read_text() == f"As in é.\nEnd {MARKDOWN}\n"


# tmux


@contextmanager
def in_tmux(folder: Path, env: Mapping[str, str]) -> Iterator[Terminal]:
    """A terminal with tmux in it, in whose only pane `cat` writes the file `typed`."""
    need("tmux")
    version = subprocess.run(["tmux", "-V"], capture_output=True, text=True, check=True).stdout
    if (found := re.search(r"(\d+)\.(\d+)", version)) and (int(found[1]), int(found[2])) < (3, 2):
        pytest.skip(f"tmux 3.2 has the first popups, this is {version.strip()}")
    settings = folder / "tmux.conf"
    [recipe] = recipes("tmux")
    settings.write_text(recipe)
    with tempfile.TemporaryDirectory() as short:  # paths of sockets have 100 characters at most
        command = ["tmux", "-S", f"{short}/socket", "-f", str(settings)]
        session = ["new-session", "cat > typed"]
        try:
            with Terminal(
                [*command[1:], *session], program=command[:1], env=env, folder=folder
            ) as terminal:
                terminal.wait_until((folder / "typed").exists, "cat to run")
                yield terminal
        finally:
            subprocess.run([*command, "kill-server"], capture_output=True, check=False)


def test_tmux_pastes_into_the_pane_below(tmp_path: Path, env: dict[str, str]) -> None:
    with in_tmux(tmp_path, env) as terminal:
        terminal.press("See ", PREFIX, "C")
        pick(terminal)
        terminal.wait_for(f"See {TEX}")
        terminal.press(".", "enter", "ctrl+d")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "typed").read_text() == f"See {TEX}.\n"


def test_tmux_pastes_nothing_where_nothing_is_picked(tmp_path: Path, env: dict[str, str]) -> None:
    with in_tmux(tmp_path, env) as terminal:
        terminal.press("See", PREFIX, "C")
        leave(terminal)
        terminal.wait_until_gone("┌")  # the frame around the picker, which takes keys until then
        terminal.press(".", "enter", "ctrl+d")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "typed").read_text() == "See.\n"


# VS Code, which needs a desktop: its settings are read and its commands run


def test_tasks_of_vs_code_run(tmp_path: Path, env: dict[str, str]) -> None:
    tasks, keys = map(json.loads, recipes("json"))
    cite, add = tasks["tasks"]
    assert [key["args"] for key in keys] == [cite["label"]]
    assert all(task["type"] == "shell" for task in tasks["tasks"])
    for task in (cite, add):
        command = ["-c", task["command"]]
        with Terminal(command, program=["sh"], env=env, folder=tmp_path) as terminal:
            terminal.wait_for("152 papers")
            if task is add:
                pick(terminal)
            else:
                terminal.press("t")  # asks the terminal to copy, as over a connection
                terminal.wait_for_bytes(rb"\x1b\]52;c;XGNpdGV7")  # \cite{
                terminal.press("q")
            assert terminal.wait_for_end() == 0
    assert (tmp_path / "paper.bib").read_text().startswith(f"@article{{{KEY},")
