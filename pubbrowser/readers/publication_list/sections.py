"""Headings of publication lists: which type of work stands under them, or which year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pubbrowser.model import ItemType
from pubbrowser.text import fold

# The first rule that matches decides: a "conference journal" is no journal of conferences, and
# chapters, theses and preprints are named more exactly than the books and articles they are.
_RULES: tuple[tuple[ItemType, str], ...] = (
    ("article", r"pre-?prints?|e-?prints?|working papers?|arxiv|under review|submitted|"
                r"manuscripts?|vorabdrucke?|prepublications?|unveroffentlicht\w*"),
    ("chapter", r"book chapters?|chapters?|buchkapitel|kapitel|buchbeitrage?|"
                r"sammelbandbeitrage?|beitrage? in (?:buchern|sammelbanden)|chapitres?"),
    ("thesis", r"thes[ie]s|dissertations?|dissertationen|abschlussarbeit\w*|doktorarbeit\w*|"
               r"habilitation\w*|memoires?"),
    ("paper-conference", r"conferences?|workshops?|proceedings|symposi\w+|konferenz\w*|"
                         r"tagung\w*|conferences?|actes|colloques?"),
    ("article-journal", r"journals?|zeitschrift\w*|fachzeitschrift\w*|magazines?|revues?|"
                        r"articles?|artikel|periodicals?"),
    ("report", r"(?:technical |tech )?reports?|technische berichte|berichte?|rapports?"),
    ("patent", r"patents?|patente|brevets?"),
    ("software", r"software|packages?|logiciels?"),
    ("dataset", r"data ?sets?|datensatze?|jeux de donnees"),
    ("speech", r"talks?|presentations?|posters?|lectures?|vortrage?|invited|exposes?"),
    ("book", r"books?|monographs?|edited volumes?|bucher|buch|monographien?|monografien?|"
             r"herausgeberschaft\w*|livres?|ouvrages?"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _RULES)
_GENERIC = re.compile(
    r"\b(?:publications?|papers?|publikation\w*|veroffentlichung\w*|schriften\w*|list|"
    r"references|bibliography|literaturverzeichnis|selected|refereed|peer.reviewed|"
    r"in press|forthcoming|to appear|accepted)\b"
)
_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?(?!\d)")
_LONGEST_PLAIN_HEADING = 60
_MOST_WORDS = 8


def section_type(heading: str) -> ItemType | None:
    """Give the CSL type of the works under `heading`, None when it does not say."""
    folded = fold(heading)
    for kind, pattern in _COMPILED:
        if pattern.search(folded):
            return kind
    return None


def section_year(heading: str) -> int | None:
    """Give the year of a heading such as "2023" or "Papers in 2023", None when it has none."""
    found = _YEAR.findall(heading)
    if len(found) != 1 or len(heading.split()) > 3:
        return None
    return int(found[0])


def is_plain_heading(line: str) -> bool:
    """Say whether a line without heading marks reads as one: "Journal Articles", "2023:"."""
    text = line.strip().rstrip(":").strip()
    if not text or len(text) > _LONGEST_PLAIN_HEADING or text[-1] in ".,;!?":
        return False
    if _YEAR.fullmatch(text):
        return True
    words = re.findall(r"[^\W\d_][\w.-]*", fold(text))
    if not words or len(words) > _MOST_WORDS or any(c in text for c in '“”"<>*[](){}=@'):
        return False
    known = sum(
        1
        for word in words
        if _GENERIC.fullmatch(word) or any(p.fullmatch(word) for _, p in _COMPILED)
    )
    joining = sum(word in _JOINING for word in words)
    return known > 0 and 2 * known + joining >= len(words)


_JOINING = frozenset(["and", "in", "of", "to", "und", "zu", "in", "der", "et", "de", "des", "the"])


def types_of(headings: Sequence[str]) -> ItemType | None:
    """Give the type that the innermost of nested `headings` (outermost first) decides."""
    for heading in reversed(headings):
        if kind := section_type(heading):
            return kind
    return None
