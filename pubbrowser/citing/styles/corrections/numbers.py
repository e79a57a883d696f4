"""Numbers, page ranges and labels."""

from __future__ import annotations

import re
from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.cite import Cite

NUMBER_VARIABLES = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume""".split()  # noqa: SIM905
)
"""CSL 1.0.2, appendix "Number Variables"."""
_ONE = r"(?:[A-Za-z]*\d+[A-Za-z]*|[ivxlcm]+)"
_SEPARATOR = r"(?:\s*[-–&,;]+\s*)"
_NUMERIC = re.compile(rf"^\s*{_ONE}(?:{_SEPARATOR}{_ONE})*\s*$")
_PARTS = re.compile(rf"({_SEPARATOR}|\s+and\s+)")
_SEVERAL = re.compile(r"\w\s*(?:[-–&,;]|\band\b)\s*\w")
_RANGE = re.compile(r"^([0-9]*[A-Za-z]+0*)?(\d+[a-z]*)\s*[-–]\s*([0-9]*[A-Za-z]+0*)?(\d+[a-z]*)$")


def is_numeric(value: object) -> bool:
    """Say whether `value` is a number, or several with separators (CSL 1.0.2, "Choose")."""
    return value is not None and _NUMERIC.match(str(value)) is not None


def with_ranges(value: str, delimiter: str, ampersand: str = "&") -> str:
    """Give the numbers of `value` with `delimiter` in ranges, ", " and " & " in lists."""
    written = []
    for index, part in enumerate(_PARTS.split(value.strip())):
        if index % 2 == 0:
            written.append(part)
        elif "-" in part or "–" in part:
            written.append(delimiter)
        elif "&" in part or "and" in part:
            written.append(f" {ampersand} ")
        else:
            written.append(part.strip() + " ")
    return "".join(written)


def page_ranges(pages: str, form: str | None, delimiter: str) -> str:
    """Give `pages` with every range in one of CSL's forms (appendix "Page Range Formats")."""
    parts = re.split(r"(\s*[,;&]\s*)", pages.strip())
    parts[::2] = [_page_range(part, form, delimiter) for part in parts[::2]]
    parts[1::2] = [
        f" {separator.strip()} " if "&" in separator else f"{separator.strip()} "
        for separator in parts[1::2]
    ]
    return "".join(parts)


def _page_range(pages: str, form: str | None, delimiter: str) -> str:
    found = _RANGE.match(pages)
    if not found:
        return re.sub(r"\s*[-–]+\s*", delimiter, pages)
    head, first, head_last, last = (part or "" for part in found.groups())
    if form is None or (head_last and head != head_last):
        return f"{head}{first}{delimiter}{head_last}{last}"
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if not (first.isdigit() and last.isdigit()) or int(first) >= int(last):
        return f"{head}{first}{delimiter}{head_last}{found[4]}"
    last = _shortened(first, last, form)
    # What is in full repeats the letters, what is shortened does not: "S12–S19" and "S12–9".
    return f"{head}{first}{delimiter}{head if form == 'expanded' else ''}{last}"


def _shortened(first: str, last: str, form: str) -> str:
    if form == "minimal":
        return _minimal(first, last, 1)
    if form == "minimal-two":
        return _minimal(first, last, 2)
    if form.startswith("chicago") and int(first) > 100 and int(first) % 100:
        if form == "chicago-16":
            for digits in range(2, len(last)):
                if first[:-digits] == last[:-digits] and len(first) == len(last):
                    return str(int(last[-digits:]))
            return last
        if int(first) // 100 == int(last) // 100:
            return str(int(last) % 100)
        if int(first) >= 10_000:
            return str(int(last) % 1000)
    return last


def _minimal(first: str, last: str, digits: int) -> str:
    if len(first) != len(last):
        return last
    same = next((i for i, (f, l) in enumerate(zip(first, last, strict=True)) if f != l), 0)  # noqa: E741
    return last[min(same, max(len(last) - digits, 0)) :]


class Number(Corrected, model.Number):
    """`cs:number`."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        variable = self.get("variable")
        value = cite.value(variable)
        cite.called(variable, value)
        if value is None:
            return None
        style = self.style()
        value = str(value)
        if variable == "page":
            return self.dress(style.pages(value), cite)
        if not is_numeric(value):
            return self.dress(value, cite)
        form = self.get("form", "numeric")
        if form != "numeric":
            value = re.sub(
                r"\d+", lambda found: self._in_form(int(found[0]), form, variable), value
            )
        return self.dress(with_ranges(value, style.range_delimiter), cite)

    def _in_form(self, number: int, form: str, variable: str) -> str:
        """Give `number` as "2nd", "second" or "ii" (CSL 1.0.2, "Number")."""
        if form == "roman":
            return str(model.romanize(number)).lower()
        style = self.style()
        if form == "long-ordinal":
            word = style.term(f"long-ordinal-{number:02}", gender=style.gender(variable))
            if word:
                return str(word)
        return f"{number}{style.ordinal_suffix(number, variable)}"


class Label(Corrected, model.Label):
    """`cs:label` of a number or of names."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        variable = self.get("variable")
        if variable == "locator":
            # References have none, but styles print its label, pages', before the page.
            return self.of("page", False)
        value = cite.value(variable)
        if value is None:
            return None
        if variable.startswith("number-of-"):
            plural = str(value).strip() not in ("0", "1")
        else:
            plural = is_numeric(value) and _SEVERAL.search(str(value)) is not None
        return self.of(variable, plural)

    def of(self, term: str, plural: bool) -> str | None:
        """Give the label for `term`; `plural` counts where the style leaves it open."""
        wanted = self.get("plural", "contextual")
        plural = plural if wanted == "contextual" else wanted == "always"
        text = self.style().term(term, self.get("form", "long"), plural)
        return self.dress(text, is_english=True)
