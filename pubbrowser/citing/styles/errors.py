"""What can be wrong with a style or a locale that a person names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> str:
    """Give "; did you mean a, b?" for names like `name`, or "" if there are none."""
    close = difflib.get_close_matches(name.casefold(), list(known), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(close)}?" if close else ""
