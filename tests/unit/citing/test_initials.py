"""Given names as BibTeX and references want them."""

from __future__ import annotations

import pytest

from pubbrowser.citing.initials import dotted, initials


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("K-R", "K.-R."),
        ("M-C M", "M.-C. M."),
        ("A M", "A. M."),
        ("S M V", "S. M. V."),
        ("AM", "A. M."),
        ("GÜ", "G. Ü."),
        ("G Ü", "G. Ü."),
        ("GU\u0308", "G. U\u0308."),
        ("ABC", "A. B. C."),
        ("JO", "J. O."),
        ("K", "K."),
        ("Kristoffer K", "Kristoffer K."),
        ("K‑R", "K.-R."),
    ],
)
def test_initials_become_dotted_letters(printed: str, expected: str) -> None:
    assert dotted(printed) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Jo",
        "Bo",
        "Klaus-Robert",
        "J.R.",
        "J. R.",
        "K.-R.",
        "NASA",
        "Anna MK",
        "",
        "太郎",
        "Ю.",
        "D'Arcy",
    ],
)
def test_names_and_dotted_initials_stay(name: str) -> None:
    assert dotted(name) == name


def test_in_a_list_all_in_capitals_three_capitals_are_a_name() -> None:
    assert dotted("KIM", family="MEADOW") == "KIM"
    assert dotted("KR", family="MEADOW") == "K. R."
    assert dotted("KIM", family="Meadow") == "K. I. M."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Klaus-Robert", "K.-R."),
        ("Anna Maria", "A. M."),
        ("Anna M", "A. M."),
        ("AM", "A. M."),
        ("K-R", "K.-R."),
        ("J.R.", "J. R."),
        ("J. R.", "J. R."),
        ("Jo", "J."),
        ("Min-jun", "M.-j."),
        ("Juan de", "J. de"),
        ("Jianhua (James)", "J."),
        ("Yu.", "Yu."),
        ("Øyvind", "Ø."),
        ("bell", "b."),
        ("太郎", "太郎"),
        ("😀", "😀"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_references_shorten_given_names(given: str, expected: str) -> None:
    assert initials(given) == expected
