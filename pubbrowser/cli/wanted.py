"""Which papers a word on the command line means: keys, identifiers, or words to search for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pubbrowser.citing.named import arxiv_in, doi_in, names_in
from pubbrowser.cli.finding import find
from pubbrowser.model import Corpus, Work

if TYPE_CHECKING:
    from pubbrowser.opening import Opened

_LIKE_A_KEY = re.compile(r"@\S+|[^\W\d_]\S*(?:1[6-9]|20)\d\d[^\W\d_]\S*")
"""What is no word of a title: letters, a year and letters ("lapuschkin2019unmasking")."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The papers that were asked for, in the order of asking; found ones the best first."""

    works: Sequence[Work]
    missing: Sequence[str] = ()
    """Keys and identifiers that no paper has, as they were written."""


def wanted_works(opened: Opened, wanted: str) -> Wanted:
    """Give the works of what was `opened` that `wanted` names.

    It is tried as a key (in any case, with or without "@"), a DOI or an arXiv identifier; then
    as several of these with commas between; then as words to search for. What has the form of a
    key or identifier is not searched for: a search forgives misspellings, and would answer with
    another paper. Nor are words that commas join without a space.
    """
    whole = wanted.strip()
    if works := _named(opened, whole):
        return Wanted(works)
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    found = [_named(opened, name) for name in names]
    no_words = "," in whole and not re.search(r"\s", whole)
    if no_words or any(found) or (names and all(map(is_name, names))):
        missing = [name for name, works in zip(names, found, strict=True) if not works]
        return Wanted([work for works in found for work in works], missing)
    return Wanted([opened.corpus.works[index] for index in find(opened, whole)])


def is_name(word: str) -> bool:
    """Say whether `word` has the form of a citation key, a DOI or an arXiv identifier."""
    return bool(_LIKE_A_KEY.fullmatch(word) or doi_in(word) or arxiv_in(word))


def similar_keys(corpus: Corpus, key: str) -> list[str]:
    """Give up to three keys of `corpus` that look like `key`, the most similar first."""
    known = {work.key.casefold(): work.key for work in corpus.works}
    close = difflib.get_close_matches(key.lstrip("@").casefold(), known, n=3, cutoff=0.75)
    return [known[folded] for folded in close]


def _named(opened: Opened, word: str) -> list[Work]:
    """Give the works of which `word` is a key or an identifier: one at most for a key."""
    names = names_in(word)
    works = opened.corpus.works
    for key in (name for name in names if name.kind == "key"):
        if numbers := opened.names.find(key):
            return [works[numbers[-1]]]
    found = (opened.names.find(name) for name in names if name.kind != "key")
    return [works[number] for number in sorted({n for numbers in found for n in numbers})]
