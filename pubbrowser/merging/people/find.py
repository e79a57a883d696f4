"""Who is who: the people behind the names that the records print."""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.merging.people.coauthors import Coauthors, place_initials
from pubbrowser.merging.people.link import link_alike, link_names
from pubbrowser.merging.people.misspellings import link_misspellings
from pubbrowser.merging.people.nodes import Identities, make_nodes
from pubbrowser.merging.people.owners import Owners
from pubbrowser.merging.people.places import Spellings, find_places
from pubbrowser.merging.people.telling import People, tell
from pubbrowser.merging.progress import Progress, no_progress
from pubbrowser.model import Record, Source


def find_people(
    groups: Sequence[Sequence[tuple[Source, Record]]],
    merged: Sequence[Record],
    owners: Sequence[tuple[str, str]],
    aliases: Sequence[Sequence[str]] = (),
    progress: Progress = no_progress,
) -> People:
    """Say which printed names are one person.

    `groups[i]` are the records of work i and `merged[i]` what they say together; `owners` are
    (path, owner as printed) of the documents; `aliases` are lists of spellings that are one
    person because the user says so.

    The evidence, from strong to weak: the user; the same place of the same paper in two
    documents; the owner of a document; the same written-out name; names that agree in two given
    names; common co-authors known for certain, then such whose initials are printed alike. That
    an initial fits is none. The order of documents and works changes nothing.
    """
    spellings = Spellings()
    places = find_places(groups, merged, spellings, progress)
    identities = make_nodes(spellings, places, aliases, progress)
    of_owners = Owners(identities, groups, owners)
    of_owners.claim()
    _link_certain(identities, groups, progress)
    if of_owners.link_changed_names():
        _link_certain(identities, groups, progress)
    place_initials(identities, groups, Coauthors(identities), False, progress)
    link_alike(identities)
    link_misspellings(identities, progress)
    return tell(identities, groups, of_owners, progress)


def _link_certain(
    identities: Identities,
    groups: Sequence[Sequence[tuple[Source, Record]]],
    progress: Progress,
) -> None:
    """Join names on certain evidence; who is known by it is evidence for the next."""
    placed = True
    while True:
        joined = link_names(identities, Coauthors(identities, certain=True).common, progress)
        if not (joined or placed):
            return  # co-authors were weighed with everybody as they are
        coauthors = Coauthors(identities, certain=True)
        placed = place_initials(identities, groups, coauthors, True, progress)
        if not (joined or placed):
            return
