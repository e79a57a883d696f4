"""Corrections made on the screen: joined, split, aliased, edited, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubbrowser.ui.screens.question import QuestionScreen
from tests.ui.conftest import Browser, Open

LIST = """\
# Publications

## Journal Articles

1. **Bell J**, Tanaka H and Doe A (2019).
"Pulsars and What They Tell".
In: *Journal of Stars* 12:45–67
2. **Bell J** (2021).
"A Quiet Sky".
In: *Journal of Stars* 14:1–9
"""
FEED = """\
LGMar 3, 2018
What Pulsars Say about Neutron Matter in the Sky

Jocelyn Bell, Hiro Tanaka et al.

Pulsars turn so evenly that they can serve as clocks. We look at what this says of them.

LGFeb 2, 2020
A Quiet Sky

Jocelyn Bell

On nights without a signal there is much to learn about the instrument that listens.
"""


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """A list and a feed: one paper stands in both, another perhaps, under two titles."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "list.md").write_text(LIST, "utf-8")
    (folder / "feed.txt").write_text(FEED, "utf-8")
    return [folder / "list.md", folder / "feed.txt"]


async def corrected(browser: Browser) -> None:
    """Wait until the documents have been merged anew, which a message says."""
    for _ in range(300):
        if browser.message:
            break
        await browser.pilot.pause(0.02)
    await browser.settle()


async def test_marked_papers_are_joined_and_the_join_is_taken_back(
    open_browser: Open, documents: list[Path]
) -> None:
    async with open_browser(documents) as browser:
        assert browser.status == "3 papers"
        await browser.press("slash", *"pulsars", "enter", "space", "space", "J")
        await corrected(browser)
        assert len(browser.titles) == 1
        assert len(browser.work.records) == 2
        assert browser.message.startswith("2 papers joined to one")
        kept = documents[0].parent / "pubbrowser.yaml"
        assert "join:" in kept.read_text("utf-8")
        browser.screen.foot.be_quiet()
        await browser.press("u")
        await corrected(browser)
        assert len(browser.titles) == 2
        assert not kept.exists()
    assert documents[0].read_text("utf-8") == LIST
    assert documents[1].read_text("utf-8") == FEED


async def test_a_paper_is_split_into_its_entries(open_browser: Open, documents: list[Path]) -> None:
    async with open_browser(documents) as browser:
        await browser.press("slash", *"quiet", "enter")
        assert len(browser.work.records) == 2
        await browser.press("S")
        await corrected(browser)
        assert browser.titles == ["A Quiet Sky", "A Quiet Sky"]
    async with open_browser(documents) as browser:
        assert browser.status == "4 papers"


async def test_two_names_become_one_person(open_browser: Open, documents: list[Path]) -> None:
    documents[0].write_text(LIST.replace("2. **Bell J**", "2. Doe Andrea"), "utf-8")
    async with open_browser(documents[:1]) as browser:
        await browser.press("a", *"bell", "enter", *"andrea", "enter", "escape", "A")
        await corrected(browser)
        assert "are one person" in browser.message, browser.message
        browsing = browser.screen.browsing
        assert browsing is not None
        assert [person.works for person in browsing.corpus.people if len(person.variants) > 1] == [
            2
        ]


async def test_co_authors_are_not_one_person(open_browser: Open, documents: list[Path]) -> None:
    async with open_browser(documents) as browser:
        await browser.press("a", *"bell", "enter", *"doe", "enter", "escape", "A")
        assert "stand together on" in browser.message
        assert not (documents[0].parent / "pubbrowser.yaml").exists()


async def test_undo_never_throws_away_what_was_written_by_hand(
    open_browser: Open, documents: list[Path]
) -> None:
    kept = documents[0].parent / "pubbrowser.yaml"
    async with open_browser(documents) as browser:
        await browser.press("slash", *"quiet", "enter", "S")
        await corrected(browser)
        by_hand = kept.read_text("utf-8") + "# mine\n"
        kept.write_text(by_hand, "utf-8")
        browser.screen.foot.be_quiet()
        await browser.press("u")
        await corrected(browser)
        assert "changed meanwhile" in browser.message
        assert kept.read_text("utf-8") == by_hand


async def test_a_value_that_cannot_be_is_asked_for_again(
    open_browser: Open, documents: list[Path]
) -> None:
    async with open_browser(documents) as browser:
        await browser.press(
            "slash", *"tell", "enter", "E", "3", *["backspace"] * 10, *"foo", "enter"
        )
        assert isinstance(browser.app.screen, QuestionScreen)
        await browser.press(*["backspace"] * 3, *"2017", "enter")
        await corrected(browser)
        assert browser.work.year == 2017


async def test_a_field_is_edited_and_cited_at_once(
    open_browser: Open, documents: list[Path]
) -> None:
    async with open_browser(documents) as browser:
        await browser.press("slash", *"tell", "enter", "E", "4")
        await browser.press(*["backspace"] * 40)
        await browser.press(*"Nature", "enter")
        await corrected(browser)
        assert browser.work.merged.container_title == "Nature"
        assert "Nature" in browser.details
        assert "corrected" in browser.message


async def test_the_sample_is_not_corrected(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("space", "space", "J")
        assert browser.message.startswith("The bundled sample is not corrected")


async def test_hints_say_what_is_missing(open_browser: Open, documents: list[Path]) -> None:
    async with open_browser(documents) as browser:
        for key, hint in (
            ("J", "Mark the entries"),
            ("A", "Choose the names"),
            ("u", "Nothing has been corrected"),
        ):
            await browser.press(key)
            assert browser.message.startswith(hint)


async def test_details_tell_versions_and_who_says_what(
    open_browser: Open, documents: list[Path]
) -> None:
    async with open_browser(documents) as browser:
        await browser.press("slash", *"quiet", "enter")
        assert "list.md:8" in browser.details
        assert "feed.txt:8" in browser.details
        assert "cited" in browser.details
        assert "says: 2020-02-02" in browser.details


async def test_doubtful_merges_are_marked_and_named(open_browser: Open) -> None:
    async with open_browser(sample=True) as browser:
        await browser.press("slash", *"dualxda", "enter")
        assert "?" in browser.screen.papers.render_line(0).text[-6:]
        assert "DualView" in browser.details
