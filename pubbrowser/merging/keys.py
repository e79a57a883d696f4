"""Citation keys: which word a work is cited by.

The shape is Google Scholar's, which most people know from their .bib files: family name of the
first author, year, first word of the title that is no function word, in ASCII lower case
("lapuschkin2019unmasking").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pubbrowser.model import Record
from pubbrowser.text import fold, words

_FUNCTION_WORDS = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for",
        "from", "how", "in", "into", "is", "it", "its", "not", "of", "on", "or", "over", "that",
        "the", "their", "this", "to", "toward", "towards", "under", "using", "via", "what",
        "when", "where", "which", "who", "why", "with", "der", "die", "das", "ein", "eine",
        "und", "von", "zur", "zum", "im", "le", "la", "les", "un", "une", "des", "et", "du",
        "de", "el", "los", "las",
    )
)  # fmt: skip
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_NOT_IN_KEYS = re.compile(r"[\s,{}()\"#%'=~\\]+")


def legal_key(key: str) -> str:
    r"""Give `key` as BibTeX, biber and `\cite` can take it; a legal key stays as it is.

    Spaces, commas, braces and their like become underscores: BibTeX's reader knows them for
    the end of a key ("BibTeXing", 1988, §3), and `~`, `'`, `#` and the backslash mean
    something else inside of `\cite`. Letters of any script and "!$&*+-./:;<>?@[]^_`|" stay.
    """
    legal = _NOT_IN_KEYS.sub("_", key)
    if legal != key:
        legal = legal.strip("_")
    return legal if legal not in ("", "*") else "untitled"  # \nocite{*} stands for all


def key_stem(record: Record) -> str:
    """Give the key that `record` would like to have, before collisions are looked at."""
    names = record.author or record.editor
    family = _ascii(names[0].family or names[0].literal or names[0].given) if names else ""
    year = str(record.issued.year) if record.issued else ""
    title = list(filter(None, map(_ascii, words(record.title.replace("'", "").replace("’", "")))))
    telling = [word for word in title if len(word) > 1 and word not in _FUNCTION_WORDS] or title
    # Without a name in front a single word would say too little.
    return f"{family}{year}{''.join(telling[: 1 if family else 3])}" or "untitled"


def assign_keys(records: Sequence[Record], given: Mapping[int, str] | None = None) -> list[str]:
    """Give each record a key of its own: imported keys stay, others are made by `key_stem`.

    `given` holds keys that a person has chosen, by position in `records`; they go before all
    others, and of two records given one key the first gets it.

    Where several want the same key they become …a, …b, … in the order of their dates, titles
    and identifiers: facts of the records, so the order of the documents does not matter.
    """
    chosen: dict[str, int] = {}
    for index in sorted(given or ()):
        chosen.setdefault((given or {})[index], index)
    taken = {record.citation_key for record in records if record.citation_key} | chosen.keys()
    wanting: dict[str, list[int]] = {}
    keys = [""] * len(records)
    imported = set(chosen)
    for key, index in chosen.items():
        keys[index] = key
    for index, record in enumerate(records):
        if keys[index]:
            continue
        if record.citation_key and record.citation_key not in imported:
            imported.add(record.citation_key)
            keys[index] = record.citation_key
        else:
            wanting.setdefault(record.citation_key or key_stem(record), []).append(index)
    for stem in sorted(wanting):
        indices = sorted(wanting[stem], key=lambda index: _identity(records[index]))
        if len(indices) == 1 and stem not in taken:
            keys[indices[0]] = stem
            taken.add(stem)
            continue
        number = 0
        for index in indices:
            while (key := stem + _letters(number)) in taken or key in wanting:
                number += 1
            keys[index] = key
            taken.add(key)
    return keys


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


def _letters(number: int) -> str:
    """Give a, b, …, z, aa, ab, … for 0, 1, …, as bibliographies number works of one year."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _ascii(text: str) -> str:
    return _NOT_ASCII_WORD.sub("", fold(text))
