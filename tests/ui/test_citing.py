"""The citing menu, the second key after `y`, and the defaults of `c` and `t`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input, Static, TextArea

from pubbrowser.config import Settings, load_state, state_path
from pubbrowser.system.clipboard import CopyResult
from pubbrowser.ui.screens.cite import CiteScreen
from pubbrowser.ui.screens.text import TextScreen
from pubbrowser.ui.screens.yank import YankScreen
from pubbrowser.ui.widgets.choice_list import ChoiceList
from pubbrowser.ui.yanking import YANKS
from tests.ui.conftest import Browser, Open, Surroundings


def menu(browser: Browser) -> CiteScreen:
    screen = browser.app.screen
    assert isinstance(screen, CiteScreen)
    return screen


def listed(browser: Browser) -> list[str]:
    return [row.label for row in menu(browser).query_one(ChoiceList)._rows]


def at_cursor(browser: Browser) -> str:
    row = menu(browser).query_one(ChoiceList).current
    return row.choice.notation if row else ""


def preview(browser: Browser) -> str:
    return str(menu(browser).query_one("#cite-text", Static).visual)


async def alone(browser: Browser) -> None:
    """Wait until a letter counts as pressed alone."""
    await browser.pilot.pause(0.3)
    await browser.settle()


async def test_t_copies_the_in_text_citation_of_the_marked(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "t")
        assert surroundings.copied == [r"\cite{example2021clever,muller2023horses}"]
        assert browser.message == (
            r"Copied \cite{example2021clever,muller2023horses} to the system clipboard"
        )


async def test_t_copies_what_the_settings_say(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser(settings=Settings(in_text="pandoc")) as browser:
        await browser.press("t")
        assert surroundings.copied == ["[@muller2023horses]"]


async def test_c_copies_in_the_style_and_markup_of_the_settings(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser(settings=Settings(citation="markdown:ieee")) as browser:
        await browser.press("j", "c")
        assert "*Journal of Equine Studies*" in surroundings.copied[0]
        assert browser.message.startswith("Copied 1 reference, IEEE as Markdown, to")


async def test_owners_are_bold_where_the_settings_want_it(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser(settings=Settings(citation="markdown", bold_owner=True)) as browser:
        await browser.press("c")
        assert "**Example, A.**" in surroundings.copied[0]


async def test_menu_previews_the_marked_papers_in_the_form_under_the_cursor(
    open_browser: Open,
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "C")
        assert at_cursor(browser) == "apa"
        assert preview(browser).startswith("Example, A.")
        assert "Clever Horses" in preview(browser)
        assert "Horses Revisited" in preview(browser)
        await browser.press("down")
        assert at_cursor(browser) == "ieee"
        assert "[1]" in preview(browser)
        await browser.press("up")
        assert at_cursor(browser) == "apa"


async def test_enter_in_the_menu_copies_and_the_choice_is_recent(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", "down", "enter")
        assert surroundings.copied[0].startswith("[1]")
        assert browser.message.startswith("Copied 1 reference, IEEE, to")
        await browser.press("C")
        assert listed(browser)[0] == "IEEE"
    assert load_state()["recent-citations"] == "ieee"


async def test_typing_narrows_the_menu_to_any_style(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *"bioinf")
        assert "Bioinformatics" in listed(browser)
        assert all("bioinf" in label.lower() for label in listed(browser))
        await browser.press("enter")
        assert "Horses Revisited" in surroundings.copied[0]


@pytest.mark.parametrize("keys", ["science", ["slash", *"science"]])
async def test_words_may_begin_with_letters_that_act_alone(
    open_browser: Open, keys: Sequence[str]
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *keys)
        assert menu(browser).query_one("#cite-narrow", Input).value == "science"
        assert "Science" in listed(browser)[:2]
        await browser.press("backspace", "escape")
        assert menu(browser).query_one("#cite-narrow", Input).value == ""
        await browser.press("escape")
        assert not isinstance(browser.app.screen, CiteScreen)


async def test_words_that_nothing_has_are_said_to_find_nothing(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *"xyzzy", "enter")
        assert "No format or style has all these words" in preview(browser)
        assert surroundings.copied == []


async def test_arrows_change_between_text_markdown_and_html(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", "right")
        assert at_cursor(browser) == "markdown:apa"
        await browser.press("right")
        assert preview(browser).startswith('<div class="csl-bib-body">')
        await browser.press("left", "left", "left", "enter")
        assert surroundings.copied[0].startswith("<div")


async def test_d_makes_the_choice_the_default_of_c(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", "down", "d")
        await alone(browser)
        hint = str(menu(browser).query_one("#cite-hint", Static).visual)
        assert "c copies IEEE from now on" in hint
        await browser.press("escape", "c")
        assert surroundings.copied[0].startswith("[1]")
    async with open_browser() as browser:
        await browser.press("c")
        assert surroundings.copied[1].startswith("[1]")


async def test_d_on_an_in_text_form_makes_it_the_default_of_t(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *"citep", "down", "up", "d")
        await alone(browser)
        await browser.press("escape", "escape", "t")
        assert surroundings.copied == [r"\citep{muller2023horses}"]


async def test_a_default_in_the_settings_is_back_at_the_next_start(
    open_browser: Open, surroundings: Surroundings
) -> None:
    settings = Settings(citation="bibtex")
    async with open_browser(settings=settings) as browser:
        await browser.press("C", *"ieee", "down", "d")
        await alone(browser)
        hint = str(menu(browser).query_one("#cite-hint", Static).visual)
        assert "until you leave: your settings name another" in hint
    async with open_browser(settings=settings) as browser:
        await browser.press("c")
        assert surroundings.copied[0].startswith("@inproceedings")


async def test_s_saves_to_a_new_file_and_never_over_another(
    open_browser: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "citations.json").write_text("mine")
    async with open_browser() as browser:
        await browser.press("space", "space", "C", *"json", "down", "s")
        await alone(browser)
        field = browser.app.screen.query_one(Input)
        assert field.value == "citations-2.json"
        field.value = "citations.json"
        await browser.press("enter")
        hint = str(browser.app.screen.query_one("#question-hint", Static).visual)
        assert "is there already" in hint
        field.value = "mine.json"
        await browser.press("enter")
        assert browser.message == f"Saved 2 CSL-JSON items to {tmp_path / 'mine.json'}"
    assert len(json.loads((tmp_path / "mine.json").read_text("utf-8"))) == 2
    assert (tmp_path / "citations.json").read_text() == "mine"


async def test_tab_leads_from_the_field_to_the_list_with_its_commands(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *"ieee", "space", *"access")
        hint = menu(browser).query_one("#cite-hint", Static)
        assert "Tab to the list" in str(hint.visual)
        await browser.press("tab")
        assert "s saves" in str(hint.visual)
        await browser.press("d")
        await alone(browser)
        assert "c copies" in str(hint.visual)


async def test_menu_is_used_by_mouse(open_browser: Open, surroundings: Surroundings) -> None:
    async with open_browser() as browser:
        await browser.press("C")
        await browser.pilot.double_click(ChoiceList, offset=(6, 1))
        await browser.settle()
        assert surroundings.copied[0].startswith("[1]")


@pytest.mark.parametrize(
    ("key", "beginning"),
    [
        ("k", "example2021clever"),
        ("t", "Clever Horses and What They Learn"),
        ("o", "https://github.com/example/clever-horses\nhttps://github.com/example/horse-toolbox"),
        ("y", "Example, A."),
        ("r", "Example, A."),
        ("m", "Example, A."),
        ("h", "<div"),
        ("b", "@article{example2021clever,"),
        ("x", "@article{example2021clever,"),
        ("i", "TY  - JOUR"),
        ("j", "[\n"),
        ("c", r"\cite{example2021clever}"),
        ("p", r"\citep{example2021clever}"),
        ("e", r"\citet{example2021clever}"),
        ("u", r"\autocite{example2021clever}"),
        ("n", "[@example2021clever]"),
        ("s", "@example2021clever"),
    ],
)
async def test_y_and_a_key_copy_a_part_or_a_format(
    open_browser: Open, surroundings: Surroundings, key: str, beginning: str
) -> None:
    async with open_browser() as browser:
        await browser.press("j", "y", key)
        assert surroundings.copied[0].startswith(beginning)
        assert browser.message.startswith("Copied ")


async def test_recent_styles_take_another_markup_too(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("C", *"ieee micro", "enter")
        await browser.press("C", "right", "home")
        assert at_cursor(browser) == "markdown:ieee-micro"
        await browser.press("enter")
        assert "*" in surroundings.copied[-1]
        assert surroundings.copied[-1] != surroundings.copied[0]
        await browser.press("C", "home")  # as it was used last
        assert at_cursor(browser) == "markdown:ieee-micro"


async def test_a_default_that_cannot_be_kept_is_said_to_last_until_the_end(
    open_browser: Open, home: Path
) -> None:
    state = state_path().parent
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("a file where the folder should be")
    async with open_browser() as browser:
        await browser.press("C", "down", "d")
        await alone(browser)
        hint = str(menu(browser).query_one("#cite-hint", Static).visual)
        assert "until you leave" in hint
        assert "cannot be written to" in hint


async def test_y_names_every_key_and_says_what_is_not_there(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("y")
        assert isinstance(browser.app.screen, YankScreen)
        hints = browser.app.screen.query_one("#yank", Static)
        assert all(f"{entry.key} {entry.label}" in str(hints.visual) for entry in YANKS)
        assert len({entry.key for entry in YANKS}) == len(YANKS)
        await browser.press("d")
        assert browser.message == "This paper has no DOI to copy"
        await browser.press("y", "z")
        assert browser.message == "y z copies nothing; y shows what can be copied"
        await browser.press("y", "escape")
        assert surroundings.copied == []


async def test_yv_shows_what_was_copied_last(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("y", "v")
        assert browser.message == "Nothing has been copied yet"
        surroundings.copy_result = CopyResult("sent", "the terminal")
        await browser.press("y", "k")
        assert browser.message.endswith("cannot confirm that it copied; yv shows it")
        await browser.press("y", "v")
        assert isinstance(browser.app.screen, TextScreen)
        assert browser.app.screen.query_one(TextArea).text == surroundings.copied[0]
        assert browser.app.screen.query_one("#text-box").border_title == "Copied last"
        await browser.press("p")
        assert browser.message == "Will be printed when you leave"


async def test_parts_of_several_papers_are_copied_in_the_order_of_their_authors(
    open_browser: Open, surroundings: Surroundings
) -> None:
    async with open_browser() as browser:
        await browser.press("space", "space", "y", "t")
        assert surroundings.copied == ["Clever Horses and What They Learn\nHorses Revisited"]
        assert browser.message == "Copied the title of 2 papers to the system clipboard"


async def test_nothing_chosen_opens_no_menu(open_browser: Open) -> None:
    async with open_browser() as browser:
        await browser.press("slash", *"zzzz", "enter")
        for key in ("C", "y", "t"):
            await browser.press(key)
            assert browser.message == "No paper is chosen"
            assert browser.app.screen is browser.screen
