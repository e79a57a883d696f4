"""The styles that menus offer, and the short names by which people call them."""

from __future__ import annotations

MENU: tuple[tuple[str, str], ...] = (
    ("apa", "APA (7th edition)"),
    ("ieee", "IEEE"),
    ("chicago-author-date", "Chicago (author-date)"),
    ("modern-language-association", "MLA (9th edition)"),
    ("nature", "Nature"),
    ("nlm-citation-sequence", "Vancouver (NLM)"),
    ("association-for-computing-machinery", "ACM"),
    ("springer-lecture-notes-in-computer-science", "Springer LNCS"),
    ("elsevier-harvard", "Elsevier Harvard"),
    ("american-medical-association", "AMA"),
    ("science", "Science"),
)
"""(name, label) of each style of the menu."""

ALIASES: dict[str, str] = {
    "mla": "modern-language-association",
    "chicago": "chicago-author-date",
    "vancouver": "nlm-citation-sequence",
    "nlm": "nlm-citation-sequence",
    "acm": "association-for-computing-machinery",
    "lncs": "springer-lecture-notes-in-computer-science",
    "harvard": "elsevier-harvard",
    "ama": "american-medical-association",
}
"""Short names and the styles they stand for."""
