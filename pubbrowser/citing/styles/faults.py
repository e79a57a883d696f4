"""Faults of a style's file that would stop references or leave parts of them out (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_CSL = "{http://purl.org/net/xbiblio/csl}"
_RENDERING = frozenset(("text", "date", "number", "names", "label", "group", "choose"))
_CHILDREN = {
    **dict.fromkeys(
        ("layout", "macro", "group", "if", "else-if", "else", "substitute"), _RENDERING
    ),
    "choose": frozenset(("if", "else-if", "else")),
    "names": frozenset(("name", "et-al", "label", "substitute")),
    "name": frozenset(("name-part",)),
    "date": frozenset(("date-part",)),
    "sort": frozenset(("key",)),
    "bibliography": frozenset(("sort", "layout")),
    "citation": frozenset(("sort", "layout")),
}
"""Which elements may stand in which (CSL 1.0.2, "Rendering Elements", "Sorting")."""
_DATE_FORMS = (None, "text", "numeric")


def fault(root: Any, layout: Any) -> str:
    """Give what is wrong with the style `root`, which writes references with `layout`.

    Names the element and its line; "" where nothing is wrong.
    """
    for message in (*_misplaced(root), *_missing(root), *_circular(root)):
        return message
    if not any(True for _ in layout.iterchildren(f"{_CSL}*")):
        return f"{_place(layout)} of <{_name(layout.getparent())}> is empty"
    return ""


def _misplaced(root: Any) -> Iterator[str]:
    """Give the elements that stand where CSL has no such element."""
    for parent in root.iter(*(f"{_CSL}{name}" for name in _CHILDREN)):
        for child in parent.iterchildren("{*}*"):
            if _name(child) not in _CHILDREN[_name(parent)]:
                yield f"{_place(child)} cannot stand in <{_name(parent)}>"


def _missing(root: Any) -> Iterator[str]:
    """Give the elements that ask for macros or forms of dates that there are not."""
    known = {macro.get("name") for macro in root.iterfind(f"{_CSL}macro")}
    for element in root.iter(f"{_CSL}text", f"{_CSL}key"):
        macro = element.get("macro")
        if macro is not None and macro not in known:
            yield f"{_place(element)} calls the macro {macro!r}, which the style has not"
    for element in root.iter(f"{_CSL}date"):
        if element.get("form") not in _DATE_FORMS:
            yield f"{_place(element)} has the form {element.get('form')!r}, not 'text' or 'numeric'"


def _circular(root: Any) -> Iterator[str]:
    """Give the macros that call themselves, by way of others or at once."""
    called = {
        macro.get("name"): [t.get("macro") for t in macro.iter(f"{_CSL}text") if t.get("macro")]
        for macro in root.iterfind(f"{_CSL}macro")
    }
    for start in called:
        waiting, seen = list(called[start]), set()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += called.get(name, ())
        if start in seen:
            yield f"the macro {start!r} calls itself"


def _name(element: Any) -> str:
    return str(element.tag).removeprefix(_CSL)


def _place(element: Any) -> str:
    return f"line {element.sourceline}: <{_name(element)}>"
