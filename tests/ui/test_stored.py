"""The browser opens what it has kept, and catches up with documents that have changed since."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from pubbrowser.opening import open_paths, opening
from tests.ui.conftest import SMALL_LIST, Browser, Open, Surroundings


def _kept(path: Path, cache: Path) -> Path:
    """Keep what a document holds, and give the store."""
    assert open_paths([str(path)], cache=cache).keep()
    [store] = cache.iterdir()
    return store


async def _until(browser: Browser, title: str) -> None:
    for _ in range(500):
        if title in browser.titles:
            return
        await browser.pilot.pause(0.02)
    raise AssertionError(f"{title!r} does not appear")


async def test_the_first_opening_keeps_what_it_has_read(
    open_browser: Open, small_list: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    async with open_browser(cache=cache) as browser:
        read = browser.titles
        for _ in range(500):
            if list(cache.glob("*.store")):
                break
            await browser.pilot.pause(0.02)
    async with open_browser(cache=cache) as browser:
        assert browser.screen.browsing is not None
        assert browser.titles == read
        assert browser.status.startswith("4 papers")
        await browser.press("slash")
        await browser.type("horses")
        assert browser.titles == ["Horses Revisited", "Clever Horses and What They Learn"]
        await browser.press("enter", "b")
        assert "Horses Revisited" in browser.work.merged.title


async def test_what_is_stored_is_not_read(
    open_browser: Open, small_list: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(small_list, tmp_path / "cache")
    monkeypatch.setattr(opening, "read_files", lambda *given: pytest.fail("it was read"))
    async with open_browser(cache=tmp_path / "cache") as browser:
        assert len(browser.titles) == 4


async def test_changed_documents_appear_and_the_cursor_stays(
    open_browser: Open, small_list: Path, tmp_path: Path
) -> None:
    _kept(small_list, tmp_path / "cache")
    changed = SMALL_LIST.replace("An Early Start", "A Late Start").replace("(2016)", "(2024)")
    small_list.write_text(changed, "utf-8")
    async with open_browser(cache=tmp_path / "cache") as browser:
        await _until(browser, "A Late Start")
        await browser.settle()
        assert browser.titles[0] == "A Late Start"
        assert browser.status.startswith("4 papers")


async def test_what_is_copied_before_changed_documents_are_read_is_said_to_be_old(
    open_browser: Open,
    small_list: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    surroundings: Surroundings,
) -> None:
    _kept(small_list, tmp_path / "cache")
    small_list.write_text(SMALL_LIST.replace("An Early Start", "A Late Start"), "utf-8")
    may_read, read = Event(), opening.read_files

    def read_later(*given: Any) -> Any:
        may_read.wait(20)
        return read(*given)

    monkeypatch.setattr(opening, "read_files", read_later)
    async with open_browser(cache=tmp_path / "cache") as browser:
        for _ in range(500):
            if browser.message:
                break
            await browser.pilot.pause(0.02)
        assert "Documents have changed" in browser.message
        await browser.press("c")
        assert browser.message.endswith(" · from before the documents changed")
        may_read.set()
        await _until(browser, "A Late Start")
        await browser.press("c")
        assert "documents changed" not in browser.message


@pytest.mark.parametrize("large", [False, True])
async def test_a_damaged_store_is_replaced(
    open_browser: Open,
    small_list: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    large: bool,
) -> None:
    store = _kept(small_list, tmp_path / "cache")
    content = store.read_bytes()
    place = content.index(b"work.years")  # the list of arrays; in a large store any array
    if large:
        monkeypatch.setattr(opening, "_CHECKED_AT_ONCE", 0)
        place = len(content) // 2
    store.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    damaged = store.read_bytes()
    async with open_browser(cache=tmp_path / "cache") as browser:
        for _ in range(500):
            if store.exists() and store.read_bytes() != damaged:
                break
            await browser.pilot.pause(0.02)
        await browser.settle()
        assert len(browser.titles) == 4
    again = open_paths([str(small_list)], cache=tmp_path / "cache")
    assert again.store is not None
    again.check()
