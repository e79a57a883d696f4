"""`cs:text`: variables, macros, terms and values (CSL 1.0.2, "Text")."""

from __future__ import annotations

from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.casing import cased
from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.corrections.groups import as_group
from pubbrowser.citing.styles.corrections.numbers import (
    NUMBER_VARIABLES,
    is_numeric,
    with_ranges,
)
from pubbrowser.citing.styles.marks import Mark, marked

_LINKED = {"DOI": Mark.DOI, "URL": Mark.URL}


class Text(Corrected, model.Text):
    """`cs:text`."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        if (macro := self.get("macro")) is not None:
            return self.dress(self._of_macro(macro, cite), cite)
        if (variable := self.get("variable")) is not None:
            text = self._of_variable(variable, cite)
            cite.called(variable, text)
            if variable == "year-suffix":
                # It says whether the year is told apart, not whether there is one.
                cite.calls.filled = True
        elif (term := self.get("term")) is not None:
            plural = self.get("plural") == "true"
            text = self.style().term(term, self.get("form", "long"), plural)
            if text and not cite.begun:
                # As citeproc-js has it, a reference begins with a capital: "N.d."
                text = cased(text, "capitalize-first")
        else:
            text = self.get("value", "")
        if cite.dates_only:
            return None
        if variable is None:
            # The words between are in the language of the locale, whatever the item's is.
            return self.dress(text, cite, is_english=self.style().is_english)
        return self.dress(text, cite)

    def _of_macro(self, name: str, cite: Cite) -> str | None:
        """Give what the macro called `name` writes; macros are groups (CSL 1.0.2, "Group").

        Of a macro with dates only these are sorted by, as citeproc-js has it: words such as
        "n.d." would come among the years.
        """
        macro = self.style().macro(name)
        outer = cite.dates_only
        if cite.sorting and any(True for _ in macro.iter("{*}date")):
            cite.dates_only = True
        text = as_group(macro, cite, "")
        cite.dates_only = outer
        return text

    def _of_variable(self, variable: str, cite: Cite) -> str | None:
        if variable == "citation-number":
            if cite.sorting:
                return f"{cite.number:09}"
            return marked(str(cite.number), Mark.NUMBER) if cite.number else None
        if variable == "year-suffix":
            return cite.year_suffix or None
        if self.get("form") == "short" and (short := cite.value(f"{variable}-short")):
            cite.rendered.append(variable)
            return str(short)
        value = cite.value(variable)
        if value is None:
            return None
        style = self.style()
        if variable == "page":
            return str(style.pages(str(value)))
        if variable in NUMBER_VARIABLES and is_numeric(value):
            return with_ranges(str(value), style.range_delimiter)
        linked = _LINKED.get(variable)
        return marked(str(value), linked) if linked else str(value)
