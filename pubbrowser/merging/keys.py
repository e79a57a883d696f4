"""Citation keys: which word a work is cited by, unique in the corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pubbrowser.merging.key_patterns import DEFAULT_PATTERN, parse_pattern
from pubbrowser.model import Record
from pubbrowser.model.keys import legal_key
from pubbrowser.text import fold


def key_stem(record: Record, pattern: str = DEFAULT_PATTERN) -> str:
    """Give the key that `record` would like to have, before collisions are looked at.

    For `pattern` see `parse_pattern`; raises `KeyPatternError`.
    """
    return parse_pattern(pattern).key(record)


def assign_keys(
    records: Sequence[Record],
    given: Mapping[int, str] | None = None,
    pattern: str = DEFAULT_PATTERN,
) -> list[str]:
    r"""Give each record a key of its own: imported keys stay, others are made after `pattern`.

    `given` holds keys that a person has chosen, by position in `records`; they go before all
    others, and of two records given one key the first gets it.

    All keys are legal in BibTeX, biber and `\cite`, and differ in more than the case of their
    letters, which BibTeX does not tell apart. An imported or chosen key that is not legal is
    cleaned by `legal_key`; from then on the cleaned one is the work's key in every format, CSL's
    `id` among them. A legal imported key stays exactly as it is, unless another record has it.

    Where several want the same key, one that was imported with it goes first; the others
    become …a, …b, … in the order of their dates, titles and identifiers: facts of the records,
    so the order of the documents does not matter. Raises `KeyPatternError`.
    """
    made_after = parse_pattern(pattern)
    keys = [""] * len(records)
    taken: set[str] = set()
    chosen = given or {}

    def take(index: int, key: str) -> bool:
        """Give record `index` the key unless another has it."""
        if key.casefold() in taken:
            return False
        taken.add(key.casefold())
        keys[index] = key
        return True

    for index in sorted(chosen):
        take(index, legal_key(chosen[index]))
    wishes = {
        index: legal_key(record.citation_key) if record.citation_key else made_after.key(record)
        for index, record in enumerate(records)
        if not keys[index]
    }
    imported = [index for index in wishes if records[index].citation_key]
    for _, claims in _claims(imported, wishes, records):
        untouched = (index for index in claims if records[index].citation_key == wishes[index])
        first = next(untouched, claims[0])
        take(first, wishes[first])

    wanting = _claims([index for index in wishes if not keys[index]], wishes, records)
    wanted = {key for key, _ in wanting}
    for _, claims in wanting:
        if len(claims) == 1 and take(claims[0], wishes[claims[0]]):
            continue
        number = 0
        for index in claims:
            while (key := wishes[index] + suffix_letters(number)).casefold() in wanted or not take(
                index, key
            ):
                number += 1
    return keys


def _claims(
    indices: Sequence[int], wishes: Mapping[int, str], records: Sequence[Record]
) -> list[tuple[str, list[int]]]:
    """Group `indices` by the key that they wish for, folded; both levels in a stable order."""
    groups: dict[str, list[int]] = {}
    for index in indices:
        groups.setdefault(wishes[index].casefold(), []).append(index)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda index: _identity(records[index]))
    return sorted(groups.items())


def _identity(record: Record) -> tuple[object, ...]:
    issued = record.issued.parts if record.issued else []
    return (
        issued,
        fold(record.title),
        [name.full for name in record.author],
        record.container_title,
        record.locator,
        record.abstract,
        record.line,
    )


def suffix_letters(number: int) -> str:
    """Give a, b, …, z, aa, ab, … for 0, 1, …, as bibliographies number works of one year."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
