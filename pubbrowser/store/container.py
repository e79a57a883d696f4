"""The file that a store is: sections of bytes and of rows, every one with its checksum.

    head       magic word, then place, length and checksum of the table of contents
    sections   bytes, each at a multiple of 64 so that arrays can be mapped
    contents   JSON: for each section its place, length and checksum, and what the store is of

A file is written under a temporary name and renamed when it is complete and on the disk; it never
changes afterwards. So a reader needs no lock: it has the old file or the new one, whatever writers
do, and keeps the one that it has opened even when that has been replaced.

Checksums are CRC-32, which finds every change of up to 32 bits in a row, and all but one of
2^32 others. They guard against damage, not against forgery: the file lies in the person's own
cache, and nothing in it is ever executed.
"""

from __future__ import annotations

import mmap
import os
import stat
import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from pubbrowser.store.codec import dumps, loads
from pubbrowser.store.errors import StoreError

_MAGIC = b"pubbrowser store 1\n"
_HEAD = struct.Struct("<24sQQI")
_HEAD_SIZE = 64
_ALIGNMENT = 64
_ROW = struct.Struct("<I")
_PLACES = struct.Struct("<QQ")
_CHUNK = 1 << 20
_WORTH_COMPRESSING = 300
"""Bytes from which a row is compressed: a work with an abstract is halved by it."""
_PLAIN, _COMPRESSED = b"=", b"z"


class ContainerWriter:
    """Writes a container file from its beginning to its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = _HEAD_SIZE
        self._sections: dict[str, tuple[int, int, int]] = {}
        file.write(bytes(_HEAD_SIZE))

    def add(self, name: str, *parts: Any) -> None:
        """Write the section `name`, which is made of `parts` (anything with a buffer)."""
        self._pad()
        start, checksum = self._at, 0
        for part in parts:
            with memoryview(part) as view, view.cast("B") as content:
                checksum = zlib.crc32(content, checksum)
                self._write(content)
        self._sections[name] = (start, self._at - start, checksum)

    def add_rows(self, name: str, rows: Iterable[bytes]) -> None:
        """Write rows, of which each can be read alone: `name`, and where they begin."""
        self._pad()
        start, checksum = self._at, 0
        places = array("Q", [0])
        for number, row in enumerate(rows):
            content = _framed(row, number)
            checksum = zlib.crc32(content, checksum)
            self._write(content)
            places.append(self._at - start)
        self._sections[name] = (start, self._at - start, checksum)
        self.add(f"{name}.places", places)

    def finish(self, about: Mapping[str, Any]) -> None:
        """Write the table of contents with what the store is `about`, and the head."""
        self._pad()
        contents = dumps({"sections": self._sections, "about": about})
        start = self._at
        self._write(contents)
        self._file.seek(0)
        head = (_MAGIC, start, len(contents))
        self._file.write(_HEAD.pack(*head, zlib.crc32(_HEAD.pack(*head, 0) + contents)))

    def _write(self, content: bytes | memoryview) -> None:
        self._file.write(content)
        self._at += len(content)

    def _pad(self) -> None:
        self._write(bytes(-self._at % _ALIGNMENT))


def _framed(row: bytes, number: int) -> bytes:
    """Give a row with its checksum before it, which holds for this row's number only."""
    long = len(row) >= _WORTH_COMPRESSING
    content = _COMPRESSED + zlib.compress(row, 1) if long else _PLAIN + row
    return _ROW.pack(zlib.crc32(content, number & 0xFFFFFFFF)) + content


class Container:
    """A container file that is open for reading. Everything that it gives has been checked."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`. Raises `StoreError`."""
        self.path = path
        try:
            # A pipe that lies in the folder would be waited for without end.
            self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            raise StoreError(path, error.strerror or str(error)) from error
        try:
            if not stat.S_ISREG(os.fstat(self._descriptor).st_mode):
                raise StoreError(path, "this is no file")
            self._sections, self.about = self._contents()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; nothing can be read afterwards."""
        descriptor, self._descriptor = getattr(self, "_descriptor", -1), -1
        if descriptor >= 0:
            os.close(descriptor)

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return os.fstat(self._descriptor).st_size

    @property
    def names(self) -> list[str]:
        """The names of all sections."""
        return list(self._sections)

    def read(self, name: str) -> bytes:
        """Give the bytes of a section. Raises `StoreError`."""
        start, length, checksum = self._section(name)
        content = self._pread(start, length)
        if zlib.crc32(content) != checksum:
            raise self.damaged(name)
        return content

    def numbers(self, name: str, typecode: str) -> array[int]:
        """Give a section as numbers of the `array` module's `typecode`. Raises `StoreError`."""
        values: array[int] = array(typecode)
        try:
            values.frombytes(self.read(name))
        except ValueError as error:
            raise self.damaged(name) from error
        return values

    def place(self, name: str) -> tuple[int, int]:
        """Give where a section begins and how long it is, for mapping it after `verify`."""
        start, length, _ = self._section(name)
        return start, length

    def mapped(self) -> mmap.mmap:
        """Give the whole file as a mapping, which lives as long as anything uses it."""
        try:
            return mmap.mmap(self._descriptor, 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise StoreError(self.path, str(error)) from error

    def verify(self, name: str) -> None:
        """Compare a section with its checksum. Raises `StoreError`."""
        start, length, expected = self._section(name)
        checksum = 0
        for at in range(0, length, _CHUNK):
            checksum = zlib.crc32(self._pread(start + at, min(_CHUNK, length - at)), checksum)
        if checksum != expected:
            raise self.damaged(name)

    def row_count(self, name: str) -> int:
        """Give how many rows a section has. Raises `StoreError`."""
        return self._section(f"{name}.places")[1] // 8 - 1

    def row(self, name: str, number: int) -> bytes:
        """Give one row, `number` from 0. Raises `StoreError`."""
        start, length, _ = self._section(name)
        places, _, _ = self._section(f"{name}.places")
        begin, end = _PLACES.unpack(self._pread(places + 8 * number, 16))
        if not begin < end <= length:
            raise self.damaged(name)
        return self._unframed(name, self._pread(start + begin, end - begin), number)

    def rows(self, name: str) -> Iterator[bytes]:
        """Give all rows in turn. Raises `StoreError`."""
        start, length, _ = self._section(name)
        places = self.numbers(f"{name}.places", "Q")
        ahead, ahead_at = b"", 0
        for number, begin in enumerate(places[:-1]):
            end = places[number + 1]
            if not begin < end <= length:
                raise self.damaged(name)
            if end > ahead_at + len(ahead):
                ahead_at = begin
                ahead = self._pread(start + begin, min(max(_CHUNK, end - begin), length - begin))
            yield self._unframed(name, ahead[begin - ahead_at : end - ahead_at], number)

    def damaged(self, name: str) -> StoreError:
        """Give the error for a section that is not as it was written."""
        return StoreError(self.path, f"the section {name!r} is damaged")

    def _unframed(self, name: str, framed: bytes, number: int) -> bytes:
        content = framed[_ROW.size :]
        if len(framed) <= _ROW.size or (
            zlib.crc32(content, number & 0xFFFFFFFF) != _ROW.unpack_from(framed)[0]
        ):
            raise self.damaged(name)
        return zlib.decompress(content[1:]) if content[:1] == _COMPRESSED else content[1:]

    def _section(self, name: str) -> tuple[int, int, int]:
        try:
            start, length, checksum = self._sections[name]
        except KeyError as error:
            raise StoreError(self.path, f"there is no section {name!r}") from error
        return start, length, checksum

    def _contents(self) -> tuple[dict[str, tuple[int, int, int]], dict[str, Any]]:
        magic, start, length, checksum = _HEAD.unpack(self._pread(0, _HEAD.size))
        # A head that is damaged may speak of more than there is, or than memory holds.
        if magic.rstrip(b"\0") != _MAGIC or start + length != os.fstat(self._descriptor).st_size:
            raise self.damaged("head")
        contents = self._pread(start, length)
        if zlib.crc32(_HEAD.pack(_MAGIC, start, length, 0) + contents) != checksum:
            raise self.damaged("contents")
        parsed = loads(contents)
        return parsed["sections"], parsed["about"]

    def _pread(self, start: int, length: int) -> bytes:
        """Read bytes. Not through a mapping: where a file on a network goes away, that ends
        the program, while reading it gives an error."""
        try:
            content = os.pread(self._descriptor, length, start)
            while len(content) < length:
                more = os.pread(self._descriptor, length - len(content), start + len(content))
                if not more:
                    raise StoreError(self.path, "the file ends too early")
                content += more
        except OSError as error:
            raise StoreError(self.path, error.strerror or str(error)) from error
        return content
