"""What the browser is started with when it is to pick papers for another program."""

from __future__ import annotations

from dataclasses import dataclass

from pubbrowser.citing.choices import Choice
from pubbrowser.citing.manner import Manner


@dataclass(frozen=True, slots=True)
class Picking:
    """What the picker is started with."""

    choice: Choice
    """As what the picked papers are printed."""
    manner: Manner
    query: str = ""
    """Words to begin the search with."""
