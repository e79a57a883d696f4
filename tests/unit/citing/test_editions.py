"""Editions of books: in every format, whatever words a document has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.editions import edition_number
from pubbrowser.citing.exchange import csl_json
from pubbrowser.citing.ris import ris
from pubbrowser.citing.styles import reference
from pubbrowser.model import Date, Work

Make = Callable[..., Work]
BOOK: dict[str, Any] = {
    "type": "book",
    "author": ["Berg, Ann"],
    "title": "Moss",
    "publisher": "Fen Press",
    "issued": Date(2019),
}


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("3", 3), ("3rd", 3), ("Third", 3), ("third edition", 3), ("3rd ed.", 3), ("2nd edn", 2),
        ("3. Auflage", 3), ("3. Aufl.", 3), ("Dritte Auflage", 3), ("2e édition", 2), ("1", 1),
        ("2ª edición", 2), ("21st", 21), ("Twelfth", 12), ("3. ed", 3),
        ("", 0), ("Revised", 0), ("2019 edition", 0), ("3rd revised edition", 0), ("0", 0),
        ("3., überarbeitete Auflage", 0), ("Student edition", 0), ("edition", 0),
    ],
)  # fmt: skip
def test_numbers_are_told_where_an_edition_is_nothing_else(printed: str, number: int) -> None:
    assert edition_number(printed) == number


@pytest.mark.parametrize(
    ("printed", "latex"),
    [
        ("3rd", "Third"), ("3", "Third"), ("third edition", "Third"), ("3. Auflage", "Third"),
        ("21st", "21st"), ("112", "112th"), ("revised edition", "Revised"),
        ("Revised & expanded", r"Revised \& expanded"),
    ],
)  # fmt: skip
def test_bibtex_has_ordinals_in_words(make_work: Make, printed: str, latex: str) -> None:
    assert f"  edition = {{{latex}}}" in bibtex([make_work(**BOOK, edition=printed)])


@pytest.mark.parametrize(
    ("printed", "latex"),
    [("3rd", "3"), ("Third", "3"), ("Revised edition", "Revised edition")],
)
def test_biblatex_has_numbers(make_work: Make, printed: str, latex: str) -> None:
    assert f"  edition = {{{latex}}}" in biblatex([make_work(**BOOK, edition=printed)])


@pytest.mark.parametrize(
    ("printed", "value"), [("Third", "3rd"), ("3", "3rd"), ("Revised", "Revised")]
)
def test_ris_has_ordinals(make_work: Make, printed: str, value: str) -> None:
    assert f"\nET  - {value}\n" in ris([make_work(**BOOK, edition=printed)])


def test_csl_json_has_it_as_printed(make_work: Make) -> None:
    assert '"edition": "3. Auflage"' in csl_json([make_work(**BOOK, edition="3. Auflage")])


@pytest.mark.parametrize("printed", ["3rd", "Third", "3", "3. Auflage"])
def test_references_tell_the_edition(make_work: Make, printed: str) -> None:
    work = make_work(**BOOK, edition=printed)
    assert "Moss (3rd ed.)." in reference(work)
    assert "3rd ed." in reference(work, "modern-language-association")
    assert "3rd ed." in reference(work, "ieee")


def test_words_that_are_no_number_stay(make_work: Make) -> None:
    assert "Moss (Revised edition)." in reference(make_work(**BOOK, edition="Revised edition"))
