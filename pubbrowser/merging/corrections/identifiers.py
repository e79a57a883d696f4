"""DOIs and arXiv identifiers in the ways in which people write them."""

from __future__ import annotations

import re

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:https?://(?:www\.)?arxiv\.org/abs/|arxiv:\s*)?"
    r"([a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?|\d{4}\.\d{4,5}(?:v\d+)?)",
    re.IGNORECASE,
)


def doi_in(text: str) -> str:
    """Give the DOI that `text` is, however it is written, or "" when it is none."""
    found = _DOI.fullmatch(text.strip())
    return found[1] if found else ""


def arxiv_id_in(text: str) -> str:
    """Give the arXiv identifier that `text` is, with its version, or "" when it is none."""
    found = _ARXIV.fullmatch(text.strip())
    return found[1] if found else ""
