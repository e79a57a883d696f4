"""Adding works to a .bib file: what is in it stays byte for byte and is not added again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Literal, NamedTuple

from pubbrowser.citing.already_there import KnownEntries, Why
from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.merging.keys import suffix_letters
from pubbrowser.model import Record, Work
from pubbrowser.model.keys import legal_key
from pubbrowser.readers.bibtex.reading import read_bib
from pubbrowser.readers.bibtex.scanner import Entry
from pubbrowser.readers.files import decode, encoding_of
from pubbrowser.readers.reader import ReadError

Dialect = Literal["bibtex", "biblatex"]
_WRITERS = {"bibtex": bibtex, "biblatex": biblatex}

_OF_BIBLATEX = frozenset(
    ("@online", "@thesis", "@report", "@collection", "@mvbook", "@mvcollection", "@xdata",
     "@reference", "@dataset", "@software", "journaltitle", "date", "eprinttype", "eprintclass",
     "maintitle", "booksubtitle", "journalsubtitle", "pubstate", "eventtitle")
)  # fmt: skip
"""Types and fields that only BibLaTeX knows."""
_OF_BIBTEX = frozenset(
    ("@techreport", "@phdthesis", "@mastersthesis", "@conference", "journal", "year",
     "archiveprefix", "primaryclass", "school")
)  # fmt: skip
"""Types and fields of BibTeX's, which BibLaTeX puts up with."""


class Added(NamedTuple):
    """A work that was added."""

    work: Work
    key: str
    """Its key in the file: the work's own, or that with a letter where another paper has it."""


class Skipped(NamedTuple):
    """A work that the file has already."""

    work: Work
    key: str
    """The key it has there; "" for an entry without one."""
    why: Why
    """What the work was recognised by."""


@dataclass(frozen=True, slots=True)
class Appended:
    """A .bib file with works added."""

    content: bytes
    """The whole file: the content given, byte for byte, then the new entries."""
    added: tuple[Added, ...]
    skipped: tuple[Skipped, ...]


class AppendError(Exception):
    """Nothing can be appended to a file. The message says why and what to do."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


def append(content: bytes, works: Sequence[Work], dialect: Dialect | None = None) -> Appended:
    """Add to the .bib file `content` those of `works` that are not in it, in their order.

    Without `dialect` the entries are BibLaTeX if more entries of the file are BibLaTeX's own than
    BibTeX's. Encoding, byte-order mark and line ends are the file's; in a file that is no
    Unicode the entries are BibTeX in ASCII. Raises `AppendError` where an entry of the file is
    never closed, for it would swallow what follows, and where a character has no form in the
    file's encoding.
    """
    _, encoding = encoding_of(content)
    try:
        text = decode(content, "")
    except ReadError as error:
        raise AppendError("this is no text file") from error
    file = _File(text)
    if encoding == "cp1252":
        dialect, encoding = "bibtex", "latin-1"
    write = _WRITERS[dialect or file.dialect]
    skipped: list[Skipped] = []
    added: list[Added] = []
    entries: list[str] = []
    for work in works:
        key = legal_key(work.key)
        if there := file.find(work, key):
            entry, why = there
            skipped.append(Skipped(work, entry.citation_key, why))
        else:
            *_, key = file.keys_from(key)
            entries.append(write([replace(work, key=key)]))
            file.add(entries[-1])
            added.append(Added(work, key))
    if not entries:
        return Appended(content, (), tuple(skipped))
    addition = _encoded(_separation(text) + "\n".join(entries), text, encoding)
    return Appended(content + addition, tuple(added), tuple(skipped))


class _File:
    """A .bib file as it is looked into."""

    def __init__(self, text: str) -> None:
        self._keys: list[str] = []
        self._taken: set[str] = set()
        self._uses: Counter[str] = Counter()
        file = read_bib(text, self._see)
        if file.unclosed_line:
            raise AppendError(
                "the entry that begins here is never closed and would swallow what is added "
                "to the file; close it first",
                file.unclosed_line,
            )
        self.known = KnownEntries(file.records)
        self._know_keys()

    @property
    def dialect(self) -> Dialect:
        """What the file is written in; BibTeX where nothing tells, for both programs read it."""
        return "biblatex" if self._uses["biblatex"] > self._uses["bibtex"] else "bibtex"

    def add(self, written: str) -> None:
        """Add an entry as it was written: it is known by what the next reader finds in it."""
        for record in read_bib(written, self._see).records:
            self.known.add(record)
        self._know_keys()

    def find(self, work: Work, key: str) -> tuple[Record, Why] | None:
        """Give the entry that is `work`, whose own key is `key`, with what tells so."""
        *taken, _ = self.keys_from(key)
        return self.known.find(work, key, taken[1:])

    def keys_from(self, key: str) -> Iterator[str]:
        """Give `key`, …a, …b, … as far as entries have them, and at last the first free one."""
        for each in chain([key], (key + suffix_letters(number) for number in count())):
            yield each
            if each.casefold() not in self._taken:
                return

    def _know_keys(self) -> None:
        """Add the keys of the entries seen, for not every entry is read as a record."""
        for key in self._keys:
            self.known.add(Record(citation_key=key))
        self._keys.clear()

    def _see(self, entry: Entry) -> None:
        if entry.key:
            self._keys.append(entry.key)
            self._taken.update((legal_key(entry.key).casefold(), entry.key.casefold()))
        marks = {f"@{entry.type}", *entry.fields}
        self._uses["biblatex"] += not marks.isdisjoint(_OF_BIBLATEX)
        self._uses["bibtex"] += not marks.isdisjoint(_OF_BIBTEX)


def _separation(text: str) -> str:
    """Give what puts a blank line between the end of `text` and an entry."""
    ending = text.replace("\r\n", "\n").replace("\r", "\n")
    if not ending.strip("\n"):
        return ""
    return "\n" * (2 - min(2, len(ending) - len(ending.rstrip("\n"))))


def _encoded(addition: str, text: str, encoding: str) -> bytes:
    """Encode `addition` with the line ends of `text`."""
    windows = text.count("\r\n")
    if windows > text.count("\n") - windows:
        addition = addition.replace("\n", "\r\n")
    elif "\n" not in text and "\r" in text:
        addition = addition.replace("\n", "\r")
    try:
        return addition.encode(encoding)
    except UnicodeEncodeError as error:
        character = addition[error.start]
        raise AppendError(
            f"the file's encoding ({encoding}) has no {character!r}; save the file as UTF-8 first"
        ) from error
