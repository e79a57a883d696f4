"""CSL-JSON as other programs write it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pubbrowser.model import Date, Link, Record
from pubbrowser.readers.corpus_file import READER
from tests.unit.readers.samples import text_of

ITEM = {"type": "article-journal", "title": "T", "author": [{"family": "Bell"}]}


def read(changes: dict[str, Any]) -> Record:
    [record] = READER.read(text_of(json.dumps([ITEM | changes]))).records
    return record


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"raw": "March 2019"}, Date(2019, 3)),
        ({"literal": "circa 1968"}, Date(1968)),
        ("2019-03-11", Date(2019, 3, 11)),
        ("2019-03/2019-05", Date(2019, 3)),
        ({"date-parts": [["2019", "3"], [2020]]}, Date(2019, 3)),
        ({"date-parts": [[2019]], "season": 2}, Date(2019)),
        ({"raw": "soon"}, None),
    ],
)
def test_dates_of_every_shape_are_read(issued: Any, date: Date | None) -> None:
    assert read({"issued": issued}).issued == date


def test_types_without_a_place_become_the_next() -> None:
    kinds = ("article-magazine", "entry-encyclopedia", "post-weblog", "legal_case")
    found = [read({"type": kind}).type for kind in kinds]
    assert found == ["article-journal", "chapter", "webpage", "document"]


def test_keys_and_identifiers_are_kept() -> None:
    record = read(
        {
            "id": "http://zotero.org/users/1/items/A",
            "citation-key": "bell1968",
            "PMID": "123",
            "number": "arXiv:2001.00001",
            "type": "article",
        }
    )
    assert (record.citation_key, record.arxiv_id, record.number) == ("bell1968", "2001.00001", "")
    assert record.links == (Link("https://pubmed.ncbi.nlm.nih.gov/123/", "site", "PubMed"),)


def test_tags_and_character_references_are_read() -> None:
    record = read({"title": "A &amp; <i>B</i>", "abstract": "<jats:p>One.</jats:p><p>Two.</p>"})
    assert (record.title, record.abstract) == ("A & <i>B</i>", "One.\nTwo.")


def test_a_bibliography_of_pandoc_is_read() -> None:
    document = READER.read(text_of(json.dumps({"references": [ITEM]})))
    assert [record.title for record in document.records] == ["T"]
