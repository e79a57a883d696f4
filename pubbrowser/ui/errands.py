"""What the keys do to papers: texts for the clipboard, and links to open.

The slow parts run in threads, so nothing here touches a widget.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pubbrowser.citing.choices import Choice
from pubbrowser.citing.completeness import missing
from pubbrowser.citing.manner import Manner
from pubbrowser.citing.order import in_order
from pubbrowser.model import Link, Work
from pubbrowser.system.browser import open_url
from pubbrowser.system.clipboard import CopyResult, copy
from pubbrowser.system.files import WriteError, write_atomically
from pubbrowser.system.helpers import Stop
from pubbrowser.ui.wording import counted
from pubbrowser.ui.yanking import Part, part_of

_SHOWN = 60
"""Characters of an in-text citation that are shown when it is copied."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A text to be copied, with the words for what it is."""

    text: str
    what: str
    """"3 references", "BibTeX of 3 papers"; of addresses, as much of them as can be shown."""
    not_opened: str = ""
    """Why the addresses that the text holds are copied instead of opened."""
    remark: str = ""
    """What the person should know of the text besides."""


def citation(
    works: Sequence[Work], choice: Choice, manner: Manner, bib: Path | None = None
) -> Errand:
    """Put `works`, in the order of their authors, as `choice` has them. Raises `StyleError`.

    In-text citations have the keys of the .bib file `bib`, where there is one.
    """
    works = in_order(works)
    if choice.format.kind == "in-text":
        works, remark = _keyed(works, bib)
        text = choice.write(works, manner)
        what = text if len(text) <= _SHOWN else f"in-text citation of {len(works)} papers"
        return Errand(text, what, remark=remark)
    text = choice.write(works, manner)
    what = counted(len(works), choice.format.noun, choice.format.nouns)
    remark = _lacks(works)
    if choice.format.kind == "references":
        # A reference goes into a line that is being written: it brings no line break along.
        return Errand(text.rstrip("\n"), f"{what}, {choice.label},", remark=remark)
    return Errand(text, what, remark=remark)


def part(works: Sequence[Work], wanted: Part, bib: Path | None = None) -> Errand:
    """Put one part of `works`, such as their titles; keys are those of the file `bib`."""
    remark = ""
    if wanted.label == "key":
        works, remark = _keyed(works, bib)
    text, number = part_of(works, wanted)
    if number == 1:
        return Errand(text, f"the {wanted.label}", remark=remark)
    return Errand(text, f"the {wanted.label} of {counted(number, 'paper')}", remark=remark)


def _keyed(works: Sequence[Work], bib: Path | None) -> tuple[list[Work], str]:
    """Give `works` with the keys of the .bib file `bib`, and what has to be said of that."""
    if bib is None:
        return list(works), ""
    from pubbrowser.citing.appending import AppendError
    from pubbrowser.ui.bib_file import with_keys_of

    try:
        keyed, absent = with_keys_of(bib, works)
    except (AppendError, OSError):
        return list(works), f"{bib.name} could not be read, so these are the papers' own keys"
    if absent == len(works):
        return keyed, f"not in {bib.name} yet; B appends"
    return keyed, f"{absent} of them not in {bib.name} yet; B appends" if absent else ""


def _lacks(works: Sequence[Work]) -> str:
    """Say what keeps citations from being complete, "" when nothing does."""
    lacks = [lack for work in works if (lack := missing(work.merged))]
    if not lacks:
        return ""
    if len(works) == 1:
        return f"incomplete: {', '.join(lacks[0])}"
    return f"{len(lacks)} of them incomplete, see the details"


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
            return f"Copied {errand.what} to {result.where}{_remark(errand)}"
        case "sent":
            sent = f"Sent {errand.what} to your terminal, which cannot confirm that it copied"
            return sent + _remark(errand)
        case _:
            return f"Not copied: {result.detail}"


def _remark(errand: Errand) -> str:
    return f" · {errand.remark}" if errand.remark else ""


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
    path = unused_path(folder, "citation-1", ".txt")
    write_atomically(path, text if text.endswith("\n") else text + "\n")
    return path


def unused_path(folder: Path, name: str, extension: str) -> Path:
    """Give the path of a file in `folder` that is not there yet: "name.bib", "name-2.bib", …"""
    stem = name.rstrip("-0123456789")
    path, number = folder / f"{name}{extension}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{extension}"
    return path


def fault_of_new_file(answer: str) -> str:
    """Say why nothing can be saved under a name, "" where nothing speaks against it."""
    if not answer.strip():
        return "a name is needed"
    path = _path_of(answer)
    if path.is_dir():
        return f"{path} is a folder; name a file in it"
    if path.exists():
        return f"{path.name} is there already and will not be overwritten; choose another name"
    return "" if path.parent.is_dir() else f"there is no folder {path.parent}"


def save_new(errand: Errand, answer: str) -> str:
    """Save the text of `errand` under a name as typed, and say so. Raises `WriteError`."""
    if fault := fault_of_new_file(answer):
        raise WriteError(_path_of(answer), fault)
    path = _path_of(answer)
    write_atomically(path, errand.text if errand.text.endswith("\n") else errand.text + "\n")
    return f"Saved {errand.what} to {path}"


def _path_of(answer: str) -> Path:
    return Path(os.path.expanduser(answer.strip())).absolute()
