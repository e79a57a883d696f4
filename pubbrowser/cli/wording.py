"""Small phrases that several commands print."""

from __future__ import annotations


def count(number: int, singular: str, plural: str = "") -> str:
    """Give a number with its noun: "1 problem", "1,200 problems"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
