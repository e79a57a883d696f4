"""Corrections made on the screen: each is written to the person's file, and can be taken back.

Nothing here knows of widgets. The documents themselves are never written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pubbrowser.citing.markup import plain
from pubbrowser.merging import merge
from pubbrowser.merging.corrections import (
    NO_CORRECTIONS,
    CorrectionsError,
    RecordIndex,
    load_corrections,
    new_corrections_path,
    parse_corrections,
    read_text,
)
from pubbrowser.merging.corrections.edit import add_alias, set_field
from pubbrowser.merging.corrections.regroup import join_records, part_records
from pubbrowser.model import Corpus, Source, Work
from pubbrowser.system.files import write_atomically

Change = Callable[[str], str]
"""Gives the text of the corrections file with something added."""

EDITABLE: tuple[tuple[str, str], ...] = (
    ("title", "title"),
    ("author", "authors, as Family, Given; Family, Given"),
    ("issued", "date, as 2021 or 2021-05-31"),
    ("container-title", "journal, proceedings or book"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("page", "pages"),
    ("publisher", "publisher"),
    ("DOI", "DOI"),
    ("arxiv_id", "arXiv identifier"),
    ("URL", "address"),
    ("note", "note"),
)
"""(CSL-JSON's name, words for it) of the fields that can be set on the screen."""


class RefusedError(Exception):
    """A correction was not made; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corpus with a correction in it, and the words for what was done."""

    corpus: Corpus
    words: str


class Corrector:
    """The corrections of one set of documents, and the way back."""

    def __init__(self, paths: Sequence[str], path: Path | None) -> None:
        """`paths` were opened; `path` is their file of corrections, None when there is none."""
        self._path = path or new_corrections_path(paths)
        self._steps: list[tuple[str | None, str]] = []
        """The text of the file before and after each correction; None where there was none."""

    def make(self, corpus: Corpus, change: Change, words: str) -> Corrected:
        """Write a correction and give the corpus with it.

        Raises `RefusedError`, `CorrectionsError` and `WriteError`; then nothing is changed.
        """
        if self._path is None:
            raise RefusedError("there is no folder beside the documents to keep corrections in")
        before = self._text()
        after = change(before or "")
        parse_corrections(after)
        write_atomically(self._path, after)
        self._steps.append((before, after))
        return Corrected(self._merged(corpus), f"{words}; kept in {self._path.name}, u takes back")

    def fault(self, change: Change) -> str:
        """Say what is wrong with a correction without making it, "" when nothing is."""
        try:
            parse_corrections(change(self._text() or ""))
        except (CorrectionsError, RefusedError) as error:
            return str(error).removeprefix(": ")
        return ""

    def _text(self) -> str | None:
        return read_text(self._path) if self._path is not None and self._path.exists() else None

    def take_back(self, corpus: Corpus) -> Corrected | None:
        """Undo the last correction of this session; None when there is none.

        Raises `RefusedError` when the file has been changed since: what was written by hand
        must not be lost.
        """
        if not self._steps or self._path is None:
            return None
        before, after = self._steps[-1]
        if self._text() != after:
            raise RefusedError(
                f"{self._path.name} has been changed meanwhile; take the correction out by hand"
            )
        self._steps.pop()
        if before is None:
            self._path.unlink(missing_ok=True)
        else:
            write_atomically(self._path, before)
        return Corrected(self._merged(corpus), "The last correction is taken back")

    def _merged(self, corpus: Corpus) -> Corpus:
        assert self._path is not None
        corrections = load_corrections(self._path) if self._path.exists() else NO_CORRECTIONS
        return merge(corpus.documents, corrections, key_pattern=corpus.key_pattern)


def joining(corpus: Corpus, works: Sequence[Work]) -> Change:
    """Give the change by which `works` become one."""
    index = _index(corpus)
    records = [index.placed.index(work.records[0]) for work in works]
    return lambda text: join_records(text, records, index)


def splitting(corpus: Corpus, work: Work) -> Change:
    """Give the change by which every record of `work` becomes a work of its own."""
    index = _index(corpus)
    records = [index.placed.index(placed) for placed in work.records]

    def split(text: str) -> str:
        for position in range(len(records) - 1):
            text = part_records(text, records[: position + 1], [records[position + 1]], index)
        return text

    return split


def making_one(corpus: Corpus, numbers: Sequence[int]) -> Change:
    """Give the change by which people are one person, called by the fullest of their names.

    Raises `RefusedError` for people who stand on a paper together: those are two.
    """
    people = [corpus.people[number] for number in numbers]
    for work in corpus.works:
        if len(set(work.people).intersection(numbers)) > 1:
            raise RefusedError(
                f"{' and '.join(person.name.full for person in people)} stand together on "
                f"“{plain(work.merged.title)}”; so they are not one person"
            )
    fullest = max(people, key=lambda person: len(person.name.full))
    names = [fullest.name.full]
    names += [name for person in people for name in (person.name.full, *person.variants)]
    return lambda text: add_alias(text, list(dict.fromkeys(names)))


def setting(corpus: Corpus, work: Work, field: str, value: str) -> Change:
    """Give the change that sets a field of `work`, by its name in CSL-JSON; "" empties it."""
    index = _index(corpus)
    reference = index.reference_for(index.placed.index(work.records[0]))
    said: str | list[str] | None = value.strip() or None
    if field == "author" and said:
        said = [name.strip() for name in value.split(";") if name.strip()]
        for name in said:
            family, comma, given = name.partition(",")
            if comma and ("," in given or (" " in family.strip() and " " in given.strip())):
                raise RefusedError(f"“{name}” looks like several authors; put ; between them")
    return lambda text: set_field(text, reference, field, said)


def present_value(work: Work, field: str) -> str:
    """Put what `work` says in a field into the words that `setting` takes."""
    record = work.merged
    if field == "author":
        return "; ".join(
            name.literal or f"{name.surname}, {name.given}".rstrip(", ") for name in record.author
        )
    if field == "issued":
        return record.issued.iso if record.issued else ""
    return str(getattr(record, field.lower().replace("-", "_")))


def _index(corpus: Corpus) -> RecordIndex:
    return RecordIndex(
        [
            (Source(document.path, record.line), record)
            for document in corpus.documents
            for record in document.records
        ]
    )
