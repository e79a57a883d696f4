"""What a citation still lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from pubbrowser.citing.completeness import missing
from pubbrowser.model import Date, Name, Record, link
from tests.generated import records

BERG = (Name("Berg", "K-R"),)
ARTICLE = Record(
    type="article-journal", title="On Moss", author=BERG, issued=Date(2020),
    container_title="Journal of Moss", volume="7", page="1-9",
)  # fmt: skip


def test_a_whole_article_lacks_nothing_and_initials_are_names() -> None:
    assert missing(ARTICLE) == ()


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"title": ""}, "no title"),
        ({"author": ()}, "no author"),
        ({"issued": None}, "no year"),
        ({"container_title": ""}, "no journal"),
        ({"volume": ""}, "no volume or DOI"),
        ({"page": ""}, "no pages"),
        ({"page": "TBA"}, "no pages"),
        ({"authors_truncated": True}, "author list cut short (et al.)"),
        ({"year_inferred": True}, "year inferred, not printed"),
    ],
)
def test_an_article_says_what_it_lacks(fields: dict[str, Any], lacks: str) -> None:
    assert missing(replace(ARTICLE, **fields)) == (lacks,)


@pytest.mark.parametrize(
    "fields",
    [
        {"page": "", "article_number": "206"},
        {"page": "", "volume": "", "doi": "10.1/x"},
        {"page": "", "volume": "", "openreview_id": "9oToxYVOSW"},
        {"page": "", "volume": "", "notes": ("In press",)},
    ],
)
def test_what_stands_for_volume_and_pages_is_enough(fields: dict[str, Any]) -> None:
    assert missing(replace(ARTICLE, **fields)) == ()


def test_the_most_important_comes_first() -> None:
    assert missing(Record(type="article-journal", authors_truncated=True)) == (
        "no title", "no author", "no year", "no journal", "no volume or DOI",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"type": "paper-conference"},
         ("no name of the conference or its proceedings", "no pages")),
        ({"type": "paper-conference", "container_title": "Moss Workshop"}, ()),
        ({"type": "chapter", "container_title": "B", "page": "1"}, ("no publisher",)),
        ({"type": "chapter", "publisher": "P", "page": "1"}, ("no title of the book",)),
        ({"type": "book"}, ("no publisher",)),
        ({"type": "thesis"}, ("no university",)),
        ({"type": "thesis", "container_title": "TU Berlin"}, ()),
        ({"type": "report"}, ("no institution",)),
        ({"type": "patent"}, ("no patent number",)),
        ({"type": "speech"}, ("no name of the meeting",)),
        ({"type": "webpage"}, ("no address",)),
        ({"type": "software", "url": "https://example.org/x"}, ()),
        ({"type": "dataset", "doi": "10.1/x"}, ()),
        ({"type": "document"}, ("not said where it appeared",)),
        ({"type": "document", "container_title": "Moss News"}, ()),
        ({"type": "article", "category": "LG"}, ("no arXiv number",)),
        ({"type": "article", "container_title": "bioRxiv"}, ("no DOI or address",)),
        ({"type": "article", "arxiv_id": "2508.21380"}, ()),
        ({"type": "article", "links": (link("https://arxiv.org/abs/2508.21380"),)}, ()),
        ({"type": "article", "links": (link("https://github.com/moss/code"),)},
         ("no DOI or address",)),
    ],
)  # fmt: skip
def test_each_type_asks_for_what_finds_it(fields: dict[str, Any], lacks: tuple[str, ...]) -> None:
    assert missing(Record(title="T", author=BERG, issued=Date(2020), **fields)) == lacks


def test_a_book_may_have_editors_alone_and_a_page_nobody() -> None:
    book = Record(type="book", title="T", issued=Date(2020), publisher="P")
    assert missing(replace(book, editor=BERG)) == ()
    assert missing(book) == ("no author or editor",)
    page = Record(type="webpage", title="T", issued=Date(2020), url="https://example.org")
    assert missing(page) == ()


@given(record=records)
def test_every_lack_is_said_once_and_in_words(record: Record) -> None:
    lacks = missing(record)
    assert len(set(lacks)) == len(lacks)
    assert ("no title" in lacks) == (not record.title)
    assert ("no year" in lacks) == (record.issued is None)
