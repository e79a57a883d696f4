"""RIS as entries of tagged lines.

Source: Research Information Systems, "RIS Format Specifications" (2001): a line is a tag of two
characters, two spaces, a hyphen and a space, then the value; TY begins an entry and ER ends it.
Programs wrap values, leave out ER, or save spaces, so those are put up with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pubbrowser.model import Problem
from pubbrowser.text import split_lines

_TAG = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_LOOSE_TAG = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9])[ \t]{1,4}-(?:[ \t]+(.*)|$)")
TYPE_LINE = re.compile(r"^TY  -", re.MULTILINE)
LOOSE_TYPE_LINE = re.compile(r"^[ \t]*TY[ \t]{1,4}-", re.MULTILINE | re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One entry: the values of each tag, in order."""

    line: int
    """1-based line of its first tag."""
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, *tags: str) -> list[str]:
        """Give the values of `tags`, those of the first tag first."""
        return [value for tag in tags for value in self.values.get(tag, ()) if value]

    def first(self, *tags: str) -> str:
        """Give the first value of the first of `tags` that has one, else ""."""
        return next(iter(self.all(*tags)), "")


def entries(content: str, problems: list[Problem]) -> Iterator[Entry]:
    """Give the entries of a text in order; what is wrong with them is added to `problems`."""
    tag_line = _TAG if TYPE_LINE.search(content) else _LOOSE_TAG
    entry: Entry | None = None
    last: list[str] = []
    for number, line in enumerate(split_lines(content), 1):
        found = tag_line.fullmatch(line)
        if not found:
            if entry and last and line.strip():
                last[-1] += "\n" + line  # joined below, a value may have thousands of lines
            continue
        tag, value = found[1].upper(), found[2] or ""
        if tag == "TY" and entry:
            problems.append(Problem(entry.line, "this entry does not end with ER"))
            yield entry
            entry = None
        if tag == "ER":
            if entry:
                yield entry
            entry, last = None, []
            continue
        if not entry:
            entry = Entry(number)
            if tag != "TY":
                problems.append(Problem(number, "this entry does not begin with TY"))
        last = entry.values.setdefault(tag, [])
        last.append(value)
    if entry:
        problems.append(Problem(entry.line, "this entry does not end with ER"))
        yield entry
