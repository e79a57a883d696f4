"""Values of JSON objects by name, whatever other programs have put there.

Text comes cleaned; what is missing or of another type than expected comes as "nothing".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pubbrowser.model import Date
from pubbrowser.readers.markup import line_of

Item = Mapping[str, Any]
_NOTHING: Item = {}


def as_text(value: object) -> str:
    """Give a text or number as one line without tags, anything else as ""."""
    if isinstance(value, str):
        return line_of(value)
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def raw_text(item: Item, *names: str) -> str:
    """Give the first text under `names`, not cleaned; of a list its first text."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            value = next((each for each in value if isinstance(each, str) and each.strip()), "")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def text(item: Item, *names: str) -> str:
    """Give the first text or number under `names` that is not empty; of a list its first."""
    return next((found for name in names for found in texts(item, name)), "")


def texts(item: Item, name: str) -> list[str]:
    """Give all texts under `name`, which may hold one or a list of them."""
    value = item.get(name)
    values = value if isinstance(value, list) else [value]
    return [found for each in values if (found := as_text(each))]


def member(item: Item, *names: str) -> Item:
    """Give the object under the path `names`, an empty one where there is none."""
    for name in names:
        value = item.get(name)
        item = value if isinstance(value, Mapping) else _NOTHING
    return item


def members(item: Item, name: str) -> list[Item]:
    """Give the objects of the list under `name`."""
    value = item.get(name)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def date_in_parts(item: Item, name: str) -> Date | None:
    """Give the date in "date-parts", CSL's and Crossref's shape; of a range the first."""
    value = member(item, name).get("date-parts")
    parts = value[0] if isinstance(value, list) and value else None
    numbers = [_number(part) for part in parts[:3]] if isinstance(parts, list) else []
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not 0 < year <= 9999:
        return None
    month = month if 1 <= month <= 12 else 0
    return Date(year, month, day if month and 1 <= day <= 31 else 0)


def _number(value: object) -> int:
    try:
        return int(value) if isinstance(value, (int, float, str)) else 0
    except (OverflowError, ValueError):
        return 0
