"""From a file of PubMed's format to a document."""

from __future__ import annotations

import re

from pubbrowser.model import Document, Problem, Record
from pubbrowser.readers.pubmed.entries import entries
from pubbrowser.readers.pubmed.fields import read_record
from pubbrowser.readers.reader import Text

FORMAT = "pubmed"
_HEAD = 20_000
_TAG_LINE = re.compile(r"^(?:[A-Z]{4}|[A-Z]{3} |[A-Z]{2}  )- |^      \S", re.MULTILINE)
_FIRST = re.compile(r"^PMID- ?\d", re.MULTILINE)
_TELLING = re.compile(
    r"^(?:OWN |STAT|FAU |DP  |TA  |AU  |LID |AID |EDAT|PHST|TI  |BTI )- ?\S", re.M
)


def sniff(text: Text) -> float:
    """Say how sure it is that `text` is of PubMed's format: most lines begin with its tags."""
    head = text.content[:_HEAD].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not _FIRST.search(head) or not _TELLING.search(head):
        return 0.0
    lines = sum(1 for line in head.split("\n") if line.strip())
    return 0.95 if len(_TAG_LINE.findall(head)) * 2 >= lines else 0.2


def read(text: Text) -> Document:
    """Read a file of PubMed's format. Raises nothing: what is broken becomes a problem."""
    problems: list[Problem] = []
    records: list[Record] = []
    for entry in entries(text.content.removeprefix("\ufeff"), problems):
        record = read_record(entry)
        if record.title or (entry.first("PMID") and (record.author or record.editor)):
            records.append(record)
        else:
            problems.append(Problem(entry.line, "left out: this entry has no title"))
    problems.sort(key=lambda problem: problem.line)
    return Document(text.path, FORMAT, records=tuple(records), problems=tuple(problems))
