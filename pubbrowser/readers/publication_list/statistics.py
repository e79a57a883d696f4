"""The figures at the head of a list: a table of counts, and the line that says where from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pubbrowser.model import Date, Statistic
from pubbrowser.readers.publication_list.lines import Line
from pubbrowser.readers.publication_list.marks import read_marks
from pubbrowser.text import clean_line, fold

_MONTHS = {
    name[:3]: number
    for number, names in enumerate(
        ("jan", "feb", "mar|mär|mrz", "apr", "may|mai", "jun", "jul", "aug", "sep", "oct|okt",
         "nov", "dec|dez"),
        start=1,
    )
    for name in fold(names).split("|")
}  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_POINTS = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s)?([^\W\d_]{3,9})\.?,?\s(\d{4})\b")
_MONTH_YEAR = re.compile(r"\b([^\W\d_]{3,9})\.?\s(\d{4})\b")
_SOURCE = re.compile(
    r"\b(?:per|according to|source:?|from|via|laut|nach|quelle:?|selon|d'après)\s"
    r"(?P<source>[^,;()]{2,60}?)\s?"
    r"(?:[,;(.]|\b(?:retrieved|accessed|as of|on|abgerufen|stand)\b|$)",
    re.IGNORECASE,
)
_INTEGER = re.compile(r"\d+|\d{1,3}(?:[,’' ]\d{3})+")
_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where figures come from and of which day they are."""

    source: str = ""
    as_of: Date | None = None


def read_statistics(table: Sequence[Line], origin: SourceLine) -> list[Statistic]:
    """Give the figures of a table, row by row; its first row names their scopes.

    A table without any figure gives none.
    """
    rows = [cells for line in table if (cells := _cells(line.content)) and not _is_rule(cells)]
    if len(rows) < 2:
        return []
    head, *body = rows
    if any(_INTEGER.fullmatch(cell) for cell in head[1:]):
        head, body = ["" for _ in head], rows
    statistics = []
    for name, *values in body:
        scopes = head[1:] + [""] * len(values)
        for scope, value in zip(scopes, values, strict=False):
            if name and value:
                figure = _figure(value)
                statistics.append(Statistic(name, figure, scope, origin.as_of, origin.source))
    return statistics if any(not isinstance(s.value, str) for s in statistics) else []


def read_source_line(texts: Iterable[str]) -> SourceLine:
    """Find in prose who counted and when: "per Some Index, retrieved on May 1st, 2025."."""
    for text in texts:
        plain = clean_line(read_marks(text).text)[:1000]
        date = read_date(plain)
        found = _SOURCE.search(plain)
        if date and found:
            return SourceLine(found["source"].strip(" .:"), date)
    return SourceLine()


def read_date(text: str) -> Date | None:
    """Give the first date in a sentence, to the day or the month, None when there is none."""
    if found := _ISO.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _POINTS.search(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    for found in _MONTH_FIRST.finditer(text):
        if month := _month(found[1]):
            return _date(int(found[3]), month, int(found[2]))
    for found in _DAY_FIRST.finditer(text):
        if month := _month(found[2]):
            return _date(int(found[3]), month, int(found[1]))
    for found in _MONTH_YEAR.finditer(text):
        if month := _month(found[1]):
            return _date(int(found[2]), month, 0)
    return None


def _month(word: str) -> int:
    return _MONTHS.get(fold(word)[:3], 0)


def _date(year: int, month: int, day: int) -> Date | None:
    if not 1900 <= year <= 2100 or not 1 <= month <= 12 or not 0 <= day <= 31:
        return None
    return Date(year, month, day)


def _cells(raw: str) -> list[str]:
    stripped = raw.strip()
    cells = stripped.strip("|").split("|") if stripped.startswith("|") else raw.split("\t")
    plain = [clean_line(read_marks(cell).text) for cell in cells]
    plain[0] = plain[0].lstrip("# ")
    return plain


def _is_rule(cells: Sequence[str]) -> bool:
    return all(re.fullmatch(r":?-*:?", cell) for cell in cells)


def _figure(value: str) -> int | float | str:
    if _INTEGER.fullmatch(value):
        return int(re.sub(r"\D", "", value))
    return float(value) if _DECIMAL.fullmatch(value) else value
