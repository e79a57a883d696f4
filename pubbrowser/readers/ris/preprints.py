"""Entries that are preprints on arXiv, whatever type a program has given them.

RIS has no type for preprints: programs write UNPB, GEN, ELEC or JOUR, and name arXiv in any of
several tags.
"""

from __future__ import annotations

import re

from pubbrowser.model import ItemType
from pubbrowser.model.links import arxiv_id_in_doi, arxiv_id_of
from pubbrowser.readers.ris.entries import Entry
from pubbrowser.text import clean_line

_NUMBER = re.compile(r"arxiv:\s*(\S+)", re.IGNORECASE)
_PRINTED = re.compile(
    r"(?:\barxiv:\s*|\babs/)((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(r"\W*(?:arxiv\b(?!.*\b(?:journal|proceedings)\b)|CoRR\W*\Z)", re.IGNORECASE)
_MAY_BE_PREPRINTS = frozenset(("document", "webpage", "article-journal"))


def arxiv_id(entry: Entry, urls: list[str], container: str) -> str:
    """Give the arXiv number of `entry`, "" where it has none."""
    if number := _NUMBER.search(entry.first("AN")):
        return clean_line(number[1])
    for url in urls:
        if found := arxiv_id_of(url):
            return found
    if found := arxiv_id_in_doi(entry.first("DO", "DI")):
        return found
    if printed := _PRINTED.search(f"{container} {entry.first('VL')}"):
        return printed[1]
    return ""


def is_preprint(kind: ItemType, number: str, container: str) -> bool:
    """Say whether what was read as `kind` appeared on arXiv alone."""
    if kind not in _MAY_BE_PREPRINTS:
        return False
    return is_archive(container) or (bool(number) and not container and kind != "article-journal")


def is_archive(container: str) -> bool:
    """Say whether `container` is arXiv: "arXiv preprint arXiv:1706.03762", "CoRR"."""
    return _ARCHIVE.match(container) is not None
