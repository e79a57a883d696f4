"""Marking, copying and opening papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from pubbrowser.config import Settings
from pubbrowser.system.browser import OpenResult
from pubbrowser.system.clipboard import CopyResult
from pubbrowser.ui.screens.chooser import ChooserScreen
from pubbrowser.ui.screens.text import TextScreen
from pubbrowser.ui.widgets.paper_list import PaperList
from tests.ui.conftest import Open, Surroundings


async def test_c_copies_the_reference_of_the_paper(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("c")
        assert len(surroundings.copied) == 1
        assert "Horses Revisited" in surroundings.copied[0]
        assert browser.message == "Copied 1 reference, APA (7th edition), to the system clipboard"


async def test_c_copies_in_the_format_of_the_settings(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser(settings=Settings(citation="bibtex")) as browser:
        await browser.press("c")
        assert surroundings.copied[0].startswith("@inproceedings{muller2023horses,")


async def test_b_copies_bibtex(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("b")
        assert surroundings.copied[0].startswith("@inproceedings{muller2023horses,")
        assert browser.message == "Copied 1 BibTeX entry to the system clipboard"


async def test_marked_papers_are_copied_together(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "b")
        assert surroundings.copied[0].count("@") == 2
        assert browser.message == "Copied 2 BibTeX entries to the system clipboard"
        assert "2 marked" in browser.status


async def test_marks_survive_filters_and_the_message_tells_of_hidden_ones(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "x", "c")
        assert "Horses Revisited" in surroundings.copied[0]
        assert browser.message.endswith("(1 of them not shown now)")


async def test_marks_are_removed_and_brought_back(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "U")
        assert "marked" not in browser.status
        await browser.press("U")
        assert "2 marked" in browser.status


async def test_what_was_only_sent_is_not_called_copied(
    open_browser: Open, surroundings: Surroundings
) -> None:
    surroundings.copy_result = CopyResult("sent", "the terminal")
    async with open_browser() as browser:
        await browser.press("c")
        assert browser.message.startswith(
            "Sent 1 reference, APA (7th edition), to your terminal, which cannot confirm"
        )


async def test_what_could_not_be_copied_is_shown_to_save(
    open_browser: Open,
    surroundings: Surroundings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    surroundings.copy_result = CopyResult("failed", "", "there is no clipboard")
    async with open_browser() as browser:
        await browser.press("c")
        assert isinstance(browser.app.screen, TextScreen)
        await browser.press("s")
        assert "Horses Revisited" in (tmp_path / "citation-1.txt").read_text("utf-8")
        assert "citation-1.txt" in browser.message


async def test_what_could_not_be_copied_can_be_printed_on_leaving(
    open_browser: Open, surroundings: Surroundings
) -> None:
    surroundings.copy_result = CopyResult("failed", "", "there is no clipboard")
    async with open_browser() as browser:
        await browser.press("c", "p")
        assert "Horses Revisited" in browser.app.printed_on_leaving[0]


async def test_o_opens_the_only_repository(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("j", "j", "o")
        assert surroundings.opened == ["https://github.com/example/brackets"]
        assert browser.message == "Opened https://github.com/example/brackets"


async def test_o_asks_which_of_several_repositories(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("j", "o")
        assert isinstance(browser.app.screen, ChooserScreen)
        await browser.press("2")
        assert surroundings.opened == ["https://github.com/example/horse-toolbox"]


@pytest.mark.parametrize(
    ("keys", "opened"),
    [
        (("enter",), ["https://github.com/example/clever-horses"]),
        (("j", "enter"), ["https://github.com/example/horse-toolbox"]),
        (("j", "k", "enter"), ["https://github.com/example/clever-horses"]),
        (("escape",), []),
        (
            ("3",),
            [
                "https://github.com/example/clever-horses",
                "https://github.com/example/horse-toolbox",
            ],
        ),
    ],
)
async def test_chooser_is_used_by_keys(
    open_browser: Open, surroundings: Surroundings, keys: tuple[str, ...], opened: list[str]
) -> None:
    async with open_browser() as browser:
        await browser.press("j", "o", *keys)
        assert surroundings.opened == opened


async def test_chooser_is_used_by_mouse(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("j", "o")
        await browser.pilot.click(OptionList, offset=(3, 1))
        await browser.settle()
        assert surroundings.opened == ["https://github.com/example/horse-toolbox"]


async def test_o_with_marked_papers_offers_all_their_repositories(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "space", "o", "enter")
        assert len(surroundings.opened) == 3
        assert browser.message == "Opened 3 pages"


async def test_o_without_a_repository_says_so(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("o")
        assert surroundings.opened == []
        assert browser.message.startswith("No code repository is known for this paper")


async def test_shift_o_opens_the_page(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("O")
        assert surroundings.opened == ["https://arxiv.org/abs/2301.00001"]


async def test_numbers_open_the_links_of_the_details(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("j", "2")
        assert surroundings.opened == ["https://github.com/example/horse-toolbox"]
        await browser.press("9")
        assert browser.message == "There is no link 9"


async def test_address_is_copied_where_no_browser_can_be_opened(
    open_browser: Open, surroundings: Surroundings
) -> None:
    surroundings.open_result = OpenResult(False, "no display here")
    async with open_browser() as browser:
        await browser.press("j", "j", "o")
        assert surroundings.copied == ["https://github.com/example/brackets"]
        assert browser.message.startswith("Not opened (no display here); copied to")


async def test_nothing_chosen_is_said(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("slash", *"zzzz", "enter")
        for key in ("c", "b", "o", "O"):
            await browser.press(key)
            assert browser.message == "No paper is chosen"
        assert surroundings.copied == surroundings.opened == []


async def test_titles_are_shown_without_their_marks(open_browser: Open, tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text(r"@misc{k, title = {\emph{E. coli} at $\sqrt{s}$}, year = 2020}", "utf-8")
    async with open_browser([path]) as browser:
        assert browser.details.startswith("E. coli at √s\n")
        assert "E. coli at √s" in browser.screen.query_one(PaperList).render_line(0).text
