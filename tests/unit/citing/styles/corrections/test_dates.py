"""Dates: parts, ranges, seasons, words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Render = Callable[..., list[str]]

NUMBERS = """<date variable="issued" delimiter=" "><date-part name="year"/>
  <date-part name="month" form="short" strip-periods="true"/><date-part name="day"/></date>"""
WORDS = '<date variable="issued" form="text"/>'


def _issued(*dates: list[int], **more: Any) -> dict[str, Any]:
    return {"issued": {"date-parts": list(dates), **more}}


@pytest.mark.parametrize(
    ("item", "in_numbers", "in_words"),
    [
        (_issued([2019]), "2019", "2019"),
        (_issued([2019, 3]), "2019 Mar", "March 2019"),
        (_issued([2019, 3, 11]), "2019 Mar 11", "March 11, 2019"),
        (_issued([2018], [2019]), "2018–2019", "2018–2019"),
        (_issued([2019, 3], [2019, 5]), "2019 Mar–May", "March–May 2019"),
        (_issued([2019, 3, 9], [2019, 3, 11]), "2019 Mar 9–11", "March 9–11, 2019"),
        (
            _issued([2018, 12, 30], [2019, 1, 2]),
            "2018 Dec 30–2019 Jan 2",
            "December 30, 2018–January 2, 2019",
        ),
        (_issued([2019], season=1), "2019 Spring", "Spring 2019"),
        (_issued([2019, 22]), "2019 Summer", "Summer 2019"),
        ({"issued": {"literal": "in the flood"}}, "in the flood", "in the flood"),
        (_issued([79]), "79 AD", "79 AD"),
        (_issued([-44]), "44 BC", "44 BC"),
    ],
)
def test_dates_of_all_kinds(
    item: dict[str, Any], in_numbers: str, in_words: str, render: Render
) -> None:
    assert render(NUMBERS, item) == [in_numbers]
    assert render(WORDS, item) == [in_words]


def test_parts_of_a_localized_date_can_be_left_out_and_written_otherwise(render: Render) -> None:
    item = _issued([2019, 3, 1])
    assert render('<date variable="issued" form="text" date-parts="year-month"/>', item) == [
        "March 2019"
    ]
    body = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
    assert render(body, item) == ["Mar. 1, 2019"]


def test_days_are_ordinals_with_the_gender_of_their_month(render: Render) -> None:
    body = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    assert render(body, _issued([2019, 3, 2])) == ["2nd"]
    assert render(body, _issued([2019, 3, 1]), locale="fr-FR") == ["1ᵉʳ"]
    assert render(body, _issued([2019, 3, 2]), locale="fr-FR") == ["2"]


def test_a_date_that_is_missing_lets_its_group_go(render: Render) -> None:
    body = f'<group prefix="(" suffix=")"><text value="of "/>{WORDS}</group><text value="x"/>'
    assert render(body, {}) == ["x"]


def test_works_of_a_year_are_told_apart_by_letters(render: Render) -> None:
    author = [{"family": "Berg", "given": "A"}]
    items = [{**_issued([2019]), "author": author, "title": title} for title in "XY"]
    items.append({**_issued([2019]), "author": [{"family": "Fox"}]})
    letters = 'disambiguate-add-year-suffix="true"'
    assert render(NUMBERS, *items, citation=letters) == ["2019a", "2019b", "2019"]
    assert render(NUMBERS, *items) == ["2019", "2019", "2019"]
    printed = f'{NUMBERS}<text variable="year-suffix" prefix="/"/>'
    assert render(printed, *items, citation=letters) == ["2019/a", "2019/b", "2019"]


def test_letters_count_whoever_leads_the_citation(render: Render) -> None:
    """CSL 1.0.2, "Disambiguation": cites that come out alike, whatever role the people have."""
    citation = 'disambiguate-add-year-suffix="true" disambiguate-add-names="true"'
    leads = """<macro name="who"><names variable="author"><name form="short"/><substitute>
      <names variable="director"/><names variable="translator"/></substitute></names></macro>"""
    layout = '<text macro="who"/>'
    people = [{"family": "Ito", "given": "H"}]
    items = [
        {**_issued([2003]), "title": "X", "director": people},
        {**_issued([2003]), "title": "Y", "translator": people},
    ]
    written = render(NUMBERS, *items, before=leads, citation=citation, cited=layout)
    assert written == ["2003a", "2003b"]
