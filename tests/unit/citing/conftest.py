"""Works to cite, and a strict reader of .bib files that shares no code with the writer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.model import Name, Record, Source, Work

Entry = dict[str, str]


@pytest.fixture(scope="session")
def make_work() -> Callable[..., Work]:
    """Make a work of the fields of its record: `make_work(title="…", author=[…])`.

    Names may be given as "Family, Given"; the key is "key" unless given.
    """

    def make(key: str = "key", people: tuple[int, ...] = (), **fields: Any) -> Work:
        for role in ("author", "editor"):
            fields[role] = tuple(_name(name) for name in fields.get(role, ()))
        record = Record(**fields)
        return Work(
            id=f"id-{key}", key=key, merged=record,
            records=((Source("list.md", 7), record),), people=people,
        )  # fmt: skip

    return make


def _name(name: Name | str) -> Name:
    if isinstance(name, Name):
        return name
    family, _, given = name.partition(", ")
    return Name(family=family, given=given)


@pytest.fixture(scope="session")
def read_bibtex() -> Callable[[str], list[Entry]]:
    """Read entries as classic BibTeX does: balanced braces, a comma after the key and each
    field but the last, bare months, nothing between entries. Type and key stand under "TYPE" and
    "KEY"."""
    return _read_bibtex


def _read_bibtex(text: str) -> list[Entry]:
    entries = []
    while text:
        head = re.match(r"@([a-z]+)\{([^\s,{}()\"#%'=~\\]+)", text)
        assert head, f"no entry starts here: {text[:60]!r}"
        entry = {"TYPE": head[1], "KEY": head[2]}
        text = text[head.end() :]
        while not re.match(r"\n\}|,\n\}", text):
            field = re.match(r",\n  ([A-Za-z]+) = ", text)
            assert field, f"no field starts here: {text[:60]!r}"
            assert field[1] not in entry, f"{field[1]} is given twice"
            entry[field[1]], text = _value(text[field.end() :])
        text = text[text.index("}") + 1 :].removeprefix("\n")
        assert text == "" or text.startswith("\n@"), "one blank line separates entries"
        text = text.removeprefix("\n")
        entries.append(entry)
    return entries


def _value(text: str) -> tuple[str, str]:
    if macro := re.match(r"[a-z]{3}(?=[,\n])", text):
        return macro[0], text[macro.end() :]
    assert text[0] == "{", f"no value starts here: {text[:60]!r}"
    depth = 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return text[1:position], text[position + 1 :]
    raise AssertionError("a brace is not closed")
