"""What JSON and YAML are read into: values with the lines on which they start.

Marks cost time, so only the parts that a `Shape` names are wrapped into `Entry`s; everything
below is plain Python, as `json.loads` would give it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Shape:
    """Which parts of a value are to be marked: the items of an array, members of an object."""

    items: Shape | None = None
    members: Mapping[str, Shape] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the line it starts on, 1-based.

    `value` is a list of entries or a dictionary of entries where the shape asked for it,
    else plain Python.
    """

    value: Any
    line: int


class NotationError(Exception):
    """The text breaks the rules of its notation.

    `line` is that of the entry in which it does, and `place` the very line; 0 when not known.
    """

    def __init__(self, message: str, line: int = 0, place: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.place = place or line


TOO_DEEP = "its entries are nested too deeply"
