"""The type of a work where no heading says it: read off its venue and its locator."""

from __future__ import annotations

import re

from pubbrowser.model import ItemType
from pubbrowser.readers.publication_list.label import Labelled

_RULES: tuple[tuple[ItemType, re.Pattern[str]], ...] = (
    ("thesis", re.compile(r"\b(?:thesis|dissertation|habilitation)\b", re.IGNORECASE)),
    ("article", re.compile(r"\b(?:arxiv|corr|biorxiv|medrxiv|preprint)\b", re.IGNORECASE)),
    (
        "paper-conference",
        re.compile(
            r"\b(?:proceedings|proc\.|conference|workshops?|symposium|findings of|tagung|konferenz|"
            r"neurips|nips|icml|iclr|cvpr|iccv|eccv|aaai|ijcai|acl|emnlp|naacl|icassp|kdd)\b",
            re.IGNORECASE,
        ),
    ),
    ("report", re.compile(r"\b(?:technical report|working paper|bericht)\b", re.IGNORECASE)),
)


def type_of(labelled: Labelled) -> ItemType:
    """Give the CSL type that the fields of an entry speak for, "document" when none does."""
    venue = labelled.where.venue.container_title
    for kind, pattern in _RULES:
        if pattern.search(venue):
            return kind
    if venue and (labelled.locator.volume or labelled.locator.article_number):
        return "article-journal"
    if labelled.isbn or labelled.where.publisher:
        return "chapter" if venue else "book"
    if venue:
        return (
            "article-journal"
            if re.search(r"\b(?:journal|transactions|letters|review)\b", venue, re.IGNORECASE)
            else "document"
        )
    return "article" if labelled.arxiv_id else "document"
