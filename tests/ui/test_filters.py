"""Searching, choosing people and years, and taking it all back again."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from pubbrowser.citing.markup import plain
from pubbrowser.ui.widgets.people_pane import PeopleList
from pubbrowser.ui.widgets.year_histogram import YearHistogram
from tests.ui.conftest import Browser, Open, Surroundings


async def test_search_filters_while_typing(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("hors")
        assert browser.titles == ["Horses Revisited", "Clever Horses and What They Learn"]
        assert browser.status == "2 of 4 papers · “hors” × · best first"


async def test_search_forgives_accents_and_misspellings(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("wickstrom")
        assert browser.titles == ["Why [/] Brackets Break Things"]
        await browser.press(*["backspace"] * 20)
        await browser.type("equinne")
        assert browser.titles == ["Clever Horses and What They Learn"]


async def test_letters_typed_into_the_search_are_no_commands(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("qoca")
        assert browser.screen.query_one("#search", Input).value == "qoca"
        assert browser.app.is_running


async def test_enter_keeps_the_search_and_escape_drops_it(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("horse")
        await browser.press("enter")
        assert browser.screen.pane == "papers"
        assert len(browser.titles) == 2
        await browser.press("escape")
        assert len(browser.titles) == 4
        assert browser.screen.query_one("#search", Input).value == ""


async def test_escape_in_the_search_field_leaves_it_and_drops_the_search(
    open_browser: Open,
) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("horse")
        await browser.press("escape")
        assert browser.screen.pane == "papers"
        assert len(browser.titles) == 4


async def test_typing_narrows_the_people_and_enter_chooses(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("a")
        await browser.type("tan")
        people = browser.screen.query_one(PeopleList)
        assert people.row_count == 1
        await browser.press("enter")
        assert browser.titles == ["Horses Revisited", "An Early Start"]
        assert "author H Tanaka ×" in browser.status


async def test_other_spellings_of_a_person_are_shown(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("a")
        await browser.type("lapuschkin")
        variants = browser.text("#people-variants")
        assert variants.startswith("also: ")
        assert "Bach S" in variants
        assert browser.screen.query_one("#people-variants").region.area


async def test_a_spelling_finds_the_person_behind_it(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("a")
        await browser.type("bach")
        await browser.press("enter")
        assert "author Sebastian Lapuschkin ×" in browser.status


async def test_several_people_are_all_wanted(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("a")
        await browser.type("tan")
        await browser.press("enter")
        await browser.type("mull")
        await browser.press("enter")
        assert browser.titles == ["Horses Revisited"]
        assert "authors H Tanaka + K-R Müller ×" in browser.status


async def test_arrows_and_pages_move_in_the_people_while_typing(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("a", "down", "down", "up")
        assert browser.screen.query_one(PeopleList).cursor == 1
        await browser.press("pagedown")
        last = browser.screen.query_one(PeopleList).row_count - 1
        assert browser.screen.query_one(PeopleList).cursor == last
        await browser.press("pageup")
        assert browser.screen.query_one(PeopleList).cursor == 0


async def test_click_chooses_a_person(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.pilot.click(PeopleList, offset=(5, 0))
        await browser.settle()
        assert "author A Example" in browser.status
        await browser.pilot.click(PeopleList, offset=(5, 0))
        await browser.settle()
        assert browser.status == "4 papers"


async def test_a_name_clicked_in_the_details_becomes_a_filter(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.pilot.click("#details-text", offset=(3, 1))
        await browser.settle()
        assert "author K-R Müller ×" in browser.status


async def test_year_under_the_cursor_is_chosen_and_given_up_again(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("h", "enter")
        assert browser.titles == ["Horses Revisited"]
        assert "2023 ×" in browser.status
        await browser.press("space")
        assert len(browser.titles) == 4


async def test_enter_on_a_chosen_range_keeps_it_and_goes_to_the_papers(
    open_browser: Open,
) -> None:
    async with open_browser() as browser:
        await browser.press("h", "left", "left", "shift+left", "shift+left", "enter")
        assert browser.screen.pane == "papers"
        assert "2019–2021 ×" in browser.status


async def test_shift_and_arrows_choose_a_range_of_years(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("h", "left", "left", "shift+left", "shift+left")
        assert "2019–2021 ×" in browser.status
        assert len(browser.titles) == 2
        await browser.press("shift+right")
        assert "2020–2021 ×" in browser.status


async def test_dragging_over_the_bars_chooses_their_years(open_browser: Open) -> None:
    async with open_browser() as browser:
        years = browser.screen.query_one(YearHistogram)
        cells = years.columns.cells
        # One column is padding, one row the title.
        await browser.pilot.mouse_down(years, offset=(1 + 3 * cells, 3))
        await browser.pilot.hover(years, offset=(1 + 4 * cells, 3))
        await browser.pilot.hover(years, offset=(1 + 5 * cells, 3))
        await browser.pilot.mouse_up(years, offset=(1 + 5 * cells, 3))
        await browser.settle()
        assert "2019–2021 ×" in browser.status


async def test_click_on_a_bar_chooses_its_year(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.pilot.click(YearHistogram, offset=(1, 3))
        await browser.settle()
        assert browser.titles == ["An Early Start"]


async def test_bars_outside_the_range_stay_visible(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("h", "enter")
        browsing = browser.screen.browsing
        assert browsing is not None
        assert browsing.result.year_counts == {2016: 1, 2019: 1, 2021: 1, 2023: 1}


async def test_only_papers_with_code(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("x")
        assert len(browser.titles) == 2
        assert "with code ×" in browser.status
        await browser.press("x")
        assert len(browser.titles) == 4


async def test_all_filters_combine_and_escape_takes_back_the_last_first(
    open_browser: Open,
) -> None:
    async with open_browser() as browser:
        await browser.press("a")
        await browser.type("mull")
        await browser.press("enter", "escape", "slash")
        await browser.type("horse")
        await browser.press("enter", "h", "enter", "escape")
        assert (
            browser.status
            == "1 of 4 papers · author K-R Müller × · “horse” × · 2023 × · best first"
        )
        await browser.press("escape")
        assert browser.status == "2 of 4 papers · author K-R Müller × · “horse” × · best first"
        await browser.press("escape")
        assert browser.status == "2 of 4 papers · author K-R Müller ×"
        await browser.press("escape")
        assert browser.status == "4 papers"
        await browser.press("escape")
        assert browser.status == "4 papers"


async def test_shift_r_drops_every_filter(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("horse")
        await browser.press("enter", "x", "R")
        assert browser.status == "4 papers"


async def test_click_on_the_cross_of_a_filter_drops_it(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("x")
        cross = browser.status.index("×") + 1
        await browser.pilot.click("#status", offset=(cross, 0))
        await browser.settle()
        assert browser.status == "4 papers"


async def test_cursor_stays_on_its_paper_when_a_filter_changes(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("j", "j")
        before = browser.work.merged.title
        await browser.press("x")
        assert browser.work.merged.title == before
        await browser.press("x")
        assert browser.work.merged.title == before


async def test_nothing_found_says_which_filter_and_what_to_do(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash")
        await browser.type("zzzz")
        assert "“zzzz”" in browser.text("#empty")
        assert "Esc" in browser.text("#empty")
        assert browser.screen.query_one("#empty").display
        assert browser.details == "No paper is chosen."


@pytest.mark.parametrize(
    ("choice", "first"),
    [
        ("2", "Horses Revisited"),
        ("3", "An Early Start"),
        ("4", "An Early Start"),
        ("5", "Clever Horses and What They Learn"),
        ("6", "Clever Horses and What They Learn"),
    ],
)
async def test_list_is_sorted_as_chosen(open_browser: Open, choice: str, first: str) -> None:
    async with open_browser() as browser:
        await browser.press("s", choice)
        assert browser.titles[0] == first


async def all_agree(browser: Browser, copied: list[str]) -> None:
    """Check that cursor, details and clipboard speak of the same paper."""
    work = browser.work
    assert browser.titles[browser.screen.papers.cursor] == work.merged.title
    assert browser.details.startswith(plain(work.merged.title))
    await browser.press("b")
    assert f"{{{work.key}," in copied[-1]
    papers = browser.screen.papers
    shown = papers.render_line(papers.cursor - papers.scroll_offset.y).text
    assert plain(work.merged.title)[:20] in shown


FILTERS = {
    "text": ("slash", *"explaining", "enter"),
    "misspelt text": ("slash", *"lapushkin", "enter"),
    "person": ("a", *"samek", "enter", "escape"),
    "years": ("h", "left", "shift+left", "escape"),
    "code": ("x",),
    "sort": ("s", "4"),
    "code, then back": ("x", "escape"),
    "all": ("slash", *"neural", "enter", "a", "enter", "escape", "h", "shift+left", "escape", "x"),
}


@pytest.mark.parametrize("name", FILTERS)
async def test_screen_cursor_details_and_clipboard_agree(
    open_browser: Open, surroundings: Surroundings, name: str
) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("j", "j", "j")
        await all_agree(browser, surroundings.copied)
        await browser.press(*FILTERS[name])
        await all_agree(browser, surroundings.copied)
        await browser.press("j")
        await all_agree(browser, surroundings.copied)
        await browser.press("G")
        await all_agree(browser, surroundings.copied)
