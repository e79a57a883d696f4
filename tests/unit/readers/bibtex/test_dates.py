"""Dates of BibTeX's macros and biblatex's ISO forms."""

from __future__ import annotations

import pytest

from pubbrowser.model import Date
from pubbrowser.readers.bibtex.dates import date_of
from tests.unit.readers.bibtex.reading import read

DATES = {
    "2019": Date(2019),
    "2019-05": Date(2019, 5),
    "2019-05-03": Date(2019, 5, 3),
    "2019-05-03T12:00:00Z": Date(2019, 5, 3),
    "2019-05-03/2020-01": Date(2019, 5, 3),
    "2019-05/..": Date(2019, 5),
    "/2001": Date(2001),
    "1998?": Date(1998),
    "1998-07~": Date(1998, 7),
    "1998%": Date(1998),
    "2001-21": Date(2001),
    "0000": None,
    "May 2003": Date(2003, 5),
    "forthcoming": None,
}


@pytest.mark.parametrize("date", DATES)
def test_dates_of_biblatex(date: str) -> None:
    assert date_of({"date": date})[0] == DATES[date]


YEARS = {
    ("2001", ""): Date(2001),
    ("2001", "January"): Date(2001, 1),
    ("2001", "jan."): Date(2001, 1),
    ("2001", "1"): Date(2001, 1),
    ("2001", "12~January"): Date(2001, 1, 12),
    ("2001", "January 3--5"): Date(2001, 1, 3),
    ("2001", "May--June"): Date(2001, 5),
    ("2001", "M{\\\"a}rz"): Date(2001, 3),
    ("2001", "juillet"): Date(2001, 7),
    ("2001", "13"): Date(2001),
    ("2001a", ""): Date(2001),
    ("{\\noopsort{1973b}}1973", ""): Date(1973),
    ("2001/2002", ""): Date(2001),
    ("c. 1750", ""): Date(1750),
    ("to appear", "5"): None,
    ("", "January"): None,
}  # fmt: skip


@pytest.mark.parametrize(("year", "month"), YEARS)
def test_years_and_months_of_bibtex(year: str, month: str) -> None:
    assert date_of({"year": year, "month": month})[0] == YEARS[year, month]


def test_a_day_has_a_field_of_its_own() -> None:
    assert date_of({"year": "2001", "month": "2", "day": "14"})[0] == Date(2001, 2, 14)


def test_what_is_no_year_is_given_back() -> None:
    assert date_of({"year": "to appear"}) == (None, "to appear", "")
    assert date_of({"date": "forthcoming"}) == (None, "forthcoming", "")


@pytest.mark.parametrize("date", ["-0044", "-1200", "199X", "199u", "1XXX-05", "0000", "12026"])
@pytest.mark.parametrize("field", ["date", "year"])
def test_a_year_that_is_none_is_kept_and_told(date: str, field: str) -> None:
    document = read(f"\n@book{{a, title={{T}}, {field}={{{date}}}}}")
    assert (document.records[0].issued, document.records[0].notes) == (None, (date,))
    (problem,) = document.problems
    assert problem.line == 2
    assert date in problem.message


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"date": "2001-13"}, Date(2001)),
        ({"date": "2001-02-45"}, Date(2001, 2)),
        ({"date": "199X", "year": "1995"}, Date(1995)),
        ({"year": "2001", "month": "13"}, Date(2001)),
        ({"year": "2001", "month": "Q3"}, Date(2001)),
    ],
)
def test_a_date_that_is_half_understood_is_told(fields: dict[str, str], date: Date) -> None:
    read_back, remark, problem = date_of(fields)
    assert (read_back, remark) == (date, "")
    assert problem


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "1999-21"},
        {"date": "Spring 1999"},
        {"year": "Spring 1999"},
        {"year": "1999", "month": "Spring"},
    ],
)
def test_a_season_is_kept_beside_its_year(fields: dict[str, str]) -> None:
    assert date_of(fields) == (Date(1999), "Spring 1999", "")


def test_date_goes_before_year() -> None:
    assert date_of({"date": "2019-05", "year": "2018"})[0] == Date(2019, 5)
    assert date_of({"date": "soon", "year": "2018"})[0] == Date(2018)


@pytest.mark.parametrize(
    "field",
    [
        "year={1998--1999}", "year={1998/99}", "year={1998-1999}", "year={1998 and 1999}",
        "date={1998/1999}", "date={1998-12-30/1999-01-02}",
    ],
)  # fmt: skip
def test_of_several_years_the_first_counts_and_they_are_told(field: str) -> None:
    document = read(f"@article{{a, title={{T}}, {field}}}")
    (record,) = document.records
    assert record.issued
    assert record.issued.year == 1998
    assert len(record.notes) == 1
    (problem,) = document.problems
    assert problem.message.endswith("spans several years; the first counts")


@pytest.mark.parametrize(
    "field", ["date={1998-01/1998-03}", "date={1998/}", "year={1998}", "date={1998-10}"]
)
def test_dates_within_one_year_need_no_word(field: str) -> None:
    document = read(f"@article{{a, title={{T}}, {field}}}")
    assert (document.records[0].notes, document.problems) == ((), ())


def test_a_year_before_christ_is_told_as_it_is_printed() -> None:
    document = read("@book{a, title={T}, year={c. 350 BC}}")
    (record,) = document.records
    assert (record.issued, record.notes) == (None, ("c. 350 BC",))
    assert [problem.message for problem in document.problems] == [
        '"c. 350 BC" is no date that can be read'
    ]
