"""What can be typed into the search: the forms for the help, and samples for an empty field."""

from __future__ import annotations

from pubbrowser.model import Corpus
from pubbrowser.text import fold

FORMS: tuple[tuple[str, str], ...] = (
    ("clever hans", "all words, in any field and order; their beginnings are enough"),
    ('"clever hans"', "words that stand side by side"),
    ("author:samek", "words in one field: author, title, venue or abstract"),
    ("^bach", "the family name of the first author"),
    ("year:2016..2019", "years; also year:2019, year:>2016, year:..2019, or 2019 by itself"),
    ("has:code", "papers with code, an abstract, a doi, a link or a note"),
    ("type:preprint", "also category:, tag:, key: and doc: (the document), by their beginnings"),
    ("-survey", "without; stands before any of these"),
    ("bach OR samek", "one of both; brackets group: (a b) OR c"),
)
"""(form, meaning) of everything that the language of queries knows."""

_LATEST = 5
"""Years of the sample range."""


def samples(corpus: Corpus) -> str:
    """Give some queries for `corpus` in one line, "" while it has no works."""
    if not corpus.works:
        return ""
    # The first of the people has the most papers.
    name = fold(corpus.people[0].name.surname) if corpus.people else "name"
    latest = max((work.year or 0 for work in corpus.works), default=0)
    return "   ".join(
        (
            f'author:"{name}"' if " " in name else f"author:{name}",
            f"year:{max(latest - _LATEST + 1, 1900)}..",
            '"some words"',
            "has:code",
            "-survey",
        )
    )
