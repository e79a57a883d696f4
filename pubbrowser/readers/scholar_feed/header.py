"""The head of a feed page: owner, main class and figures.

The page prints labels and figures without a space: "h-index41", "165papers",
"23,636citations", "Novelty42%", "AI Score60". They come in any order, some or all are missing.
The list's own heading ("165 Papers") repeats one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pubbrowser.model import Problem, Statistic
from pubbrowser.readers.scholar_feed.layout import Line
from pubbrowser.readers.scholar_feed.name_shape import person_score
from pubbrowser.readers.scholar_feed.subjects import are_codes

_LABELS = {
    "h-index": "h-index",
    "hindex": "h-index",
    "i10-index": "i10-index",
    "paper": "papers",
    "papers": "papers",
    "publications": "papers",
    "citation": "citations",
    "citations": "citations",
    "novelty": "Novelty",
    "ai score": "AI Score",
}
_LABEL = "|".join(sorted(map(re.escape, _LABELS), key=len, reverse=True))
_VALUE = r"\d(?:[\d,.]*\d)?[kKmM%]?"
_FIGURE = re.compile(
    rf"(?:(?P<label>{_LABEL})\s*:?\s*(?P<value>{_VALUE})"
    rf"|(?P<value_first>{_VALUE})\s*(?P<label_last>{_LABEL}))(?=\s|$)",
    re.IGNORECASE,
)
_LIST_HEADING = re.compile(r"(?P<value>\d[\d,]*) (?:Papers?|Publications?)|Papers|Publications")
_WHOLE_NUMBER = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,5}")
_DECIMAL = re.compile(r"\d{1,12}\.\d{1,6}")
_SEPARATOR = re.compile(r"\s+[·•|]\s+")


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines before the first entry say."""

    owner: str = ""
    statistics: tuple[Statistic, ...] = ()
    understood: frozenset[int] = frozenset()
    """Numbers of the lines that were read."""
    problems: tuple[Problem, ...] = ()
    """The other lines: one problem for each run of them."""


def read_header(lines: Iterable[Line], authors: Counter[str]) -> Header:
    """Read the non-blank lines before the first entry.

    `authors` counts the names of all entries: of several lines that look like a person, the
    owner is the one that signs most papers, else the first.
    """
    statistics: dict[tuple[str, str], Statistic] = {}
    understood: set[int] = set()
    listed: int | float | str | None = None
    rest: list[Line] = []
    for line in lines:
        unread = []
        for part in _SEPARATOR.split(line.text):
            figures = _figures(part)
            heading = _LIST_HEADING.fullmatch(part)
            if heading and (not figures or (part[-1:] == "s" and " P" in part)):
                listed = _value(heading["value"]) if heading["value"] else listed
            elif figures:
                for statistic in figures:
                    statistics.setdefault((statistic.name, ""), statistic)
            elif are_codes(part):
                statistics.setdefault(("category", part), Statistic("category", part))
            else:
                unread.append(part)
        if unread:
            rest.append(Line(line.number, " · ".join(unread)))
        else:
            understood.add(line.number)
    papers = statistics.get(("papers", ""))
    if listed is not None and (papers is None or papers.value != listed):
        scope = "" if papers is None else "listed"
        statistics["papers", scope] = Statistic("papers", listed, scope)
    owner = _owner(rest, authors)
    if owner:
        understood.add(owner.number)
        rest.remove(owner)
    return Header(
        owner.text if owner else "",
        tuple(statistics.values()),
        frozenset(understood),
        tuple(_problems(rest)),
    )


def figures_in(line: str) -> int:
    """Count the figures of a line that consists of nothing else."""
    return len(_figures(line))


def _figures(text: str) -> list[Statistic]:
    """Read a text that consists of labelled figures only; empty where it holds anything else."""
    statistics = []
    position = 0
    while position < len(text):
        found = _FIGURE.match(text, position)
        if not found:
            return []
        label = (found["label"] or found["label_last"]).lower()
        statistics.append(Statistic(_LABELS[label], _value(found["value"] or found["value_first"])))
        position = found.end()
        while text[position : position + 1].isspace():
            position += 1
    return statistics


def _value(printed: str) -> int | float | str:
    if _WHOLE_NUMBER.fullmatch(printed):
        return int(printed.replace(",", ""))
    return float(printed) if _DECIMAL.fullmatch(printed) else printed


def _owner(lines: list[Line], authors: Counter[str]) -> Line | None:
    people = [line for line in lines if (person_score(line.text) or -9.0) >= -1.0]
    return max(people, key=lambda line: authors[line.text], default=None)


def _problems(lines: list[Line]) -> Iterable[Problem]:
    """Give one problem for each run of neighbouring lines."""
    start = 0
    for position, line in enumerate(lines):
        following = lines[position + 1 : position + 2]
        if not following or following[0].number > line.number + 2:
            first, count = lines[start], position - start + 1
            excerpt = first.text if len(first.text) <= 40 else first.text[:39] + "…"
            what = f"“{excerpt}”" if count == 1 else f"{count} lines from “{excerpt}” on"
            yield Problem(first.number, f"before the first paper, not understood: {what}")
            start = position + 1
