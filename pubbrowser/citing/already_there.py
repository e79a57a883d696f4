"""Which works a .bib file has already.

A work is there when an entry has its DOI or its arXiv number, or its title with the same
people and a year that does not contradict; its key alone says nothing, for "smith2020deep" is
made for many papers. A wrong "it is there" makes somebody cite another paper, a wrong "it is not"
leaves an entry twice, so where the evidence is thin the answer is no.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pubbrowser.citing.markup import plain
from pubbrowser.merging.works.identifiers import identifiers_of
from pubbrowser.merging.works.names import compare_authors
from pubbrowser.merging.works.traits import Traits, main_title, title_words, traits_of
from pubbrowser.model import Record, Source, Work
from pubbrowser.text import words

Why = Literal["key", "DOI", "arXiv", "title"]
_KINDS: dict[str, Why] = {"doi": "DOI", "arxiv": "arXiv"}

_LATER, _EARLIER = 3, 1
"""Years by which a publication may follow, or be dated before, its preprint."""
_APART = 1
"""Years between two dates of one publication: online and in print."""
_FEW_WORDS, _FEW_LETTERS = 3, 24
"""Titles shorter than both are borne by many papers: "Editorial", "Deep Learning"."""
_PLACE = ("volume", "issue", "page", "article_number", "container_title")


class KnownEntries:
    """The entries of a file, to look works up in."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_key: dict[str, Record] = {}
        self._by_identifier: dict[str, list[Record]] = {}
        self._by_title: dict[str, list[Record]] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Add an entry; its key is the record's."""
        if record.citation_key:
            self._by_key.setdefault(record.citation_key.casefold(), record)
        for identifier in identifiers_of(record):
            self._by_identifier.setdefault(identifier, []).append(record)
        if title := _title_key(record):
            self._by_title.setdefault(title, []).append(record)

    def find(self, work: Work, key: str, lettered: Iterable[str] = ()) -> tuple[Record, Why] | None:
        """Give the entry that is `work`, with what tells so, or None; `key` is the work's.

        `lettered` are the keys that it may have been given because another paper has its own.
        All records of the work count: the file may have the preprint of what was published.
        """
        versions = [work.merged, *(record for _, record in work.records)]
        namesake = self._by_key.get(key.casefold())
        if namesake and any(_may_be_one(namesake, version) for version in versions):
            return namesake, "key"
        for each in lettered:
            namesake = self._by_key.get(each.casefold())
            if namesake and _is_lettered(namesake, work.merged):
                return namesake, "key"
        for version in versions:
            for identifier in identifiers_of(version):
                kind = _KINDS.get(identifier.partition(":")[0])
                for entry in self._by_identifier.get(identifier, ()):
                    if kind and _speak_of_one(entry, version):
                        return entry, kind
        for entry in self._by_title.get(_title_key(work.merged), ()):
            if _same_by_title(entry, work.merged):
                return entry, "title"
        return None


def _title_key(record: Record) -> str:
    return "".join(words(plain(record.title)))


def _traits(one: Record, other: Record) -> tuple[Traits, Traits]:
    pair = traits_of([(Source("", 0), one), (Source("", 0), other)], (0, 1), {})
    return pair[0], pair[1]


def _may_be_one(entry: Record, version: Record) -> bool:
    """Say whether an entry that has the work's key is the work, too.

    It is if they share an identifier, or the title as far as both print it where nothing else is
    against it. Two papers of one author and year often begin with the same word, and differ in one
    further word only.
    """
    if set(identifiers_of(entry)).intersection(identifiers_of(version)):
        return _speak_of_one(entry, version)
    if _identifiers_differ(entry, version) or not _years_fit(*_traits(entry, version)):
        return False
    one, other = _title_key(entry), _title_key(version)
    if not one and other:
        # An entry without anything to tell is no work: `@xdata`, or one just begun.
        return bool(entry.author or entry.editor)
    if not other or one == other:
        return True
    return one == main_title(version.title) or other == main_title(entry.title)


def _is_lettered(entry: Record, version: Record) -> bool:
    """Say whether an entry that has the work's key with a letter is the work, too.

    Letters also tell apart the papers of one author and year, two editorials even, so that
    the title has to be the same, and volume and issue may not differ.
    """
    places = ((entry.volume, version.volume), (entry.issue, version.issue))
    differs = any(one and other and words(one) != words(other) for one, other in places)
    return not differs and _title_key(entry) == _title_key(version) and _may_be_one(entry, version)


def _speak_of_one(entry: Record, version: Record) -> bool:
    """Say whether titles and names let a shared identifier count; some files give every paper
    of a volume the DOI of the volume."""
    one, other = _traits(entry, version)
    if not one.key or not other.key:
        return True
    authors = compare_authors(one, other).share
    shared = set(one.words).intersection(other.words)
    return 3 * len(shared) >= min(len(one.words), len(other.words)) or (
        authors is not None and authors >= 0.5
    )


def _same_by_title(entry: Record, version: Record) -> bool:
    one, other = _traits(entry, version)
    if _identifiers_differ(entry, version) or not _years_fit(one, other):
        return False
    authors = compare_authors(one, other).share
    if len(one.words) < _FEW_WORDS and len(one.key) < _FEW_LETTERS:
        return authors is not None and authors >= 0.5 and _same_place(entry, version)
    if authors is None:
        return one.year is not None and one.year == other.year
    return authors >= 0.5


def _identifiers_differ(entry: Record, version: Record) -> bool:
    """Say whether both have an identifier of one kind, but not the same."""
    of_entry = dict(each.split(":", 1) for each in identifiers_of(entry))
    return any(
        of_entry.get(kind, value) != value
        for kind, value in (each.split(":", 1) for each in identifiers_of(version))
    )


def _years_fit(one: Traits, other: Traits) -> bool:
    if one.year is None or other.year is None:
        return True
    if bool(one.rank) == bool(other.rank):
        return abs(one.year - other.year) <= _APART
    published, preprint = (one, other) if one.rank else (other, one)
    assert published.year is not None
    assert preprint.year is not None
    return -_EARLIER <= published.year - preprint.year <= _LATER


def _same_place(entry: Record, version: Record) -> bool:
    """Say whether papers of a title that tells nothing stand in one place: the same year, and
    where both give a volume, pages and so on, the same ones."""
    if not entry.issued or not version.issued or entry.issued.year != version.issued.year:
        return False
    given = [(getattr(entry, name), getattr(version, name)) for name in _PLACE]
    compared = [(one, other) for one, other in given if one and other]
    return bool(compared) and all(title_words(one) == title_words(other) for one, other in compared)
