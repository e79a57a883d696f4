"""Moving through the list by keys and mouse."""

from __future__ import annotations

import pytest
from textual.events import Key, MouseScrollDown
from textual.widgets import Input

from tests.ui.conftest import Open


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j"], 1),
        (["down", "down"], 2),
        (["j", "j", "k"], 1),
        (["j", "up"], 0),
        (["G"], 151),
        (["end", "g"], 0),
        (["G", "home"], 0),
        (["k"], 0),
        (["G", "j"], 151),
    ],
)
async def test_keys_move_the_cursor(open_browser: Open, keys: list[str], row: int) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press(*keys)
        assert browser.screen.papers.cursor == row


@pytest.mark.parametrize("forth_and_back", [("ctrl+d", "ctrl+u"), ("pagedown", "pageup")])
async def test_pages_move_by_what_is_visible(
    open_browser: Open, forth_and_back: tuple[str, str]
) -> None:
    forth, back = forth_and_back
    async with open_browser(sample=True) as browser:
        papers = browser.screen.papers
        height = papers.scrollable_content_region.height
        await browser.press(forth)
        assert papers.cursor == (height // 2 if forth == "ctrl+d" else height - 1)
        await browser.press(back)
        assert papers.cursor == 0


async def test_cursor_is_always_in_view(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        papers = browser.screen.papers
        for key in ("G", "g", "ctrl+d", "ctrl+d", "ctrl+d", "pageup", "k"):
            await browser.press(key)
            top = papers.scroll_offset.y
            assert top <= papers.cursor < top + papers.scrollable_content_region.height


async def test_details_follow_the_cursor(open_browser: Open) -> None:
    async with open_browser() as browser:
        for _ in range(3):
            await browser.press("j")
            assert browser.details.startswith(browser.work.merged.title)


async def test_click_moves_the_cursor_and_double_click_goes_to_the_details(
    open_browser: Open,
) -> None:
    async with open_browser(sample=True) as browser:
        await browser.pilot.click("#papers", offset=(20, 4))
        await browser.settle()
        assert browser.screen.papers.cursor == 4
        await browser.pilot.click("#papers", offset=(20, 6), times=2)
        await browser.settle()
        assert browser.screen.papers.cursor == 6
        assert browser.screen.pane == "details"


async def test_wheel_scrolls_the_list_under_the_mouse(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        papers = browser.screen.papers
        await browser.pilot._post_mouse_events(  # pilot has no wheel of its own
            [MouseScrollDown],
            widget=papers,
            offset=(10, 5),
        )
        await browser.settle()
        assert papers.scroll_offset.y > 0


async def test_tab_goes_round_all_panes(open_browser: Open) -> None:
    async with open_browser() as browser:
        seen = []
        for _ in range(5):
            await browser.press("tab")
            seen.append(browser.screen.pane)
        assert seen == ["details", "people", "years", "search", "papers"]
        await browser.press("shift+tab")
        assert browser.screen.pane == "search"


async def test_keys_that_arrive_together_take_effect_one_after_the_other(
    open_browser: Open,
) -> None:
    async with open_browser(sample=True) as browser:
        for letter in "/quit":
            browser.app.post_message(Key({"/": "slash"}.get(letter, letter), letter))
        await browser.settle()
        assert browser.app.is_running
        assert browser.screen.query_one("#search", Input).value == "quit"
        for key in ("escape", "s", "4", "j", "a"):
            browser.app.post_message(Key(key, key if len(key) == 1 else None))
        for letter in "samek":
            browser.app.post_message(Key(letter, letter))
        browser.app.post_message(Key("enter", None))
        await browser.settle()
        await browser.pilot.pause(0.3)
        assert "author Wojciech Samek" in browser.status
        assert "by title" in browser.status
