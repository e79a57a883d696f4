"""Values of the model as lists and plain values for JSON, and back.

How a type is written follows from its type hints, so that a new field of the model needs nothing
here. A dataclass becomes `[mask, value, …]`: bit i of the mask says that field i has another
value than its default, and only such values follow. Whatever is read is checked by its type alone
where it is needed to build the value; what guards against damage are the checksums of the file.
"""

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

Change = Callable[[Any], Any]


class Codec(NamedTuple):
    """How values of one type are turned into what JSON knows, and back; None for "as they are"."""

    pack: Change | None
    unpack: Change | None


_AS_IS = Codec(None, None)
_PLAIN = (str, int, float, bool, type(None))


def dumps(packed: object) -> bytes:
    """Give `packed` as compact JSON. File names that are no UTF-8 come back as they were."""
    text = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def loads(content: bytes) -> Any:
    """Give what `dumps` was given. Raises `ValueError`."""
    return json.loads(content.decode("utf-8", "surrogatepass"))


def pack(value: object) -> Any:
    """Give a dataclass or named tuple as what `dumps` takes."""
    cls: Any = type(value)
    change = codec_of(cls).pack
    return change(value) if change else value


@cache
def codec_of(hint: Any) -> Codec:
    """Give the codec of the values that a type hint allows. Raises `TypeError` for hints that
    the model has no use for."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN or origin is Literal:
        return _AS_IS
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin in (tuple, Sequence, types.GenericAlias) and arguments[1:] in ((Ellipsis,), ()):
        return _listed(codec_of(arguments[0]))
    if origin is tuple:
        return _in_turn(tuple, [codec_of(argument) for argument in arguments])
    if origin in (dict, Mapping):
        return _keyed(codec_of(arguments[1]))
    if is_dataclass(hint) and isinstance(hint, type):
        return Sparse(hint).codec
    if isinstance(hint, type) and issubclass(hint, tuple):  # a named tuple
        hints = get_type_hints(hint)
        return _in_turn(hint._make, [codec_of(hints[name]) for name in hint._fields])  # type: ignore[attr-defined]
    raise TypeError(f"no codec for {hint!r}")


def _union(arguments: Sequence[Any]) -> Codec:
    others = [argument for argument in arguments if argument not in _PLAIN]
    if not others:
        return _AS_IS
    if len(others) > 1 or len(arguments) != 2 or type(None) not in arguments:
        raise TypeError(f"no codec for one of {arguments!r}")
    pack, unpack = codec_of(others[0])
    return Codec(
        pack and (lambda value: None if value is None else pack(value)),
        unpack and (lambda value: None if value is None else unpack(value)),
    )


def _listed(each: Codec) -> Codec:
    pack, unpack = each
    return Codec(
        (lambda values: [pack(value) for value in values]) if pack else list,
        (lambda values: tuple([unpack(value) for value in values])) if unpack else tuple,
    )


def _in_turn(make: Change, codecs: Sequence[Codec]) -> Codec:
    packs, unpacks = [c.pack for c in codecs], [c.unpack for c in codecs]
    return Codec(
        lambda values: [_apply(*pair) for pair in zip(packs, values, strict=True)],
        lambda values: make([_apply(*pair) for pair in zip(unpacks, values, strict=True)]),
    )


def _keyed(each: Codec) -> Codec:
    pack, unpack = each
    return Codec(
        lambda values: {key: _apply(pack, value) for key, value in values.items()},
        lambda values: {key: _apply(unpack, value) for key, value in values.items()},
    )


def _apply(change: Change | None, value: Any) -> Any:
    return change(value) if change else value


class Sparse:
    """A dataclass whose fields mostly have their default values."""

    def __init__(self, cls: type) -> None:
        hints = get_type_hints(cls)
        self._cls = cls
        self._fields = [
            (field.name, _default(field), *codec_of(hints[field.name])) for field in fields(cls)
        ]
        self._by_mask: dict[int, list[tuple[str, Change | None]]] = {}
        self.codec = Codec(self.pack, self.unpack)

    def pack(self, value: Any) -> list[Any]:
        """Give the mask and the values of all fields that are not at their defaults."""
        mask, packed = 0, [0]
        for number, (name, default, pack, _) in enumerate(self._fields):
            given = getattr(value, name)
            if given != default or type(given) is not type(default):
                mask |= 1 << number
                packed.append(pack(given) if pack else given)
        packed[0] = mask
        return packed

    def pack_changes(self, value: Any, base: Any) -> list[Any]:
        """Give the mask and the values of all fields in which `value` differs from `base`."""
        mask, packed = 0, [0]
        for number, (name, _, pack, _) in enumerate(self._fields):
            given, before = getattr(value, name), getattr(base, name)
            if given != before or type(given) is not type(before):
                mask |= 1 << number
                packed.append(pack(given) if pack else given)
        packed[0] = mask
        return packed

    def unpack(self, packed: Sequence[Any]) -> Any:
        """Give the value that was packed."""
        return self._cls(**self.changes(packed))

    def changes(self, packed: Sequence[Any]) -> dict[str, Any]:
        """Give the fields that were packed, by name."""
        mask = packed[0]
        named = self._by_mask.get(mask)
        if named is None:
            named = self._by_mask[mask] = [
                (name, unpack)
                for number, (name, _, _, unpack) in enumerate(self._fields)
                if mask >> number & 1
            ]
        return {
            name: unpack(value) if unpack else value
            for (name, unpack), value in zip(named, packed[1:], strict=True)
        }


def _default(field: Any) -> object:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


def schema(*classes: type) -> str:
    """Give a word that changes when a field of `classes`, or of what they hold, does."""
    described: dict[str, list[str]] = {}
    waiting: list[Any] = list(classes)
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
            hints = get_type_hints(hint)
            if hint.__qualname__ not in described:
                described[hint.__qualname__] = [f"{name}: {hints[name]}" for name in hints]
                waiting += hints.values()
    return hashlib.sha256(repr(sorted(described.items())).encode()).hexdigest()[:16]
