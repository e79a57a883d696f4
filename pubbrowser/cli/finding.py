"""Searching what is opened from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubbrowser.cli.terminal import report

if TYPE_CHECKING:
    from pubbrowser.opening import Opened


def find(opened: Opened, text: str) -> list[int]:
    """Give the indices of the works that a search for `text` finds, the best first.

    What cannot be understood of `text` is reported and left out; when nothing else is asked
    for, nothing is found: whoever asks for something does not want everything.
    """
    from pubbrowser.search import Query
    from pubbrowser.search.language import parse

    parsed = parse(text)
    for flaw in parsed.flaws:
        report(f"left out of the query: {flaw.hint}")
    if parsed.condition is None and text.strip():
        return []
    return list(opened.engine.run(Query(text=text)).ids)
