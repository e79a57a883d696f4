"""What of a work is searched: the texts of its fields, and what it has.

What values of it are compared with stands in `search.values`.
"""

from __future__ import annotations

from typing import get_args

from pubbrowser.model import Work
from pubbrowser.search.conditions import Having, ValueField

TEXT_FIELDS = ("title", "author", "venue", "abstract", "other")
"""The fields that words are looked for in; `other` cannot be asked for by name."""
VALUE_FIELDS: tuple[ValueField, ...] = get_args(ValueField)
HAVINGS: tuple[Having, ...] = get_args(Having)


def texts(work: Work) -> dict[str, tuple[str, ...]]:
    """Give the texts of every field in `TEXT_FIELDS`; a phrase stands within one text."""
    record = work.merged
    return {
        "title": (record.title,),
        "author": tuple(name.full for name in work.names),
        "venue": (record.container_title, record.collection_title, record.publisher),
        "abstract": (record.abstract,),
        "other": (
            str(record.issued.year) if record.issued else "",
            record.genre,
            record.category,
            record.affiliation,
            record.doi,
            record.arxiv_id,
            work.key,
            *(link.url.split("//", 1)[-1] for link in record.links),
            *record.notes,
        ),
    }


def first_author(work: Work) -> str:
    """Give the family name of the first author with its particle, or a literal name."""
    return work.names[0].surname if work.names else ""


def has_code(work: Work) -> bool:
    """Whether a repository of `work` is known, or a page marks it as having code."""
    record = work.merged
    return record.has_code or any(link.kind == "repo" for link in record.links)


def having(work: Work) -> dict[Having, bool]:
    """Say of everything in `HAVINGS` whether `work` has it."""
    record = work.merged
    return {
        "code": has_code(work),
        "abstract": bool(record.abstract),
        "doi": bool(record.doi),
        "link": bool(record.links or record.url),
        "note": bool(record.note or record.notes),
    }
