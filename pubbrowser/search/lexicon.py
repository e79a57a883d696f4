"""Sorted strings in one block of bytes: a beginning is one contiguous range of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pubbrowser.search.arrays import Array, Arrays

_UTF_8 = ("utf-8", "surrogatepass")
"""What a terminal passes on without understanding it may be asked for like any other text."""


class Lexicon:
    """Different strings in the order of their characters (which is that of UTF-8's bytes)."""

    def __init__(self, arrays: Arrays, part: str) -> None:
        self._bytes = arrays[f"{part}.bytes"]
        self._offsets = arrays[f"{part}.offsets"]

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, position: int) -> str:
        return self._raw(position).decode(*_UTF_8)

    def _raw(self, position: int) -> bytes:
        start, end = self._offsets[position : position + 2].tolist()
        return self._bytes[start:end].tobytes()

    def slice_of(self, beginning: str) -> tuple[int, int]:
        """Give the first position of the strings that begin with `beginning`, and the one
        after the last."""
        raw = beginning.encode(*_UTF_8)
        start = self._first(raw, 0)
        # No byte of UTF-8 is 255: it sorts after everything that can follow the beginning.
        return start, self._first(raw + b"\xff", start)

    def find(self, text: str) -> int | None:
        """Give the position of `text` as a whole, None when it is not there."""
        raw = text.encode(*_UTF_8)
        position = self._first(raw, 0)
        return position if position < len(self) and self._raw(position) == raw else None

    def _first(self, raw: bytes, low: int) -> int:
        """Give the first position from `low` on of a string that is not below `raw`."""
        high = len(self)
        while low < high:
            middle = (low + high) // 2
            if self._raw(middle) < raw:
                low = middle + 1
            else:
                high = middle
        return low


def lexicon_arrays(strings: Sequence[str], part: str) -> dict[str, Array]:
    """Give the arrays of a lexicon of `strings`, which are sorted already."""
    raw = [string.encode(*_UTF_8) for string in strings]
    offsets = np.zeros(len(raw) + 1, np.int64)
    np.cumsum([len(one) for one in raw], out=offsets[1:])
    return {
        f"{part}.bytes": np.frombuffer(b"".join(raw), np.uint8),
        f"{part}.offsets": offsets,
    }


_BYTE_BITS = np.zeros(256, np.uint32)
_BYTE_BITS[ord("a") : ord("z") + 1] = 1 << np.arange(26, dtype=np.uint32)
_BYTE_BITS[ord("0") : ord("9") + 1] = 1 << 26
_BYTE_BITS[0xC0:] = 1 << 27  # the first byte of every other character


def letters_and_lengths(lexicon: Arrays, part: str) -> tuple[Array, Array]:
    """Give for every string the letters it holds, as bits, and its number of characters."""
    raw, offsets = lexicon[f"{part}.bytes"], lexicon[f"{part}.offsets"]
    if len(offsets) < 2:
        return np.zeros(0, np.uint32), np.zeros(0, np.uint16)
    starts = offsets[:-1].astype(np.intp)
    letters = np.bitwise_or.reduceat(_BYTE_BITS[raw], starts)
    begins_character = ((raw & 0xC0) != 0x80).astype(np.uint16)
    return letters, np.add.reduceat(begins_character, starts, dtype=np.uint16)


def letters_of(text: str) -> int:
    """Give the letters of one string as `letters_and_lengths` does."""
    return int(np.bitwise_or.reduce(_BYTE_BITS[np.frombuffer(text.encode(*_UTF_8), np.uint8)]))
