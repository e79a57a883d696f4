"""From an RIS file to a document."""

from __future__ import annotations

import re

from pubbrowser.model import Document, Problem, Record
from pubbrowser.readers.reader import Text
from pubbrowser.readers.ris.entries import LOOSE_TYPE_LINE, entries
from pubbrowser.readers.ris.fields import read_record

FORMAT = "ris"
_HEAD = 20_000
_TAG_LINE = re.compile(r"^[ \t]*[A-Za-z][A-Za-z0-9][ \t]{1,4}-(?:[ \t].*)?$", re.MULTILINE)
_LINE = re.compile(r"\S")


def sniff(text: Text) -> float:
    """Say how sure it is that `text` is RIS: entries begin with TY, most lines have a tag."""
    head = text.content[:_HEAD].replace("\r", "\n")
    if not LOOSE_TYPE_LINE.search(head):
        return 0.0
    if text.ending == ".ris":
        return 0.95
    lines = sum(1 for line in head.split("\n") if _LINE.search(line))
    share = len(_TAG_LINE.findall(head)) / max(1, lines)
    return round(0.95 * min(1.0, share / 0.5), 3)


def read(text: Text) -> Document:
    """Read an RIS file. Raises nothing: what is broken becomes a problem."""
    problems: list[Problem] = []
    records: list[Record] = []
    for entry in entries(text.content.removeprefix("\ufeff"), problems):
        record, broken = read_record(entry)
        problems += (Problem(entry.line, message) for message in broken)
        if record.title or record.author or record.editor:
            records.append(record)
        else:
            problems.append(
                Problem(entry.line, "left out: this entry has neither a title nor an author")
            )
    problems.sort(key=lambda problem: problem.line)
    return Document(text.path, FORMAT, records=tuple(records), problems=tuple(problems))
