"""Which styles know that an article may have a number instead of pages.

CSL 1.0.2 has no variable of its own for it. Styles that print it ("Article 1069" in APA, "Art. no.
1069" in IEEE) ask of journal articles whether they have a `number`, and for pages otherwise. To
other styles a journal article's `number` is something else (MLA: that of a series).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_JOURNAL = "article-journal"


def knows_article_numbers(style: Any) -> bool:
    """Say whether the style (its root element) prints a journal article's number for its pages."""
    macros = {macro.get("name"): macro for macro in style.iter("{*}macro")}
    return any(_decides(choose, macros) for choose in style.iter("{*}choose"))


def _decides(choose: Any, macros: dict[str, Any]) -> bool:
    branches = list(choose)
    for place, branch in enumerate(branches):
        of_types = (branch.get("type") or _JOURNAL).split()
        if (
            (branch.get("variable") or "").split() == ["number"]
            and branch.get("match") != "none"
            and _JOURNAL in of_types
            and "number" in _printed(branch, macros, set())
        ):
            return any("page" in _printed(other, macros, set()) for other in branches[place + 1 :])
    return False


def _printed(element: Any, macros: dict[str, Any], seen: set[str]) -> Iterator[str]:
    """Give the variables that `element` prints, through its macros."""
    for each in element.iter("{*}text", "{*}number"):
        if variable := each.get("variable"):
            yield variable
        name = each.get("macro")
        if name in macros and name not in seen:
            seen.add(name)
            yield from _printed(macros[name], macros, seen)
