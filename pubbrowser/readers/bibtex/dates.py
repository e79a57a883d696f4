"""Dates of an entry: biblatex's `date`, or BibTeX's `year`, `month` and `day`.

Source: biblatex manual 3.20, §2.3.8, for ISO 8601-2 (extended format) dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pubbrowser.model import Date
from pubbrowser.readers.bibtex.latex import decode
from pubbrowser.text import fold

_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.Z+-]*)?[?~%]?\s*")
_YEAR_IN_TEXT = re.compile(r"(?<!\d)(1\d{3}|20\d\d)(?!\d)")
_YEAR = re.compile(r"\d{1,4}")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12, "mai": 5, "okt": 10, "dez": 12, "mrz": 3, "marz": 3,
}  # fmt: skip


def date_of(fields: Mapping[str, str]) -> tuple[Date | None, str]:
    """Give the date of an entry, and what stands in its fields in the place of a year.

    Of a range the first date counts; uncertainty ("1998?", "1998~") is no part of a `Date`,
    nor are seasons ("2001-21"), of which the year is given.
    """
    printed = decode(fields.get("date", "")).strip()
    if printed:
        if found := _iso_date(printed):
            return found, ""
        if not fields.get("year", "").strip():
            return _date_in_text(printed), "" if _YEAR_IN_TEXT.search(printed) else printed
    year_text = decode(fields.get("year", "")).strip()
    if not year_text:
        return None, ""
    year = _year(year_text)
    if not year:
        return None, year_text
    month, day = _month_and_day(fields.get("month", ""))
    if month and not day and fields.get("day", ""):
        day = _day(decode(fields["day"]))
    return Date(year, month, day), ""


def _iso_date(printed: str) -> Date | None:
    for part in printed.replace("–", "/").split("/"):
        if found := _ISO.fullmatch(part):
            year, month, day = (int(number or 0) for number in found.groups())
            if not year:
                return None
            if not 1 <= month <= 12:
                return Date(year)
            return Date(year, month, day if 1 <= day <= 31 else 0)
    return None


def _date_in_text(printed: str) -> Date | None:
    found = _YEAR_IN_TEXT.search(printed)
    if not found:
        return None
    month = _named_month(printed)
    return Date(int(found[0]), month)


def _year(text: str) -> int:
    if _YEAR.fullmatch(text):
        return int(text)
    found = _YEAR_IN_TEXT.search(text)
    return int(found[0]) if found else 0


def _month_and_day(latex: str) -> tuple[int, int]:
    """Read "January", "1", "12~January", "jan # "~3"", "May–June"."""
    text = decode(latex)
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if month := _named_month(text):
        return month, next((number for number in numbers if 1 <= number <= 31), 0)
    return (numbers[0] if numbers and 1 <= numbers[0] <= 12 else 0), 0


def _named_month(text: str) -> int:
    for word in _WORD.findall(text):
        name = fold(word)
        if month := _MONTHS.get(name[:3]) or _MONTHS.get(name[:4]):
            return month
    return 0


def _day(text: str) -> int:
    found = _NUMBER.search(text)
    return int(found[0]) if found and 1 <= int(found[0]) <= 31 else 0
