"""One printed name, read for comparison: its family name, its given names, its other readings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pubbrowser.merging.people.edits import edits
from pubbrowser.merging.people.given import Given, compatible, misspelt, read_given, write_out
from pubbrowser.model import Name
from pubbrowser.text import words

_LONGEST_LITERAL_NAME = 3


class Form(NamedTuple):
    """A folded family name with given names: what two printed names must share to be the same."""

    family: str
    given: Given


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """One printed name with its readings; compared by identity, made once per name."""

    name: Name
    printed: str
    """As a list of the same style prints it: "Dreyer M", "Maximilian Dreyer"."""
    form: Form
    others: tuple[Form, ...] = ()
    """Other readings of the same name: umlauts written out, a double family name divided."""

    @property
    def forms(self) -> tuple[Form, ...]:
        """All readings, the printed one first."""
        return (self.form, *self.others)

    @property
    def is_decisive(self) -> bool:
        """Printed twice, this name means one person: a given name is written out, or it is the
        name of an organisation."""
        return self.form.given.is_full or bool(self.name.literal)


def read_spelling(name: Name) -> Spelling:
    """Read a printed name for comparison."""
    if name.literal or not (name.family or name.non_dropping_particle):
        return _undivided(name)
    shouting = name.family.isupper() and sum(map(str.isalpha, name.family)) > 1
    given = read_given(f"{name.given} {name.dropping_particle}", name.suffix, shouting)
    family = f"{name.non_dropping_particle} {name.family}"
    form = Form(" ".join(words(family)) or name.full, given)
    others: list[Form] = []
    if not family.isascii():
        others.append(Form(" ".join(words(write_out(family))) or name.full, given))
    divided = name.family.split()
    if len(divided) > 1:
        # "Vakilzadeh Hatefi, Sayed" is printed "Sayed Vakilzadeh Hatefi" elsewhere.
        first = " ".join((name.given, *divided[:-1]))
        last = " ".join(words(f"{name.non_dropping_particle} {divided[-1]}"))
        if last and given.parts:
            others.append(Form(last, read_given(first, name.suffix, shouting)))
    return Spelling(name, _printed(name, given), form, _without(others, form))


def _undivided(name: Name) -> Spelling:
    text = name.literal or name.full
    found = words(text)
    form = Form(" ".join(found) or text, Given())
    others: list[Form] = []
    tokens = text.split()
    if 2 <= len(tokens) <= _LONGEST_LITERAL_NAME and words(tokens[-1]):
        others = [Form(" ".join(words(tokens[-1])), read_given(" ".join(tokens[:-1])))]
    return Spelling(name, text, form, _without(others, form))


def _without(forms: Iterable[Form], form: Form) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(each for each in forms if each != form))


def _printed(name: Name, given: Given) -> str:
    """Lists that print initials without full stops put the family name first."""
    if given.parts and not given.is_full and "." not in name.given and not name.suffix:
        family = f"{name.non_dropping_particle} {name.family}".strip()
        return f"{family} {name.given}{name.dropping_particle and ' ' + name.dropping_particle}"
    return name.full


def share_form(one: Spelling, other: Spelling) -> bool:
    """Say whether both can be the same name: one family name, compatible given names."""
    if not one.others and not other.others:
        a, b = one.form, other.form
        return a.family == b.family and (a.given == b.given or compatible(a.given, b.given))
    return any(
        a.family == b.family and (a.given == b.given or compatible(a.given, b.given))
        for a in one.forms
        for b in other.forms
    )


def share_family(one: Spelling, other: Spelling) -> bool:
    """Say whether both have the same family name in one of their readings."""
    if one.form.family == other.form.family:
        return True
    if not one.others and not other.others:
        return False
    return any(a.family == b.family for a in one.forms for b in other.forms)


def likeness(one: Spelling, other: Spelling) -> int:
    """Say how well two names at one place of one paper go together, 0 (not at all) to 4 (equal).

    3: the same name; 2: the same family name cut short, or one of the two is misspelt.
    """
    if one.form == other.form:
        return 4
    if share_form(one, other):
        return 3
    a, b = one.form, other.form
    if a.family == b.family:
        nothing_else = not a.given.parts or not b.given.parts
        return 2 if nothing_else or misspelt(a.given, b.given) else 0
    return 2 if families_alike(a.family, b.family) and compatible(a.given, b.given) else 0


@lru_cache(maxsize=1 << 16)
def families_alike(one: str, other: str) -> bool:
    """Say whether two folded family names at one place of one paper are one, perhaps misspelt.

    One edit in three letters is let pass: the sample prints "Baghaddadian" for "Baghdadlian".
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter >= 4 and (
        set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
    ):
        return True
    most = shorter // 3
    return edits(one, other, most) <= most


@lru_cache(maxsize=1 << 16)
def families_close(one: str, other: str) -> bool:
    """Say whether two folded family names on different papers may be one that is misspelt.

    One edit from five letters, two from eight: "Jain" and "Jin", "Zhang" and "Zhao" are people
    of their own.
    """
    shorter = min(len(one), len(other))
    most = 1 if shorter < 8 else 2
    return shorter >= 5 and edits(one, other, most) <= most
