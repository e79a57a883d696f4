"""Who is who: the people behind the names that the records print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pubbrowser.model import Name, Person, Record
from pubbrowser.text import words


def find_people(
    records: Sequence[Record], owners: Sequence[str]
) -> tuple[list[Person], list[tuple[int, ...]]]:
    """Give the people in `records`, and for each record the indices of its people in order.

    Names are one person when they differ in nothing but case, accents and punctuation. The
    people stand in the order of how many works they have, then by name, so that the most
    productive come first. `owners` are the names of the documents' owners as printed.
    """
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    names: dict[str, Name] = {}
    works: Counter[tuple[str, ...]] = Counter()
    emphasised: set[tuple[str, ...]] = set()
    identities_of: list[list[tuple[str, ...]]] = []
    for record in records:
        identities = []
        for position, name in enumerate(record.author or record.editor):
            identity = _identity(name)
            names.setdefault(name.full, name)
            spellings.setdefault(identity, Counter())[name.full] += 1
            identities.append(identity)
            if position in record.owner_positions:
                emphasised.add(identity)
        identities = list(dict.fromkeys(identities))
        works.update(identities)
        identities_of.append(identities)
    owner_words = {tuple(sorted(words(owner))) for owner in owners if owner}

    order = sorted(spellings, key=lambda identity: (-works[identity], identity))
    index_of = {identity: index for index, identity in enumerate(order)}
    people = []
    for identity in order:
        variants = tuple(
            spelling
            for spelling, _ in sorted(
                spellings[identity].items(), key=lambda pair: (-pair[1], pair[0])
            )
        )
        people.append(
            Person(
                id=" ".join(identity),
                name=names[variants[0]],
                variants=variants,
                works=works[identity],
                owner=identity in emphasised or tuple(sorted(identity)) in owner_words,
            )
        )
    return people, [tuple(index_of[i] for i in identities) for identities in identities_of]


def _identity(name: Name) -> tuple[str, ...]:
    """Give what makes two printed names the same: the folded words of the name, family first."""
    if name.literal:
        return tuple(words(name.literal)) or (name.literal,)
    family = words(f"{name.non_dropping_particle} {name.family}")
    given = words(f"{name.given} {name.dropping_particle} {name.suffix}")
    return (*family, *given) or (name.full,)
