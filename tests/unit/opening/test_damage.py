"""Whatever befalls a store: right answers or a clean rebuild, never a wrong answer."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pubbrowser.opening import Opened, open_paths, opening
from pubbrowser.store import folder as store_folder
from pubbrowser.store.errors import StoreError
from tests.unit.opening.conftest import ENTRIES, PAPERS, everything, kept

anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, bytes, list[object]]:
    """Documents, their store, its content, and what opening them has to give."""
    root = tmp_path_factory.mktemp("damage")
    (root / "lists").mkdir()
    (root / "lists/papers.md").write_text(PAPERS, "utf-8")
    (root / "lists/entries.bib").write_text(ENTRIES, "utf-8")
    expected = everything(kept(root / "lists", root / "cache"))
    [store] = (root / "cache").glob("*.store")
    return root / "lists", store, store.read_bytes(), expected


Stored = tuple[Path, Path, bytes, list[object]]


def _opened(lists: Path, store: Path) -> Opened:
    return open_paths([str(lists)], cache=store.parent)


@given(at=st.integers(min_value=0), bits=st.integers(1, 255))
def test_a_changed_byte_gives_right_answers(stored: Stored, at: int, bits: int) -> None:
    lists, store, content, expected = stored
    place = at % len(content)
    store.write_bytes(content[:place] + bytes([content[place] ^ bits]) + content[place + 1 :])
    opened = _opened(lists, store)
    assert everything(opened) == expected
    if opened.store is None:
        assert not store.exists()  # so that it is made anew
        assert opened.keep()
        assert _opened(lists, store).store is not None


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=64))
def test_a_changed_byte_of_a_large_store_is_noticed_when_it_is_read(
    stored: Stored, at: int, share: int
) -> None:
    """Large stores are not compared as a whole before they are used."""
    lists, store, content, expected = stored
    place = at % len(content)
    store.write_bytes(content[:place] + bytes([content[place] ^ share]) + content[place + 1 :])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_CHECKED_AT_ONCE", 0)
        patch.setattr(opening, "_SHOWN_FIRST", 1)
        opened = _opened(lists, store)
        try:
            assert everything(opened) == expected
        except StoreError:
            with pytest.raises(StoreError):
                opened.check()
            opened.discard()
            opened = _opened(lists, store)
            assert opened.store is None
            assert everything(opened) == expected


@given(st.integers(min_value=0))
def test_a_store_cut_short_gives_right_answers(stored: Stored, at: int) -> None:
    lists, store, content, expected = stored
    store.write_bytes(content[: at % len(content)])
    opened = _opened(lists, store)
    assert opened.store is None
    assert everything(opened) == expected


@pytest.mark.parametrize("kind", ["folder", "unreadable", "link to nowhere", "pipe"])
def test_what_is_no_store_is_passed_over(stored: Stored, kind: str, tmp_path: Path) -> None:
    lists, store, _, expected = stored
    place = tmp_path / store.name
    if kind == "folder":
        place.mkdir()
    elif kind == "link to nowhere":
        place.symlink_to(tmp_path / "nowhere")
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.write_bytes(b"")
        place.chmod(0)
    assert everything(_opened(lists, place)) == expected


def test_a_full_disk_keeps_nothing(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing remains of what was half written, and the old store stays."""
    old = kept(folder, cache)
    before = {path: path.read_bytes() for path in cache.iterdir()}
    (folder / "more.bib").write_text("@book{b, title={More Horses}, year=1999}", "utf-8")
    opened = open_paths([str(folder)], cache=cache)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not opened.keep()
    assert {path: path.read_bytes() for path in cache.iterdir()} == before
    assert len(opened.corpus) == len(old.corpus) + 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_device_without_room_keeps_nothing(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_paths([str(folder)], cache=cache)
    real_open = os.open

    def on_full_device(path: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real_open(path, flags, mode)
        if str(path).endswith(".tmp"):
            full = real_open("/dev/full", os.O_RDWR)
            os.dup2(full, descriptor)
            os.close(full)
        return descriptor

    monkeypatch.setattr(store_folder.os, "open", on_full_device)
    assert not opened.keep()
    monkeypatch.undo()
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize("obstacle", ["a file", "a file above", "no leave"])
def test_a_cache_that_cannot_be_written_to_is_done_without(
    folder: Path, cache: Path, obstacle: str
) -> None:
    if obstacle == "no leave":
        cache.mkdir(mode=0o500)
        if os.access(cache, os.W_OK):
            pytest.skip("this user may write everywhere")
    elif obstacle == "a file":
        cache.write_text("in the way")
    else:
        cache.write_text("in the way")
        cache = cache / "below"
    opened = open_paths([str(folder)], cache=cache)
    assert everything(opened) == everything(open_paths([str(folder)]))
    assert not opened.keep()


def test_a_store_that_cannot_be_replaced_is_still_read(folder: Path, cache: Path) -> None:
    first = everything(kept(folder, cache))
    cache.chmod(0o500)
    try:
        assert everything(open_paths([str(folder)], cache=cache)) == first
    finally:
        cache.chmod(0o700)


def test_ctrl_c_while_writing_leaves_nothing_behind(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_paths([str(folder)], cache=cache)

    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        opened.keep()
    assert list(cache.iterdir()) == []


BUILD = """
import sys
from pathlib import Path
from pubbrowser.opening import open_paths
print("ready", flush=True)
while True:
    opened = open_paths([sys.argv[1]], cache=Path(sys.argv[2]))
    if opened.store is not None:
        opened.discard()
        opened = open_paths([sys.argv[1]], cache=Path(sys.argv[2]))
    opened.keep()
"""


@pytest.fixture
def builder(folder: Path, cache: Path) -> Iterator[partial[subprocess.Popen[str]]]:
    """Starts programs that make the store over and over."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(folder), str(cache)],
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        return program

    yield partial(start)
    for program in started:
        program.kill()
        program.wait()
        if program.stdout is not None:
            program.stdout.close()


def test_killed_at_any_moment_there_is_the_old_state_or_the_new(
    builder: partial[subprocess.Popen[str]], folder: Path, cache: Path
) -> None:
    expected = everything(open_paths([str(folder)]))
    chance = random.Random(5)
    for _ in range(12):
        program = builder()
        time.sleep(chance.uniform(0.05, 0.6))
        program.kill()
        program.wait()
        opened = open_paths([str(folder)], cache=cache)
        assert everything(opened) == expected
    kept_again = open_paths([str(folder)], cache=cache)
    kept_again.discard()
    assert open_paths([str(folder)], cache=cache).keep()
    assert [path.suffix for path in cache.iterdir()] == [".store"]  # no half ones stay


def test_two_programs_may_write_one_store(
    builder: partial[subprocess.Popen[str]], folder: Path, cache: Path
) -> None:
    expected = everything(open_paths([str(folder)]))
    programs = [builder(), builder()]
    stores = 0
    until = time.monotonic() + 4
    while time.monotonic() < until or not stores:
        opened = open_paths([str(folder)], cache=cache)
        stores += opened.store is not None
        assert everything(opened) == expected
    assert [program.poll() for program in programs] == [None, None]


def test_half_stores_of_programs_that_were_killed_go(folder: Path, cache: Path) -> None:
    kept(folder, cache)
    (cache / "half.0123456789ab.tmp").write_bytes(b"half")
    assert open_paths([str(folder)], cache=cache).store is not None
    assert [path.suffix for path in cache.iterdir()] == [".store"]


def test_what_is_being_written_is_not_swept_away(cache: Path) -> None:
    place = cache / "x.store"
    with store_folder.replacing(place) as file:
        file.write(b"new")
        store_folder.sweep(cache)
    assert place.read_bytes() == b"new"


def test_what_nobody_uses_is_swept_away(cache: Path) -> None:
    cache.mkdir()
    long_ago = time.time() - 100 * 24 * 3600
    for name in ("old.store", "used.store", "other"):
        (cache / name).write_bytes(b"")
        os.utime(cache / name, (long_ago, long_ago))
    (cache / "half.tmp").write_bytes(b"half")
    store_folder.note_use(cache / "used.store")
    store_folder.sweep(cache)
    assert sorted(path.name for path in cache.iterdir()) == ["other", "used.store"]
    shutil.rmtree(cache)
    store_folder.sweep(cache)


def test_only_the_person_may_read_what_is_kept(folder: Path, cache: Path) -> None:
    kept(folder, cache)
    [store] = cache.iterdir()
    assert store.stat().st_mode & 0o077 == 0
    assert cache.stat().st_mode & 0o077 == 0
