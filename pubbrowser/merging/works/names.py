"""How far the authors of two records agree."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA, Indel

from pubbrowser.merging.works.traits import Traits


class Agreement(NamedTuple):
    """What the authors say about two records being one work."""

    share: float | None
    """Share of the names that agree, 0 to 1; None where one record names nobody."""
    names: int
    """How many names agree; -1 where a page's owner is not among the authors."""

    @property
    def speak_for(self) -> bool:
        """Whether the authors speak for one work: most agree, or the page's owner is one."""
        return self.names > 0 if self.share is None else self.share >= 0.5


def compare_authors(one: Traits, other: Traits) -> Agreement:
    """Compare two author lists name by name.

    Of a list that is cut ("et al.") the printed names are looked for at the beginning of the
    other one; a name that stands elsewhere in it counts half, since the order of authors is
    what tells papers of one group apart. Whole lists are compared as sets. A page of one
    person's papers that prints no authors (arXiv author pages) still tells its owner.
    """
    if not one.families or not other.families:
        return _compare_owner(one, other)
    if one.families == other.families and one.givens == other.givens:
        return Agreement(1.0, len(one.families))
    if one.truncated or other.truncated:
        return _compare_beginnings(one, other)
    if len(one.families) > len(other.families):
        one, other = other, one
    free = list(range(len(other.families)))
    found = 0
    for position in range(len(one.families)):
        # The same place first: lists mostly agree, and then every name is compared once.
        places = [position, *free] if position in free else free
        for place in places:
            if same_name(one, position, other, place):
                free.remove(place)
                found += 1
                break
    return Agreement(2 * found / (len(one.families) + len(other.families)), found)


def same_name(one: Traits, position: int, other: Traits, place: int) -> bool:
    """Say whether two names may be one: initials fit full names, one misspelling is allowed."""
    return names_fit(
        one.families[position], one.givens[position], other.families[place], other.givens[place]
    )


def names_fit(family: str, given: str, other_family: str, other_given: str) -> bool:
    """Say whether two folded names may be one person's."""
    if family != other_family:
        shorter, longer = sorted((family, other_family), key=len)
        if len(shorter) < 4 or not (
            longer.endswith(shorter)  # "Vakilzadeh Hatefi" and "Hatefi"
            or OSA.normalized_similarity(family, other_family) >= 0.72
        ):
            return False
    if not given or not other_given or given == other_given:
        return True
    if len(given) == 1 or len(other_given) == 1:
        return given[0] == other_given[0]
    return (
        given.startswith(other_given)
        or other_given.startswith(given)
        or Indel.normalized_similarity(given, other_given) >= 0.75
    )


def _compare_beginnings(one: Traits, other: Traits) -> Agreement:
    printed = min(len(traits.families) for traits in (one, other) if traits.truncated)
    count = min(printed, len(one.families), len(other.families))
    agreeing = 0.0
    found = 0
    missing = False
    for position in range(count):
        if same_name(one, position, other, position):
            agreeing += 1
            found += 1
        elif any(same_name(one, position, other, place) for place in range(len(other.families))):
            agreeing += 0.5
        else:
            missing = True
    # A name that the whole of the other list lacks weighs more than one in another place.
    whole = not (one.truncated and other.truncated)
    return Agreement(agreeing / printed * (0.7 if missing and whole else 1.0), found)


def _compare_owner(one: Traits, other: Traits) -> Agreement:
    """Look for the owner of a page without authors among the authors of the other record."""
    if one.families or other.families:
        silent, named = (other, one) if one.families else (one, other)
        if silent.owner is None:
            return Agreement(None, 0)
        # A name in bold is the owner's, also where the owner has changed it.
        emphasised = named.owner is not None and bool(named.record.owner_positions)
        if (emphasised and _one_owner(one, other)) or any(
            names_fit(*silent.owner, family, given)
            for family, given in zip(named.families, named.givens, strict=True)
        ):
            return Agreement(None, 1)
        return Agreement(None, 0) if named.truncated else Agreement(None, -1)
    return Agreement(None, 1 if _one_owner(one, other) else 0)


def _one_owner(one: Traits, other: Traits) -> bool:
    """Say whether two pages are one person's."""
    if one.owner is None or other.owner is None:
        return False
    return names_fit(*one.owner, *other.owner)
