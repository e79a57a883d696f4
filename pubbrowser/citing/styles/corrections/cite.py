"""What the elements of a style are told while they write one reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from citeproc.source import Reference


@dataclass(slots=True)
class Calls:
    """Which variables the children of a group have called (CSL 1.0.2, "Group")."""

    attempted: bool = False
    """A variable was called that is empty."""
    filled: bool = False
    """A variable was called that has a value."""


class Item(Reference):  # the engine's own warns of every variable newer than CSL 1.0.1
    """The variables of one item, by their names in CSL; text as marked text."""

    def __init__(self, variables: Mapping[str, Any]) -> None:
        dict.__init__(self, variables)


@dataclass(slots=True)
class Cite:
    """One reference while it is written."""

    item: Mapping[str, Any]
    type: str
    area: Any
    """The style's `cs:bibliography`, or the `cs:citation` of a style that has none: it holds
    options that its names inherit."""
    number: int = 0
    """The number in the list; 0 leaves it out."""
    year_suffix: str = ""
    """What tells works of one author and year apart: "a", "b" …"""
    in_note: bool = False
    """It is the first note on the work, in a style without a bibliography."""
    name_options: Mapping[str, str] = field(default_factory=dict)
    """Options of names that a sort key overrides."""
    sorting: bool = False
    dates_only: bool = False
    """A macro with dates is read for sorting: its other texts do not count."""
    is_english: bool = True
    """The item is in English, the only language with title case."""
    begun: bool = False
    """Something has been written."""
    calls: Calls = field(default_factory=Calls)
    rendered: list[str] = field(default_factory=list)
    """The variables that have been written, in order."""
    suppressed: frozenset[str] = frozenset()
    """Variables that stood in for missing names and are not written a second time."""
    first_names: Sequence[Mapping[str, Any]] | None = None
    """The names that lead the reference, all of them; None where none do."""
    names_before: Sequence[Mapping[str, Any]] | None = None
    """Those that lead the reference before it."""

    def value(self, variable: str) -> Any:
        """Give the value of `variable`, None where it is empty or has been used up."""
        if variable in self.suppressed:
            return None
        return self.item.get(variable) or None

    def called(self, variable: str, value: object) -> None:
        """Note that `variable` was called and had `value`."""
        if value:
            self.calls.filled = True
            self.rendered.append(variable)
        else:
            self.calls.attempted = True
