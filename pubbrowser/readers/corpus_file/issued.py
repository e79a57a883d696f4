"""Dates of publication in CSL-JSON, as other programs write them.

Source: the CSL-JSON schema 1.0.2, "date-variable": `date-parts`, or `raw` or
`literal`, and `season`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pubbrowser.readers.dates import ReadDate, of_numbers, read_date

_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def read_issued(value: object) -> ReadDate:
    """Read the value of `issued`; of a range the first date counts. Raises nothing.

    A text or a number in the place of the object is read like `raw`.
    """
    if not isinstance(value, Mapping):
        return read_date(_text(value)) if _text(value) else ReadDate()
    read = _of_parts(value.get("date-parts"))
    for name in ("raw", "literal"):
        if not read.date and (text := _text(value.get(name))):
            other = read_date(text)
            read = other if other.date or not read.remark else read
    season = _season(value.get("season"))
    if read.date and season and not read.remark:
        read = read._replace(remark=f"{season} {read.date.year}")
    return read


def _of_parts(dates: object) -> ReadDate:
    first = dates[0] if isinstance(dates, list) and dates else None
    parts = [_text(part) for part in first[:3]] if isinstance(first, list) else [_text(first)]
    while parts and not parts[-1]:
        parts.pop()
    if not parts:
        return ReadDate()
    printed = "-".join(parts)
    try:
        numbers = tuple(int(float(part)) for part in parts)
    except (OverflowError, ValueError):
        return read_date(printed)
    return of_numbers(numbers, printed)


def _season(value: object) -> str:
    text = _text(value)
    return _SEASONS[int(text) - 1] if text in ("1", "2", "3", "4") else text


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()
