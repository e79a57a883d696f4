"""Appending papers to a .bib file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from pubbrowser.ui.screens.question import QuestionScreen
from tests.ui.conftest import Browser, Open, Surroundings

OWN = rb"""% mine
@inproceedings{Horses1, title={Horses {Revisited}}, year = 2023, pages = "1--9",
  author={M{\"u}ller, K.-R. and Tanaka, H. and Example, A.},
  booktitle={Proceedings of the Stable Workshop}}"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the browser is started in."""
    place = tmp_path / "paper"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def asked(browser: Browser) -> Input:
    assert isinstance(browser.app.screen, QuestionScreen)
    return browser.app.screen.query_one(Input)


async def test_the_file_is_chosen_once_and_remembered_for_the_folder(
    open_browser: Open, folder: Path
) -> None:
    async with open_browser() as browser:
        await browser.press("B")
        assert asked(browser).value == "references.bib"
        await browser.press("enter")
        assert browser.message == "Added 1 entry to references.bib"
        await browser.press("j", "B")
        assert browser.message == "Added 1 entry to references.bib"
    async with open_browser() as browser:
        await browser.press("j", "j", "B")
        assert browser.message == "Added 1 entry to references.bib"
    assert (folder / "references.bib").read_text("utf-8").count("@") == 3


@pytest.mark.parametrize("sign", [".own.bib.swp", ".#own.bib"])
async def test_a_file_that_an_editor_has_open_is_said_to_be(
    open_browser: Open, folder: Path, sign: str
) -> None:
    (folder / "own.bib").write_bytes(OWN)
    (folder / sign).symlink_to("somebody@somewhere")
    async with open_browser() as browser:
        await browser.press("space", "space", "B", "enter")
        assert browser.message.endswith("an editor has it open: load it again there")


async def test_what_the_file_has_is_left_alone_and_named(open_browser: Open, folder: Path) -> None:
    (folder / "own.bib").write_bytes(OWN)
    async with open_browser() as browser:
        await browser.press("space", "space", "B")
        assert asked(browser).value == "own.bib"
        await browser.press("enter")
        assert browser.message == (
            "Added 1 entry to own.bib · there already: muller2023horses as Horses1 (title)"
        )
        content = (folder / "own.bib").read_bytes()
        assert content.startswith(OWN)
        assert b"@article{example2021clever," in content[len(OWN) :]
        await browser.press("B")
        assert browser.message.startswith("Nothing added to own.bib · there already: ")
        assert (folder / "own.bib").read_bytes() == content


async def test_another_file_is_chosen_with_f(open_browser: Open, folder: Path) -> None:
    async with open_browser() as browser:
        await browser.press("B", "enter", "F")
        assert asked(browser).value == "references.bib"
        asked(browser).value = "other.bib"
        await browser.press("enter")
        assert browser.message == "Added 1 entry to other.bib"
        await browser.press("B")
        assert browser.message.startswith("Nothing added to other.bib")


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("", "a name is needed"),
        ("refs.txt", "ends in .bib"),
        ("missing/refs.bib", "there is no folder"),
        (".", "is a folder"),
    ],
)
async def test_a_file_that_cannot_be_is_not_taken(
    open_browser: Open, folder: Path, answer: str, fault: str
) -> None:
    async with open_browser() as browser:
        await browser.press("B")
        asked(browser).value = answer
        await browser.press("enter")
        assert fault in str(browser.app.screen.query_one("#question-hint", Static).visual)
        await browser.press("escape")
        assert list(folder.iterdir()) == []


async def test_a_file_with_an_open_entry_is_not_touched(open_browser: Open, folder: Path) -> None:
    (folder / "own.bib").write_text("@article{a, title = {Never closed\n")
    async with open_browser() as browser:
        await browser.press("B", "enter")
        assert "Nothing added to own.bib: line 1: " in browser.message
        assert "F chooses another" in browser.message
    assert (folder / "own.bib").read_text() == "@article{a, title = {Never closed\n"


async def test_in_text_citations_have_the_keys_of_the_chosen_file(
    open_browser: Open, folder: Path, surroundings: Surroundings
) -> None:
    taken = b"@book{example2021clever, title = {Another}, author = {Other, A.}, year = 1990}"
    (folder / "own.bib").write_bytes(OWN + b"\n" + taken)
    async with open_browser() as browser:
        await browser.press("t", "B", "enter", "t")
        assert surroundings.copied == [r"\cite{muller2023horses}", r"\cite{Horses1}"]
        assert browser.message == r"Copied \cite{Horses1} to the system clipboard"
        await browser.press("j", "t")
        assert surroundings.copied[-1] == r"\cite{example2021clevera}"
        assert browser.message.endswith(" · not in own.bib yet; B appends")
        await browser.press("B", "y", "k")
        assert surroundings.copied[-1] == "example2021clevera"
    assert b"@article{example2021clevera," in (folder / "own.bib").read_bytes()
