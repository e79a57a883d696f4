"""The year of dates that a page prints without one.

The feed leaves out the year of papers of its own current year. So the page was taken in a year
after every year it prints.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pubbrowser.model import Date
from pubbrowser.readers.scholar_feed.entry_line import EntryLine


def date_entries(lines: Sequence[EntryLine], captured: datetime.date) -> list[tuple[Date, bool]]:
    """Give each entry's date, and whether its year was inferred.

    The year is the one after the latest year printed on the page. Where none is printed it is
    the latest in which the day is not after `captured`, the day on which the page was saved.
    A day that does not exist is left out of its date.
    """
    printed = [line.year for line in lines if line.year is not None]
    undated = [line for line in lines if line.year is None]
    page_year = _year_after(max(printed), undated) if printed else 0
    return [
        (_date(line, line.year), False)
        if line.year is not None
        else (_date(line, page_year or _latest_year(line, captured)), True)
        for line in lines
    ]


def _year_after(year: int, undated: Sequence[EntryLine]) -> int:
    """Give the year after `year`, or the next leap year where the page has a 29 February."""
    has_leap_day = any((line.month, line.day) == (2, 29) for line in undated)
    year += 1
    while has_leap_day and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        year += 1
    return year


def _latest_year(line: EntryLine, captured: datetime.date) -> int:
    year = captured.year - ((line.month, line.day) > (captured.month, captured.day))
    for earlier in range(year, year - 8, -1):  # leap years are at most eight years apart
        if line.is_day_of(earlier):
            return max(earlier, 1)
    return max(year, 1)


def _date(line: EntryLine, year: int) -> Date:
    return Date(year, line.month, line.day if line.is_day_of(year) else 0)
