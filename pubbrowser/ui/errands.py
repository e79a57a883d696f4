"""What the keys do to papers: texts for the clipboard, and links to open.

The slow parts run in threads, so nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pubbrowser.citing.formats import format_named
from pubbrowser.model import Link, Work
from pubbrowser.system.browser import open_url
from pubbrowser.system.clipboard import CopyResult, copy
from pubbrowser.system.files import write_atomically
from pubbrowser.system.helpers import Stop
from pubbrowser.ui.wording import counted


@dataclass(frozen=True, slots=True)
class Errand:
    """A text to be copied, with the words for what it is."""

    text: str
    what: str
    """"3 references", "BibTeX of 3 papers"; of addresses, as much of them as can be shown."""
    not_opened: str = ""
    """Why the addresses that the text holds are copied instead of opened."""


def citation(works: Sequence[Work], format_name: str) -> Errand:
    """Put the citations of `works` in a format of the registry."""
    text = format_named(format_name).write(works)
    if format_name == "text":
        return Errand(text.rstrip("\n"), counted(len(works), "reference"))
    label = format_named(format_name).label
    return Errand(text, f"{label} of {counted(len(works), 'paper')}")


@dataclass(frozen=True, slots=True)
class Copied:
    """How copying went, in words for the person."""

    errand: Errand
    result: CopyResult
    words: str


def run_copy(errand: Errand, send_to_terminal: Callable[[str], None], stop: Stop) -> Copied:
    """Copy the errand's text by the best way there is, and say truthfully what happened.

    Raises `GivenUpError` when `stop` is asked for.
    """
    result = copy(errand.text, send_to_terminal=send_to_terminal, stop=stop)
    words = _of_addresses if errand.not_opened else _of_text
    return Copied(errand, result, words(errand, result))


def _of_text(errand: Errand, result: CopyResult) -> str:
    match result.outcome:
        case "verified":
            return f"Copied {errand.what} to {result.where}"
        case "sent":
            return f"Sent {errand.what} to your terminal, which cannot confirm that it copied"
        case _:
            return f"Not copied: {result.detail}"


def _of_addresses(errand: Errand, result: CopyResult) -> str:
    match result.outcome:
        case "verified":
            instead = f"; copied to {result.where}: {errand.what}"
        case "sent":
            instead = f"; sent to your terminal's clipboard: {errand.what}"
        case _:
            instead = f": {errand.what}"
    return f"Not opened ({errand.not_opened}){instead}"


@dataclass(frozen=True, slots=True)
class Opened:
    """How opening links went, in words for the person."""

    words: str
    instead: Errand | None = None
    """What is to be copied where a link could not be opened."""


def run_open(links: Sequence[Link]) -> Opened:
    """Open `links` in the web browser; where there is none, ask for copying their addresses."""
    refused: list[str] = []
    reason = ""
    for link in links:
        result = open_url(link.url)
        if not result.opened:
            refused.append(link.url)
            reason = result.reason
    if not refused:
        return Opened(f"Opened {links[0].url if len(links) == 1 else f'{len(links)} pages'}")
    what = refused[0] if len(refused) == 1 else f"{len(refused)} addresses"
    return Opened("", Errand("\n".join(refused), what, not_opened=reason))


def save_beside(text: str, folder: Path) -> Path:
    """Write `text` to a new file in `folder` and give its path; nothing is overwritten."""
    number = 1
    while (path := folder / f"citation-{number}.txt").exists():
        number += 1
    write_atomically(path, text if text.endswith("\n") else text + "\n")
    return path
