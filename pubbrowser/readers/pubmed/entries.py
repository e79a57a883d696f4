"""A file of PubMed's format as entries of tagged lines.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions": a tag of
up to four letters is filled up with spaces to four and followed by "- "; lines that go on begin
with six spaces; a blank line and a PMID begin the next entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pubbrowser.model import Problem
from pubbrowser.text import split_lines

_TAG = re.compile(r"([A-Z]{4}|[A-Z]{3} |[A-Z]{2}  )-(?: (.*)|$)")


@dataclass(slots=True)
class Entry:
    """One entry: the values of each tag, in order."""

    line: int
    """1-based line of its first tag."""
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, *tags: str) -> list[str]:
        """Give the values of `tags`, those of the first tag first."""
        return [value for tag in tags for value in self.values.get(tag, ()) if value.strip()]

    def first(self, *tags: str) -> str:
        """Give the first value of the first of `tags` that has one, else ""."""
        return next(iter(self.all(*tags)), "")


def entries(content: str, problems: list[Problem]) -> Iterator[Entry]:
    """Give the entries of a text in order; lines that belong to none are added to `problems`."""
    entry: Entry | None = None
    last: list[str] = []
    behind_blank = True
    for number, line in enumerate(split_lines(content), 1):
        if not line.strip():
            behind_blank = True
            continue
        found = _TAG.fullmatch(line)
        tag = found[1].strip() if found else ""
        if tag == "PMID" or (tag and behind_blank):
            if entry:
                yield entry
            entry = Entry(number)
            if tag != "PMID":
                problems.append(Problem(number, "this entry does not begin with PMID"))
        behind_blank = False
        if found and entry:
            last = entry.values.setdefault(tag, [])
            last.append(found[2] or "")
        elif entry and last:
            if not line.startswith((" ", "\t")):
                problems.append(Problem(number, "this line has no tag; it is read as going on"))
            last[-1] += "\n" + line.strip()  # joined below: a value may have thousands of lines
    if entry:
        yield entry
