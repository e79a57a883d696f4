"""Writing files in one step."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from pubbrowser.system.files import WriteError, write_atomically

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def test_the_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_atomically(tmp_path / "list.bib", "Grün\r\nBlau\n")
    assert (tmp_path / "list.bib").read_bytes() == "Grün\r\nBlau\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["list.bib"]


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "list.bib", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "list.bib").stat().st_mode) == 0o640


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text("old")
    path.chmod(0o604)
    write_atomically(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays_a_link_and_its_target_changes(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "list.bib"
    target.write_text("old")
    shortcut = tmp_path / "shortcut.bib"
    shortcut.symlink_to(target)
    write_atomically(shortcut, "new")
    assert shortcut.is_symlink()
    assert target.read_text() == "new"


def test_a_link_to_a_file_not_yet_there_makes_that_file(tmp_path: Path) -> None:
    shortcut = tmp_path / "shortcut.bib"
    shortcut.symlink_to(tmp_path / "list.bib")
    write_atomically(shortcut, "new")
    assert shortcut.is_symlink()
    assert (tmp_path / "list.bib").read_text() == "new"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(WriteError, match="links"):
        write_atomically(tmp_path / "a", "x")
    assert (tmp_path / "a").is_symlink()


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "list.bib"
    with pytest.raises(WriteError) as caught:
        write_atomically(path, "x")
    assert str(caught.value) == f"cannot write {path}: the folder does not exist"


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="directory"):
        write_atomically(tmp_path, "x")


@pytest.mark.skipif(as_root, reason="root may write into every folder")
def test_a_folder_without_leave_to_write_is_the_reason(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WriteError, match="Permission denied"):
        write_atomically(tmp_path / "list.bib", "x")
    tmp_path.chmod(0o755)


@pytest.mark.skipif(as_root, reason="root may write to every file")
def test_a_write_protected_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="write-protected"):
        write_atomically(path, "new")
    assert path.read_text() == "old"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left")])
def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(
    step: str,
    interruption: BaseException,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.bib"
    path.write_text("old")

    def interrupted(*_: object) -> None:
        raise interruption

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises((KeyboardInterrupt, WriteError)):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["list.bib"]


def test_text_that_has_no_utf8_form_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text("old")
    with pytest.raises(WriteError):
        write_atomically(path, "\ud800")
    assert path.read_text() == "old"


def test_the_longest_name_a_folder_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 127)
    write_atomically(path, "x")
    assert path.read_text() == "x"


def test_a_named_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
