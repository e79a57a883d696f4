"""The command line uses what it has kept, and does without when it is asked to or has to."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubbrowser.cli import main
from pubbrowser.config import cache_folder
from pubbrowser.opening import opening
from tests.ui.conftest import SMALL_LIST


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "example.md"
    path.write_text(SMALL_LIST, "utf-8")
    return path


def _stores() -> list[Path]:
    folder = cache_folder()
    assert folder is not None
    return sorted(folder.glob("*.store"))


def _output(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(argument) for argument in arguments]) in (0, 1)
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


COMMANDS = [
    ("search", "horses"),
    ("search", "brakets", "--format", "json"),
    ("export",),
    ("export", "-q", "2019", "--format", "bibtex"),
    ("cite", "horses"),
    ("check",),
    ("sources",),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_was_kept_gives_the_same_output(
    command: tuple[str, ...],
    document: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = _output(capsys, *command, document, "--no-cache")
    assert _stores() == []
    assert _output(capsys, *command, document) == plain
    assert len(_stores()) == 1
    monkeypatch.setattr(opening, "read_files", lambda *given: pytest.fail("it was read"))
    assert _output(capsys, *command, document) == plain


@pytest.mark.parametrize("large", [False, True])
def test_a_damaged_store_does_not_show(
    document: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    large: bool,
) -> None:
    plain = _output(capsys, "search", "horses", document)
    [store] = _stores()
    content = store.read_bytes()
    if large:  # then damage shows when something is looked up
        monkeypatch.setattr(opening, "_CHECKED_AT_ONCE", 0)
        monkeypatch.setattr(opening, "_SHOWN_FIRST", 0)
    store.write_bytes(content[:70] + bytes([content[70] ^ 1]) + content[71:])
    assert _output(capsys, "search", "horses", document) == plain
    assert _output(capsys, "search", "horses", document) == plain


def test_the_variable_names_the_folder(
    document: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PUBBROWSER_CACHE", str(tmp_path / "mine"))
    _output(capsys, "search", "horses", document)
    assert len(list((tmp_path / "mine").glob("*.store"))) == 1


def test_a_cache_that_nobody_can_find_is_done_without(
    document: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBBROWSER_CACHE", "~nobody-of-that-name/cache")
    assert cache_folder() is None
    assert "Clever Horses" in _output(capsys, "search", "horses", document)
