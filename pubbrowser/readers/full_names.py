"""Names printed in reading order ("Tobias de Lange") taken apart into CSL-JSON's parts.

Rules and their sources: particles and suffixes as in the CSL 1.0.2 specification, "Name
Options" (a particle that stays with the family name is "non-dropping"); which words are
particles follows the usage of the languages they come from. Nothing is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pubbrowser.model import Name

_PARTICLE_LIST = """
    af al av bin bint d' da das de degli dei del dell' della den der des di do dos du el het
    ibn in la las le lo los op 't te ten ter tot van vande vander vom von vor zu zum zur
"""
PARTICLES = frozenset(_PARTICLE_LIST.split())
"""Lower-case words that belong to the family name which follows them."""

SUFFIXES = frozenset({"jr", "jr.", "jnr", "jnr.", "sr", "sr.", "snr", "snr.", "ii", "iii", "iv"})
"""What follows a family name, in lower case. "V" is left out: it is mostly an initial."""


def is_suffix_alone(text: str, before: Sequence[str]) -> bool:
    """Say whether `text` behind a comma is a suffix and no given name: "Sammy Davis, Jr.".

    `before` are the words before the comma. "Ivanov, II" and "Smith, JR" may have initials, so
    before capitals there has to be a given name beside the family name.
    """
    if text.lower() not in SUFFIXES:
        return False
    names = [word for word in before if not word[:1].islower()]
    return not text.isupper() or len(names) > 1


_CAPITAL_PARTICLES = frozenset({"De", "Del", "Della", "Dos", "Von"})
"""Particles that some people write with a capital and that are hardly ever a given name. "Van",
"Le", "Di" and "La" are not among them: they are given or middle names in Vietnamese and Chinese."""

_CAPITAL_PAIRS = frozenset(
    (first, second)
    for first, seconds in {
        "Van": "De Den Der Het",
        "De": "La Las Los Le",
        "Von": "Der Dem Zu",
        "Op": "De Den",
        "In": "'t",
    }.items()
    for second in seconds.split()
)

_ORGANISATION = re.compile(
    r"\b(?:collaboration|collaborators|consortium|group|team|project|community|committee"
    r"|foundation|initiative|institute|laborator(?:y|ies)|organi[sz]ation|university)\b",
    re.IGNORECASE,
)


def parse_full_name(text: str) -> Name:
    """Give the parts of one name in reading order; `text` is cleaned and without "et al.".

    The last word is the family name, unless a particle begins earlier. A single word is a
    family name; an organisation ("ACME Team") becomes a literal. `Name.full` of the result is
    `text` again, except for a comma before the suffix.
    """
    words = text.replace(",", " ").split()
    if not words:
        return Name()
    if is_organisation(text):
        return Name(literal=text)
    suffix = ""
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        suffix = words.pop()
    particle_start, family_start = _family(words)
    return Name(
        family=" ".join(words[family_start:]),
        given=" ".join(words[:particle_start]),
        non_dropping_particle=" ".join(words[particle_start:family_start]),
        suffix=suffix,
    )


def is_organisation(text: str) -> bool:
    """Say whether `text` names a group of people rather than one person."""
    return len(text.split()) > 1 and bool(_ORGANISATION.search(text))


def _family(words: list[str]) -> tuple[int, int]:
    """Give where the particle and where the family name begin (the same where there is none)."""
    last = len(words) - 1
    for start in range(last):
        if words[start] == "y" and start >= 2:  # "Santiago Ramón y Cajal": two family names
            return start - 1, start - 1
        if _begins_particle(words, start):
            end = start + 1
            while end < last and (words[end].lower() in PARTICLES or words[end] == "der"):
                end += 1
            return start, end
    return last, last


def _begins_particle(words: list[str], position: int) -> bool:
    word = words[position].replace("’", "'")
    if word in PARTICLES:
        return True
    if position == 0:  # a capital at the start is a given name: "Van Anh Nguyen"
        return False
    return word in _CAPITAL_PARTICLES or (word, words[position + 1]) in _CAPITAL_PAIRS
