"""The language of queries on the screen: reasons, flaws, and samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment

from pubbrowser.search.language import parse
from pubbrowser.ui.queries import FORMS, samples
from pubbrowser.ui.widgets.search_input import SearchInput
from tests.ui.conftest import Browser, Open

ABSTRACTS = """\
works:
- csl:
    type: article-journal
    title: Clever Horses
    author: [{family: Example, given: Ada}, {family: Kim, given: Ann}, {family: Lee, given: Bo},
             {family: Montgomery, given: Zoe}, {family: Ng, given: Cy}]
    issued: {date-parts: [[2019]]}
    container-title: Journal of Equine Studies
    abstract: What is known of numbers among horses that have been asked for them.
- csl:
    type: article-journal
    title: Numbers of Birds
    author: [{family: Sample, given: Bea}]
    issued: {date-parts: [[2021]]}
    container-title: Ornithology
"""


@pytest.fixture
def abstracts(tmp_path: Path) -> Path:
    path = tmp_path / "abstracts.yaml"
    path.write_text(ABSTRACTS, "utf-8")
    return path


async def search(browser: Browser, text: str) -> None:
    await browser.press("slash")
    browser.screen.query_one(SearchInput).value = text
    await browser.settle()


def rows(browser: Browser) -> list[str]:
    papers = browser.screen.papers
    return [papers.render_line(row).text.rstrip() for row in range(papers.row_count)]


def underlined(segments: list[Segment]) -> list[str]:
    return [segment.text for segment in segments if segment.style and segment.style.underline]


def marked(browser: Browser, row: int) -> list[str]:
    return underlined(list(browser.screen.papers.render_line(row)))


async def test_a_match_in_the_abstract_shows_its_words(open_browser: Open, abstracts: Path) -> None:
    async with open_browser([abstracts], size=(80, 24)) as browser:
        await search(browser, "numbers")
        assert browser.titles == ["Numbers of Birds", "Clever Horses"]
        birds, horses = rows(browser)
        assert "Sample" in birds
        assert "abstract: " in horses
        assert marked(browser, 0) == ["Numbers"]
        assert marked(browser, 1) == ["numbers"]
        # A row is a line, whatever it tells.
        assert browser.screen.papers.virtual_size.height == 2


async def test_a_co_author_behind_the_dots_is_told(open_browser: Open, abstracts: Path) -> None:
    async with open_browser([abstracts]) as browser:
        assert "Montgomery" not in rows(browser)[1]
        await search(browser, "montgomery")
        assert "author: …Montgomery" in rows(browser)[0] or "Zoe Montgomery" in rows(browser)[0]
        assert marked(browser, 0) == ["Montgomery"]


async def test_a_misspelt_word_marks_the_word_it_was_taken_for(
    open_browser: Open, abstracts: Path
) -> None:
    async with open_browser([abstracts]) as browser:
        await search(browser, "nmubers")
        assert len(browser.titles) == 2
        assert marked(browser, 0) == ["Numbers"]
        assert marked(browser, 1) == ["numbers"]


async def test_a_faulty_part_is_underlined_and_told_and_the_rest_searched_for(
    open_browser: Open,
) -> None:
    async with open_browser(size=(80, 24)) as browser:
        await browser.press("slash")
        await browser.type("horse year:20x")
        assert browser.titles == ["Horses Revisited", "Clever Horses and What They Learn"]
        search = browser.screen.query_one(SearchInput)
        assert "".join(underlined(list(search.render_line(0)))) == "year:20x"
        assert browser.text("#foot").startswith("• year:20x is no year: write year:2019")
        assert "year:20x left out" in browser.status
        await browser.press("backspace")  # year:20 is the beginning of a year
        assert "Enter keep" in browser.text("#foot")
        assert "left out" not in browser.status
        assert len(browser.titles) == 2


async def test_the_advice_goes_with_the_keyboard(open_browser: Open) -> None:
    async with open_browser() as browser:
        await search(browser, "has:music")
        assert "has:music is not known" in browser.text("#foot")
        assert len(browser.titles) == 4
        await browser.press("enter")
        assert "has:music is not known" not in browser.text("#foot")
        assert "has:music left out" in browser.status


async def test_a_field_that_is_begun_is_explained_but_not_faulted(open_browser: Open) -> None:
    async with open_browser() as browser:
        await search(browser, "author:")
        assert len(browser.titles) == 4
        assert underlined(list(browser.screen.query_one(SearchInput).render_line(0))) == []
        assert 'author:"full name"' in browser.text("#foot")
        assert "left out" not in browser.status


async def test_advice_that_is_too_long_takes_a_second_line(open_browser: Open) -> None:
    async with open_browser(size=(60, 20)) as browser:
        await search(browser, "type:poem")
        foot = browser.screen.foot
        assert foot.size.height == 2
        await browser.press("escape")
        assert foot.size.height == 1


async def test_an_empty_field_offers_queries(open_browser: Open) -> None:
    async with open_browser() as browser:
        field = browser.screen.query_one(SearchInput)
        before = field.placeholder
        await browser.press("slash")
        assert "author:example" in field.placeholder
        await browser.press("escape")
        assert field.placeholder == before
        browsing = browser.screen.browsing
        assert browsing is not None
        assert parse(samples(browsing.corpus)).flaws == ()


@pytest.mark.parametrize("form", [form for form, _ in FORMS])
def test_forms_of_the_help_are_understood(form: str) -> None:
    parsed = parse(form)
    assert parsed.condition is not None
    assert parsed.flaws == ()
