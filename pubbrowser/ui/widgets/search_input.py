"""The field for queries: fields and operators stand out, what is left out is underlined."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from pubbrowser.search.language import Parsed, parse

_PLACEHOLDER = "search titles, authors, venues, abstracts"


class SearchInput(Input):
    """Takes a query; while it is empty and used, samples stand in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "search-input--field",
        "search-input--operator",
        "search-input--value",
        "search-input--flaw",
    }

    DEFAULT_CSS = """
    SearchInput {
        & > .search-input--field { color: $text-accent; }
        & > .search-input--operator { color: $text-accent; text-style: bold; }
        & > .search-input--value { color: $text-primary; }
        & > .search-input--flaw { color: $text-error; text-style: underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            placeholder=_PLACEHOLDER,
            highlighter=_QueryHighlighter(self),
            id=id,
            compact=True,
            select_on_focus=False,
        )
        self._samples = ""

    @property
    def parsed(self) -> Parsed:
        """The query as understood."""
        return _parsed(self.value)

    def offer(self, samples: str) -> None:
        """Show queries to try as long as the field is used and empty."""
        self._samples = f"try   {samples}" if samples else ""
        self._watch_use(self.has_focus)

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self._watch_use(value)

    def _watch_use(self, used: bool) -> None:
        self.placeholder = (used and self._samples) or _PLACEHOLDER


class _QueryHighlighter(Highlighter):
    def __init__(self, owner: SearchInput) -> None:
        self._owner = owner

    def highlight(self, text: Text) -> None:
        parsed = _parsed(text.plain)
        styled = self._owner.get_component_rich_style
        for span in parsed.spans:
            text.stylize(styled(f"search-input--{span.kind}", partial=True), span.start, span.end)
        for flaw in parsed.flaws:
            if not flaw.unfinished:
                style = styled("search-input--flaw", partial=True)
                text.stylize(style, flaw.start, flaw.end)


@lru_cache(maxsize=4)
def _parsed(text: str) -> Parsed:
    # A line is drawn anew with every blink of the cursor.
    return parse(text)
