"""Changing a file that others change at the same time."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pubbrowser.system.files import WriteError
from pubbrowser.system.updating import update_file

ADD_LINES = """
import sys
from pubbrowser.system.updating import update_file
path, name = sys.argv[1:]
sys.stdin.readline()  # until both processes are there
for number in range(40):
    update_file(path, lambda content: content + f"{name}{number}\\n".encode())
"""


def test_the_content_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(b"old\r\n")
    update_file(tmp_path / "a.bib", lambda content: content + b"new")
    assert (tmp_path / "a.bib").read_bytes() == b"old\r\nnew"
    assert os.listdir(tmp_path) == ["a.bib"]


def test_a_missing_file_is_made(tmp_path: Path) -> None:
    update_file(tmp_path / "a.bib", lambda content: content + b"new")
    assert (tmp_path / "a.bib").read_bytes() == b"new"


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="the folder does not exist"):
        update_file(tmp_path / "no" / "a.bib", lambda content: content + b"new")


def test_links_stay_links_and_modes_stay(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.bib", tmp_path / "link.bib"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    update_file(link, lambda content: content + b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"oldnew"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_file_without_a_change_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(b"old")
    before = (tmp_path / "a.bib").stat()
    update_file(tmp_path / "a.bib", lambda content: content)
    assert (tmp_path / "a.bib").stat() == before


def test_what_an_editor_saves_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"old\n")
    calls = []

    def change(content: bytes) -> bytes:
        calls.append(content)
        if len(calls) == 1:
            (tmp_path / "saved").write_bytes(b"edited\n")
            os.replace(tmp_path / "saved", path)
        return content + b"new\n"

    update_file(path, change)
    assert path.read_bytes() == b"edited\nnew\n"
    assert calls == [b"old\n", b"edited\n"]


def test_a_file_that_somebody_else_makes_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"

    def change(content: bytes) -> bytes:
        if not content:
            path.write_bytes(b"theirs\n")
        return content + b"new\n"

    update_file(path, change)
    assert path.read_bytes() == b"theirs\nnew\n"


def test_a_file_that_never_rests_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"x")

    def change(content: bytes) -> bytes:
        path.write_bytes(content + b"x")
        return content + b"new"

    with pytest.raises(WriteError, match="keeps changing"):
        update_file(path, change)
    assert set(path.read_bytes()) == set(b"x")
    assert os.listdir(tmp_path) == ["a.bib"]


def test_what_the_change_raises_goes_on_and_leaves_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(b"old")

    def change(content: bytes) -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        update_file(tmp_path / "a.bib", change)
    assert (tmp_path / "a.bib").read_bytes() == b"old"
    update_file(tmp_path / "a.bib", lambda content: content + b"!")  # the lock is free again


@pytest.mark.parametrize("name", ["folder", "nul\0l"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError):
        update_file(f"{tmp_path}/{name}", lambda content: content + b"new")


def test_processes_that_append_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADD_LINES, str(path), name], stdin=subprocess.PIPE, text=True
        )
        for name in ("a", "b", "c")
    ]
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.close()
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    lines = path.read_text().split()
    assert sorted(lines) == sorted(f"{name}{number}" for name in "abc" for number in range(40))


def test_threads_that_append_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"

    def add(name: str) -> None:
        for _ in range(20):
            update_file(path, lambda content: content + f"{name}\n".encode())

    threads = [threading.Thread(target=add, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(path.read_text().split()) == 40
