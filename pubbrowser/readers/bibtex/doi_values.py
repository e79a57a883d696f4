r"""DOIs as values of .bib files.

A DOI may hold any character that prints (ISO 26324, §4), but braces and backslashes mean
something to TeX. Like programs that take DOIs from addresses, `encode` writes those and spaces as
%7B, %7D, %5C and %20, and the "%" of a DOI that itself holds such a code as %25, so that `decode`
gives every DOI back. Other codes are left alone.
"""

from __future__ import annotations

import re

_CODES = "7B|7D|5C|20"
_ENCODED = re.compile(rf"%(?:{_CODES}|25(?=(?:{_CODES}|25)))", re.IGNORECASE)
_TO_ENCODE = re.compile(rf"[{{}}\\ ]|%(?=(?:{_CODES}|25))", re.IGNORECASE)


def encode(doi: str) -> str:
    """Give `doi` as a value of a .bib file, without the braces around it."""
    doi = " ".join(doi.split())
    return _TO_ENCODE.sub(lambda found: f"%{ord(found[0]):02X}", doi)


def decode(value: str) -> str:
    """Give the DOI that `encode` wrote as `value`; most others stay as they are."""
    if "%" not in value:
        return value
    return _ENCODED.sub(lambda found: chr(int(found[0][1:], 16)), value)
