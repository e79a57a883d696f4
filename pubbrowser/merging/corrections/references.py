"""What a person writes to say which record is meant, and which records that is.

A reference is `TITLE` or `DOCUMENT: TITLE`, where

- DOCUMENT is the name of a file, with as many of its folders in front as make it clear;
- TITLE is a title or its beginning, without regard to case, accents and punctuation, and may
  end in "…"; after it may stand the year in parentheses, and `#2` for the second of several
  that are alike otherwise (or of all entries, where nothing stands before it). `(no title)`
  stands for the title of an entry that has none.
- Instead of a title there may be a DOI, an arXiv identifier, or a citation key.

Lines of documents play no part: they change whenever a document is edited.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePath

from pubbrowser.merging.corrections.identifiers import arxiv_id_in, doi_in
from pubbrowser.merging.keys import key_stem
from pubbrowser.model import Record, Source
from pubbrowser.model.links import arxiv_id_of, doi_of
from pubbrowser.model.tags import without_tags
from pubbrowser.text import clean_line, words

_SELECTORS = re.compile(r"(.*?)(?:\s*\((\d{4})\))?(?:\s*#([1-9]\d{0,5}))?")
_NO_TITLE = "(no title)"
_CUT = ("…", "...")
_SHORT_TITLE = 72
"""Longer titles are cut in the references that the program writes; in characters."""
_VERSION = re.compile(r"v\d+$")

Placed = Sequence[tuple[Source, Record]]
"""Records with where they stand, in the order of the documents."""


def reference_for(source: Source, record: Record, placed: Placed | RecordIndex) -> str:
    """Give the shortest reference that means this record among `placed` and no other.

    It is the beginning of the title where that is enough; else the document, the year and a
    number are added in this order. Give an index of `placed` where many are asked for.
    """
    index = placed if isinstance(placed, RecordIndex) else RecordIndex(placed)
    return index.reference_for(index.placed.index((source, record)))


class RecordIndex:
    """Finds the records that references mean. What it needs is made when it is first asked."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed

    def find(self, reference: str) -> tuple[int, ...]:
        """Give the indices of all records that `reference` can mean, in order."""
        for paths, rest in self._readings(clean_line(reference)):
            if found := self._in_documents(paths, rest):
                return found
        return ()

    def _in_documents(self, paths: frozenset[str] | None, text: str) -> tuple[int, ...]:
        """Take `text` in all ways, the most exact first: "A #2" is no beginning of "A 2019"."""
        for way in (self._with_identifier, self._called, self._with_key):
            if found := self._inside(paths, way(text)):
                return found
        if found := self._selected(paths, text, self._called):
            return found
        if found := self._inside(paths, self._beginning(text)):
            return found
        return self._selected(paths, text, self._beginning)

    def unknown_document(self, reference: str) -> str:
        """Give the document that `reference` names although there is none of that name."""
        name, colon, _ = reference.partition(": ")
        looks_like_file = bool(re.search(r"\.(?:md|markdown|txt|text|ya?ml|json|bib|ris)$", name))
        return name if colon and looks_like_file and name not in self._documents else ""

    def nearest_title(self, reference: str) -> str:
        """Give the title that is most like the one in `reference`, "" when none is."""
        from rapidfuzz import fuzz, process  # deferred: only mistakes need it

        rest = next(rest for _, rest in self._readings(clean_line(reference)))
        close = process.extractOne(
            _folded(rest), self._folded_titles, scorer=fuzz.ratio, score_cutoff=60
        )
        return self.placed[close[2]][1].title if close else ""

    def is_identifier(self, reference: str) -> bool:
        """Whether a paper is named by its DOI or arXiv identifier: then all that carry it are
        meant."""
        return any(doi_in(rest) or arxiv_id_in(rest) for _, rest in self._readings(reference))

    def reference_for(self, number: int) -> str:
        """Give the shortest reference that means record `number` and no other."""
        reference = ""
        for reference in self._references(number):
            if self.find(reference) == (number,):
                return reference
        alike = self.find(reference)
        if number in alike:
            reference = f"{reference} #{alike.index(number) + 1}"
            if self.find(reference) == (number,):
                return reference
        # Another title ends in this very number: the place in the document is all that is left.
        path = self.placed[number][0].path
        place = sum(source.path == path for source, _ in self.placed[: number + 1])
        return f"{self._document_name(path)}: #{place}"

    def _references(self, number: int) -> Iterator[str]:
        """References to record `number`, from the shortest to one that only a number can help."""
        source, record = self.placed[number]
        # A title that a page has cut is called by what is left of it.
        title = clean_line(record.title).rstrip(" .…") if words(record.title) else _NO_TITLE
        document = self._document_name(source.path)
        short = _shortened(title)
        yield short
        yield f"{document}: {short}"
        yield f"{document}: {title}"
        if record.issued:
            yield f"{document}: {title} ({record.issued.year:04d})"
        yield f"{document}: {title}"

    def _readings(self, reference: str) -> Iterator[tuple[frozenset[str] | None, str]]:
        """The ways to take `reference`: a document's paths (None for all) and the rest."""
        at = reference.find(": ")
        while at > 0:
            if paths := self._documents.get(reference[:at].casefold()):
                yield paths, reference[at + 2 :].strip()
            at = reference.find(": ", at + 1)
        yield None, reference

    def _inside(self, paths: frozenset[str] | None, found: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted(n for n in found if paths is None or self.placed[n][0].path in paths))

    def _selected(
        self, paths: frozenset[str] | None, text: str, way: Callable[[str], Sequence[int]]
    ) -> tuple[int, ...]:
        """The records of `text` when its end is a year, a number or both; by `way` are found
        those of what stands before it. A number alone counts all entries of a document."""
        parts = _SELECTORS.fullmatch(text)
        if parts is None or not (parts[2] or parts[3]):
            return ()
        title, year, number = parts.groups()
        # "Title (2019) #2" may be the second of those called "Title (2019)" as well.
        readings = [(title, year)]
        if year and number:
            readings.append((text[: text.rindex("#")].rstrip(), None))
        for title, year in readings:
            meant = way(title) or self._with_identifier(title)
            if not title and not year and paths is not None:
                meant = range(len(self.placed))
            found = self._inside(paths, meant)
            if year:
                found = tuple(n for n in found if _year(self.placed[n][1]) == int(year))
            if number:
                found = found[int(number) - 1 : int(number)]
            if found:
                return found
        return ()

    def _with_identifier(self, text: str) -> Sequence[int]:
        if doi := doi_in(text):
            return self._by_identifier.get(f"doi:{doi.lower()}", ())
        if arxiv_id := arxiv_id_in(text):
            return self._by_identifier.get(f"arxiv:{_VERSION.sub('', arxiv_id.lower())}", ())
        return ()

    def _with_key(self, text: str) -> Sequence[int]:
        if " " in text or not text:
            return ()
        return self._by_identifier.get(f"key:{text}", ()) or self._by_made_key.get(text, ())

    def _called(self, text: str) -> Sequence[int]:
        """Those of exactly this title; none for one that ends in "…"."""
        if text == _NO_TITLE:
            return self._titled.get("", ())
        folded = _folded(text)
        return self._titled.get(folded, ()) if folded and not text.endswith(_CUT) else ()

    def _beginning(self, text: str) -> Sequence[int]:
        """Those whose titles begin so."""
        folded = _folded(text)
        found: list[int] = []
        at = bisect_left(self._titles, folded) if folded else len(self._titles)
        while at < len(self._titles) and self._titles[at].startswith(folded):
            found += self._titled[self._titles[at]]
            at += 1
        return found

    def _document_name(self, path: str) -> str:
        names = _names_of(path)
        alone = (name for name in names if self._documents[name.casefold()] == {path})
        return next(alone, names[-1])

    @cached_property
    def _documents(self) -> dict[str, frozenset[str]]:
        """For every name that a document can be called by: the paths of those called so."""
        paths = dict.fromkeys(source.path for source, _ in self.placed)
        named: dict[str, set[str]] = {}
        whole: dict[str, set[str]] = {}
        for path in paths:
            names = [name.casefold() for name in _names_of(path)]
            whole.setdefault(names[-1], set()).add(path)
            for name in names:
                named.setdefault(name, set()).add(path)
        # "list.md" is that very file, where there is one, and not "old/list.md".
        return {name: frozenset(found) for name, found in (named | whole).items()}

    @cached_property
    def _folded_titles(self) -> list[str]:
        return [_folded(record.title) for _, record in self.placed]

    @cached_property
    def _titled(self) -> dict[str, list[int]]:
        return _grouped(self._folded_titles)

    @cached_property
    def _titles(self) -> list[str]:
        return sorted(self._titled)

    @cached_property
    def _by_identifier(self) -> dict[str, list[int]]:
        named: dict[str, list[int]] = {}
        for number, (_, record) in enumerate(self.placed):
            for identifier in _identifiers(record):
                named.setdefault(identifier, []).append(number)
        return named

    @cached_property
    def _by_made_key(self) -> dict[str, list[int]]:
        return _grouped([key_stem(record) for _, record in self.placed])


def one_paper(index: RecordIndex, found: Sequence[int]) -> bool:
    """Whether `found` are one paper as far as can be told before anything is merged.

    They are when they stand in different documents under the same title and have an author in
    common, where authors are printed.
    """
    if len(found) < 2:
        return True
    records = [index.placed[number][1] for number in found]
    if len({index.placed[number][0].path for number in found}) < len(found):
        return False
    if len({_folded(record.title) for record in records}) > 1 or not words(records[0].title):
        return False
    families = [surnames for record in records if (surnames := _surnames(record))]
    return all(families[0] & others for others in families[1:])


def _identifiers(record: Record) -> set[str]:
    dois = {record.doi, *(doi_of(link.url) for link in record.links)}
    arxiv_ids = {record.arxiv_id, *(arxiv_id_of(link.url) for link in record.links)}
    return {
        *(f"doi:{doi.lower()}" for doi in dois if doi),
        *(f"arxiv:{_VERSION.sub('', arxiv_id.lower())}" for arxiv_id in arxiv_ids if arxiv_id),
        *([f"key:{record.citation_key}"] if record.citation_key else []),
    }


def _surnames(record: Record) -> set[str]:
    return {_folded(name.family or name.literal) for name in record.author or record.editor}


def _year(record: Record) -> int | None:
    return record.issued.year if record.issued else None


def _names_of(path: str) -> list[str]:
    """The names a document can be called by: its file name, then with more and more folders."""
    parts = PurePath(path).parts or (path,)
    return [clean_line(str(PurePath(*parts[at:]))) for at in range(len(parts) - 1, -1, -1)]


def _shortened(title: str) -> str:
    if len(title) <= _SHORT_TITLE:
        return title
    beginning = title[: _SHORT_TITLE - 2]
    cut = beginning.rsplit(" ", 1)[0].rstrip(" ,;:.–-")
    return f"{cut if words(cut) else beginning} …"


def _folded(text: str) -> str:
    return " ".join(words(without_tags(text)))


def _grouped(names: Sequence[str]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        groups.setdefault(name, []).append(number)
    return groups
