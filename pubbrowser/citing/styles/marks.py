"""The marks that carry formatting through the engine as characters inside the text.

The engine writes formatting as strings of an output format, which punctuation rules then
cannot look past. Here every kind of formatting is a pair of characters of Unicode's last
private-use plane, so that a reference is one string until the end, whatever it is written as.
"""

from __future__ import annotations

import re
from enum import IntEnum

_BASE = 0x10FE00


class Mark(IntEnum):
    """What a pair of marks says of the text between them."""

    ITALIC = 0
    UPRIGHT = 1
    BOLD = 2
    NOT_BOLD = 3
    SMALL_CAPS = 4
    UNDERLINE = 5
    SUPERSCRIPT = 6
    SUBSCRIPT = 7
    NO_CASE = 8
    """Text whose case no style may change."""
    QUOTED = 9
    """What a style puts into quotation marks, which are chosen at the end, by nesting."""
    OWNER = 10
    """The name of the list's owner."""
    DOI = 11
    URL = 12
    NUMBER = 13
    """The number of the reference in the list."""
    SINGLE_QUOTED = 14
    """What a title itself has in single quotation marks."""
    DOUBLE_QUOTED = 15
    """What a title itself has in double quotation marks."""


def opening(mark: Mark) -> str:
    """Give the character that begins what `mark` stands for."""
    return chr(_BASE + 2 * mark)


def closing(mark: Mark) -> str:
    """Give the character that ends what `mark` stands for."""
    return chr(_BASE + 2 * mark + 1)


def marked(text: str, mark: Mark) -> str:
    """Give `text` between the marks, an empty text as it is."""
    return f"{opening(mark)}{text}{closing(mark)}" if text else text


OPENINGS = frozenset(opening(mark) for mark in Mark)
CLOSINGS = frozenset(closing(mark) for mark in Mark)
MARK_OF = {opening(mark): mark for mark in Mark} | {closing(mark): mark for mark in Mark}
CHARACTERS = "".join(sorted(MARK_OF))
"""All marks, for use inside of a regular expression's square brackets."""
_ANY = re.compile(f"[{CHARACTERS}]")
_NUMBER = re.compile(f"{opening(Mark.NUMBER)}.*?{closing(Mark.NUMBER)}")


def without_marks(text: str) -> str:
    """Give `text` without any marks."""
    return _ANY.sub("", text)


def without_number(text: str) -> str:
    """Give the reference `text` without its number in the list."""
    return _NUMBER.sub("", text)


class Formatter:
    """The output format that the engine writes: marks. Its names are the engine's."""

    @staticmethod
    def preformat(text: object) -> str:
        """Give text as the format has it: marks need no escapes."""
        return str(text)

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802
        return marked(text, Mark.ITALIC)

    Oblique = Italic

    @staticmethod
    def Bold(text: str) -> str:  # noqa: N802
        return marked(text, Mark.BOLD)

    @staticmethod
    def Light(text: str) -> str:  # noqa: N802
        return text

    @staticmethod
    def Underline(text: str) -> str:  # noqa: N802
        return marked(text, Mark.UNDERLINE)

    @staticmethod
    def Superscript(text: str) -> str:  # noqa: N802
        return marked(text, Mark.SUPERSCRIPT)

    @staticmethod
    def Subscript(text: str) -> str:  # noqa: N802
        return marked(text, Mark.SUBSCRIPT)

    @staticmethod
    def SmallCaps(text: str) -> str:  # noqa: N802
        return marked(text, Mark.SMALL_CAPS)
