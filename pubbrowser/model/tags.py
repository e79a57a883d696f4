"""The HTML tags that titles may carry, and which "<" is no tag.

CSL-JSON allows <i>, <b>, <sup>, <sub> and <span> (CSL 1.0.2, appendix "HTML-like tags");
publishers' metadata has <em>, <strong>, <sc> and <scp> besides. A tag counts only with its
partner: all other signs are text ("p<0.05 in a<b and c>d").
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>i|b|em|strong|su[bp]|scp?)|(?P<endspan>/span)"
    r"|span(?P<attributes>(?:\s+(?:style|class)=(?:\"[^\"<>]*\"|'[^'<>]*'))+)\s*)>",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """A tag and its partner in a text: `text[start:inside]` and `text[end:stop]`."""

    name: str
    """In lower case, as in "sup"."""
    attributes: str
    start: int
    inside: int
    end: int
    stop: int


def pairs(text: str) -> list[Pair]:
    """Give the pairs of tags in `text` in the order of their starts, properly nested.

    A tag closes the last open one of its name; those that were opened since have no partner.
    """
    found: list[Pair] = []
    waiting: list[tuple[str, re.Match[str]]] = []
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(text) if "</" in text else ():
        name = (tag["name"] or "span").lower()
        if not (tag["end"] or tag["endspan"]):
            waiting.append((name, tag))
            counts[name] += 1
            continue
        while counts[name]:
            other, opening = waiting.pop()
            counts[other] -= 1
            if other == name:
                attributes = (opening["attributes"] or "").strip()
                found.append(Pair(name, attributes, *opening.span(), *tag.span()))
                break
    return sorted(found, key=lambda pair: pair.start)


def tag_spans(text: str) -> list[tuple[int, int]]:
    """Give where the tags with a partner stand in `text`, in order."""
    found = pairs(text)
    return sorted(
        [(pair.start, pair.inside) for pair in found] + [(pair.end, pair.stop) for pair in found]
    )


def without_tags(text: str) -> str:
    """Give `text` without its tags, of which what they hold stays."""
    return replaced(text, [(start, stop, "") for start, stop in tag_spans(text)])


def replaced(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Give `text` with the stretches of `changes`, in order and apart, replaced."""
    pieces = []
    position = 0
    for start, stop, instead in changes:
        pieces += [text[position:start], instead]
        position = stop
    return "".join([*pieces, text[position:]])
