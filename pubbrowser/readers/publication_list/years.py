"""The year of publication among all four-digit numbers of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.readers.publication_list.canvas import Canvas

_YEAR = re.compile(
    r"(?<![\d.:/\w-])(?P<year>1[89]\d\d|20\d\d)(?P<letter>[a-z]?)(?![\w:/]|[-–]\d|\.\d)"
)
_IN_PARENTHESES = re.compile(
    r"\(\s?(?P<month>[A-Za-zÀ-ž]{3,10}\.?\s)?(?P<year>1[89]\d\d|20\d\d)[a-z]?\s?\)[.,:]?"
)
_MONTH_BEFORE = re.compile(r"(?:[A-Z][a-zéûä]{2,9}\.?(?:\s\d{1,2},)?|\d{1,2}\.)\s$")
_NEXT_YEAR_AT_MOST = 2100


@dataclass(frozen=True, slots=True)
class YearFound:
    """A year with the stretch of text that stands for it, parentheses included."""

    year: int
    start: int
    end: int


def find_year(canvas: Canvas) -> YearFound | None:
    """Give the most convincing year in what is free, None when there is none.

    A year alone in parentheses is best, then one at the end of a line, then any other; years in
    a venue's name ("Workshop 2024") and volumes that are years count least.
    """
    text = canvas.free()
    best: tuple[float, YearFound] | None = None
    whole = {found.start("year"): found for found in _IN_PARENTHESES.finditer(text)}
    for found in _YEAR.finditer(text):
        start, end = found.span()
        if int(found["year"]) > _NEXT_YEAR_AT_MOST:
            continue
        score = 1.0
        if around := whole.get(start):
            score += 4
            start, end = around.span()
        if canvas.within("italic", found.start()):
            score -= 2
        if re.match(r"\s*(?:[.,;]|\n|$|\x00)", text[end : end + 4]):
            score += 1
        if _MONTH_BEFORE.search(text[max(0, start - 16) : start]):
            score += 0.5
        candidate = YearFound(int(found["year"]), start, end)
        # Of equals, a year in parentheses is the first, any other the last: dates come late.
        if best is None or score > best[0] or (score == best[0] and not around):
            best = (score, candidate)
    return best[1] if best else None
