"""Works as rows of the store.

What is shown of a work differs in a few fields from its first record, so that only the
difference is written; and paths, which stand in every source, are written once for all works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from pubbrowser.model import Record, Source, Work
from pubbrowser.store.codec import Sparse, dumps, loads

_RECORD = Sparse(Record)
_FIELDS = [field.name for field in fields(Record)]
_NUMBERS = {name: number for number, name in enumerate(_FIELDS)}


class WorkPacker:
    """Writes works as rows and collects the paths that they speak of."""

    def __init__(self) -> None:
        self._paths: dict[str, int] = {}

    @property
    def paths(self) -> list[str]:
        """Every path of the works packed so far, in the order of their numbers."""
        return list(self._paths)

    def pack(self, work: Work) -> bytes:
        """Give `work` as a row."""
        places = list(
            dict.fromkeys([*(source for source, _ in work.records), *work.sources.values()])
        )
        at = {place: number for number, place in enumerate(places)}
        numbered = [
            (self._paths.setdefault(place.path, len(self._paths)), place.line) for place in places
        ]
        records = [(at[source], _RECORD.pack(record)) for source, record in work.records]
        base = work.records[0][1] if work.records else Record()
        taken = [at[source] for source in work.sources.values()]
        return dumps(
            (
                work.id,
                work.key,
                _RECORD.pack_changes(work.merged, base),
                [part for place in numbered for part in place],
                [part for record in records for part in record],
                work.people,
                [[_NUMBERS.get(name, name) for name in work.sources], taken if any(taken) else 0],
                work.tags,
            )
        )


class WorkUnpacker:
    """Reads the rows that a `WorkPacker` has written."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths

    def unpack(self, row: bytes) -> Work:
        """Give the work of a row."""
        key_id, key, changes, numbered, packed, people, (names, taken), tags = loads(row)
        places = [
            Source(self._paths[path], line)
            for path, line in zip(numbered[::2], numbered[1::2], strict=True)
        ]
        records = tuple(
            [
                (places[place], _RECORD.unpack(record))
                for place, record in zip(packed[::2], packed[1::2], strict=True)
            ]
        )
        base: Any = records[0][1] if records else Record()
        changed = _RECORD.changes(changes)
        origins = taken or [0] * len(names)
        return Work(
            id=key_id,
            key=key,
            merged=replace(base, **changed) if changed else base,
            records=records,
            people=tuple(people),
            sources={
                _FIELDS[name] if isinstance(name, int) else name: places[place]
                for name, place in zip(names, origins, strict=True)
            },
            tags=tuple(tags),
        )
