"""Names that come in parts: what of a family name is its particle."""

from __future__ import annotations

from pubbrowser.model import Name


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """Give a person's name from its parts, which are cleaned; lower-case words in front of a
    family name are its particle. Without a given name it is taken for a name in one piece."""
    if not family or not given:
        return Name(literal=family or given)
    words = family.split()
    first = 0
    while first < len(words) - 1 and words[first][0].islower():
        first += 1
    return Name(
        family=" ".join(words[first:]),
        given=given,
        non_dropping_particle=" ".join(words[:first]),
        suffix=suffix,
    )
