"""Names of RIS entries.

Source: Research Information Systems, "RIS Format Specifications" (2001): a person is "Family,
Given, Suffix", so a name without a comma is one of an organisation. Some programs write persons
without a comma all the same; those are known by their initials alone, for in citations an
organisation that is taken apart is worse than a person in one piece.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pubbrowser.model import Name
from pubbrowser.readers.full_names import is_suffix_alone
from pubbrowser.readers.names import is_organisation, parse_name
from pubbrowser.text import clean_line

_ET_AL = re.compile(r"et al\.?,?|others", re.IGNORECASE)
_INITIALS = r"(?:(?:[^\W\d_a-z]\.[ -]?)+ ?)"
_FAMILY = r"(?:[^\W\d_]+ )*[^\W\d_]{2}[^\W\d_'’-]*"
_PERSON = re.compile(
    rf"{_INITIALS}{_FAMILY}|[^\W\d_]+ {_INITIALS}[^\W\d_]{{2}}[^\W\d_'’-]*|{_FAMILY} {_INITIALS}"
)
_STATES = re.compile(r"(?:U\. ?[SKN]\.|E\. ?U\.)")
_INSTITUTIONS = frozenset(
    ("academy", "agency", "army", "bank", "board", "bureau", "center", "centre", "college",
     "commission", "company", "corporation", "council", "department", "federation", "foundation",
     "gmbh", "government", "hospital", "inc", "laboratory", "laboratories", "library", "ltd",
     "ministry", "museum", "navy", "office", "organisation", "organization", "press", "school",
     "service", "trust", "union")
)  # fmt: skip


def read_names(values: list[str]) -> tuple[tuple[Name, ...], bool]:
    """Give the names, and whether the list ends in "et al."."""
    names: list[Name] = []
    truncated = False
    for value in map(clean_line, values):
        if _ET_AL.fullmatch(value):
            truncated = True
        elif name := _name(value):
            names.append(name)
    return tuple(names), truncated


def _name(text: str) -> Name | None:
    """Read "Family, Given, Suffix"; a comma at the end keeps a name in one piece."""
    parts = [part.strip() for part in text.split(",")]
    if not any(parts):
        return None
    if len(parts) == 1:
        return parse_name(text) if _is_person(text) else Name(literal=text)
    if not any(parts[1:]):
        return Name(literal=parts[0])
    words = parts[0].split()
    if len(parts) == 2 and is_suffix_alone(parts[1], words):
        return replace(parse_name(parts[0]), suffix=parts[1])
    particle = 0
    while particle < len(words) - 1 and words[particle][0].islower():
        particle += 1
    return Name(
        family=" ".join(words[particle:]),
        given=parts[1],
        non_dropping_particle=" ".join(words[:particle]),
        suffix=", ".join(filter(None, parts[2:])),
    )


def _is_person(text: str) -> bool:
    """Say whether a name without a comma is sure to be a person's: "J. A. Doe", "Doe J."."""
    words = text.replace(".", ". ").split()
    names = [word for word in words if "." not in word and word[0].isupper()]
    if len(names) > 2 or is_organisation(text) or _STATES.match(text):
        return False
    if not _INSTITUTIONS.isdisjoint(word.strip(".").lower() for word in words):
        return False
    return _PERSON.fullmatch(text) is not None
