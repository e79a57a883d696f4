"""Given names and initials: which can belong to one person, and which of two says more.

The rules follow DESIGN.md section 5: initials fit a full name that begins with them, two different
full names conflict. A name joined by a hyphen is one name: "K-R" can be "Klaus-Robert" and, in
a careless list, "K", but never "Karsten".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pubbrowser.merging.people.edits import edits
from pubbrowser.text import fold, words

_HYPHENS = re.compile(r"[-‐‑–]")
_LONGEST_INITIALS = 4
_LONGEST_ABBREVIATION = 3
_TRANSLITERATED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
        "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One given name or initial, folded."""

    word: str
    written_out: str
    """`word` as people write it without an umlaut: "joerg" for "Jörg"."""
    initial: bool
    """It only abbreviates a name: "j", or "yu" printed "Yu."."""
    glued: bool = False
    """A hyphen joins it to the part before."""


@dataclass(frozen=True, slots=True)
class Given:
    """All given names of one printed name, and the suffix that tells father from son."""

    parts: tuple[Part, ...] = ()
    suffix: str = ""
    is_full: bool = field(init=False, repr=False, compare=False)
    """At least one name is written out."""
    first_letter: str = field(init=False, repr=False, compare=False)
    """The folded letter that the first name begins with; "" where there is none."""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # All are asked for millions of times.
        full = any(not part.initial for part in self.parts)
        object.__setattr__(self, "is_full", full)
        object.__setattr__(self, "first_letter", self.parts[0].word[0] if self.parts else "")
        object.__setattr__(self, "_hash", hash((self.parts, self.suffix)))

    def __hash__(self) -> int:
        return self._hash

    @property
    def initials(self) -> str:
        """The first letters of all parts: "kr" for "Klaus-Robert"."""
        return "".join(part.word[0] for part in self.parts)


def write_out(text: str) -> str:
    """Give `text` folded, with umlauts as two letters: "Müller" becomes "mueller"."""
    return fold(text.translate(_TRANSLITERATED))


@lru_cache(maxsize=1 << 16)
def read_given(text: str, suffix: str = "", shouting: bool = False) -> Given:
    """Take the given names in `text` apart: "Jonas R.", "K-R", "GÜ", "Yu.-H.".

    `shouting` says that the whole name is printed in capitals, so that "KLAUS" is no row of
    initials.
    """
    parts: list[Part] = []
    longest = 2 if shouting else _LONGEST_INITIALS
    for token in text.split():
        glued = False
        for piece in _HYPHENS.split(token):
            for part in _pieces(piece, longest, glued):
                parts.append(part)
            glued = bool(parts)
    return Given(tuple(parts), "".join(words(suffix)))


def _pieces(piece: str, longest: int, glued: bool) -> list[Part]:
    letters = "".join(c for c in piece if c.isalpha())
    if letters.isupper() and len(letters) <= longest:
        return [
            Part(fold(letter), write_out(letter), True, glued and number == 0)
            for number, letter in enumerate(letters)
            if words(letter)
        ]
    found: list[Part] = []
    for chunk in re.findall(r"[^.]+\.?", piece):
        word = "".join(words(chunk))
        if word:
            short = chunk.endswith(".") and len(word) <= _LONGEST_ABBREVIATION
            single = len(word) == 1 and word.isalpha() and word != word.upper()
            other = "".join(words(write_out(chunk)))
            found.append(Part(word, other, short or single, glued and not found))
    return found


@lru_cache(maxsize=1 << 18)
def compatible(one: Given, other: Given) -> bool:
    """Say whether both can be the given names of one person.

    The first names must fit each other, the rest of the shorter must be found in the longer in
    the same order. A name without given names fits nothing.
    """
    if (
        not one.parts
        or not other.parts
        or (one.suffix != other.suffix and one.suffix and other.suffix)
    ):
        return False
    short, long = sorted((one.parts, other.parts), key=len)
    matched = _embedded(short, long)
    if matched is not None:
        return not _breaks_double_name(short, long, matched)
    return _same_run_together(short, long) or _permuted(short, long)


def agree(one: Given, other: Given) -> bool:
    """Say whether two names agree in more than one given name, or are written out alike.

    "K-R" and "Klaus-Robert" do, and "Jörg" and "Joerg"; "K" and "Klaus", or "Klaus" and
    "Klaus R.", do not.
    """
    if not compatible(one, other):
        return False
    if min(len(one.parts), len(other.parts)) > 1 or _same_run_together(one.parts, other.parts):
        return True
    return one.is_full and covers(one, other) and covers(other, one)


@lru_cache(maxsize=1 << 18)
def covers(more: Given, less: Given) -> bool:
    """Say whether `more` tells everything that `less` does: "Jonas R." covers "J" and "Jonas"."""
    if less.suffix and less.suffix != more.suffix:
        return False
    if more.parts == less.parts or _permuted(less.parts, more.parts):
        return True
    if not less.parts or len(less.parts) > len(more.parts):
        return False
    matched = _embedded(less.parts, more.parts)
    return matched is not None and all(
        part.initial or not more.parts[place].initial
        for part, place in zip(less.parts, matched, strict=True)
    )


def combined(one: Given, other: Given) -> Given:
    """Give what two compatible given names say together: "Philine" and "P L" give "Philine L"."""
    if covers(one, other):
        return one
    if covers(other, one):
        return other
    short, long = sorted((one.parts, other.parts), key=len)
    parts = list(long)
    for part, place in zip(short, _embedded(short, long) or (), strict=False):
        if parts[place].initial and len(part.word) > len(parts[place].word):
            parts[place] = Part(part.word, part.written_out, part.initial, parts[place].glued)
    return Given(tuple(parts), one.suffix or other.suffix)


def misspelt(one: Given, other: Given) -> bool:
    """Say whether one could be the other with a typing or scanning fault.

    Faults are one stray letter among initials ("QM" for "M"), or one or two edits in a written
    name of five letters or more that leave its ending alone: "Martin" and "Martina", "Christian"
    and "Christina" are two people.
    """
    if not one.parts or not other.parts:
        return False
    for stray, clean in ((one, other), (other, one)):
        if not stray.is_full and len(stray.parts) == 2 and not stray.parts[1].glued:
            rest = Given(stray.parts[1:], stray.suffix)
            if len(clean.parts) == 1 and compatible(rest, clean):
                return True
    first, second = one.parts[0], other.parts[0]
    if first.initial or second.initial:
        return False
    middle, others = Given(one.parts[1:]), Given(other.parts[1:])
    if middle.parts and others.parts and not compatible(middle, others):
        return False
    return _similar_words(first.word, second.word)


def _similar_words(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0]:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    if same >= shorter - 2:
        return False
    most = 1 if shorter < 8 else 2
    return edits(one, other, most) <= most


def _embedded(short: tuple[Part, ...], long: tuple[Part, ...]) -> tuple[int, ...] | None:
    """Give for each part of `short` where it stands in `long`, None where it does not."""
    if not short or not _fits(short[0], long[0]):
        return None
    places, at = [0], 1
    for part in short[1:]:
        while at < len(long) and not _fits(part, long[at]):
            at += 1
        if at == len(long):
            return None
        places.append(at)
        at += 1
    return tuple(places)


def _fits(one: Part, other: Part) -> bool:
    if one.initial and other.initial:
        return one.word.startswith(other.word) or other.word.startswith(one.word)
    if one.initial or other.initial:
        start, whole = (one, other) if one.initial else (other, one)
        return whole.word.startswith(start.word) or whole.written_out.startswith(start.written_out)
    return one.word == other.word or one.written_out == other.written_out


def _breaks_double_name(
    short: tuple[Part, ...], long: tuple[Part, ...], matched: tuple[int, ...]
) -> bool:
    """Say whether a written name stands for the first half of a double name: "Karsten", "K-R"."""
    part_at = dict(zip(matched, short, strict=True))
    return any(
        part.glued and place not in part_at and place - 1 in part_at
        and not part_at[place - 1].initial
        for place, part in enumerate(long)
    )  # fmt: skip


def _same_run_together(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Say whether the names differ in nothing but where they are divided: "Seul-Ki", "Seulki"."""
    if any(part.initial for part in (*one, *other)):
        return False
    return "".join(part.word for part in one) == "".join(part.word for part in other)


def _permuted(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Say whether three or more initials stand in another order: "M-C M" and "M M-C"."""
    if len(one) != len(other) or len(one) < 3 or not all(p.initial for p in (*one, *other)):
        return False
    return sorted(part.word for part in one) == sorted(part.word for part in other)
