"""A list of references: what of each item the engine is given, order, numbers, year letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.quotes import with_quotes
from pubbrowser.citing.styles.variables import variables

Item = Mapping[str, Any]


def bibliography(
    style: Any, items: Sequence[Item], *, numbered: bool = True
) -> list[tuple[int, str]]:
    """Give (position in `items`, reference as marked text) in the order of `style`."""
    area = style.bibliography_element
    cites = [
        Cite(
            variables(item),
            str(item.get("type", "document")),
            area,
            number=position,
            is_english=str(item.get("language") or style.lang).startswith("en"),
        )
        for position, item in enumerate(items, 1)
    ]
    order = list(range(len(items)))
    sort = next((child for child in area.children if child.tag.endswith("}sort")), None)
    if sort is not None:
        order = sort.order(cites)
    layout = next(child for child in area.children if child.tag.endswith("}layout"))
    written = []
    for number, position in enumerate(order, 1):
        cite = cites[position]
        cite.number = number if numbered else 0
        written.append((position, with_quotes(layout.render(cite) or "", style.quotes)))
    return written
