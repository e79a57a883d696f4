"""Printed names and lists of them, in all shapes."""

from __future__ import annotations

import pytest

from pubbrowser.model import Name
from pubbrowser.readers.names import name_likeness, parse_name, read_names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Doe J", Name("Doe", "J")),
        ("Doe J A", Name("Doe", "J A")),
        ("Doe J-K L", Name("Doe", "J-K L")),
        ("Doe GÜ", Name("Doe", "GÜ")),
        ("Doe-Roe M M-C", Name("Doe-Roe", "M M-C")),
        ("de Doe T", Name("Doe", "T", non_dropping_particle="de")),
        ("van der Doe, Jane", Name("Doe", "Jane", non_dropping_particle="van der")),
        ("Doe, J. A.", Name("Doe", "J. A.")),
        ("Doe, J. A., Jr.", Name("Doe", "J. A.", suffix="Jr.")),
        ("J. A. Doe", Name("Doe", "J. A.")),
        ("J. Zoe Doe", Name("Doe", "J. Zoe")),
        ("Jane van Doe", Name("Doe", "Jane", non_dropping_particle="van")),
        ("Jane B. Doe", Name("Doe", "Jane B.")),
        ("Jane Doe Jr.", Name("Doe", "Jane", suffix="Jr.")),
        ("Plato", Name(literal="Plato")),
        ("REED Collaboration", Name(literal="REED Collaboration")),
    ],
)
def test_a_name_is_taken_apart_in_every_shape(printed: str, name: Name) -> None:
    assert parse_name(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doe J, Roe K and Poe L", ["Doe J", "Roe K", "Poe L"]),
        ("Doe, J., Roe, K. L. & Poe, L.", ["Doe, J.", "Roe, K. L.", "Poe, L."]),
        ("Doe, Jane and Roe, Karl", ["Doe, Jane", "Roe, Karl"]),
        ("Doe, Jane; Roe, Karl", ["Doe, Jane", "Roe, Karl"]),
        ("Jane Doe*, Karl Roe† und Andy Poe¹", ["Jane Doe", "Karl Roe", "Andy Poe"]),
        ("Jane Doe - Karl Roe", ["Jane Doe", "Karl Roe"]),
    ],
)
def test_lists_are_split_at_what_separates_names(text: str, names: list[str]) -> None:
    found = read_names(text)
    assert [each.printed for each in found.names] == names
    assert not found.truncated


def test_positions_point_at_the_printed_names() -> None:
    text = " Doe J,  Roe K et al."
    found = read_names(text)
    assert [text[each.start : each.end] for each in found.names] == ["Doe J", "Roe K"]
    assert found.truncated


def test_double_family_names_follow_initials_where_the_list_gives_initials_only() -> None:
    names = read_names("J. Doe, K. Roe, L. M. Poe, R. Moe Zoe").names
    assert names[-1].name == Name("Moe Zoe", "R.")


def test_prose_does_not_look_like_names() -> None:
    assert name_likeness("Doe J, Roe K and Poe L") == 1
    assert name_likeness("We count herons in the reeds, and write it down") < 0.5
