"""Works as lines of a table, for a person or for a pipe."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from pubbrowser.citing.markup import plain
from pubbrowser.model import Work

_GAP = "  "
_KEY_SHARE = 0.3
_AUTHORS_SHARE = 0.25
"""At most this part of the terminal's width goes to the key, and to the authors."""
_NARROWEST_TITLE = 20


def plain_rows(works: Iterable[Work]) -> Iterable[str]:
    """Give each work as key, year, authors and title, uncut and separated by tabs."""
    for work in works:
        authors = ", ".join(name.full for name in work.names)
        if authors and work.merged.authors_truncated:
            authors += " et al."
        yield "\t".join((work.key, str(work.year or ""), authors, plain(work.merged.title)))


def fitted_rows(works: Sequence[Work], width: int) -> Iterable[str]:
    """Give each work as key, year, first authors and title in columns that `width` cells hold."""
    keys = min(_widest(work.key for work in works), int(width * _KEY_SHARE))
    people = min(_widest(map(first_authors, works)), int(width * _AUTHORS_SHARE))
    title = max(width - keys - 4 - people - 3 * len(_GAP), _NARROWEST_TITLE)
    for work in works:
        cells = (
            _fit(work.key, keys),
            f"{work.year or '':<4}",
            _fit(first_authors(work), people),
            _fit(plain(work.merged.title), title),
        )
        yield _GAP.join(cells).rstrip()


def first_authors(work: Work) -> str:
    """Give the surnames of one or two authors; of more, the first with "et al."."""
    names = [name.surname for name in work.names]
    if len(names) > 2 or (names and work.merged.authors_truncated):
        return f"{names[0]} et al."
    return " and ".join(names)


def _widest(texts: Iterable[str]) -> int:
    return max(map(_cells, texts), default=0)


def _cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_cell_width, text))


def _cell_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _fit(text: str, width: int) -> str:
    """Give `text` in exactly `width` cells, with "…" where it is cut."""
    cells = _cells(text)
    if cells <= width:
        return text + " " * (width - cells)
    kept = ""
    room = max(width - 1, 0)
    for character in text:
        room -= _cell_width(character)
        if room < 0:
            break
        kept += character
    return kept + "…" + " " * (width - 1 - _cells(kept))
