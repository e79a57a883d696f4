"""Letters that tell works of the same people and year apart: "2019a", "2019b".

CSL 1.0.2, "Disambiguation" (`disambiguate-add-year-suffix`): works whose citations are alike
get letters, in the order of the list. Where the style would rather name more people
(`disambiguate-add-names`), works of different people are not alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from pubbrowser.citing.styles.corrections.cite import Cite


def year_letters(style: Any, cites: Sequence[Cite]) -> dict[int, str]:
    """Give the letter of each of `cites`, in the order of the list, that needs one."""
    citation = style.find("{*}citation")
    if citation is None or citation.get("disambiguate-add-year-suffix") != "true":
        return {}
    layout = next((child for child in citation.children if child.tag.endswith("}layout")), None)
    names_people = citation.get("disambiguate-add-names") == "true"
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for position, cite in enumerate(cites):
        in_text = Cite(cite.item, cite.type, citation, is_english=cite.is_english)
        text = layout.render(in_text) if layout is not None else None
        alike[text, _people(in_text) if names_people else None].append(position)
    return {
        position: _letter(index)
        for positions in alike.values()
        if len(positions) > 1
        for index, position in enumerate(positions)
    }


def _people(cite: Cite) -> tuple[object, ...]:
    """Give who leads the citation, in whatever role; its title where nobody does."""
    if not cite.first_names:
        return (cite.item.get("title"),)
    return tuple(
        (name.get("literal") or name.get("family"), str(name.get("given") or "")[:1])
        for name in cite.first_names
    )


def _letter(index: int) -> str:
    """Give "a" to "z", then "aa", "ab" …"""
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters
