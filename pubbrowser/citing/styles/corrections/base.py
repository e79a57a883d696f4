"""What all corrected elements share: affixes, delimiters, quotes and case of marked text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.casing import cased
from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.corrections.seams import concat, join
from pubbrowser.citing.styles.marks import Formatter, Mark, marked


class Corrected(model.Formatted):
    """Goes before the engine's class among the bases of an element."""

    def style(self) -> Any:
        """Give the root of the style that is being written."""
        return self.style_root

    def get_formatter(self) -> type[Formatter]:
        """Give the output format: marks."""
        return Formatter

    def wrap(self, text: str | None) -> str | None:
        """Put the affixes around `text` if there is any (CSL 1.0.2, "Affixes")."""
        if not text:
            return None
        quotes = self.style().punctuation_in_quote
        text = concat(concat(self.get("prefix", ""), text, quotes), self.get("suffix", ""), quotes)
        # CSL 1.0.2, "Display": blocks and columns of their own, which one line has as words.
        return f" {text} " if self.get("display") else text

    def join(self, texts: Iterable[str | None], default_delimiter: str = "") -> str:
        """Give the texts with the element's delimiter between them (CSL 1.0.2, "Delimiter")."""
        return join(
            texts, self.get("delimiter", default_delimiter), self.style().punctuation_in_quote
        )

    def quote(self, text: str) -> str:
        """Mark `text` as quoted where the element says so; the marks are chosen at the end."""
        return marked(text, Mark.QUOTED) if self.get("quotes") == "true" else text

    def case(self, text: str, *, is_english: bool) -> str:
        """Give `text` in the element's case; title case is for English only."""
        case = self.get("text-case")
        return cased(text, case, english=is_english) if case else text

    def strip_periods(self, text: str) -> str:
        """Take the full stops out of `text` where the element says so."""
        return text.replace(".", "") if self.get("strip-periods") == "true" else text

    def dress(
        self, text: str | None, cite: Cite | None = None, *, is_english: bool | None = None
    ) -> str | None:
        """Give `text` with all that the element's attributes ask for.

        The language is that of `cite`, of the locale where it is not given.
        """
        if not text:
            return None
        if is_english is None:
            is_english = cite.is_english if cite is not None else self.style().is_english
        if cite is not None:
            cite.begun = True
        text = self.format(self.case(self.strip_periods(str(text)), is_english=is_english))
        return self.wrap(self.quote(text))

    def format(self, text: str) -> str:
        """Mark `text` with the element's formatting (CSL 1.0.2, "Formatting").

        "normal" takes formatting back where an outer element asks for it; the engine
        leaves it out.
        """
        formatted: str = super().format(text)
        if self.get("font-style") == "normal":
            formatted = marked(formatted, Mark.UPRIGHT)
        if self.get("font-weight") == "normal":
            formatted = marked(formatted, Mark.NOT_BOLD)
        return formatted

    def render(self, cite: Cite, **_: Any) -> str | None:
        """Give what the element writes of `cite`, None for nothing."""
        raise NotImplementedError
