"""The authors or editors of an entry, and which of them the list emphasises as its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.model import Name
from pubbrowser.readers.names import looks_like_name, name_likeness, read_names
from pubbrowser.readers.publication_list.canvas import TAKEN, Canvas

_EDITORS = re.compile(
    r"[\s,;(\[]{1,4}(?:editors?|eds?|herausgeber(?:in(?:nen)?)?|hrsg|éds?|éditeurs?)\b\.?[)\]]?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\(?\s?(?:with|by|joint work with|mit|von|avec|authors?:)\s)?", re.IGNORECASE
)
_PLAUSIBLE = 0.75
_MOST_LINES = 5
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class AuthorsFound:
    """The names of an entry with the stretch of text that they take."""

    names: tuple[Name, ...]
    start: int
    end: int
    editors: bool = False
    truncated: bool = False
    owner_positions: tuple[int, ...] = ()
    owner_names: tuple[str, ...] = ()
    """The emphasised names as printed."""


def read_authors(canvas: Canvas, start: int, end: int) -> AuthorsFound | None:
    """Read `text[start:end]` as a list of names; None when there is no letter in it."""
    text = canvas.free()[start:end].replace(TAKEN, " ")
    stripped = text.rstrip(" \n.,;:")
    # A final full stop is that of the last initials where initials have full stops.
    dotted = text[len(stripped) :].startswith(".") and re.search(r"\b[A-Z]\.", stripped)
    text = stripped + ("." if dotted else "")
    role = _EDITORS.search(text)
    if role:
        text = text[: role.start()]
    if text.endswith(".") and not re.search(r"(?:\b[A-Z]|\bal|\bJr|\bSr)\.$", text):
        text = text[:-1]
    lead = _LEAD.match(text)
    offset = lead.end() if lead else 0
    found = read_names(text[offset:])
    if not found.names or not any(map(str.isalpha, text)):
        return None
    names = [each for each in found.names if any(map(str.isalpha, each.printed))]
    owners = [
        position
        for position, each in enumerate(names)
        if _is_bold(canvas, start + offset + each.start, start + offset + each.end)
    ]
    if len(owners) == len(names) > 1:
        owners = []  # the whole line is bold: nobody is emphasised
    return AuthorsFound(
        tuple(each.name for each in names),
        start,
        end,
        role is not None,
        found.truncated,
        tuple(owners),
        tuple(names[position].printed for position in owners),
    )


def _is_bold(canvas: Canvas, start: int, end: int) -> bool:
    return 2 * sum(canvas.within("bold", i) for i in range(start, end)) > end - start


def leading_authors_end(canvas: Canvas, year_start: int | None) -> int | None:
    """Give where a list of names at the beginning of the entry ends, None when there is none.

    It may end at the year, at a marked span, a line's end, a sentence's end or a colon; without
    these at the first part between commas that is no name.
    """
    text = canvas.free()[:_LONGEST]
    limit = canvas.line_end(0)
    marked = {
        span.start
        for span in canvas.spans
        if 0 < span.start < limit
        and not (span.kind == "bold" and looks_like_name(text[span.start : span.end]))
    }
    before_year = text[: year_start or 0]
    first_mark = text[: min(marked, default=0)]
    if first_mark.strip() and name_likeness(first_mark) >= 0.9:
        return len(first_mark)
    unmarked = not any(start < len(before_year) for start in marked)
    if unmarked and before_year.strip() and name_likeness(before_year) >= _PLAUSIBLE:
        return year_start
    ends = {limit, *marked}
    ends |= {m.start() + 1 for m in re.finditer(r"(?<=\w\w)\.\s|:\s", text[:limit])}
    for end in sorted(ends)[:30][::-1]:
        if text[:end].strip() and name_likeness(text[:end]) >= 0.9:
            return end
    return _end_of_names(text[:limit])


def _end_of_names(text: str) -> int | None:
    end = 0
    for found in re.finditer(r"[^,]+(?:,|$)", text):
        if not looks_like_name(found[0]):
            break
        end = found.end()
    return end if end and end < len(text) else None


def following_authors(canvas: Canvas, start: int) -> tuple[int, int] | None:
    """Find a list of names after a title: one of the next lines, or its first sentence."""
    text = canvas.free()
    begin = start
    for _ in range(_MOST_LINES):
        while begin < len(text) and text[begin] in " .,;:\n" + TAKEN:
            begin += 1
        if begin >= len(text):
            return None
        line_end = canvas.line_end(begin)
        lead = _LEAD.match(text, begin)
        names = lead.end() if lead else begin
        stops = [m.start() + 1 for m in re.finditer(r"(?<=\w\w)\.\s|\)", text[names:line_end])]
        for stop in [line_end - names, *stops[:8]]:
            part = text[names : names + stop].replace(TAKEN, " ")
            if part.strip() and name_likeness(part) >= _PLAUSIBLE:
                return begin, names + stop
        begin = line_end
    return None
