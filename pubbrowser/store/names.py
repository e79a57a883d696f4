"""Names of works in the store: a sorted list of their hashes, in which two reads find one."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from pubbrowser.citing.named import PaperName, names_of
from pubbrowser.model import Work
from pubbrowser.store.container import Container, ContainerWriter


class NameWriter:
    """Collects the names of works and writes them."""

    def __init__(self) -> None:
        self._hashes, self._works = array("Q"), array("I")

    def add(self, number: int, work: Work) -> None:
        """Take the names of the work of an index."""
        for name in names_of(work):
            self._hashes.append(_hash(name))
            self._works.append(number)

    def write(self, writer: ContainerWriter) -> None:
        """Write the sections `names` and `names.works`."""
        import numpy as np  # deferred with all of numpy; what is kept has been indexed with it

        hashes = np.frombuffer(self._hashes, np.uint64)
        works = np.frombuffer(self._works, np.uint32)
        order = np.argsort(hashes, kind="stable")
        writer.add("names", hashes[order] if len(order) else b"")
        writer.add("names.works", works[order] if len(order) else b"")


class StoredNames:
    """The names of works in a store."""

    def __init__(self, container: Container, works: Sequence[Work]) -> None:
        self._container, self._works = container, works
        self._hashes: Sequence[int] | None = None

    def find(self, name: PaperName) -> list[int]:
        """Give the indices of the works with a name. Raises `StoreError`."""
        if self._hashes is None:
            self._hashes = self._container.numbers("names", "Q")
            self._numbers = self._container.numbers("names.works", "I")
        sought = _hash(name)
        first = bisect_left(self._hashes, sought)
        last = bisect_right(self._hashes, sought, lo=first)
        return self._really(name, self._numbers[first:last])

    def _really(self, name: PaperName, numbers: Iterable[int]) -> list[int]:
        """Give those works that have the name, and not only its hash."""
        return [n for n in numbers if name in names_of(self._works[n], (name.kind,))]


def _hash(name: PaperName) -> int:
    word = f"{name.kind}:{name.text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(word, digest_size=8).digest(), "little")
