"""Identifiers: those that papers carry, and those that works are given."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pubbrowser.model import Record
from pubbrowser.model.links import arxiv_id_of, doi_of
from pubbrowser.model.tags import without_tags
from pubbrowser.text import words

_VERSION = re.compile(r"v\d+$")
_ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7}")
_DOI_IN = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")
_PUBMED = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d+)")


def identifiers_of(record: Record) -> tuple[str, ...]:
    """Give the identifiers of `record` as "arxiv:…", "doi:…", "pmid:…", in that order.

    Versions of an arXiv id are dropped, and a DOI that arXiv gives its papers
    (10.48550/arXiv.…, since 2022) is read as the arXiv id that it stands for.
    """
    arxiv = record.arxiv_id or (arxiv_id_of(record.url) if record.url else "")
    doi = record.doi or (doi_of(record.url) if record.url else "")
    if not (arxiv or doi or record.links):
        return ()
    found = []
    if doi and (inside := _DOI_IN.search(doi)):
        doi = inside[0].lower().rstrip(".,;")
        if of_arxiv := _ARXIV_DOI.fullmatch(doi):
            arxiv, doi = arxiv or of_arxiv[1], ""
    else:
        doi = ""
    arxiv = _VERSION.sub("", arxiv.strip().lower().removeprefix("arxiv:"))
    if _ARXIV.fullmatch(arxiv):
        found.append(f"arxiv:{arxiv}")
    if doi:
        found.append(f"doi:{doi}")
    for link in record.links:
        if "pubmed" in link.url and (pubmed := _PUBMED.search(link.url)):
            found.append(f"pmid:{pubmed[1]}")
            break
    return tuple(found)


def work_ids(groups: Iterable[Sequence[Record]]) -> list[str]:
    """Give each work an id that stays when documents are added.

    The id is made of the folded title alone, which nearly all versions of a paper share,
    whereas authors, years and venues differ between documents or are missing. Where versions
    differ in the title, that of the earliest counts: what is published later, or found in
    one more list, does not change it. Works of one title are numbered "…-2", "…-3", the
    earliest first, so that a later paper of that title takes nothing from an earlier one.
    `groups` are expected in an order that does not depend on that of the documents.
    """
    anchors = [group[0] if len(group) == 1 else min(group, key=_age) for group in groups]
    digests = [_digest(_facts(anchor)) for anchor in anchors]
    ids = [""] * len(anchors)
    frequent = Counter(digests)
    shared: dict[str, list[int]] = {}
    for index, digest in enumerate(digests):
        if frequent[digest] == 1:
            ids[index] = digest
        else:
            shared.setdefault(digest, []).append(index)
    for digest, indices in shared.items():
        indices.sort(key=lambda index: _age(anchors[index]))
        for number, index in enumerate(indices, 1):
            ids[index] = digest if number == 1 else f"{digest}-{number}"
    return ids


def _age(record: Record) -> tuple[bool, list[int], list[str], list[str], str, str]:
    """Give what orders the records of a work, or works of one title: the earliest first."""
    return (
        record.issued is None,
        record.issued.parts if record.issued else [],
        words(record.title),
        [name.full for name in record.author],
        record.container_title,
        record.locator,
    )


def _facts(record: Record) -> str:
    if title := "".join(words(without_tags(record.title))):
        return title
    year = record.issued.year if record.issued else ""
    names = [name.full for name in record.author or record.editor]
    return "\n".join([record.title, str(year), *names, record.container_title, record.locator])


def _digest(facts: str) -> str:
    return hashlib.blake2s(facts.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
