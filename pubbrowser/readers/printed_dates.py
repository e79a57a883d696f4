"""Dates as programs and people print them: "2019-03-11", "2019 Mar 11", "March 11, 2019"."""

from __future__ import annotations

import re

from pubbrowser.model import Date
from pubbrowser.text import fold

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {"mai": 5, "okt": 10, "dez": 12, "mrz": 3}


def date_of(*printed: str) -> Date | None:
    """Give the date in the first of `printed` that holds a year; the others may add to it what
    it leaves open ("1968" and "Feb 24").

    Of a range the first date counts, and of a season the year. An order of three numbers that
    does not begin with the year is not told ("11/03/2019"): the year is given.
    """
    for position, text in enumerate(printed):
        if found := _date(text):
            if not found.month:
                found = _completed(found, [text, *printed[position + 1 :]])
            return found
    return None


def _date(text: str) -> Date | None:
    if found := _ISO.match(text.strip()):
        year, month, day = (int(number or 0) for number in found.groups())
        if year:
            month = month if 1 <= month <= 12 else 0
            return Date(year, month, day if month and 1 <= day <= 31 else 0)
    found = _YEAR.search(text)
    return Date(int(found[0])) if found else None


def _completed(date: Date, texts: list[str]) -> Date:
    for text in texts:
        other = _date(text)
        if other and other.year != date.year:
            continue
        if other and other.month:
            return other
        for word in _WORD.finditer(text):
            if month := month_of(word[0]):
                return Date(date.year, month, _day_beside(text, *word.span()))
    return date


def month_of(word: str) -> int:
    """Give the number of the month that `word` names or abbreviates, 0 for none."""
    name = fold(word)
    if name[:3] in _MONTHS and name not in ("mars", "marz", "mays"):
        return _MONTHS.index(name[:3]) + 1 if _is_month(name) else 0
    if name in ("mars", "marz"):
        return 3
    return _OTHER_MONTHS.get(name[:3], 0)


def _is_month(name: str) -> bool:
    """Tell "Mar" and "March" from other words that begin like a month ("Marine")."""
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december")  # fmt: skip
    return any(month.startswith(name) for month in full) or name in (
        "sept", "januar", "februar", "juni", "juli", "dezember", "oktober"
    )  # fmt: skip


def _day_beside(text: str, start: int, end: int) -> int:
    """Give the day right behind or before the name of a month: "Mar 11", "11. March"."""
    behind = re.match(r"\W{1,3}(\d{1,2})(?!\d)", text[end:])
    before = re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\W{1,3}$", text[:start])
    found = behind or before
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else 0
