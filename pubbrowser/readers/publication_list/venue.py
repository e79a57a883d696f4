"""The name of a venue, without what slips into it: status, awards, identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.readers.publication_list.locator import is_openreview_id
from pubbrowser.readers.publication_list.remarks import is_remark
from pubbrowser.text import clean_line, fold

_ARXIV = re.compile(
    r"[\s,:]{0,4}(?:\(?(?:arxiv:\s?|abs/)((?:[a-z-]{1,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)"
    r"(?:\s?\[[\w.-]{1,20}\])?\)?)$",
    re.IGNORECASE,
)
_PENDING = re.compile(r"[\s,;(]{1,4}(TB[AD])\)?$")
_LAST_GROUP = re.compile(r"\s?\(([^()\s]{9,12})\)$")
_VENUE_WORD = re.compile(
    r"\b(?:journal|proceedings|proc\.|conference|workshop|transactions|symposium|letters|review|"
    r"annals|bulletin|advances in|lecture notes|arxiv|corr|nature|science|zeitschrift|tagung|"
    r"konferenz|revue|actes|magazine|findings)\b",
    re.IGNORECASE,
)
_EDGES = " ,;:\n"


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue's name as printed and what stood inside it."""

    container_title: str = ""
    locator: str = ""
    """ "TBA" where the pages were still to come."""
    arxiv_id: str = ""
    openreview_id: str = ""
    notes: tuple[str, ...] = ()


def read_venue(printed: str) -> Venue:
    """Separate the name of a venue from what was set in the same italics."""
    name = clean_line(printed).strip(_EDGES)
    notes: list[str] = []
    locator = arxiv_id = openreview_id = ""
    while (stop := name.rfind(". ")) > 0 and is_remark(name[stop:]):
        notes.insert(0, name[stop + 2 :].strip(_EDGES).rstrip("."))
        name = name[:stop].strip(_EDGES)
    if found := _PENDING.search(name):
        locator, name = found[1], name[: found.start()].strip(_EDGES)
    if (found := _LAST_GROUP.search(name)) and stands_for_openreview(
        found[1], name[: found.start()]
    ):
        openreview_id, name = found[1], name[: found.start()].strip(_EDGES)
    if found := _ARXIV.search(name):
        arxiv_id = found[1]
        name = name[: found.start()].strip(_EDGES) or "arXiv"
    return Venue(_without_full_stop(name), locator, arxiv_id, openreview_id, tuple(notes))


def stands_for_openreview(token: str, venue: str) -> bool:
    """Say whether a token in parentheses after a venue is an OpenReview id rather than the
    venue's acronym, whose letters come from the venue's name in their order."""
    if not is_openreview_id(token):
        return False
    letters = iter(fold(venue))
    return not all(letter in letters for letter in fold(token) if letter.isalpha())


def is_venue_name(text: str) -> bool:
    """Say whether `text` has a word that venues have in their names."""
    return _VENUE_WORD.search(text) is not None


def _without_full_stop(name: str) -> str:
    """Drop a full stop at the end, but not that of an abbreviation ("Phys. Rev.")."""
    if name.endswith(".") and ". " not in name and len(name.split()[-1]) > 5:
        return name[:-1].rstrip()
    return name
