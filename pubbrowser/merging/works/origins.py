"""Where the fields of a work come from, told when asked: few works are ever looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pubbrowser.model import Record, Source

FIELDS = tuple(name for name in Record.__dataclass_fields__ if name not in ("line", "section"))
_NOT_GIVEN = Record()
_UNSET = tuple((name, getattr(_NOT_GIVEN, name)) for name in FIELDS)


def set_fields(record: Record) -> list[str]:
    """Give the names of the fields that `record` sets, in the order of `Record`."""
    return [name for name, unset in _UNSET if getattr(record, name) != unset]


@dataclass(frozen=True, slots=True, eq=False)
class OneOrigin(Mapping[str, Source]):
    """The sources of a work with one record: its own, for every field that it sets."""

    source: Source
    record: Record

    def __getitem__(self, field: str) -> Source:
        if field in _DEFAULTS and getattr(self.record, field) != _DEFAULTS[field]:
            return self.source
        raise KeyError(field)

    def __iter__(self) -> Iterator[str]:
        return iter(set_fields(self.record))

    def __len__(self) -> int:
        return len(set_fields(self.record))


_DEFAULTS = dict(_UNSET)
