"""The order of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Render = Callable[..., list[str]]
TITLE = '<text variable="title"/>'


def _items(*pairs: tuple[str, int | None]) -> list[dict[str, Any]]:
    return [
        {
            "title": f"{family} {year}",
            "author": [{"family": family}],
            **({"issued": {"date-parts": [[year]]}} if year else {}),
        }
        for family, year in pairs
    ]


def test_letters_with_marks_stand_with_those_without(render: Render) -> None:
    items = _items(("Zorn", 1), ("Öst", 1), ("berger", 1), ("Berg", 1), ("O’Neil", 1))
    assert render(TITLE, *items, sort='<sort><key variable="author"/></sort>') == [
        "Berg 1",
        "berger 1",
        "O’Neil 1",
        "Öst 1",
        "Zorn 1",
    ]


def test_names_are_compared_before_given_names(render: Render) -> None:
    items = [
        {"title": title, "author": [{"family": family, "given": given}]}
        for title, family, given in (("1", "Berger", "A"), ("2", "Berg", "Z"))
    ]
    assert render(TITLE, *items, sort='<sort><key variable="author"/></sort>') == ["2", "1"]


def test_works_without_the_key_come_last_in_both_directions(render: Render) -> None:
    items = _items(("A", None), ("B", 2001), ("C", 2010), ("D", -44))
    assert render(TITLE, *items, sort='<sort><key variable="issued"/></sort>') == [
        "D -44",
        "B 2001",
        "C 2010",
        "A None",
    ]
    descending = '<sort><key variable="issued" sort="descending"/></sort>'
    assert render(TITLE, *items, sort=descending) == ["C 2010", "B 2001", "D -44", "A None"]


def test_a_macro_with_a_date_sorts_by_it_and_not_by_its_words(render: Render) -> None:
    macro = """<macro name="when"><choose><if variable="issued">
      <date variable="issued" form="text"/></if><else><text value="0"/></else></choose></macro>"""
    items = _items(("A", None), ("B", 2010), ("C", 2001))
    sort = '<sort><key macro="when"/></sort>'
    assert render(TITLE, *items, before=macro, sort=sort) == ["C 2001", "B 2010", "A None"]


def test_numbers_are_compared_by_their_value(render: Render) -> None:
    items = [{"title": volume, "volume": volume} for volume in ("10", "9", "100", "9A")]
    sort = '<sort><key variable="volume"/></sort>'
    assert render(TITLE, *items, sort=sort) == ["9", "9A", "10", "100"]


def test_without_keys_the_order_stays(render: Render) -> None:
    assert render(TITLE, *_items(("B", 1), ("A", 1))) == ["B 1", "A 1"]


def test_a_particle_counts_or_not_as_the_style_asks(render: Render) -> None:
    items = [
        {"title": "1", "author": [{"family": "Groot", "non-dropping-particle": "van"}]},
        {"title": "2", "author": [{"family": "Høj"}]},
    ]
    sort = '<sort><key variable="author"/></sort>'
    assert render(TITLE, *items, sort=sort) == ["1", "2"]
    never = 'demote-non-dropping-particle="never"'
    assert render(TITLE, *items, sort=sort, root=never) == ["2", "1"]
