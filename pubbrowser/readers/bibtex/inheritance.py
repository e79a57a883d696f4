"""What entries take over from others: `crossref` and biblatex's `xdata`.

Sources: "BibTeXing" (1988), §3.1 (crossref), and the biblatex manual 3.20, appendix B, for which
field of the parent becomes which of the child. BibTeX itself copies fields under their own names,
so the parents in old files carry a `booktitle` beside their `title`; that goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pubbrowser.model import Problem
from pubbrowser.readers.bibtex.entry_types import PARENT_TITLES
from pubbrowser.readers.bibtex.scanner import Entry
from pubbrowser.text import clean_line

_REFERENCE = re.compile(r"\s*+=\s*+[{\"]([^{}\"]*+)[}\"]")
_MOVED = ("title", "subtitle", "titleaddon", "shorttitle", "sorttitle", "booktitle",
          "booksubtitle")  # fmt: skip
_OWN = frozenset(
    ("crossref", "xref", "xdata", "entryset", "ids", "keywords", "label", "options", "presort",
     "shorthand", "indextitle", "relatedtype", "relatedoptions", "relatedstring", "related",
     "abstract", "annote", "annotation", "note", "url", "doi", "eprint", "file", "pages", "key",
     "date-added", "date-modified", "bdsk-url-1", "bdsk-file-1", "author", "eid", "chapter",
     "urldate", "lastchecked", "lastaccessed", "accessed")
)  # fmt: skip
"""What belongs to the parent alone. Programs would hand down its DOI, address, note and pages
too, but they are those of the whole, and a DOI is taken for the name of one paper here."""
_DEEPEST = 50
_OF_A_PERIODICAL = frozenset(("article", "suppperiodical"))


def referenced_keys(content: str) -> set[str]:
    """Give the keys, in lower case, that some entry of a file takes fields from."""
    keys: set[str] = set()
    lowered = content.lower()
    for field in ("crossref", "xdata"):
        at = lowered.find(field)
        while at >= 0:
            at += len(field)
            if found := _REFERENCE.match(lowered, at):
                keys.update(key.strip() for key in found[1].split(","))
            at = lowered.find(field, at)
    return keys - {""}


def references(entry: Entry) -> list[tuple[str, str]]:
    """Give (field, key) for each entry that `entry` takes fields from, `xdata` first."""
    return [
        (name, key.strip())
        for name in ("xdata", "crossref")
        for key in entry.fields.get(name, "").split(",")
        if key.strip()
    ]


class Family:
    """Entries by key, and what each of them has together with what it inherits."""

    def __init__(self, entries: Iterable[Entry], most: int) -> None:
        """Of entries that share a key, which has no case here, the first counts.

        `most` is how many characters all entries together may inherit: in a long chain, each
        would inherit all fields of all that follow.
        """
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.key:
                self._entries.setdefault(entry.key.lower(), entry)
        self.problems: dict[Problem, None] = {}
        """What is wrong with the references so far, in order, each once."""
        self._known: dict[str, dict[str, str]] = {}
        self._sizes: dict[str, int] = {}
        self._left = most
        self._depth = 0

    def fields_of(self, entry: Entry) -> dict[str, str]:
        """Give the fields of `entry` with those it inherits; `problems` grows on the way.

        A field that the entry has itself stays. Entries that refer to each other in a circle
        inherit what can be told.
        """
        fields = dict(entry.fields)
        for kind, key in dict.fromkeys(references(entry)):
            parent = self._entries.get(key.lower())
            if parent is None:
                self._note(entry, 'the entry "%s" that it refers to is not there', key)
            elif self._depth >= _DEEPEST and key.lower() not in self._known:
                self._note(entry, 'too far from the first to be taken over: the entry "%s"', key)
            else:
                given = self._resolved(parent)
                size = self._sizes[parent.key.lower()]
                if size > self._left:
                    self._note(entry, 'too long to be taken over: the entry "%s"', key)
                    continue
                self._left -= size
                _hand_down(fields, given, entry.type if kind == "crossref" else "", parent.type)
        return fields

    def _resolved(self, entry: Entry) -> dict[str, str]:
        key = entry.key.lower()
        if key not in self._known:
            self._known[key] = entry.fields  # what a circle that comes back here finds
            self._sizes[key] = _size(entry.fields)
            self._depth += 1
            self._known[key] = self.fields_of(entry)
            self._depth -= 1
            self._sizes[key] = _size(self._known[key])
        return self._known[key]

    def _note(self, entry: Entry, message: str, key: str) -> None:
        self.problems[Problem(entry.line, message % clean_line(key[:60]))] = None


def _size(fields: Mapping[str, str]) -> int:
    return sum(len(name) + len(value) for name, value in fields.items())


def _hand_down(
    fields: dict[str, str], given: Mapping[str, str], child_type: str, parent_type: str
) -> None:
    for name, value in given.items():
        if child_type and name in _OWN and not _inherits_author(name, child_type, parent_type):
            continue
        if not child_type and name in ("xdata", "crossref"):
            continue
        if not child_type or name not in _MOVED:
            fields.setdefault(name, value)
    container = PARENT_TITLES.get(child_type)
    if not container:
        return
    is_article = child_type in _OF_A_PERIODICAL
    title = given.get("booktitle") or given.get("title")
    if title and not (is_article and "journal" in fields):
        fields.setdefault(container, title)
    if "subtitle" in given and not given.get("booktitle"):
        subtitle = "journalsubtitle" if is_article else "booksubtitle"
        fields.setdefault(subtitle, given["subtitle"])


def _inherits_author(name: str, child_type: str, parent_type: str) -> bool:
    """Say whether a part has the author of the whole: chapters of a book do."""
    of_book = parent_type in ("book", "mvbook")
    return name == "author" and of_book and child_type in ("inbook", "bookinbook", "suppbook")
