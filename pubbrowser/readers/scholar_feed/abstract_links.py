"""Web addresses in abstracts."""

from __future__ import annotations

import re

from pubbrowser.model import Link, link

_URL = re.compile(
    r"https?://(?:(?!(?<=[,;])https?://)(?:[^\s<>\"{}|\\^`]|\\[_%#&~]))+"
    r"|(?<![\w./@-])(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|doi\.org"
    r"|arxiv\.org)/(?:[^\s<>\"{}|\\^`]|\\[_%#&~])+",
    re.IGNORECASE,
)
_LATEX_ESCAPE = re.compile(r"\\([_%#&~])")
_TRAILING = ".,;:!?'\"*…’”“‘»"
_OPENING = {")": "(", "]": "["}
_DEMO_BEFORE = re.compile(
    r"\b(demos?|demonstrator)\b(?:\s+(?:is|are|page|site|video|available|online|hosted|live)){0,4}"
    r"(?:\s+(?:on|at|in|via|under|here))?\s*[:(\[]{0,2}\s*(?:\\url\{)?$",
    re.IGNORECASE,
)
_BEFORE = 60
"""How many characters in front of an address are looked at for what it leads to."""


def find_links(abstract: str) -> tuple[Link, ...]:
    """Give the addresses in `abstract`, each once, in order.

    Punctuation after an address and brackets that do not open in it are no part of it. The
    label is "" unless the words right in front of the address say that it is a demo.
    """
    links: dict[str, Link] = {}
    for found in _URL.finditer(abstract):
        url = _LATEX_ESCAPE.sub(r"\1", _without_surroundings(found[0]))
        if "://" not in url:
            url = f"https://{url}"
        if not url.rstrip("/").endswith(":"):
            before = abstract[max(0, found.start() - _BEFORE) : found.start()]
            demo = _DEMO_BEFORE.search(before)
            links.setdefault(url, link(url, demo[1] if demo else ""))
    return tuple(links.values())


def _without_surroundings(address: str) -> str:
    depth = {"(": 0, "[": 0}
    for position, char in enumerate(address):
        if char in depth:
            depth[char] += 1
        elif char in _OPENING:
            depth[_OPENING[char]] -= 1
            if depth[_OPENING[char]] < 0:
                address = address[:position]
                break
    return address.rstrip(_TRAILING)
