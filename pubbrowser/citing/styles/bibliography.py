"""A list of references: what of each item the engine is given, order, numbers, year letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.quotes import with_quotes
from pubbrowser.citing.styles.variables import variables
from pubbrowser.citing.styles.year_letters import year_letters

Item = Mapping[str, Any]


def bibliography(
    style: Any, items: Sequence[Item], *, numbered: bool = True
) -> list[tuple[int, str]]:
    """Give (position in `items`, reference as marked text) in the order of `style`."""
    area = style.reference_element
    cites = [
        Cite(
            variables(item),
            str(item.get("type", "document")),
            area,
            number=position,
            is_english=str(item.get("language") or style.lang).startswith("en"),
            in_note=not style.has_bibliography,
        )
        for position, item in enumerate(items, 1)
    ]
    order = list(range(len(items)))
    sort = next((child for child in area.children if child.tag.endswith("}sort")), None)
    if sort is not None:
        order = sort.order(cites)
    layout = next(child for child in area.children if child.tag.endswith("}layout"))
    ordered = [cites[position] for position in order]
    letters = year_letters(style, ordered) if len(ordered) > 1 else {}
    written = []
    before: Sequence[Item] | None = None
    for place, cite in enumerate(ordered):
        cite.number = place + 1 if numbered else 0
        cite.year_suffix = letters.get(place, "")
        cite.names_before = before
        written.append((order[place], with_quotes(layout.render(cite) or "", style.quotes)))
        before = cite.first_names
    return written
