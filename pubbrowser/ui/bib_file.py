"""The .bib file that papers are appended to: which it is, and what appending did, in words.

Nothing here knows of widgets.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pubbrowser.citing.appending import Appended, append
from pubbrowser.citing.order import in_order
from pubbrowser.model import Work
from pubbrowser.system.updating import update_file
from pubbrowser.ui.wording import counted, short_path

_USUAL_NAME = "references.bib"
_NAMED = 3
"""So many papers are named in a message, of more the rest is counted."""


def proposal(folder: Path, chosen: str) -> str:
    """Give the file to propose in `folder`: the one chosen before, else the only .bib there."""
    if chosen:
        return short_path(chosen)
    try:
        there = sorted(path.name for path in folder.glob("[!.]*.bib"))
    except OSError:
        there = []
    return there[0] if len(there) == 1 else _USUAL_NAME


def path_of(answer: str) -> Path:
    """Give the path that an answer stands for."""
    return Path(os.path.expanduser(answer.strip())).absolute()


def fault(answer: str) -> str:
    """Say why a file cannot be appended to, "" when nothing speaks against it."""
    if not answer.strip():
        return "a name is needed"
    path = path_of(answer)
    if path.is_dir():
        return f"{path} is a folder; name a file in it"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    if path.suffix.lower() != ".bib":
        return "the name of a .bib file ends in .bib"
    return ""


def append_works(path: Path, works: Sequence[Work]) -> str:
    """Append `works` to the file `path` without those it has, and say what was done.

    Raises `AppendError` and `WriteError`; then the file is as before.
    """
    done: list[Appended] = []

    def change(content: bytes) -> bytes:
        done.append(append(content, in_order(works)))
        return done[-1].content

    update_file(path, change)
    return report(done[-1], path.name) + _opened_elsewhere(path, done[-1])


def _opened_elsewhere(path: Path, done: Appended) -> str:
    """Say that an editor has the file open, as far as such leave a sign of it: Vim's swap file
    and Emacs' lock. What it shows is old, and saving it would undo what was added."""
    signs = (path.with_name(f".{path.name}.swp"), path.with_name(f".#{path.name}"))
    is_open = done.added and any(os.path.lexists(sign) for sign in signs)
    return " · an editor has it open: load it again there" if is_open else ""


def with_keys_of(path: Path, works: Sequence[Work]) -> tuple[list[Work], int]:
    """Give `works` with the keys that they have, or would get, in the file `path`; and how many
    of them are not in it yet.

    A work that the file has under another key has to be cited by that, and one whose key
    belongs to another paper there by the key that appending would give it. Raises `AppendError`
    and `OSError` for a file that cannot be read.
    """
    content = path.read_bytes() if path.exists() else b""
    done = append(content, works)
    keys = {work.id: key or work.key for work, key, _ in done.skipped}
    keys |= {work.id: key for work, key in done.added}
    return [replace(work, key=keys.get(work.id, work.key)) for work in works], len(done.added)


def report(done: Appended, name: str) -> str:
    """Put into words what was added to the file `name`, what was there, and under which key."""
    there = sorted(done.skipped, key=lambda skipped: skipped.key in ("", skipped.work.key))
    renamed = [f"{work.key} as {key}" for work, key in done.added if key != work.key]
    words = (
        f"Added {counted(len(done.added), 'entry', 'entries')} to {name}"
        if done.added
        else f"Nothing added to {name}"
    )
    if renamed:
        words += f" ({_some(renamed)}, since the key was taken)"
    if done.skipped:
        named = [f"{_known_as(work, key)} ({why})" for work, key, why in there]
        words += f" · there already: {_some(named)}"
    return words


def _known_as(work: Work, key: str) -> str:
    """Give the key of a work, and that in the file where it has another there."""
    return work.key if key in ("", work.key) else f"{work.key} as {key}"


def _some(words: Sequence[str]) -> str:
    rest = len(words) - _NAMED
    return ", ".join(words[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
