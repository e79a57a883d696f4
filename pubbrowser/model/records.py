"""What readers give: documents and their records, as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pubbrowser.model.dates import Date
from pubbrowser.model.links import Link
from pubbrowser.model.names import Name

ItemType = Literal[
    "article-journal", "paper-conference", "book", "chapter", "article", "thesis", "report",
    "software", "dataset", "speech", "patent", "webpage", "document",
]  # fmt: skip
"""The CSL 1.0.2 types in use here. `article` is CSL's type for preprints."""
ITEM_TYPES: tuple[ItemType, ...] = get_args(ItemType)
TYPES_IN_SERIES = frozenset(("book", "chapter", "paper-conference"))
"""Types whose number, where a series is named, is the one in the series ("BibTeXing", §3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One entry of one document, as printed: cleaned, never corrected.

    The field names are CSL-JSON's in Pythonic form; those below `line` are what CSL has no
    word for and goes into its `custom` object. Empty strings and tuples mean "not given".
    """

    type: ItemType = "document"
    title: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: Date | None = None
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    """The number of the work in the series `collection_title`."""
    volume: str = ""
    issue: str = ""
    page: str = ""
    """Where the work stands; of a book, the pages of it that are meant, or how many it has."""
    chapter_number: str = ""
    """The chapter of a book that the work is, or that is meant."""
    number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    """As printed: "3rd", "Third", "3. Auflage"."""
    version: str = ""
    """Of software and the like: "1.2"."""
    genre: str = ""
    """What kind of thesis, report … it is, as printed: "Master's thesis", "Research Note"."""
    isbn: tuple[str, ...] = ()
    doi: str = ""
    url: str = ""
    accessed: Date | None = None
    """When `url` was looked at."""
    abstract: str = ""
    note: str = ""
    citation_key: str = ""
    """The key an imported entry came with; empty for lists that have none."""

    line: int = 0
    """1-based line of the document where the entry starts."""
    section: str = ""
    """The heading the entry stands under."""
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    """Awards, status and the like, one remark each."""
    category: str = ""
    """arXiv subject class as printed: "LG", or "LG AI" where several are."""
    has_code: bool = False
    authors_truncated: bool = False
    """The list of authors, or of editors where there are no authors, ends in "et al."."""
    editors_truncated: bool = False
    """The list of editors beside authors ends in "et al."."""
    abstract_truncated: bool = False
    year_inferred: bool = False
    """The date was printed without a year."""
    arxiv_id: str = ""
    openreview_id: str = ""
    protected_words: tuple[str, ...] = ()
    """Words and phrases of `title` whose case no style may change, as the document has it."""
    article_number: str = ""
    locator: str = ""
    """Volume, issue and pages in one, as printed: "114(9):206"."""
    affiliation: str = ""
    owner_positions: tuple[int, ...] = ()
    """0-based positions in `author` (or `editor`) of names that the document emphasises as the
    owner's own."""
    score: float | None = None
    """The feed's own score of the paper, where it prints one."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """One figure of a document's header: "Citations: 20413 (All), as of 2025-09-20"."""

    name: str
    value: int | float | str
    """A number where one is printed plainly; else the text ("42%")."""
    scope: str = ""
    as_of: Date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that could not be read or is doubtful."""

    line: int
    """1-based; 0 where the whole document is meant."""
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read: its records in the order of the page, and what is known of it."""

    path: str
    format: str
    owner: str = ""
    """The person whose list this is, as printed; empty where the page does not say."""
    statistics: tuple[Statistic, ...] = ()
    records: Sequence[Record] = ()
    problems: tuple[Problem, ...] = ()
