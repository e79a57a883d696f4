"""The line of authors: "Ada Lovelace, Kurt Gödel, Emmy Noether et al. · mit"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.readers.full_names import SUFFIXES
from pubbrowser.readers.scholar_feed.name_shape import person_score

_ET_AL = re.compile(r"[,;]?\s+(?:and\s+)?(?:et\.?\s+al\b\.?|and others\.?)\s*$", re.IGNORECASE)
_AFFILIATION = re.compile(r"\s+[·•]\s*")
_LONGEST_AFFILIATION = 80
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+|&\s+)?")
_AND = re.compile(r"\s+(?:and|&)\s+")


@dataclass(frozen=True, slots=True)
class AuthorList:
    """The parts of a line of authors."""

    names: tuple[str, ...]
    truncated: bool = False
    """It ends in "et al."."""
    affiliation: str = ""


NO_AUTHORS = AuthorList(())


@dataclass(frozen=True, slots=True)
class Ending:
    """What follows the last name of a line: `length` is that of the line without it."""

    length: int
    truncated: bool
    affiliation: str


def parse_authors(line: str) -> AuthorList:
    """Take a cleaned line of authors apart."""
    ending = find_ending(line)
    names = [line[start:end] for start, end in name_spans(line[: ending.length])]
    if names and (pair := _AND.split(names[-1])) and len(pair) == 2:
        names[-1:] = [name for name in pair if name]
    return AuthorList(tuple(names), ending.truncated, ending.affiliation)


def find_ending(line: str) -> Ending:
    """Find "et al." and the affiliation at the end of a line of authors."""
    affiliation, length = "", len(line)
    tail_start = max(0, len(line) - 3 * _LONGEST_AFFILIATION)
    dots = list(_AFFILIATION.finditer(line, tail_start))
    # The first dot after "et al." counts; without "et al." the last one: a title may have a dot.
    for dot in [d for d in dots if _et_al(line, d.start())] or dots[-1:]:
        text = line[dot.end() :].strip()
        if text and len(text) <= _LONGEST_AFFILIATION and not _et_al(line, len(line)):
            affiliation, length = text, dot.start()
            break
    found = _et_al(line, length)
    return Ending(found.start() if found else length, bool(found), affiliation)


def name_spans(text: str) -> list[tuple[int, int]]:
    """Give where each name between the commas of `text` starts and ends.

    A suffix after a comma ("King, Jr.") belongs to the name before it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end, following in [*(m.span() for m in _SEPARATOR.finditer(text)), (len(text), len(text))]:
        if spans and text[start:end].lower() in SUFFIXES:
            spans[-1] = (spans[-1][0], end)
        elif start < end:
            spans.append((start, end))
        start = following
    return spans


def authors_likelihood(line: str) -> float:
    """Say how sure it is, 0 to 1, that a whole line is one of authors.

    "et al." at the end and several names of two words or more make it sure; a single word may
    be anything.
    """
    authors = parse_authors(line)
    if not authors.names:
        return 0.0
    scores = [person_score(name) for name in authors.names]
    people = [score for score in scores if score is not None]
    full = sum(score > 0 for score in people)
    if authors.truncated:
        return 1.0 if 2 * len(people) >= len(scores) else 0.0
    if len(people) < len(scores):
        # Among many names there may be a group ("the Example Team"), in prose there are few names.
        return 0.8 if len(scores) > 3 and full >= 0.75 * len(scores) else 0.0
    if len(scores) == 1:
        return 0.6 if full else 0.3 * (people[0] >= -1)
    return 0.9 if 2 * full >= len(scores) else 0.4


def _et_al(line: str, end: int) -> re.Match[str] | None:
    return _ET_AL.search(line, max(0, end - 24), end)
