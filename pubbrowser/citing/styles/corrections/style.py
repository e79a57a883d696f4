"""The style, its locales and its layout.

The engine looks every term up with XPath through all locales, and gives the long form of a term
only where a style asks for a form that a locale lacks; CSL 1.0.2, "Terms", has them fall back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from citeproc import PRIMARY_DIALECTS, model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.corrections.groups import pieces
from pubbrowser.citing.styles.corrections.numbers import page_ranges
from pubbrowser.citing.styles.corrections.seams import concat, join
from pubbrowser.citing.styles.marks import Mark, marked, opening

_FALLBACKS = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}
"""CSL 1.0.2, "Terms": the forms that stand for one that a locale lacks."""
TermKey = tuple[str, str, str]


class _Missing:
    """Stands for a macro that a style calls but has not."""

    children: tuple[Any, ...] = ()

    def __init__(self, style: Any) -> None:
        self.style_root = style

    def iter(self, _: str) -> Iterator[Any]:
        """Give its elements: none."""
        return iter(())


class Locale(model.Locale):
    """A locale, in a file of its own or inside of a style."""

    def collected(self) -> dict[TermKey, tuple[str, str]]:
        """Give (singular, plural) of every term by (name, form, gender)."""
        terms: dict[TermKey, tuple[str, str]] = {}
        for term in self.iter("{*}term"):
            single, multiple = term.find("{*}single"), term.find("{*}multiple")
            text = _with_superscripts(term.text)
            key = (
                _term_name(term), term.get("form", "long"), term.get("gender-form", ""),
            )  # fmt: skip
            terms[key] = (
                _with_superscripts(single.text) if single is not None else text,
                _with_superscripts(multiple.text) if multiple is not None else text,
            )
        return terms

    def genders(self) -> dict[str, str]:
        """Give the gender of each term that is a noun with one."""
        return {t.get("name"): t.get("gender") for t in self.iter("{*}term") if t.get("gender")}


def _with_superscripts(text: str | None) -> str:
    """Give `text` with its raised letters as formatting: "nᵒ" (CSL 1.0.2, "Ordinal Suffixes")."""
    return _RAISED.sub(
        lambda found: marked(unicodedata.normalize("NFKD", found[0]), Mark.SUPERSCRIPT), text or ""
    )


_RAISED = re.compile("[\u00aa\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf]+")
"""Unicode's raised letters."""


def _term_name(term: Any) -> str:
    match = term.get("match")
    return f"{term.get('name')}@{match}" if match else str(term.get("name"))


class Style(model.Style):
    """The root of a style."""

    def prepare(self, lang: str, locales: list[Any]) -> None:
        """Take `locales`, the most specific first, and all that is asked for often."""
        self.locales = locales
        self.lang = lang
        self.is_english = lang.startswith("en")
        self._terms: dict[TermKey, tuple[str, str]] = {}
        self._genders: dict[str, str] = {}
        for locale in reversed(locales):
            terms = locale.collected()
            if any(name == "ordinal" for name, _, _ in terms):
                # CSL 1.0.2, "Ordinal Suffixes": those of a locale replace all others.
                self._terms = {k: v for k, v in self._terms.items() if k[0][:7] != "ordinal"}
            self._terms |= terms
            self._genders |= locale.genders()
        self._macros = {m.get("name"): m for m in self.iter("{*}macro")}
        self.punctuation_in_quote = self._option("punctuation-in-quote") == "true"
        self.limits_day_ordinals = self._option("limit-day-ordinals-to-day-1") == "true"
        self.has_bibliography = self.find("{*}bibliography/{*}layout") is not None
        self.reference_element = self.find(
            "{*}bibliography" if self.has_bibliography else "{*}citation"
        )
        self.prints_year_suffix = any(
            text.get("variable") == "year-suffix" for text in self.iter("{*}text")
        )
        self.quotes = tuple(
            self.term(name) or default
            for name, default in (
                ("open-quote", "“"), ("close-quote", "”"),
                ("open-inner-quote", "‘"), ("close-inner-quote", "’"),
            )
        )  # fmt: skip

    def _option(self, name: str) -> str:
        for locale in self.locales:
            for options in locale.iter("{*}style-options"):
                if name in options.attrib:
                    return str(options.get(name))
        return "false"

    def macro(self, name: str) -> Any:
        """Give the macro called `name`; one that is missing writes nothing."""
        return self._macros[name] if name in self._macros else _Missing(self)

    def term(
        self, name: str, form: str = "long", plural: bool = False, gender: str = ""
    ) -> str | None:
        """Give the localized term, in the nearest form there is; None if there is none."""
        for candidate in _FALLBACKS.get(form, (form, "long")):
            for kind in (gender, "", "neuter", "masculine", "feminine"):
                found = self._terms.get((name, candidate, kind))
                if found is not None:
                    return found[plural]
        return None

    def gender(self, noun: str) -> str:
        """Give the gender of a term that is a noun, "" if it has none."""
        return self._genders.get(noun, "")

    def localized_date(self, form: str) -> Any:
        """Give the `cs:date` of the most specific locale that has `form`."""
        for locale in self.locales:
            for date in locale.iter("{*}date"):
                if date.get("form") == form:
                    return date
        raise LookupError(form)

    def ordinal_suffix(self, number: int, noun: str = "") -> str:
        """Give "st", "nd" … for `number` of `noun` (CSL 1.0.2, "Ordinal Suffixes")."""
        gender = self.gender(noun)
        last_two, last = number % 100, number % 10
        for name in (
            f"ordinal-{last_two:02}@whole-number" if number < 100 else "",
            f"ordinal-{last_two:02}@last-two-digits",
            f"ordinal-{last_two:02}" if last_two >= 10 or number < 10 else "",
            f"ordinal-{last:02}@last-digit",
            f"ordinal-{last:02}",
            "ordinal",
        ):
            if name and (term := self.term(name, gender=gender)) is not None:
                return term
        return ""

    @property
    def range_delimiter(self) -> str:
        """What stands between the first and the last number of a range."""
        return self.term("page-range-delimiter") or "–"

    def pages(self, value: str) -> str:
        """Give pages in the style's form of ranges."""
        return page_ranges(value, self.get("page-range-format"), self.range_delimiter)


def locale_names(lang: str) -> list[str]:
    """Give the locales to look into for `lang`: itself, its primary dialect, US English."""
    names = [lang, PRIMARY_DIALECTS.get(lang.split("-")[0], "en-US"), "en-US"]
    return list(dict.fromkeys(names))


class Layout(Corrected, model.Layout):
    """`cs:layout`."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        """Write one reference; a label in front is set off by a space.

        CSL 1.0.2, "Whitespace": with `second-field-align` the first field stands in a column of
        its own, so that styles put no space after it.
        """
        written = pieces(self, cite)
        if len(written) > 1 and opening(Mark.NUMBER) in written[0]:
            written[0] = concat(written[0], " ")
        # A delimiter of citations stands between several works, not in one.
        text = join(written, "", self.style().punctuation_in_quote)
        return self.wrap(self.format(text)) if text else None


class Macro(model.Macro):
    """`cs:macro`."""


class Citation(model.Citation):
    """`cs:citation`."""


class Bibliography(model.Bibliography):
    """`cs:bibliography`."""
