"""By which names a paper is asked for: its citation key, its DOI, its arXiv identifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args
from urllib.parse import unquote

from pubbrowser.model import Record, Work

Kind = Literal["key", "doi", "arxiv"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class PaperName(NamedTuple):
    """A name of a paper in the form in which names are compared."""

    kind: Kind
    text: str


_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:arxiv:\s*)?((?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.IGNORECASE
)
_ARXIV_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)?arxiv\.org/\S+)", re.IGNORECASE)
_ARXIV_DOI = "10.48550/arxiv."
"""DOIs of preprints are their arXiv identifiers after this (info.arxiv.org/help/doi.html)."""


class ScannedNames:
    """The names of works in memory, looked through one by one."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works

    def find(self, name: PaperName) -> list[int]:
        """Give the indices of the works with a name."""
        return [
            number
            for number, work in enumerate(self._works)
            if name in names_of(work, (name.kind,))
        ]


def names_of(work: Work, kinds: Sequence[Kind] = KINDS) -> set[PaperName]:
    """Give the names of `work` and of all its versions, those of some kinds if only these are
    wanted."""
    names = set()
    if "key" in kinds:
        names.add(PaperName("key", work.key.casefold()))
    if "doi" in kinds:
        names |= {PaperName("doi", doi) for doi in _dois(work)}
    if "arxiv" in kinds:
        names |= {PaperName("arxiv", identifier) for identifier in _arxiv_ids(work)}
    return names


def names_in(word: str) -> list[PaperName]:
    """Give the names that `word` may be: a key in any case, with or without "@", a DOI or an
    arXiv identifier in any of the usual forms."""
    folded = word.casefold()
    keys = [PaperName("key", key) for key in dict.fromkeys((folded, folded.lstrip("@")))]
    doi, identifier = doi_in(word), arxiv_in(word)
    dois = [PaperName("doi", doi)] if doi else []
    return keys + dois + ([PaperName("arxiv", identifier)] if identifier else [])


def doi_in(name: str) -> str:
    """Give the DOI that `name` is, for comparison, or "". DOIs know no case (ISO 26324)."""
    found = _DOI.fullmatch(name) or _DOI.fullmatch(unquote(name))
    return unquote(found[1]).rstrip(".,;").casefold() if found else ""


def arxiv_in(name: str) -> str:
    """Give the arXiv identifier that `name` is, for comparison: without version and subject
    class, which identify nothing; or ""."""
    from pubbrowser.model.links import arxiv_id_of

    if address := _ARXIV_ADDRESS.fullmatch(name):
        identifier = arxiv_id_of(f"https://{address[1]}")
    elif (doi := doi_in(name)).startswith(_ARXIV_DOI):
        identifier = doi.removeprefix(_ARXIV_DOI)
    else:
        found = _ARXIV.fullmatch(name)
        identifier = found[1] if found else ""
    return re.sub(r"v\d+$|\.[a-z]{2}(?=/)", "", identifier.casefold())


def _records(work: Work) -> Iterable[Record]:
    return (work.merged, *(record for _, record in work.records))


def _dois(work: Work) -> set[str]:
    from pubbrowser.citing import facts

    found = {doi_in(doi) for record in _records(work) if (doi := facts.doi(record))}
    return found - {""}


def _arxiv_ids(work: Work) -> set[str]:
    from pubbrowser.citing.arxiv import arxiv_id

    found = {arxiv_in(found) for record in _records(work) if (found := arxiv_id(record))}
    return found - {""}
