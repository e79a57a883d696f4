"""Dates: localized and spelt out, ranges, seasons, dates that are words.

The engine joins month and day where an affix is missing, loses the year of ranges and raises on
seasons; CSL 1.0.2, "Date", "Date Ranges" and "Seasons".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.corrections.seams import concat, join

_PARTS = ("year", "month", "day")
_EN_DASH = "–"
Single = Mapping[str, Any]
"""One date: "year", "month", "day" and "season" as far as given, or a "literal"."""


class Date(Corrected, model.Date):
    """`cs:date`, in a style or in a locale."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        variable = self.get("variable")
        value = cite.value(variable)
        if value is not None and cite.sorting:
            text: str | None = sort_text(value, self._names_of_parts())
        else:
            text = self._written(value, cite) if value is not None else None
        cite.called(variable, text)
        return self.dress(text, cite)

    def _names_of_parts(self) -> list[str]:
        if self.get("form"):
            return self.get("date-parts", "year-month-day").split("-")  # type: ignore[no-any-return]
        return [part.get("name") for part in self.children]

    def _written(self, value: Mapping[str, Any], cite: Cite) -> str | None:
        form = self.get("form")
        if form is None:
            parts = [_Part(part, {}) for part in self.children]
            delimiter = self.get("delimiter", "")
        else:
            localized = self.style().localized_date(form)
            wanted = self._names_of_parts()
            own = {part.get("name"): dict(part.attrib) for part in self.children}
            parts = [
                _Part(part, own.get(part.get("name"), {}))
                for part in localized.children
                if part.get("name") in wanted
            ]
            delimiter = localized.get("delimiter", "")
        begin = value.get("begin") or {"literal": value.get("literal")}
        return _range(begin, value.get("end"), parts, delimiter, self.style(), cite)


class _Part:
    """A `cs:date-part` with the attributes that a style puts over those of the locale."""

    def __init__(self, element: Any, own: Mapping[str, str]) -> None:
        self.element = element
        self.name: str = element.get("name")
        self.attributes = {**element.attrib, **own}
        # CSL 1.0.2, "Localized Date Formats": affixes of a localized date are the locale's.
        for affix in ("prefix", "suffix"):
            if affix in own:
                self.attributes[affix] = element.get(affix, "")

    def written(
        self, date: Single, style: Any, letter: str = "", affixes: tuple[bool, bool] = (True, True)
    ) -> str:
        """Give the part of `date` with its prefix and suffix where `affixes` says so.

        `letter` tells the year from others.
        """
        text = self._value(date, style)
        if not text:
            return ""
        if self.name == "year":
            text += letter
        text = self.element.dressed(text, self.attributes)
        before = self.attributes.get("prefix", "") if affixes[0] else ""
        after = self.attributes.get("suffix", "") if affixes[1] else ""
        return concat(concat(before, text), after)

    def _value(self, date: Single, style: Any) -> str:
        form = self.attributes.get("form", "long")
        if self.name == "year":
            if date.get("literal"):
                return str(date["literal"])
            return _year(date["year"], form, style) if date.get("year") else ""
        if self.name == "month":
            if date.get("month"):
                return _month(date["month"], form, style)
            season = date.get("season")
            return (style.term(f"season-{season:02}") or "") if season else ""
        return _day(date, form, style) if date.get("day") else ""


def _year(year: int, form: str, style: Any) -> str:
    if form == "short":
        return f"{year:04}"[-2:]
    if year < 0:
        return f"{-year}{style.term('bc') or ''}"
    return f"{year}{style.term('ad') or ''}" if year < 1000 else str(year)


def _month(month: int, form: str, style: Any) -> str:
    if form.startswith("numeric"):
        return f"{month:02}" if form == "numeric-leading-zeros" else str(month)
    return style.term(f"month-{month:02}", form) or str(month)


def _day(date: Single, form: str, style: Any) -> str:
    day = date["day"]
    if form == "numeric-leading-zeros":
        return f"{day:02}"
    if form == "ordinal" and not (day > 1 and style.limits_day_ordinals):
        noun = f"month-{date.get('month', 0):02}"
        return f"{day}{style.ordinal_suffix(day, noun)}"
    return str(day)


class Date_Part(Corrected, model.Date_Part):  # noqa: N801 - the name is the element's
    """`cs:date-part`."""

    def dressed(self, text: str, attributes: Mapping[str, str]) -> str:
        """Give `text` in the case and formatting of `attributes`."""
        if attributes.get("strip-periods") == "true" and attributes["name"] == "month":
            text = text.replace(".", "")
        own = dict(self.attrib)
        if own == attributes:
            return str(self.format(self.case(text, is_english=True)))
        twin = self.makeelement(self.tag, attrib=dict(attributes))
        twin.style_root = self.style_root
        return str(twin.format(twin.case(text, is_english=True)))


def _range(
    begin: Single,
    end: Single | None,
    parts: Sequence[_Part],
    delimiter: str,
    style: Any,
    cite: Cite,
) -> str | None:
    """Write a date or a range, what both ends share once: "May 3–5, 2019"."""
    # CSL 1.0.2, "Disambiguation": a style that does not print the letter has it after the year.
    letter = "" if style.prints_year_suffix else cite.year_suffix
    differing = _largest_difference(begin, end, parts) if end else None
    if end is None or differing is None:
        return join([part.written(begin, style, letter) for part in parts], delimiter) or None
    largest = _PARTS.index(differing)
    ranged = [index for index, part in enumerate(parts) if _PARTS.index(part.name) >= largest]
    first, last = ranged[0], ranged[-1]
    dash = next(p.attributes.get("range-delimiter", _EN_DASH) for p in parts if p.name == differing)
    head = [part.written(begin, style, letter) for part in parts[:first]]
    tail = [part.written(begin, style, letter) for part in parts[last + 1 :]]
    inside = parts[first : last + 1]
    from_ = join(
        [p.written(begin, style, affixes=(True, p is not inside[-1])) for p in inside], delimiter
    )
    to = join(
        [p.written(end, style, letter, (p is not inside[0], True)) for p in inside], delimiter
    )
    return join([*head, f"{from_.rstrip()}{dash}{to}", *tail], delimiter) or None


def _largest_difference(begin: Single, end: Single, parts: Sequence[_Part]) -> str | None:
    for name in _PARTS:
        # A season stands in the place of the month.
        keys = ("month", "season") if name == "month" else (name,)
        differs = any(begin.get(key) != end.get(key) for key in keys)
        if differs and any(part.name == name for part in parts):
            return name
    return None


def sort_text(value: Mapping[str, Any], parts: Sequence[str] = _PARTS) -> str:
    """Give a date as text that sorts: year, month and day in order (CSL 1.0.2, "Sorting").

    "" for a date without any of `parts`.
    """
    ends = [value[end] for end in ("begin", "end") if value.get(end)]
    if not any(end.get(part) for end in ends for part in parts):
        return ""
    return "-".join(
        # Years before the era are below those of it.
        f"{50_000 + end.get('year', 0) if 'year' in parts else 0:05}"
        f"{end.get('month', 0) if 'month' in parts else 0:02}"
        f"{end.get('day', 0) if 'day' in parts else 0:02}"
        for end in ends
    )
