"""Which given names and initials can be one person's."""

from __future__ import annotations

import pytest

from pubbrowser.merging.people.given import combined, compatible, covers, misspelt, read_given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M", "Maximilian"),
        ("P L", "Philine"),
        ("P", "P L"),
        ("C J", "Christopher J."),
        ("GÜ", "G Ü"),
        ("G Ü", "Galip Ümit"),
        ("S M V", "Sayed Mohammad Vakilzadeh"),
        ("A-M", "AM"),
        ("A-M", "Anna-Maria"),
        ("A-M", "Anna Maria"),
        ("Anna-Maria", "Annamaria"),
        ("M-C M", "M M-C"),
        ("M M C", "M M-C"),
        ("K-R", "Klaus-Robert"),
        ("K-R", "K"),
        ("Jörg", "Joerg"),
        ("Jörg", "Jorg"),
        ("J.R.", "Jonas R"),
        ("Yu.", "Yuri"),
        ("Michael", "Michael A."),
    ],
)
def test_initials_fit_what_begins_with_them(one: str, other: str) -> None:
    assert compatible(read_given(one), read_given(other))
    assert compatible(read_given(other), read_given(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("K-R", "Karsten"),
        ("K-R", "K-H"),
        ("Klaus-Robert", "Klaus"),
        ("Sabine", "Stefan"),
        ("QM", "Maximilian"),
        ("M", "Q"),
        ("A B", "A C"),
        ("Michael A.", "Michael B."),
        ("", "Anna"),
        ("Yu.", "Yan"),
        ("A B", "B A"),
    ],
)
def test_others_conflict(one: str, other: str) -> None:
    assert not compatible(read_given(one), read_given(other))
    assert not compatible(read_given(other), read_given(one))


def test_father_and_son_conflict() -> None:
    assert not compatible(read_given("Martin", "Jr."), read_given("Martin", "Sr."))
    assert compatible(read_given("Martin", "Jr."), read_given("Martin"))


def test_capitals_are_initials_unless_the_whole_name_is_in_capitals() -> None:
    assert read_given("GÜ").initials == "gu"
    assert read_given("KLAUS", shouting=True).is_full
    assert not read_given("KR", shouting=True).is_full


def test_what_covers_what() -> None:
    assert covers(read_given("Jonas R."), read_given("J"))
    assert covers(read_given("Jonas R."), read_given("Jonas"))
    assert not covers(read_given("J R"), read_given("Jonas"))
    assert not covers(read_given("Philine"), read_given("P L"))


def test_names_combined_tell_what_both_told() -> None:
    both = combined(read_given("Philine"), read_given("P L"))
    assert both.initials == "pl"
    assert both.is_full
    assert not compatible(both, read_given("Philine M."))


@pytest.mark.parametrize(
    ("one", "other", "probable"),
    [
        ("QM", "M", True),
        ("QM", "Maximilian", True),
        ("K-R", "R", False),
        ("Maximillian", "Maximilian", True),
        ("Frederik", "Fredrik", True),
        ("Martin", "Martina", False),
        ("Christian", "Christina", False),
        ("Jan", "Jon", False),
        ("M", "N", False),
    ],
)
def test_faults_of_typing(one: str, other: str, probable: bool) -> None:
    assert misspelt(read_given(one), read_given(other)) is probable
