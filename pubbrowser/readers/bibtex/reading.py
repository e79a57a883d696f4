"""From a .bib file to a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pubbrowser.model import Document, Problem, Record
from pubbrowser.readers.bibtex.fields import read_record
from pubbrowser.readers.bibtex.inheritance import Family, referenced_keys, references
from pubbrowser.readers.bibtex.names import NameReader
from pubbrowser.readers.bibtex.scanner import Entry, Scanner
from pubbrowser.readers.bibtex.strings import most_text
from pubbrowser.readers.reader import Text
from pubbrowser.text import clean_line

FORMAT = "bibtex"
_NO_WORKS = frozenset(("xdata", "set", "control", "bibnote", "customa", "customb", "customc"))
"""Types of entries that stand for no work."""


@dataclass(frozen=True, slots=True)
class BibFile:
    """What a .bib file holds."""

    records: tuple[Record, ...]
    """In the order of the file."""
    problems: tuple[Problem, ...]
    unclosed_line: int
    """Line of the first entry that is never closed, so that BibTeX takes what follows for a part
    of it; 0 for none."""


def read(text: Text) -> Document:
    """Read a .bib file. Raises nothing: what is broken becomes a problem."""
    file = read_bib(text.content)
    return Document(text.path, FORMAT, records=file.records, problems=file.problems)


def read_bib(content: str, see: Callable[[Entry], None] = lambda entry: None) -> BibFile:
    """Read the text of a .bib file; `see` is shown every entry as written."""
    return _Reading(content.replace("\r\n", "\n").replace("\r", "\n"), see).file()


class _Reading:
    """One file on its way into records."""

    def __init__(self, content: str, see: Callable[[Entry], None]) -> None:
        self._scanner = Scanner(content)
        self._see = see
        self._length = len(content)
        self._wanted = referenced_keys(content)
        self._names = NameReader()
        self._problems: list[Problem] = []
        self._first_lines: dict[str, int] = {}
        self._others: list[Entry] = []

    def file(self) -> BibFile:
        records: list[Record | None] = []
        children: list[tuple[int, Entry]] = []
        parents: list[Entry] = []
        for entry in self._works():
            if entry.key.lower() in self._wanted:
                parents.append(entry)
            if references(entry):
                children.append((len(records), entry))
                records.append(None)
            else:
                records.append(self._record(entry, entry.fields))
        family = Family([*parents, *self._others], most_text(self._length))
        for index, entry in children:
            records[index] = self._record(entry, family.fields_of(entry))
        self._problems += family.problems
        if not self._scanner.end:
            self._problems.append(Problem(1, "there is no entry in this file"))
        problems = sorted(self._scanner.problems + self._problems, key=lambda each: each.line)
        return BibFile(
            tuple(record for record in records if record),
            tuple(problems),
            self._scanner.unclosed_line,
        )

    def _works(self) -> Iterator[Entry]:
        """Give the entries that stand for works; `_others` collects those that do not."""
        for entry in self._scanner.entries():
            self._see(entry)
            self._check_key(entry)
            if entry.type in _NO_WORKS:
                self._others.append(entry)
            else:
                yield entry

    def _check_key(self, entry: Entry) -> None:
        if not entry.key:
            return
        key = entry.key.lower()
        if first := self._first_lines.get(key):
            self._note(entry, f'the key "{clean_line(entry.key)}" is that of line {first} too')
        else:
            self._first_lines[key] = entry.line

    def _record(self, entry: Entry, fields: dict[str, str]) -> Record | None:
        record, problems = read_record(entry, fields, self._names)
        for problem in problems:
            self._note(entry, problem)
        if not (record.title or record.author or record.editor):
            self._note(entry, "left out: this entry has neither a title nor an author")
            return None
        return record

    def _note(self, entry: Entry, message: str) -> None:
        self._problems.append(Problem(entry.line, message))
