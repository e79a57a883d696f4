"""Dates as documents print them, in the forms that all formats share.

Source: ISO 8601-2:2019 (extended date and time format), §4.8, for the numbers of seasons in the
place of a month.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pubbrowser.model import Date
from pubbrowser.text import clean_line, fold

_YEAR_FIRST = re.compile(r"\s*(\d{4})(?:[/-]+(\d{1,2})(?:[/-]+(\d{1,2}))?)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
_BEFORE_CHRIST = re.compile(r"\s*[-−]\d")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = {  # English, German, French, Spanish
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12, "mai": 5, "okt": 10, "dez": 12, "mrz": 3, "marz": 3,
    "fev": 2, "avr": 4, "juin": 6, "juil": 7, "aou": 8, "ene": 1, "abr": 4, "ago": 8, "dic": 12,
}  # fmt: skip
_SEASONS = frozenset(
    ("spring", "summer", "autumn", "fall", "winter", "fruhling", "fruhjahr", "sommer", "herbst",
     "printemps", "ete", "automne", "hiver", "primavera", "verano", "otono", "invierno")
)  # fmt: skip
_NUMBERED_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}


class ReadDate(NamedTuple):
    """What a date in a document says."""

    date: Date | None = None
    remark: str = ""
    """What a `Date` cannot hold, as printed: "Spring 1999", "to appear"."""
    problem: str = ""
    """What is wrong with it, in words."""


def read_date(printed: str) -> ReadDate:
    """Read a date that begins with its year, "1999-05-03", or is in words, "3 May 1999".

    Of a range the first date counts. What is no date becomes the remark, and a problem besides
    if there are digits in it: without them it is a word such as "forthcoming".
    """
    if found := _YEAR_FIRST.match(printed):
        numbers = tuple(int(number or 0) for number in found.groups())
        if numbers[0] and not numbers[1]:
            numbers = (numbers[0], *month_and_day(printed))
        if numbers[0]:
            return with_season(of_numbers(numbers, printed), printed)
    elif (year := _YEAR.search(printed)) and not _BEFORE_CHRIST.match(printed):
        month, day = month_and_day(printed)
        return with_season(ReadDate(Date(int(year[0]), month, day)), printed)
    return unreadable(printed)


def of_numbers(numbers: tuple[int, ...], printed: str) -> ReadDate:
    """Make a date of a year from 1 to 9999, a month and a day, as far as these can be.

    A month or day of 0 is not given; months from 21 to 24 are seasons.
    """
    year, month, day = (*numbers, 0, 0)[:3]
    if not 1 <= year <= 9999:
        return unreadable(printed)
    if season := _NUMBERED_SEASONS.get(month):
        return ReadDate(Date(year), f"{season} {year}")
    if not 0 <= month <= 12:
        return ReadDate(Date(year), "", f'"{_excerpt(printed)}" has no month; the year counts')
    if not 0 <= day <= 31 or (day and not month):
        problem = f'"{_excerpt(printed)}" has no day of a month; the rest counts'
        return ReadDate(Date(year, month), "", problem)
    return ReadDate(Date(year, month, day))


def unreadable(printed: str) -> ReadDate:
    """Keep what cannot be read as a remark."""
    remark = clean_line(printed)
    has_digits = any(character.isdigit() for character in remark)
    problem = f'"{_excerpt(remark)}" is no date that can be read' if has_digits else ""
    return ReadDate(None, remark, problem)


def with_season(read: ReadDate, printed: str) -> ReadDate:
    """Add what is printed as a remark where it names a season."""
    return read._replace(remark=clean_line(printed)) if names_season(printed) else read


def names_season(printed: str) -> bool:
    """Say whether a season is named, in English, German, French or Spanish."""
    return any(fold(word) in _SEASONS for word in _WORD.findall(printed))


def month_and_day(text: str) -> tuple[int, int]:
    """Give the month that is named in "12 January" or "May–June", and its first day; 0 for none."""
    month = next(filter(None, map(_month, _WORD.findall(text))), 0)
    numbers = (int(number) for number in _NUMBER.findall(text)) if month else ()
    return month, next((number for number in numbers if 1 <= number <= 31), 0)


def _month(word: str) -> int:
    name = fold(word)
    return _MONTHS.get(name[:3]) or _MONTHS.get(name[:4]) or 0


def _excerpt(text: str) -> str:
    text = clean_line(text)
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
