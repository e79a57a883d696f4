"""CSL-JSON items as the corrected engine reads them: dates parsed, text with marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pubbrowser.citing.styles.languages import UNDETERMINED
from pubbrowser.citing.styles.marks import without_marks
from pubbrowser.citing.styles.quotes import with_quotes_marked
from pubbrowser.citing.styles.rich import with_marks

_DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date",
                    "submitted"))  # fmt: skip
_NOT_TEXT = frozenset(("id", "type", "custom"))
_UNKNOWN = ("language", UNDETERMINED)
_VERBATIM = frozenset(("DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID"))


def variables(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the variables of `item` by name: text as marked text, dates with begin and end."""
    found: dict[str, Any] = {}
    for name, value in item.items():
        if name in _NOT_TEXT or value in (None, "", [], {}):
            continue
        if (name, value) == _UNKNOWN:
            continue  # it holds title case back and is nothing to print
        if name in _DATES:
            found[name] = date(value)
        elif isinstance(value, list):
            found[name] = [_name(each) for each in value]
        elif name in _VERBATIM:
            found[name] = without_marks(str(value))
        else:
            found[name] = with_quotes_marked(with_marks(str(value)))
    if "page" in found:
        found["page-first"] = (
            str(found["page"]).replace("–", "-").split("-")[0].split(",")[0].strip()
        )
    for short, name in (("shortTitle", "title-short"),
                        ("journalAbbreviation", "container-title-short")):  # fmt: skip
        if short in found:
            found.setdefault(name, found[short])
    return found


def _name(name: Mapping[str, Any]) -> dict[str, Any]:
    return {
        part: with_quotes_marked(with_marks(value)) if isinstance(value, str) else value
        for part, value in name.items()
    }


def date(value: Mapping[str, Any]) -> dict[str, Any]:
    """Read a CSL-JSON date: {"begin", "end", "circa", "literal"}, those that it has."""
    found: dict[str, Any] = {}
    dates = [_single(parts) for parts in value.get("date-parts") or []]
    dates = [single for single in dates if single]
    season = str(value.get("season") or "")
    if dates:
        if season.isdigit() and 1 <= int(season) <= 4:
            dates[0].setdefault("season", int(season))
        found["begin"] = dates[0]
        if len(dates) > 1:
            found["end"] = dates[1]
    if value.get("literal") or value.get("raw"):
        found["literal"] = with_marks(str(value.get("literal") or value.get("raw")))
    if value.get("circa"):
        found["circa"] = True
    return found


def _single(parts: Sequence[Any]) -> dict[str, int]:
    numbers = {}
    for name, part in zip(("year", "month", "day"), parts, strict=False):
        try:
            number = int(part)
        except (TypeError, ValueError, OverflowError):
            break
        if not number:
            break
        if name == "month" and 13 <= number <= 24:
            # CSL-JSON schema 1.0.2: seasons as months 13–16 or 21–24.
            numbers["season"] = (number - 1) % 4 + 1
            break
        numbers[name] = number
    return numbers
