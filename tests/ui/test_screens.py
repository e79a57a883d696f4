"""Opening, sizes, help, palette, themes, and what documents can do to the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.command import CommandPalette

from pubbrowser.config import Settings, load_state
from pubbrowser.ui.actions import ACTIONS
from pubbrowser.ui.screens.dialog import Dialog
from pubbrowser.ui.screens.help import HelpScreen, help_content
from pubbrowser.ui.widgets.line_list import LineList
from tests.ui.conftest import Open


async def test_sample_says_what_it_is(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        assert "bundled sample" in browser.text("#title-line")
        assert browser.status == "152 papers"
        assert "152 papers from 242 entries" in browser.text("#title-line")


async def test_document_is_named(open_browser: Open) -> None:
    async with open_browser() as browser:
        assert "example.md" in browser.text("#title-line")


async def test_unreadable_file_is_told_beside_what_could_be_read(
    open_browser: Open, small_list: Path, tmp_path: Path
) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text("Nothing but a sentence.\n", "utf-8")
    async with open_browser([small_list, prose]) as browser:
        assert browser.status == "4 papers"
        assert "prose.txt" in browser.message
        assert "1 file not read" in browser.text("#title-line")


async def test_nothing_read_ends_in_exit_code_3(open_browser: Open, tmp_path: Path) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text("Nothing but a sentence.\n", "utf-8")
    async with open_browser([prose]) as browser:
        assert "None of the files could be read" in browser.text("#empty")
        assert "prose.txt: no known layout" in browser.text("#empty")
        await browser.press("q")
        assert browser.app.return_code == 3


@pytest.mark.parametrize(
    ("size", "visible"),
    [
        ((60, 24), {"papers-pane"}),
        ((80, 24), {"papers-pane", "details"}),
        ((100, 15), {"papers-pane"}),
        ((120, 40), {"papers-pane", "details", "people", "years"}),
        ((130, 16), {"papers-pane", "people"}),
        ((200, 60), {"papers-pane", "details", "people", "years"}),
    ],
)
async def test_panes_give_way_in_small_windows(
    open_browser: Open, size: tuple[int, int], visible: set[str]
) -> None:
    async with open_browser(size=size) as browser:
        shown = {
            name
            for name in ("papers-pane", "details", "people", "years")
            if browser.screen.query_one(f"#{name}").region.area
        }
        assert shown == visible


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (90, 15)])
@pytest.mark.parametrize(("key", "pane"), [("a", "people"), ("h", "years"), ("enter", "details")])
async def test_hidden_panes_come_when_asked_for_and_go_with_escape(
    open_browser: Open, size: tuple[int, int], key: str, pane: str
) -> None:
    async with open_browser(size=size) as browser:
        await browser.press(key)
        assert browser.screen.query_one(f"#{pane}").region.area
        assert browser.screen.pane == pane
        await browser.press("escape")
        assert browser.screen.pane == "papers"
        assert browser.screen.query_one("#papers").region.area


async def test_window_may_change_its_size_while_in_use(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("G")
        for size in ((60, 20), (200, 60), (80, 24), (40, 10), (120, 40)):
            await browser.pilot.resize_terminal(*size)
            await browser.settle()
            papers = browser.screen.papers
            top = papers.scroll_offset.y
            assert top <= papers.cursor < top + papers.scrollable_content_region.height


async def test_help_names_every_action_and_closes(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("question_mark")
        assert isinstance(browser.app.screen, HelpScreen)
        for key in ("j", "k", "escape"):
            await browser.press(key)
        assert browser.app.screen is browser.screen
    text = str(help_content(120))
    assert all(action.help in text for action in ACTIONS)


async def test_every_action_exists_and_has_its_own_key(open_browser: Open) -> None:
    async with open_browser() as browser:
        for action in ACTIONS:
            assert hasattr(browser.screen, f"action_{action.name}"), action.name
    keys = [key for action in ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))


async def test_palette_holds_the_actions(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("ctrl+p")
        assert isinstance(browser.app.screen, CommandPalette)
        await browser.press("escape")
        titles = {c.title for c in browser.app.get_system_commands(browser.screen)}
        assert "Copy the BibTeX of this paper, or of the marked" in titles
        assert "Theme" in titles


async def test_keys_can_be_changed_in_the_settings(open_browser: Open) -> None:
    async with open_browser(settings=Settings(keys={"filter_code": "f5"})) as browser:
        await browser.press("x")
        assert len(browser.titles) == 4
        await browser.press("f5")
        assert len(browser.titles) == 2


async def test_theme_is_kept(open_browser: Open) -> None:
    async with open_browser() as browser:
        browser.app.theme = "pubbrowser-light"
        await browser.settle()
    assert load_state()["theme"] == "pubbrowser-light"
    async with open_browser() as browser:
        assert browser.app.theme == "pubbrowser-light"


async def test_no_color_uses_the_terminals_own_colours(
    open_browser: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_browser() as browser:
        assert browser.app.theme == "ansi-dark"
        line = browser.screen.papers.render_line(0).text
        assert line.startswith("▌")


async def test_q_leaves(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("q")
        assert browser.app.return_code == 0


HOSTILE = (
    "[/] [bold]no markup[/bold]",
    "\x1b[31mred\x1b]0;title\x07 \u202eright to left\u202c",
    "a" * 100_000,
    "𝒳 😀👩‍🔬 漢字かな 한글 עברית العربية",
    "{curly} `tick` $(touch /tmp/x) %s %n",
)


@pytest.mark.parametrize("title", HOSTILE, ids=["markup", "escapes", "long", "scripts", "shell"])
async def test_hostile_text_is_shown_as_plain_text(
    open_browser: Open, tmp_path: Path, title: str
) -> None:
    path = tmp_path / "hostile.json"
    import json

    item = {
        "type": "book",
        "title": title,
        "author": [{"family": title, "given": title}],
        "container-title": title,
        "abstract": title,
        "publisher": title,
        "custom": {"notes": [title], "links": [{"url": "https://e.org/" + title, "kind": "repo"}]},
    }
    path.write_text(json.dumps([item]), "utf-8")
    async with open_browser([path]) as browser:
        for key in ("j", "space", "a", "enter", "escape", "escape", "c", "b", "o", "question_mark"):
            await browser.press(key)
        await browser.press("escape", "escape")
        for row in range(3):
            assert "\x1b" not in browser.screen.papers.render_line(row).text
            assert "\u202e" not in browser.screen.papers.render_line(row).text
        assert "\x1b" not in browser.details


class Million(LineList):
    """A million rows that count how often they are drawn."""

    drawn = 0

    def render_row(self, row: int, width: int, base: Style) -> list[Segment]:
        self.drawn += 1
        return [Segment(f"row {row}", base)]


async def test_list_draws_visible_rows_only() -> None:
    class ListApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Million()

    app = ListApp()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(Million)
        rows.replace_rows(1_000_000)
        await pilot.press("G", "g", "pagedown")
        await pilot.pause()
        assert rows.row_count == 1_000_000
        assert rows.drawn < 24 * 8


async def test_a_message_that_is_too_long_for_a_line_takes_several(open_browser: Open) -> None:
    async with open_browser(size=(80, 24)) as browser:
        browser.screen.foot.say("word " * 40 + "end", "failed")
        await browser.pilot.pause()
        assert browser.screen.foot.size.height == 3
        browser.screen.foot.be_quiet()
        await browser.pilot.pause()
        assert browser.screen.foot.size.height == 1


async def test_a_dialog_is_painted_again_when_all_is_quiet(
    open_browser: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For its first frame may have been given up: see `Dialog`."""
    async with open_browser() as browser:
        frames: list[Dialog[None]] = []
        paint = Dialog._compositor_refresh
        looks: list[Callable[[], object]] = []

        def note(self: Dialog[None]) -> None:
            frames.append(self)
            paint(self)

        def look_later(self: Dialog[None], delay: float, look: Callable[[], object]) -> None:
            assert 0 < delay < 1
            looks.append(look)

        monkeypatch.setattr(Dialog, "_compositor_refresh", note)
        monkeypatch.setattr(Dialog, "set_timer", look_later)
        await browser.press("question_mark")
        await browser.settle()
        painted = len(frames)
        (look,) = looks
        look()
        for _ in range(500):
            if len(frames) > painted:
                break
            await browser.pilot.pause(0.02)
        assert len(frames) > painted
