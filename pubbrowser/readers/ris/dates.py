"""Dates of an RIS entry: DA, PY, Y1 and Y2, "YYYY/MM/DD/other information" or in words."""

from __future__ import annotations

import re
from dataclasses import replace

from pubbrowser.model import Date
from pubbrowser.readers.dates import month_and_day, read_date
from pubbrowser.readers.ris.entries import Entry

_YEAR_FIRST = re.compile(r"\s*\d{4}(?:[/-]|\s*\Z)")


def accessed_of(entry: Entry) -> Date | None:
    """Give when the address was looked at: Y2, which holds other dates in old files."""
    printed = entry.first("Y2")
    return read_date(printed).date if _YEAR_FIRST.match(printed) else None


def date_of(entry: Entry) -> tuple[Date | None, list[str], list[str]]:
    """Give the date that says most, remarks on it as printed, and what is wrong in words.

    DA may add month and day to the year in PY.
    """
    printed = list(filter(None, (entry.first(tag).strip() for tag in ("PY", "Y1", "DA"))))
    read = [read_date(each) for each in printed]
    dates = [each.date for each in read if each.date]
    remarks = [each.remark for each in read if each.remark]
    problems = [each.problem for each in read if each.problem]
    if not dates:
        return None, remarks, problems
    # DA may be the day of the printed issue, of another year than the publication.
    date = max((each for each in dates if each.year == dates[0].year), key=lambda d: len(d.parts))
    for text, each in zip(printed, read, strict=True):
        month, day = (0, 0) if each.date else month_and_day(text)
        if month:  # "Mar 15", as PD and DA of some databases are
            date = date if date.month else replace(date, month=month, day=day)
            remarks = [remark for remark in remarks if remark != each.remark]
            problems = [problem for problem in problems if problem != each.problem]
    return date, remarks, problems
