"""What of a record is compared with other records, brought into a comparable form once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pubbrowser.merging.works.identifiers import identifiers_of
from pubbrowser.model import Name, Record, Source
from pubbrowser.model.links import host_and_path
from pubbrowser.model.tags import without_tags
from pubbrowser.text import fold, words

FUNCTION_WORDS = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for",
        "from", "how", "in", "into", "is", "it", "its", "not", "of", "on", "or", "over", "s", "t",
        "that", "the", "their", "this", "to", "toward", "towards", "under", "using", "via", "what",
        "when", "where", "which", "who", "why", "with", "der", "die", "das", "ein", "eine",
        "und", "von", "zur", "zum", "im", "le", "la", "les", "un", "une", "des", "et", "du",
        "de", "el", "los", "las",
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_TEX_COMMAND = re.compile(r"\\[a-zA-Z]+")
_TEX_SIGNS = str.maketrans("", "", "${}^_\\")
_NUMBER = re.compile(r"(\d+)[a-z]{0,2}|[a-z]{1,4}?(\d+)")
_NUMBERED = frozenset(("part", "volume", "vol", "chapter", "teil", "version"))
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_PREPRINT_VENUE = re.compile(r"\b(arxiv|corr|biorxiv|medrxiv|preprints?|ssrn)\b", re.IGNORECASE)
_PUBLISHED = {"article-journal": 4, "paper-conference": 3, "chapter": 2, "book": 2, "thesis": 1}
_ABSTRACT_READ = 400
"""Characters of an abstract that are compared: enough to tell two apart, cheap to fold."""


@dataclass(slots=True, eq=False)
class Traits:
    """One record as it is compared."""

    document: int
    """Number of the document; two records of one document are never one work."""
    record: Record
    key: str
    """The title's folded letters and digits without anything between them."""
    words: tuple[str, ...]
    """The title's folded words that carry meaning, in order."""
    numbers: frozenset[str]
    """Numbers in the title: "2" of "Part II", "v2", "2.0"."""
    families: tuple[str, ...]
    givens: tuple[str, ...]
    truncated: bool
    owner: tuple[str, str] | None
    """Family and given name of the page's owner, who is one of the authors of every entry."""
    year: int | None
    rank: int
    """How published: 4 journal, 3 conference, 2 book, 1 other, 0 preprint or not said."""
    identifiers: tuple[str, ...]


def traits_of(
    records: Iterable[tuple[Source, Record]],
    documents: Sequence[int],
    owners: Mapping[str, str],
) -> list[Traits]:
    """Give the traits of all `records`; `owners` maps paths to the names of the pages' owners."""
    owner_of = {path: _owner(name) for path, name in owners.items() if name}
    return [
        _traits(record, document, owner_of.get(source.path))
        for (source, record), document in zip(records, documents, strict=True)
    ]


def published_rank(record: Record) -> int:
    """Say how published a record is: 4 journal, 3 conference, 2 book or chapter, 1 other, 0 not.

    A journal article in "CoRR" or "arXiv" is a preprint, whatever its type says.
    """
    rank = _PUBLISHED.get(record.type, 0)
    if not rank:
        return 1 if record.container_title and not _is_preprint_venue(record) else 0
    if rank in (3, 4) and (not record.container_title or _is_preprint_venue(record)):
        return 1 if not record.container_title else 0
    return rank


def title_words(title: str) -> list[str]:
    """Give the folded words of `title` without TeX and HTML mark-up: "ECQ$^{x}$" is "ecqx"."""
    if "\\" in title or "$" in title or "{" in title:
        title = _TEX_COMMAND.sub("", title).translate(_TEX_SIGNS)
    if "<" in title:
        title = without_tags(title)
    return _WORD.findall(fold(title))


def main_title(title: str) -> str:
    """Give the folded letters before the first colon (or dash, "?", "!"), "" without one."""
    head, mark, _ = title.replace("?", ":").replace("!", ":").replace(" – ", ":").partition(":")
    return "".join(title_words(head)) if mark else ""


def abstract_beginning(record: Record) -> str:
    """Give the folded letters of the abstract's beginning."""
    text = record.abstract
    if not text:
        return ""
    return "".join(_WORD.findall(fold(text[:_ABSTRACT_READ].rstrip(". …"))))


def repositories(record: Record) -> frozenset[str]:
    """Give the addresses of the paper's repositories in a form that can be compared."""
    found = set()
    for link in record.links:
        if link.kind == "repo":
            host, path = host_and_path(link.url)
            found.add(f"{host}{path}".lower().rstrip("/").removesuffix(".git"))
    return frozenset(found)


def is_initials(given: str) -> bool:
    """Say whether `given` is nothing but initials: "K-R", "GÜ", "S. M." and also ""."""
    return all(
        len(part) == 1 or (len(part) <= 3 and part.isupper()) for part in _WORD.findall(given)
    )


def _traits(record: Record, document: int, owner: tuple[str, str] | None) -> Traits:
    all_words = title_words(record.title)
    names = record.author
    return Traits(
        document=document,
        record=record,
        key="".join(all_words),
        words=tuple(word for word in all_words if word not in FUNCTION_WORDS),
        numbers=_numbers(all_words),
        families=tuple([family_key(name) for name in names]),
        givens=tuple([given_key(name) for name in names]),
        truncated=record.authors_truncated,
        owner=owner,
        year=record.issued.year if record.issued else None,
        rank=published_rank(record),
        identifiers=identifiers_of(record),
    )


def _numbers(all_words: Iterable[str]) -> frozenset[str]:
    found = []
    before = ""
    for word in all_words:
        if not word.isalpha():
            if digits := _NUMBER.fullmatch(word):
                found.append(digits[1] or digits[2])
        elif word in _ROMAN:
            found.append(_ROMAN[word])
        elif before in _NUMBERED and len(word) == 1:
            found.append({"i": "1", "v": "5", "x": "10"}.get(word, word))
        before = word
    return frozenset(found)


@lru_cache(maxsize=1 << 17)
def family_key(name: Name) -> str:
    """Give the folded letters of the family name with its particle."""
    if name.family:
        return "".join(words(f"{name.non_dropping_particle} {name.family}"))
    parts = words(name.literal or name.given)
    return parts[-1] if parts else ""


@lru_cache(maxsize=1 << 17)
def given_key(name: Name) -> str:
    """Give the folded first given name: one letter where only initials are printed."""
    given = name.given if name.family else " ".join((name.literal or name.given).split()[:-1])
    parts = _WORD.findall(given)
    if not parts:
        return ""
    return fold(parts[0][0] if is_initials(parts[0]) else parts[0])


def _owner(name: str) -> tuple[str, str]:
    """Split an owner as printed: "Sebastian Lapuschkin", "Lapuschkin S" or "Lapuschkin, S"."""
    parts = name.replace(",", " ").split()
    if "," in name or (len(parts) > 1 and is_initials(parts[-1])):
        parts = [*parts[1:], parts[0]]
    return family_key(Name(family=parts[-1])), given_key(
        Name(family="x", given=" ".join(parts[:-1]))
    )


def _is_preprint_venue(record: Record) -> bool:
    return bool(_PREPRINT_VENUE.search(record.container_title))
