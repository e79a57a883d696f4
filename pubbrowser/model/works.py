"""What merging gives: works, people, and the corpus of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pubbrowser.model.names import Name
from pubbrowser.model.records import Document, Record


class Source(NamedTuple):
    """Where a record or the value of a field stands."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One paper: what all records of it say together."""

    id: str
    key: str
    """Citation key, unique in the corpus."""
    merged: Record
    """One chosen value per field; this is what is shown and cited."""
    records: tuple[tuple[Source, Record], ...]
    """Every record of the paper with where it stands, the cited version first."""
    people: tuple[int, ...] = ()
    """Indices into the corpus' people, in the order of the authors (or editors)."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """For each field of `merged` that is set: the record it was taken from."""
    tags: tuple[str, ...] = ()
    """Words that the person has put on the work."""

    @property
    def year(self) -> int | None:
        """The year of publication, None when no document gives one."""
        return self.merged.issued.year if self.merged.issued else None

    @property
    def names(self) -> tuple[Name, ...]:
        """Authors, or editors where a work has no authors."""
        return self.merged.author or self.merged.editor


@dataclass(frozen=True, slots=True)
class Person:
    """One human behind one or several spellings."""

    id: str
    name: Name
    """The fullest name that any document gives."""
    variants: tuple[str, ...] = ()
    """Every spelling as printed, the most frequent first."""
    works: int = 0
    """How many works carry the person."""
    owner: bool = False
    """The person is the owner of one of the documents."""


FindingKind = Literal["doubtful-merge", "conflict", "misspelling", "correction"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that merging has noticed and a person should look at."""

    kind: FindingKind
    message: str
    source: Source
    """Where the first of what is spoken of stands."""
    works: tuple[int, ...] = ()
    """Indices of the works it is about; for a doubtful merge, the two that may be one."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, works and people, immutable. Works and people are known by their index."""

    documents: tuple[Document, ...] = ()
    works: Sequence[Work] = ()
    people: Sequence[Person] = ()
    findings: Sequence[Finding] = ()
    """In the order of the documents and lines they are about."""
    key_pattern: str = ""
    """The pattern after which citation keys were made (`merging.key_patterns`)."""

    def __len__(self) -> int:
        return len(self.works)
