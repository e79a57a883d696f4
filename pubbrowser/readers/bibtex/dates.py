"""Dates of an entry: biblatex's `date`, or BibTeX's `year`, `month` and `day`.

Source: biblatex manual 3.20, §2.3.8, for ISO 8601-2 (extended format) dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pubbrowser.model import Date
from pubbrowser.readers.bibtex.latex import decode
from pubbrowser.readers.dates import (
    ReadDate,
    month_and_day,
    names_season,
    of_numbers,
    read_date,
    unreadable,
)

_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.Z+-]*)?[?~%]?\s*")
_YEAR_IN_TEXT = re.compile(r"(?<!\d)(1\d{3}|20\d\d)(?!\d)")
_YEAR = re.compile(r"\d{1,4}")
_YEARS = re.compile(
    r"[^\W\d]*\s*(\d{4})(?:-\d\d){0,2}[?~%]?(?:\s*[–—/]\s*|\s+(?:and|to|&)\s+|-(?=\d{4}))"
    r"(\d{4}|\d\d(?!\d))"
)
_NUMBER = re.compile(r"(?<!\w)\d{1,2}(?!\d)")
_BEFORE_CHRIST = re.compile(r"[-−]\d")


def date_of(fields: Mapping[str, str]) -> ReadDate:
    """Give the date of an entry; what stands in the place of a year and is none is the remark.

    Of a range the first date counts; uncertainty ("1998?", "1998~") is no part of a `Date`.
    """
    printed = decode(fields.get("date", "")).strip()
    read = _with_last_year(_biblatex_date(printed), printed) if printed else ReadDate()
    if read.date or not (year := decode(fields.get("year", "")).strip()):
        return read
    other = _with_last_year(_bibtex_date(year, fields), year)
    return other._replace(problem=read.problem or other.problem)


def _with_last_year(read: ReadDate, printed: str) -> ReadDate:
    """Tell of the last year of a range, "1998–1999" or "1998/99", which no `Date` holds."""
    found = _YEARS.match(printed)
    if not (read.date and found) or found[1][-len(found[2]) :] == found[2]:
        return read
    problem = f'"{printed[:60]}" spans several years; the first counts'
    return ReadDate(read.date, read.remark or printed, read.problem or problem)


def _biblatex_date(printed: str) -> ReadDate:
    for part in printed.replace("–", "/").split("/"):
        if found := _ISO.fullmatch(part):
            return of_numbers(tuple(int(number or 0) for number in found.groups()), printed)
    return read_date(printed)


def _bibtex_date(printed: str, fields: Mapping[str, str]) -> ReadDate:
    year = _year(printed)
    if not year:
        return unreadable(printed)
    month_printed = decode(fields.get("month", "")).strip()
    month, day, problem = _month_and_day(month_printed)
    if month and not day and fields.get("day", ""):
        day = _day(decode(fields["day"]))
    date = Date(year, month, day)
    if names_season(printed):
        return ReadDate(date, printed, problem)
    return ReadDate(date, f"{month_printed} {year}" if names_season(month_printed) else "", problem)


def _year(text: str) -> int:
    if _YEAR.fullmatch(text):
        return int(text)
    found = None if _BEFORE_CHRIST.match(text) else _YEAR_IN_TEXT.search(text)
    return int(found[0]) if found else 0


def _month_and_day(text: str) -> tuple[int, int, str]:
    """Read "January", "1", "12~January", "jan # "~3"", "May–June"; the problem comes last."""
    month, day = month_and_day(text)
    if month or names_season(text) or not any(map(str.isalnum, text)):  # "????" says nothing
        return month, day, ""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if numbers and 1 <= numbers[0] <= 12:
        return numbers[0], 0, ""
    return 0, 0, f'"{text[:60]}" is no month; the year counts'


def _day(text: str) -> int:
    found = _NUMBER.search(text)
    return int(found[0]) if found and 1 <= int(found[0]) <= 31 else 0
