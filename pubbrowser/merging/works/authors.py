"""The authors of a work: the longest complete list, with the fullest names of all records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pubbrowser.merging.works.names import names_fit
from pubbrowser.merging.works.traits import family_key, given_key, is_initials
from pubbrowser.model import Name, Record
from pubbrowser.text import words


def choose_authors(records: Sequence[Record]) -> tuple[int, tuple[Name, ...], tuple[int, ...]]:
    """Give (index of the record whose list is taken, its names at their fullest, owner positions).

    Lists that end in "et al." stand back behind complete ones that are no shorter. A name is
    replaced by its counterpart at the same place of another list (or the only one that fits,
    where a list is ordered otherwise) when that one is fuller: "R Achtribat" becomes "Reduan
    Achtibat". Of names equally full the spelling of most records is taken. The owner positions
    are those of all records, carried over to the list that is taken. Records come the
    preferred first; the index is -1 when no record has authors.
    """
    lists = [index for index, record in enumerate(records) if record.author]
    if not lists:
        return -1, (), ()
    longest = max(len(records[index].author) for index in lists)
    base = min(
        lists,
        key=lambda i: (
            records[i].authors_truncated and len(records[i].author) <= longest,
            -len(records[i].author),
            -sum(not is_initials(name.given) for name in records[i].author),
            i,
        ),
    )
    if records[base].author and len(records[base].author) < longest:
        # A "complete" list that is shorter than what another prints before its "et al.".
        base = max(lists, key=lambda i: (len(records[i].author), -i))
    chosen = records[base].author
    if len(lists) == 1:
        return base, chosen, records[base].owner_positions
    others = [records[index].author for index in lists if index != base]
    names = tuple(
        _fullest([name, *_counterparts(name, place, others)]) for place, name in enumerate(chosen)
    )
    owners = {place for place in records[base].owner_positions if place < len(chosen)}
    for record in records:
        for place in record.owner_positions:
            if record.author is not chosen and place < len(record.author):
                owners.update(_places(record.author[place], place, chosen)[:1])
    return base, names, tuple(sorted(owners))


def _counterparts(name: Name, place: int, lists: Sequence[tuple[Name, ...]]) -> list[Name]:
    """Give the same person's name in each of `lists` that has it."""
    found = []
    for names in lists:
        places = _places(name, place, names)
        if places and (places[0] == place or len(places) == 1):
            found.append(names[places[0]])
    return found


def _places(name: Name, place: int, names: tuple[Name, ...]) -> list[int]:
    """Give where `names` has a name that fits `name`, `place` itself first."""
    family, given = family_key(name), given_key(name)
    fitting = [
        index
        for index, other in enumerate(names)
        if names_fit(family, given, family_key(other), given_key(other))
    ]
    return [place] if place in fitting else fitting


def _fullest(names: Sequence[Name]) -> Name:
    """Give the fullest of several spellings of one name; the first one where all are equal."""
    spellings = Counter(family_key(name) for name in names)
    return max(
        names,
        key=lambda name: (
            not is_initials(name.given),
            len(words(name.given)) if not is_initials(name.given) else 0,
            spellings[family_key(name)],
            -names.index(name),
        ),
    )
