"""Which papers a word on the command line means: keys, identifiers, or words to search for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pubbrowser.model import Corpus, Record, Work

if TYPE_CHECKING:
    from pubbrowser.opening import Searching

_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:arxiv:\s*)?((?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.IGNORECASE
)
_ARXIV_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)?arxiv\.org/\S+)", re.IGNORECASE)
_ARXIV_DOI = "10.48550/arxiv."
"""DOIs of preprints are their arXiv identifiers after this (info.arxiv.org/help/doi.html)."""
_LIKE_A_KEY = re.compile(r"@\S+|[^\W\d_]\S*(?:1[6-9]|20)\d\d[^\W\d_]\S*")
"""What is no word of a title: letters, a year and letters ("lapuschkin2019unmasking")."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The papers that were asked for, in the order of asking; found ones the best first."""

    works: Sequence[Work]
    missing: Sequence[str] = ()
    """Keys and identifiers that no paper has, as they were written."""


def wanted_works(corpus: Corpus, wanted: str, engine: Searching) -> Wanted:
    """Give the works of `corpus`, which `engine` searches, that `wanted` names.

    It is tried as a key (in any case, with or without "@"), a DOI or an arXiv identifier; then
    as several of these with commas between; then as words to search for. What has the form of a
    key or identifier is not searched for: a search forgives misspellings, and would answer with
    another paper. Nor are words that commas join without a space.
    """
    named = _Named(corpus)
    whole = wanted.strip()
    if works := named.find(whole):
        return Wanted(works)
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    found = [named.find(name) for name in names]
    no_words = "," in whole and not re.search(r"\s", whole)
    if no_words or any(found) or (names and all(map(is_name, names))):
        missing = [name for name, works in zip(names, found, strict=True) if not works]
        return Wanted([work for works in found for work in works], missing)
    from pubbrowser.search import Query

    return Wanted([corpus.works[index] for index in engine.run(Query(text=whole)).ids])


def is_name(word: str) -> bool:
    """Say whether `word` has the form of a citation key, a DOI or an arXiv identifier."""
    return bool(_LIKE_A_KEY.fullmatch(word) or _doi_in(word) or _arxiv_in(word))


def similar_keys(corpus: Corpus, key: str) -> list[str]:
    """Give up to three keys of `corpus` that look like `key`, the most similar first."""
    known = {work.key.casefold(): work.key for work in corpus.works}
    close = difflib.get_close_matches(key.lstrip("@").casefold(), known, n=3, cutoff=0.75)
    return [known[folded] for folded in close]


class _Named:
    """The works of a corpus by their names."""

    def __init__(self, corpus: Corpus) -> None:
        self._works = corpus.works
        self._by_key = {work.key.casefold(): work for work in corpus.works}

    def find(self, name: str) -> list[Work]:
        """Give the works with a key or an identifier: one at most for a key."""
        folded = name.casefold()
        if work := self._by_key.get(folded) or self._by_key.get(folded.lstrip("@")):
            return [work]
        doi, arxiv = _doi_in(name), _arxiv_in(name)
        if not doi and not arxiv:
            return []
        return [
            work
            for work in self._works
            if (doi and doi in _dois(work)) or (arxiv and arxiv in _arxiv_ids(work))
        ]


def _records(work: Work) -> Iterable[Record]:
    return (work.merged, *(record for _, record in work.records))


def _dois(work: Work) -> set[str]:
    from pubbrowser.citing import facts

    return {_doi_in(doi) for record in _records(work) if (doi := facts.doi(record))}


def _arxiv_ids(work: Work) -> set[str]:
    from pubbrowser.citing.arxiv import arxiv_id

    return {_arxiv_in(found) for record in _records(work) if (found := arxiv_id(record))}


def _doi_in(name: str) -> str:
    """Give the DOI that `name` is, for comparison, or "". DOIs know no case (ISO 26324)."""
    found = _DOI.fullmatch(name) or _DOI.fullmatch(unquote(name))
    return unquote(found[1]).rstrip(".,;").casefold() if found else ""


def _arxiv_in(name: str) -> str:
    """Give the arXiv identifier that `name` is, for comparison: without version and subject
    class, which identify nothing; or ""."""
    from pubbrowser.model.links import arxiv_id_of

    if address := _ARXIV_ADDRESS.fullmatch(name):
        identifier = arxiv_id_of(f"https://{address[1]}")
    elif (doi := _doi_in(name)).startswith(_ARXIV_DOI):
        identifier = doi.removeprefix(_ARXIV_DOI)
    else:
        found = _ARXIV.fullmatch(name)
        identifier = found[1] if found else ""
    return re.sub(r"v\d+$|\.[a-z]{2}(?=/)", "", identifier.casefold())
