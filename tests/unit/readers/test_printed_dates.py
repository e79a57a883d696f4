"""Dates as programs and people print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model import Date
from pubbrowser.readers.printed_dates import date_of
from tests.generated import real_dates


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        (("2019",), Date(2019)),
        (("2019-03",), Date(2019, 3)),
        (("2019-03-11T10:00:00Z",), Date(2019, 3, 11)),
        (("2019/3/1",), Date(2019, 3, 1)),
        (("2019 Mar 11",), Date(2019, 3, 11)),
        (("2019 Mar-Apr",), Date(2019, 3)),
        (("2019 Dec 1-15",), Date(2019, 12, 1)),
        (("1998 Dec-1999 Jan",), Date(1998, 12)),
        (("2019 Spring",), Date(2019)),
        (("Sept. 2019",), Date(2019, 9)),
        (("March 11, 2019",), Date(2019, 3, 11)),
        (("11th March 2019",), Date(2019, 3, 11)),
        (("11. März 2019",), Date(2019, 3, 11)),
        (("11/03/2019",), Date(2019)),
        (("1968", "Feb 24"), Date(1968, 2, 24)),
        (("1968", "1969-01-01"), Date(1968)),
        (("", "2020-05"), Date(2020, 5)),
        (("2019-00-00",), Date(2019)),
        (("2019-21",), Date(2019)),
        (("Marine 2019",), Date(2019)),
        (("0000",), None),
        (("in press",), None),
    ],
)
def test_dates_are_read(printed: tuple[str, ...], date: Date | None) -> None:
    assert date_of(*printed) == date


@given(real_dates.filter(lambda date: date.year >= 1500))
def test_iso_dates_are_read_as_they_are(date: Date) -> None:
    assert date_of(date.iso) == date


@given(st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_read_or_no_date(printed: list[str]) -> None:
    found = date_of(*printed)
    assert found is None or found.year > 0
