"""Publishers with their places, and ISBNs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HOUSES = (
    r"Springer(?:[- ](?:Verlag|Nature|Vieweg|International Publishing))?|Elsevier|Wiley(?:-VCH|"
    r"-Blackwell)?|John Wiley (?:&|and) Sons|IEEE(?: Press)?|ACM(?: Press)?|Birkhäuser|Pearson|"
    r"Academic Press|Morgan Kaufmann|Routledge|SAGE|Sage|Palgrave(?: Macmillan)?|De Gruyter|"
    r"Brill|Hanser|Teubner|Vieweg|Suhrkamp|Hachette|Dunod|Gallimard|IOS Press|PMLR|CEUR-WS|"
    r"Association for Computational Linguistics|North[- ]Holland|World Scientific|"
    r"Taylor (?:&|and) Francis|Chapman (?:&|and) Hall|Edward Elgar"
)
_NAMED = r"[A-Z][\w&.'’ -]{0,50} (?:Press|Verlag|Publishing|Publishers|Publications|Books|Éditions)"
_PLACE = r"[A-Z][\w.'’-]*(?:[ /–-][\w.'’-]+){0,4}"
_PUBLISHER = re.compile(
    rf"(?P<publisher>{_HOUSES}|{_NAMED})\b"
    rf"(?:\s?\((?P<round>{_PLACE})\)|,\s(?P<place>{_PLACE}))?(?=\s*(?:[.,;\x00\n)]|$))"
)
_ISBN = re.compile(
    r"(?:\b(?:Part|Parts|Volume|Vol\.|Band|Teil|Tome)\s(?:[IVXLC]{1,6}|\d{1,3})[,:]?\s)?"
    r"\bISBN(?:-1[03])?:?\s?(?P<isbn>\d(?:[-‐‑–]?[\dXx]){8,20})\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Something read off a text, with its place in it."""

    value: str
    start: int
    end: int
    place: str = ""


def find_publisher(text: str, start: int = 0) -> Found | None:
    """Find a publisher at the beginning of `text[start:]`, with its place if that is printed:
    "Springer (Cham)", "Springer, Cham"."""
    lead = re.compile(r"[\s.,;:]{0,8}").match(text, start)
    begin = lead.end() if lead else start
    found = _PUBLISHER.match(text, begin)
    if not found:
        return None
    return Found(found["publisher"], begin, found.end(), found["round"] or found["place"] or "")


def find_isbns(text: str) -> list[Found]:
    """Find every ISBN of 10 or 13 digits, as printed; the stretch includes "Part II" before it."""
    return [
        Found(found["isbn"], *found.span())
        for found in _ISBN.finditer(text)
        if sum(c.isalnum() for c in found["isbn"]) in (10, 13)
    ]
