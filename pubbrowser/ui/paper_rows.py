"""What a row of the list says of a paper: title, authors, venue, or why it is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from pubbrowser.citing.markup import plain
from pubbrowser.model import Work
from pubbrowser.search import Marks
from pubbrowser.search.conditions import Condition
from pubbrowser.search.reasons import Reason, reason
from pubbrowser.ui import wording
from pubbrowser.ui.cells import excerpt, fit

_REASON = 30
"""Cells that a reason should have."""
_SHORTEST_TITLE = 30
"""Cells of the title that a reason leaves."""

_PARTED_TITLE = 20
"""Cells that hold the beginning and another part of a title."""
_WITH_LABEL = 24
"""Cells in which a reason has room for its field's name."""


@dataclass(frozen=True, slots=True)
class Column:
    """The text of a row in one column."""

    name: Literal["title", "author", "venue", "reason"]
    cells: int
    text: str
    """In exactly `cells` cells, the last of them empty."""
    spans: Sequence[tuple[int, int]] = ()
    """(start, end) of what is found in the text."""


def row_columns(work: Work, width: int, found: Marks, asked: Condition | None) -> list[Column]:
    """Share `width` cells among what is told of `work`.

    `asked` is the condition that the work has met, None when nothing is searched for. Where the
    row would not show what was asked for, it tells in which field it stands, instead of authors
    and venue. With marks in both of them it stays as it is: then the details tell the rest.
    """
    title, authors, venue = column_widths(width)
    columns = [_title(work, title, found)]
    if authors:
        columns.append(_column("author", authors, wording.short_authors(work), found))
    if venue:
        columns.append(_column("venue", venue, wording.venue_text(work.merged), found))
    if asked is None or title < _PARTED_TITLE:
        return columns
    visible: dict[str, str] = {column.name: column.text for column in columns}
    why = reason(work, asked, found, visible | {"other": wording.year_text(work.merged)})
    if why is None:
        return columns
    if why.label == "title":
        return [_parted_title(columns[0], why), *columns[1:]]
    return _with_reason(columns, why, work, found)


def column_widths(width: int) -> tuple[int, int, int]:
    """Share `width` cells among title, authors and venue; 0 leaves a column out.

    The title comes first: authors appear when it has 36 cells, the venue when it has 50.
    """
    if width < 52:
        return max(0, width), 0, 0
    if width < 88:
        authors = min(24, width * 3 // 10)
        return width - authors, authors, 0
    authors = min(36, width // 4)
    venue = min(44, width // 4)
    return width - authors - venue, authors, venue


def _title(work: Work, cells: int, found: Marks) -> Column:
    return _column("title", cells, plain(work.merged.title) or "(no title)", found)


def _column(
    name: Literal["title", "author", "venue"], cells: int, text: str, found: Marks
) -> Column:
    shown = fit(text, cells - 1) + " " if cells else ""
    return Column(name, cells, shown, found.spans(shown))


def _parted_title(title: Column, why: Reason) -> Column:
    """Give the beginning of a title that is too long, and the words of it that are found."""
    head = fit(why.text, title.cells // 2).rstrip()
    text, spans = excerpt(why.text, why.spans, title.cells - cell_len(head))
    text = head + text.removeprefix("…") + " "
    moved = len(head) - 1
    return Column(
        "title", title.cells, text, [(start + moved, end + moved) for start, end in spans]
    )


def _with_reason(columns: list[Column], why: Reason, work: Work, found: Marks) -> list[Column]:
    title, *others = columns
    kept = [column for column in others if column.spans]
    cells = sum(column.cells for column in others if not column.spans)
    if not cells:
        return columns
    lent = min(_REASON - cells, title.cells - _SHORTEST_TITLE)
    shorter = _title(work, title.cells - max(0, lent), found)
    if len(shorter.spans) == len(title.spans):  # a mark in the title is worth more than room
        cells += title.cells - shorter.cells
        title = shorter
    label = f"{why.label}: " if cells >= _WITH_LABEL else ""
    text, spans = excerpt(why.text, why.spans, cells - len(label) - 1)
    moved = [(start + len(label), end + len(label)) for start, end in spans]
    told = Column("reason", cells, f"{label}{text} ", moved)
    return [title, told, *kept] if others[0] not in kept else [title, *kept, told]
