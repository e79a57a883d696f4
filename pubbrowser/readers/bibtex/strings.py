"""What `@string` defines: macros, and how much text they may bring into a file.

A macro may be made of others, so that forty lines, each of which doubles the one before, stand
for more text than any memory holds. What macros bring is therefore limited, for one value and
for a whole file; both limits lie far above what people write.
"""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST_VALUE = 1_000_000
"""How many characters macros may bring into one value."""
_LONGEST_FILE, _TIMES_FILE = 10_000_000, 10
"""How many they may bring into one file: a number, and so many times its own characters."""

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip
"""The macros that every standard style defines."""


def most_text(file_length: int) -> int:
    """Give how many characters references to other parts of a file may bring into it."""
    return _LONGEST_FILE + _TIMES_FILE * file_length


class Strings:
    """The macros of one file; names have no case."""

    def __init__(self, file_length: int) -> None:
        self._values = dict(MONTHS)
        self._left = most_text(file_length)
        self._in_value = 0

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._values

    def define(self, macros: Mapping[str, str]) -> None:
        """Add macros by name in lower case; a later one of a name replaces the earlier."""
        self._values.update(macros)

    def value(self, name: str) -> str:
        """Give what the macro `name` stands for, `name` itself where there is no such macro.

        Raises `TooLongError` where that is more than the value or the file may be given.
        """
        value = self._values.get(name.lower(), name)
        if len(value) > self._left or self._in_value + len(value) > _LONGEST_VALUE:
            raise TooLongError
        self._left -= len(value)
        self._in_value += len(value)
        return value

    def end_value(self) -> None:
        """Tell that what comes next belongs to another value."""
        self._in_value = 0


class TooLongError(Exception):
    """Macros would bring in more text than is allowed."""
