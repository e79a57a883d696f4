"""What a corrections file says, before any document is looked at.

Lines do not count when values are compared: two files that say the same are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pubbrowser.model import Date, Link, Name

FieldValue = str | Date | tuple[str, ...] | tuple[Name, ...] | tuple[Link, ...] | None
"""A value of a field of `Record`."""


class CorrectionsError(Exception):
    """The corrections cannot be used. The message is for the person at the terminal."""

    def __init__(self, path: Path | str, message: str, line: int = 0) -> None:
        where = f"{path}:{line}" if path and line else str(path) or (f"line {line}" if line else "")
        super().__init__(f"{where}: {message}" if where else message)
        self.path = str(path)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Reference:
    """What is written to say which record is meant."""

    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Records that are one paper, or of which no two are."""

    references: tuple[Reference, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Alias:
    """Spellings of one person, the name to show first."""

    names: tuple[Reference, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of a paper with the value that it is to have."""

    name: str
    """The field's name in `Record`."""
    value: FieldValue
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FieldSet:
    """What is set for one paper."""

    of: Reference
    settings: tuple[Setting, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class GivenKey:
    """The citation key of a paper."""

    key: str
    of: Reference
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tagging:
    """The papers that a tag is on."""

    tag: str
    references: tuple[Reference, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Everything that one corrections file says, in its order."""

    path: str = field(default="", compare=False)
    people: tuple[Alias, ...] = ()
    join: tuple[Group, ...] = ()
    apart: tuple[Group, ...] = ()
    fields: tuple[FieldSet, ...] = ()
    keys: tuple[GivenKey, ...] = ()
    tags: tuple[Tagging, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing is corrected."""
        return not (self.people or self.join or self.apart or self.fields or self.keys or self.tags)


NO_CORRECTIONS = Corrections()
