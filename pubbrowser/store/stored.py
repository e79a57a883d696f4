"""A corpus and its index in one file: writing it, and reading it a row at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubbrowser.model import Corpus, Document, Finding, Person, Source, Work
from pubbrowser.readers.reader import ReadError
from pubbrowser.search.query import Result
from pubbrowser.store.codec import codec_of, dumps, loads, pack
from pubbrowser.store.container import Container, ContainerWriter
from pubbrowser.store.errors import StoreError
from pubbrowser.store.folder import replacing
from pubbrowser.store.names import NameWriter, StoredNames
from pubbrowser.store.origin import Origin, program
from pubbrowser.store.sequences import Pairs, RecordsOfDocument, Rows
from pubbrowser.store.works import WorkPacker, WorkUnpacker

if TYPE_CHECKING:
    import numpy as np

Arrays = Mapping[str, "np.ndarray[Any, Any]"]
"""What the search needs of a corpus."""

_MAPPED_FROM = 32 << 20
"""Bytes from which arrays are mapped into memory instead of being read: reading is safe where a
file on a network goes away, but takes as much memory as the arrays are long."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a store holds."""

    corpus: Corpus
    arrays: Arrays
    first: Result
    """The answer to the query that asks for nothing: what is shown first."""
    failures: Sequence[ReadError] = ()
    skipped: Sequence[str] = ()


def save(path: Path, origin: Origin, contents: Contents) -> None:
    """Write a store to `path`, in one step as far as readers can tell. Raises `OSError`."""
    corpus, first = contents.corpus, contents.first
    with replacing(path) as file:
        writer = ContainerWriter(file)
        packer = WorkPacker()
        names = NameWriter()
        writer.add_rows("works", _works(corpus.works, packer, names))
        names.write(writer)
        writer.add_rows("people", _rows(corpus.people))
        writer.add_rows("findings", _rows(corpus.findings))
        writer.add_rows("documents", _documents(corpus.documents))
        writer.add("records", _places(corpus))
        writer.add("first.ids", _numbers(first.ids))
        writer.add("first.people", _numbers(person for person, _ in first.people_counts))
        writer.add("first.counts", _numbers(count for _, count in first.people_counts))
        for name, values in contents.arrays.items():
            writer.add(f"arrays/{name}", values if values.size else b"")
        writer.finish(
            {
                "program": origin.program,
                "origin": pack(origin),
                "key_pattern": corpus.key_pattern,
                "paths": packer.paths,
                "years": [(int(y), int(n)) for y, n in first.year_counts.items()],
                "arrays": {
                    name: (values.dtype.str, values.shape)
                    for name, values in contents.arrays.items()
                },
                "failures": [_failure(error) for error in contents.failures],
                "skipped": list(contents.skipped),
            }
        )


class Stored:
    """A store that is open. All it gives is read from the file when it is asked for.

    Everything raises `StoreError` where the store is damaged.
    """

    def __init__(self, path: Path) -> None:
        """Open the store at `path`; raises `StoreError` also for one of another program."""
        self._container = Container(path)
        about = self._container.about
        if about.get("program") != program():
            self._container.close()
            raise StoreError(path, "another version of the program has made it")
        self._about = about
        unpack = codec_of(Origin).unpack
        assert unpack
        self.origin: Origin = unpack(about["origin"])
        """What the store was made of."""
        self.failures = tuple(ReadError(*parts) for parts in about["failures"])
        self.skipped: tuple[str, ...] = tuple(about["skipped"])

    def corpus(self) -> Corpus:
        """Give the corpus, of which only the documents' heads have been read."""
        works = Rows(self._container, "works", WorkUnpacker(self._about["paths"]).unpack)
        return Corpus(
            documents=tuple(self._documents(works)),
            works=works,
            people=Rows(self._container, "people", _unpacking(Person)),
            findings=Rows(self._container, "findings", _unpacking(Finding)),
            key_pattern=self._about["key_pattern"],
        )

    def names(self, corpus: Corpus) -> StoredNames:
        """Give what finds the works of `corpus`, which is that of the store, by their names."""
        return StoredNames(self._container, corpus.works)

    def first(self) -> Result:
        """Give the answer to the query that asks for nothing. It needs no numpy."""
        people = self._container.numbers("first.people", "I")
        counts = self._container.numbers("first.counts", "I")
        return Result(
            self._container.numbers("first.ids", "I"),
            dict(self._about["years"]),
            Pairs(people, counts),
        )

    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """Give the arrays of the search, compared with their checksums; they cannot be written."""
        import numpy as np

        described: dict[str, tuple[str, list[int]]] = self._about["arrays"]
        places = {name: self._container.place(f"arrays/{name}") for name in described}
        large = sum(length for _, length in places.values()) >= _MAPPED_FROM
        mapped = self._container.mapped() if large else None
        arrays = {}
        for name, (dtype, shape) in described.items():
            start, length = places[name]
            if mapped is None or not length:
                content, start = self._container.read(f"arrays/{name}"), 0
                values = np.frombuffer(content, dtype)
            else:
                self._container.verify(f"arrays/{name}")
                size = np.dtype(dtype).itemsize
                values = np.frombuffer(mapped, dtype, length // size, start)
            arrays[name] = values.reshape(shape)
        return arrays

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._container.path

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return self._container.size

    def verify(self) -> None:
        """Compare the whole store with its checksums. Raises `StoreError`."""
        for name in self._container.names:
            self._container.verify(name)

    def _documents(self, works: Sequence[Work]) -> Iterator[Document]:
        unpack = codec_of(Document).unpack
        assert unpack
        first = 0
        for row in self._container.rows("documents"):
            packed, count = loads(row)
            records = RecordsOfDocument(works, count, self._places_from(first, count))
            first += count
            yield replace(unpack(packed), records=records)

    def _places_from(self, first: int, count: int) -> Any:
        return lambda: self._container.numbers("records", "I")[2 * first : 2 * (first + count)]


def _works(works: Iterable[Work], packer: WorkPacker, names: NameWriter) -> Iterator[bytes]:
    for number, work in enumerate(works):
        names.add(number, work)
        yield packer.pack(work)


def _rows(values: Iterable[object]) -> Iterator[bytes]:
    return (dumps(pack(value)) for value in values)


def _unpacking(cls: type) -> Any:
    unpack = codec_of(cls).unpack
    assert unpack
    return lambda row: unpack(loads(row))


def _documents(documents: Iterable[Document]) -> Iterator[bytes]:
    for document in documents:
        yield dumps((pack(replace(document, records=())), len(document.records)))


def _places(corpus: Corpus) -> array[int]:
    """Give for each record of the documents in turn the number of its work and its place there."""
    standing: dict[Source, list[tuple[int, int]]] = {}
    for number, work in enumerate(corpus.works):
        for place, (source, _) in enumerate(work.records):
            standing.setdefault(source, []).append((number, place))
    places = array("I")
    for document in corpus.documents:
        for record in document.records:
            # Files that are all one line have many records there.
            here = standing[Source(document.path, record.line)]
            found = next(at for at in here if corpus.works[at[0]].records[at[1]][1] == record)
            here.remove(found)
            places.extend(found)
    return places


def _numbers(values: Iterable[int]) -> array[int]:
    return array("I", map(int, values))


def _failure(error: ReadError) -> tuple[str, str, int]:
    before = f"{error.path}:{error.line}: " if error.line else f"{error.path}: "
    return error.path, str(error).removeprefix(before), error.line
