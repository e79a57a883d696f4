"""Short ways to write down papers and to ask who is who on them."""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.merging.people import People, find_people
from pubbrowser.model import Name, Record, Source
from pubbrowser.readers.names import read_names

Group = list[tuple[Source, Record]]


def names(text: str) -> tuple[Name, ...]:
    """Give the names of a printed list: "Doe J, Jane Roe"."""
    return tuple(each.name for each in read_names(text).names)


def paper(*prints: str, path: str = "list.md", line: int = 1, owner: Sequence[int] = ()) -> Group:
    """Give one work; each of `prints` is its author list in another document, "…" cuts it."""
    group: Group = []
    for number, text in enumerate(prints):
        read = read_names(text)
        record = Record(
            author=tuple(each.name for each in read.names),
            authors_truncated=read.truncated,
            owner_positions=tuple(owner) if number == 0 else (),
            line=line,
        )
        group.append((Source(path if number == 0 else f"feed{number}.txt", line), record))
    return group


def people_of(
    *groups: Group, owners: Sequence[tuple[str, str]] = (), aliases: Sequence[Sequence[str]] = ()
) -> People:
    """Find the people; the first record of a group is what is cited."""
    return find_people(groups, [group[0][1] for group in groups], owners, aliases)


def variants(found: People) -> set[frozenset[str]]:
    """Give the people as sets of spellings."""
    return {frozenset(person.variants) for person in found.people}
