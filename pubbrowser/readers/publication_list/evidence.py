"""How much a piece of text looks like an entry of a publication list, before it is labelled."""

from __future__ import annotations

import re

from pubbrowser.readers.names import name_likeness
from pubbrowser.readers.publication_list.publisher import find_isbns, find_publisher
from pubbrowser.readers.publication_list.remarks import is_remark

_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]{12,}[”“»\"]")
_CUE = re.compile(r"(?:^|[\n.,”\"»] ?)(?:In|in):? [*_\w]", re.MULTILINE)
_VENUE = re.compile(
    r"\b(?:journal|proceedings|proc\.|conference|workshop|transactions|symposium|letters|review|"
    r"springer|elsevier|arxiv|corr|lecture notes|zeitschrift|konferenz|tagung|revue|actes)\b",
    re.IGNORECASE,
)
_LOCATOR = re.compile(
    r"\b\d+\(\d+\)|\b\d+:\d+|\bpp?\. ?\d|\bvol\. ?\d|\d[-–]{1,2}\d", re.IGNORECASE
)
_IDENTIFIER = re.compile(r"\b10\.\d{4,9}/|\barxiv[.:/]", re.IGNORECASE)
_AUTHORS_END = re.compile(r"[(“„«\"\n.:]|\d")
_LONGEST = 4000
_LONGEST_REMARK = 120
_CONTINUES = re.compile(
    r"[“„«\"(*_<\[]|in:?\s|https?://|doi\b|arxiv\b|demo\b|code\b|pp?\.|vol\b|[a-z\d]", re.IGNORECASE
)

ENTRY = 3.0
"""From this strength on a paragraph counts as an entry."""


def entry_evidence(text: str) -> float:
    """Weigh what `text` shows of an entry: authors, a year, a quoted title, a venue, a locator.

    0 means nothing; an entry with authors and a year has at least `ENTRY`.
    """
    text = text[:_LONGEST]
    strength = 2.0 * (authors_evidence(text) > 0)
    strength += 1.0 * (_YEAR.search(text) is not None)
    strength += 0.5 * (_QUOTED.search(text) is not None)
    strength += 0.5 * (_CUE.search(text) is not None)
    strength += 0.5 * (_VENUE.search(text) is not None)
    strength += 0.5 * (_LOCATOR.search(text) is not None)
    return strength + 0.5 * (_IDENTIFIER.search(text) is not None)


def authors_evidence(text: str) -> float:
    """Say, 0 to 1, how much the beginning of some line of `text` reads as a list of names."""
    best = 0.0
    for line in text[:_LONGEST].split("\n")[:3]:
        line = re.sub(r"[*_\\]|^(?:\(?with|by|mit|avec)\s", "", line)
        ends = [found.start() for found in _AUTHORS_END.finditer(line)] + [len(line)]
        for end in ends[:12]:
            if line[:end].strip() and (likeness := name_likeness(line[:end])) >= 0.75:
                best = max(best, likeness)
    return best


def continues_entry(line: str) -> bool:
    """Say whether a line could go on with the entry before it: a title in quotes, "In:", a link,
    a remark, a publisher, or anything that begins in lower case or with a digit."""
    if len(line) <= _LONGEST_REMARK and (is_remark(line) or find_publisher(line)):
        return True
    if find_isbns(line[:_LONGEST]):
        return True
    return (
        _CONTINUES.match(line) is not None and not (line[0].isalpha() and line[0].isupper())
    ) or (re.match(r"(?:In:?\s|DOI|Doi|ArXiv|Demo\b|Code\b|Vol|Pp)", line) is not None)
