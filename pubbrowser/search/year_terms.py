"""Years as a query names them: one, a range, or everything before or after one."""

from __future__ import annotations

import re

from pubbrowser.search.conditions import Years

_RANGE = re.compile(r"([0-9]{0,4})(?:\.{2,3}|[-\u2013\u2026])([0-9]{0,4})")
_COMPARED = re.compile(r"([<>]=?|=)([0-9]{1,4})")
_ONE = re.compile(r"[0-9]{1,4}")


def read_years(value: str) -> Years | None:
    """Read "2019", "2019..2021", "..2021", "2019..", ">2020", ">=2020", "<2020" or "<=2020".

    Digits that are no year yet stand for all years that they may become, so that the list
    follows the typing: "20" is 2000 to 2099. Gives None for what is no year at all.
    """
    if _ONE.fullmatch(value):
        return Years(*_span(value))
    if found := _COMPARED.fullmatch(value):
        earliest, latest = _span(found[2])
        match found[1]:
            case ">":
                return Years(earliest + 1, None)
            case ">=":
                return Years(earliest, None)
            case "<":
                return Years(None, latest - 1)
            case "<=":
                return Years(None, latest)
        return Years(earliest, latest)
    found = _RANGE.fullmatch(value)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return Years(None, _span(found[2])[1])
    if not found[2]:
        return Years(_span(found[1])[0], None)
    one, other = _span(found[1]), _span(found[2])
    if other[1] < one[0]:  # "2021..2019" can only mean what lies between
        one, other = other, one
    return Years(one[0], other[1])


def _span(digits: str) -> tuple[int, int]:
    """Give the first and last year that begin with `digits`."""
    return int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
