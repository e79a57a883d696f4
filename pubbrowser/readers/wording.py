"""How readers put into words what is wrong with an entry, in all formats alike."""

from __future__ import annotations


def excerpt(text: str) -> str:
    """Give `text`, cut after 60 characters."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def no_doi(printed: str) -> str:
    """Say that `printed`, which stands in the place of a DOI, is none."""
    return f'"{excerpt(printed)}" is no DOI and was left out'
