"""Entries of .bib files: what BibTeX and BibLaTeX have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from pubbrowser.model import Work
from pubbrowser.model.keys import legal_key

Field = tuple[str, str]
"""The name of a field and its value in LaTeX, without delimiters; "" where there is none."""


class Entry(NamedTuple):
    """One entry: its type without "@", and its fields in the order in which they are written."""

    kind: str
    fields: Sequence[Field]


_MACROS = frozenset(("month",))
"""Fields whose values are names of macros, which take no braces."""


def write_entries(works: Sequence[Work], entry: Callable[[Work], Entry]) -> str:
    """Give the `entry` of each work, in the order given, with blank lines between them.

    A work that is given twice is written once: BibTeX and biber stop at a repeated key. Works
    of one corpus have keys of their own; of others that share a key without regard to case the
    first is written. Gives "" for no works, else text with a final newline.
    """
    entries: dict[str, str] = {}
    for work in works:
        key = legal_key(work.key)
        if key.casefold() not in entries:
            entries[key.casefold()] = _written(key, entry(work))
    return "\n\n".join(entries.values()) + "\n" if entries else ""


def verbatim(address: str) -> str:
    r"""Give an address as it stands, for `\url` wants it unescaped.

    Braces would upset the count of them, and they, backslashes and spaces are no legal
    characters of an address anyway (RFC 3986, §2), so those are percent-encoded.
    """
    return re.sub(r"[{}\\\s]", lambda found: quote(found[0]), address.strip())


def _written(key: str, entry: Entry) -> str:
    lines = [f"  {name} = {value}" for name, value in _delimited(entry.fields)]
    # Biber wants the comma after the key even where no field follows.
    return f"@{entry.kind}{{{key},\n" + ",\n".join(lines) + ("\n}" if lines else "}")


def _delimited(fields: Sequence[Field]) -> Iterator[Field]:
    """Give the fields that have a value, each once, delimited."""
    written: set[str] = set()
    for name, value in fields:
        value = " ".join(value.split())
        if value and name not in written:
            written.add(name)
            yield name, value if name in _MACROS else f"{{{value}}}"
