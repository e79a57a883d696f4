"""The line that always tells what is shown: the count, and every filter with its ×."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Pill:
    """One active filter."""

    text: str
    action: str
    """The screen's action that drops the filter."""


class StatusLine(Static):
    """Shows counts and filters; a click on the × of a filter drops it."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        width: 100%;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        link-color: $foreground;
        link-style: none;
    }
    """

    def show(self, count: str, pills: list[Pill], rest: list[str]) -> None:
        """Show `count`, the filters `pills`, and the remarks `rest`."""
        parts = [Content.styled(count, "bold")]
        for pill in pills:
            click = Style.from_meta({"@click": pill.action})
            parts.append(
                Content.assemble(
                    (" · ", "$foreground-muted"),
                    (pill.text, "$text-accent"),
                    Content.styled(" ×", "$foreground-muted").stylize(click),
                )
            )
        parts += [Content.styled(f" · {text}", "$foreground-muted") for text in rest]
        self.update(Content("").join(parts))

    def show_progress(self, text: str) -> None:
        """Show what is being done while there is nothing to count."""
        self.update(Content.styled(text, "bold"))
