"""The order of a list of references (CSL 1.0.2, "Sorting").

The engine compares as Unicode has it and case by case ("Öst" after "Zorn"), and rewrites dates
in words before it compares them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.cite import Calls, Cite
from pubbrowser.citing.styles.corrections.dates import sort_text
from pubbrowser.citing.styles.corrections.groups import as_group
from pubbrowser.citing.styles.corrections.names import NameList
from pubbrowser.citing.styles.corrections.numbers import NUMBER_VARIABLES
from pubbrowser.citing.styles.marks import without_marks
from pubbrowser.text import fold

_NAME_OPTIONS = {
    "names-min": "et-al-min",
    "names-use-first": "et-al-use-first",
    "names-use-last": "et-al-use-last",
}
_UNIT = re.compile(r"\d{1,18}|\D")


class Sort(model.Sort):
    """`cs:sort`."""

    def order(self, cites: Sequence[Cite]) -> list[int]:
        """Give the positions of `cites` in the order of the list; equals keep theirs."""
        order = list(range(len(cites)))
        for key in reversed([child for child in self.children if child.tag.endswith("}key")]):
            texts = [key.text_of(cite) for cite in cites]
            descending = key.get("sort") == "descending"
            order.sort(key=lambda i, t=texts: collated(t[i]), reverse=descending)  # type: ignore[misc]
            # Items without the key come last, whatever the direction.
            order.sort(key=lambda i, t=texts: not t[i])  # type: ignore[misc]
        return order


class Key(model.Key):
    """`cs:key`."""

    def text_of(self, cite: Cite) -> str:
        """Give the text that `cite` is sorted by; "" if it has none."""
        options = {ours: self.get(name) for name, ours in _NAME_OPTIONS.items() if self.get(name)}
        options |= {"name-as-sort-order": "all", "form": "long"}
        cite = replace(
            cite, sorting=True, name_options=options, calls=Calls(), rendered=[],
            suppressed=frozenset(),
        )  # fmt: skip
        if (macro := self.get("macro")) is not None:
            element = self.style_root.macro(macro)
            cite.dates_only = any(True for _ in element.iter("{*}date"))
            text = as_group(element, cite, "") or ""
        else:
            text = self._of_variable(self.get("variable", ""), cite)
        return without_marks(text)

    def _of_variable(self, variable: str, cite: Cite) -> str:
        if variable == "citation-number":
            return f"{cite.number:09}"
        value: Any = cite.value(variable)
        if value is None:
            return ""
        if isinstance(value, (list, tuple)):
            return NameList(value, None, None, cite, self.style_root).text()
        if isinstance(value, dict):
            return sort_text(value)
        text = str(value)
        return text.zfill(12) if variable in NUMBER_VARIABLES and text.isdigit() else text


def collated(text: str) -> list[tuple[int, int, str]]:
    """Give what `text` is compared by: symbols, numbers by their value, letters without marks.

    Word by word, so that "Berg, Z." comes before "Berger, A."; punctuation does not count.
    """
    found: list[tuple[int, int, str]] = []
    for piece in _UNIT.findall(fold(text)):
        if piece.isspace():
            found.append((0, 0, ""))
        elif piece.isdecimal():
            found.append((2, int(piece), ""))
        elif piece.isalnum():
            found.append((3, 0, piece))
        elif unicodedata.category(piece)[0] == "S":
            found.append((1, 0, piece))
    return found
