"""Dates of publication, as exact as a document gives them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A year, a month of a year, or a day (Gregorian calendar).

    `month` is 1 to 12 and `day` 1 to 31; 0 stands for "not given".
    """

    year: int
    month: int = 0
    day: int = 0

    @property
    def parts(self) -> list[int]:
        """The date as CSL-JSON's inner "date-parts": [year], [year, month] or all three."""
        if not self.month:
            return [self.year]
        return [self.year, self.month, self.day] if self.day else [self.year, self.month]

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision given: "2023", "2023-02" or "2023-02-14"."""
        year, *rest = self.parts
        return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
