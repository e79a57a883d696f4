"""What looks like an entry but does not begin one: it is told, never passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

CUT = "left out: the file ends within this entry"
NO_ENTRY = "left out: this begins like an entry, but no key with fields follows"
HEADLESS = 'left out: this entry does not begin like "@article{"'
COMMENTED_OUT = (
    'this entry is commented out with "%", which BibTeX does not heed: delete it, or remove the "%"'
)
"""What there is to say of them."""

_HEADLESS = re.compile(
    r"^[ \t]*+(@(?:[ \t]*+(?:article|book|booklet|conference|inbook|incollection|inproceedings|"
    r"manual|mastersthesis|misc|online|phdthesis|proceedings|techreport|unpublished)\b(?!\s*[{(])"
    r"|(?![A-Za-z])[^\s@{(]{0,40}+\s*+[{(]))",
    re.MULTILINE | re.IGNORECASE,
)
"""At the start of a line the "@" and type of an entry without its bracket, or with a bracket
behind something that is no type."""
_CUT = re.compile(r"@\s*+[\w-]*+\s*+\Z")
_BEFORE_HOST = re.compile(r"[\w.+-]")


def is_prose(content: str, start: re.Match[str]) -> bool:
    """Say whether "@word{" or "@word (" is a part of free text: an e-mail address, or an aside.

    Such as "me@example(work)", and "@home (see there)" within a line.
    """
    at = start.start()
    if _BEFORE_HOST.match(content[at - 1 : at]):
        return True
    if start[2] != "(" or not content[start.end() - 2].isspace():
        return False
    return bool(_line_before(content, at).strip())


def _line_before(content: str, at: int) -> str:
    """Give what stands before `at` on its line, of a long line the end of it."""
    begin = max(0, at - 200)
    return content[max(begin, content.rfind("\n", begin, at) + 1) : at]


def headless(content: str, begin: int, end: int) -> Iterator[int]:
    """Give the offsets of what begins as an entry, but has no type or no bracket, between two
    entries."""
    for found in _HEADLESS.finditer(content, begin, end):
        yield found.start(1)


def cut_off(content: str, begin: int) -> int:
    """Give the offset of the "@" on a line of its own that ends a file, alone or with a type
    behind it; -1 if there is none behind `begin`."""
    at = content.rfind("@", begin)
    if at < 0 or not _CUT.match(content, at) or _line_before(content, at).strip():
        return -1
    return at
