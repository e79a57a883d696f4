"""The line that opens an entry: score, subject classes, date and "Code", glued together.

Examples: "LGFeb 14, 2023Code", "CVJan 20Code", "59.4LGMar 26", "LGAICOMP-PHMay 3, 2024".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from pubbrowser.readers.scholar_feed.subjects import are_codes, split_codes

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LONGEST = 120
"""Characters; a longer line is prose."""

_ENTRY_LINE = re.compile(
    r"(?P<score>\d{1,3}(?:\.\d{1,3})?)??\s*"
    r"(?P<classes>[A-Za-z](?:[A-Za-z.-]|,? (?=[A-Z]))*?)?\s*"
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+"
    r"(?P<day>\d{1,2})(?:,\s*(?P<year>(?:19|20)\d\d))?\s*(?P<code>Code)?"
)
_CLASSES = re.compile(r"(?:[A-Za-z]+(?:-[A-Za-z]+)?\.)?[A-Z]{2,}[A-Z-]*|[a-z]+-[a-z]+")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What the opening line of an entry says."""

    month: int
    day: int
    year: int | None
    """None where the page leaves the year out."""
    category: str = ""
    """The classes as printed, separated by spaces."""
    score: float | None = None
    has_code: bool = False

    @property
    def known_class(self) -> bool:
        """The classes are arXiv's: the line can hardly be anything but an entry's."""
        return are_codes(self.category)

    def is_day_of(self, year: int) -> bool:
        """Say whether the month has such a day in `year` (29 February)."""
        return 1 <= self.day <= calendar.monthrange(year, self.month)[1]


def parse_entry_line(line: str) -> EntryLine | None:
    """Read a cleaned line, None where it does not open an entry.

    A date that stands alone opens an entry too (its class is missing); words in front of the
    date other than subject classes do not.
    """
    if len(line) > _LONGEST or not (found := _ENTRY_LINE.fullmatch(line)):
        return None
    codes = split_codes(found["classes"] or "")
    if not all(_CLASSES.fullmatch(code) or are_codes(code) for code in codes):
        return None
    return EntryLine(
        month=_MONTHS.index(found["month"][:3]) + 1,
        day=int(found["day"]),
        year=int(found["year"]) if found["year"] else None,
        category=" ".join(codes),
        score=float(found["score"]) if found["score"] else None,
        has_code=bool(found["code"]),
    )
