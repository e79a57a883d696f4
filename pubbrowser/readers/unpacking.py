"""Unpacking of .gz files, with a limit to how large they may become.

Source: RFC 1952 for the marks and for files of several members.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pubbrowser.model import Problem
from pubbrowser.readers.reader import ReadError

if TYPE_CHECKING:
    import zlib

ENDING = ".gz"
_MAGIC = b"\x1f\x8b\x08"
_LARGEST = 1 << 30
_USUAL_LARGEST = 64 << 20
_LARGEST_RATIO = 100
"""Texts shrink to a fifth, and lists of the most alike entries to a fiftieth."""
_STEP = 1 << 20
_CHUNK = 1 << 16


def is_packed(content: bytes) -> bool:
    """Say whether `content` begins as .gz files do."""
    return content.startswith(_MAGIC)


def unpacked(content: bytes, path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Unpack `content`; of a damaged file give what can be unpacked, and the problem.

    Raises `ReadError` for a file that grows to more than a gigabyte, or to more than 64 MB and
    a hundred times its size, as no bibliography does, and where nothing can be unpacked.
    """
    limit = min(_LARGEST, max(_USUAL_LARGEST, _LARGEST_RATIO * len(content)))
    pieces: list[bytes] = []
    size = 0
    fault = ""
    try:
        for piece in _pieces(content):
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                raise ReadError(
                    path,
                    f"unpacked, this file has more than {limit >> 20:,} MB, too much for a "
                    "bibliography; unpack it yourself and open parts of it",
                )
    except _Damaged as damaged:
        fault = str(damaged)
    if fault and not size:
        raise ReadError(path, "this .gz file is damaged: nothing can be unpacked")
    return b"".join(pieces), (Problem(0, fault),) if fault else ()


def _pieces(content: bytes) -> Iterator[bytes]:
    """Unpack the members of a file piece by piece. Raises `_Damaged`."""
    import zlib  # deferred: only packed files need it

    at = 0
    while content.startswith(_MAGIC, at):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            chunk = content[at : at + _CHUNK]
            before = member.copy()
            try:
                piece = member.decompress(chunk, _STEP)
            except zlib.error as error:
                yield from _up_to_damage(before, chunk)
                raise _Damaged("the packed file is damaged; it is read up to there") from error
            at += len(chunk) - len(member.unconsumed_tail) - len(member.unused_data)
            if piece:
                yield piece
            elif not chunk and not member.eof:
                raise _Damaged("the packed file is cut off; it is read up to there")


def _up_to_damage(member: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Unpack a damaged chunk byte by byte: as a whole it gives nothing."""
    import zlib

    for at in range(len(chunk)):
        try:
            yield member.decompress(chunk[at : at + 1])
        except zlib.error:
            return


class _Damaged(Exception):  # noqa: N818 - no error to anybody outside
    """What is left of a file cannot be unpacked."""
