"""Where in its venue a work stands: volume, issue, pages or article number, from one string."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"(?:--?|[‐‑‒–—−])"
_RANGE = re.compile(rf"[A-Za-z]{{0,2}}\d+{_DASH}[A-Za-z]{{0,2}}\d+")
_COMPACT = re.compile(
    r"(?P<volume>[A-Za-z]?\d+)(?:\((?P<issue>[^()\s]{1,20})\))?"
    r"(?::(?P<first>[^\s:()]{1,40}))?(?::(?P<second>[^\s:()]{1,40}))?"
)
_ARTICLE = re.compile(r"[A-Za-z]{1,8}[-.]?\d{2,12}(?:[-.]\d+)*|\d{8,20}")
_OPENREVIEW = re.compile(r"[A-Za-z0-9_-]{9,12}")
_CASE_RUN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+|[_-]")
_PENDING = frozenset(("TBA", "TBD", "t.b.a.", "t.b.d.", "tba", "tbd"))

_NUMBER = r"[A-Za-z]?\d+[A-Za-z]?"
_WORDED_PART = re.compile(
    rf"""\s*[,;.]?\s?(?:
      (?:vol(?:ume)?s?|bd|band|jg|t|tome)\b\.?\s?(?:no\.\s)?(?P<volume>{_NUMBER})(?:\s?\((?P<in_volume>[^()\s]{{1,20}})\))?
    | (?:no|nr|issue|num(?:ber|éro)?|heft|n°|iss)\b\.?\s?(?P<issue>{_NUMBER}(?:{_DASH}\d+)?)
    | (?:pages?|pp|p|s|seiten?)\b\.?\s?(?P<page>{_NUMBER}(?:\s?{_DASH}\s?{_NUMBER})?)
    | (?:art(?:icle)?|artikel)\b\.?\s?(?:(?:no|nr|id)\b\.?\s?)?(?P<article>[A-Za-z]?\d+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMA_LIST = re.compile(
    rf"\s*,?\s?(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[^()\s]{{1,20}})\))?\s?[,:]\s?"
    rf"(?P<page>{_NUMBER}(?:\s?{_DASH}\s?{_NUMBER})?)(?=[\s,.;\x00)]|$)"
)
_TOKEN = re.compile(r"\s*,?\s?(?P<token>[^\s,;\x00]{1,80})(?=[\s,;\x00]|$)")


@dataclass(frozen=True, slots=True)
class Locator:
    """What a locator means; parts that are not given are empty."""

    printed: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    article_number: str = ""
    openreview_id: str = ""


def find_locator(text: str) -> tuple[Locator, int]:
    """Read the locator at the beginning of `text` (what follows a venue's name).

    Gives the locator and how many characters it and the separators before it take; an empty
    locator and 0 where the text begins with something else.
    """
    if found := _read_worded(text):
        return found
    if (comma := _COMMA_LIST.match(text)) and "," in comma[0]:
        page = comma["page"]
        is_range = _RANGE.fullmatch(re.sub(r"\s", "", page)) is not None
        return Locator(
            comma[0].strip(" ,"),
            comma["volume"],
            comma["issue"] or "",
            page if is_range else "",
            "" if is_range else page,
        ), comma.end()
    if token := _TOKEN.match(text):
        printed = token["token"].rstrip(".")
        if locator := parse_locator(printed):
            return locator, token.start("token") + len(printed)
    return Locator(), 0


def parse_locator(printed: str) -> Locator | None:
    """Give what a locator without spaces means ("114(9):206"), None when it is none.

    One number or identifier after the colon is an article number unless it is a range of pages;
    of two the first is the article number and the second its pages.
    """
    if printed in _PENDING:
        return Locator(printed)
    if _RANGE.fullmatch(printed):
        return Locator(printed, page=printed)
    if is_openreview_id(printed):
        return Locator(printed, openreview_id=printed)
    if _ARTICLE.fullmatch(printed):
        return Locator(printed, article_number=printed)
    found = _COMPACT.fullmatch(printed)
    if not found:
        return None
    first, second = found["first"] or "", found["second"] or ""
    if not first and not found["issue"] and re.fullmatch(r"(?:19|20)\d\d", printed):
        return None  # the year of publication, not a volume
    page, article = (second, first) if second else ("", first)
    if not second and _RANGE.fullmatch(first):
        page, article = first, ""
    return Locator(printed, found["volume"], found["issue"] or "", page, article)


def is_openreview_id(token: str) -> bool:
    """Say whether `token` has the shape of an OpenReview id: about ten letters and digits in a
    mixture of cases that no word or acronym has."""
    if not _OPENREVIEW.fullmatch(token) or _RANGE.fullmatch(token):
        return False
    if token.islower() or token.isupper() or not any(map(str.isalpha, token)):
        return False
    return len(_CASE_RUN.findall(token)) >= 4 and len(token) in (10, 11)


def _read_worded(text: str) -> tuple[Locator, int] | None:
    """Read "vol. 32, no. 4, pp. 1–12" and its like in any order, each part once."""
    parts: dict[str, str] = {}
    end = 0
    bare_volume = re.match(
        r"\s*,?\s?(?P<volume>\d{1,4})(?:\s?\((?P<issue>[^()\s]{1,20})\))?(?=,)", text
    )
    if bare_volume and _WORDED_PART.match(text, bare_volume.end()):
        end = bare_volume.end()
        parts = {name: value for name, value in bare_volume.groupdict().items() if value}
    while found := _WORDED_PART.match(text, end):
        new = {name: value for name, value in found.groupdict().items() if value}
        if "in_volume" in new:
            new["issue"] = new.pop("in_volume")
        if not parts.keys().isdisjoint(new):
            break
        parts |= new
        end = found.end()
    if not parts or not end:
        return None
    printed = text[:end].strip(" ,;.\n")
    return Locator(
        printed,
        parts.get("volume", ""),
        parts.get("issue", ""),
        parts.get("page", ""),
        parts.get("article", ""),
    ), end
