"""Items of Zotero, as Better BibTeX exports them and as the API answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.readers.registry import read_text
from pubbrowser.readers.zotero import READER
from tests.unit.readers.samples import text_of

ARTICLE: dict[str, Any] = {
    "itemType": "journalArticle",
    "itemID": 4,
    "title": "On <i>moss</i>",
    "creators": [
        {"creatorType": "author", "firstName": "Jane", "lastName": "van Doe"},
        {"creatorType": "author", "name": "Moss Team"},
        {"creatorType": "editor", "firstName": "Ed", "lastName": "Hale"},
        {"creatorType": "translator", "firstName": "T", "lastName": "Lator"},
    ],
    "date": "2020-05-17",
    "publicationTitle": "Journal of Moss",
    "volume": "3",
    "issue": "2",
    "pages": "10-19",
    "DOI": "https://doi.org/10.1000/Moss",
    "url": "https://things.org/moss",
    "abstractNote": "Moss is green.",
    "extra": "Citation Key: other\nPMID: 123\nSome remark",
    "citationKey": "doe2020",
    "tags": [{"tag": "moss"}, {"tag": "green", "type": 1}],
    "attachments": [
        {"itemType": "attachment", "title": "PDF", "url": "https://things.org/moss.pdf"},
        {"itemType": "attachment", "title": "File", "path": "/home/x/moss.pdf"},
    ],
    "notes": [],
}


def read(*items: dict[str, Any]) -> list[Record]:
    content = json.dumps({"config": {"label": "BetterBibTeX JSON"}, "items": list(items)})
    return list(READER.read(text_of(content)).records)


def test_an_article_is_read() -> None:
    assert read(ARTICLE) == [
        Record(
            type="article-journal",
            title="On <i>moss</i>",
            author=(Name("Doe", "Jane", non_dropping_particle="van"), Name(literal="Moss Team")),
            editor=(Name("Hale", "Ed"),),
            issued=Date(2020, 5, 17),
            container_title="Journal of Moss",
            volume="3",
            issue="2",
            page="10-19",
            doi="10.1000/Moss",
            url="https://things.org/moss",
            links=(
                Link("https://pubmed.ncbi.nlm.nih.gov/123/", "site", "PubMed"),
                Link("https://things.org/moss.pdf", "pdf"),
            ),
            abstract="Moss is green.",
            notes=("Keywords: moss, green",),
            citation_key="doe2020",
            line=1,
        )
    ]


def test_answers_of_the_api_are_read() -> None:
    item = {"key": "K", "version": 3, "library": {"id": 1}, "data": ARTICLE}
    document = read_text(text_of(json.dumps([item])))
    assert document.format == "zotero"
    assert [record.citation_key for record in document.records] == ["doe2020"]


def test_attachments_and_notes_are_no_works_and_no_problems() -> None:
    attachment = {"itemType": "attachment", "title": "PDF", "creators": []}
    document = READER.read(text_of(json.dumps([ARTICLE, attachment, {"itemType": "note"}])))
    assert (len(document.records), document.problems) == (1, ())


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("conferencePaper", "paper-conference"), ("bookSection", "chapter"), ("thesis", "thesis"),
        ("preprint", "article"), ("computerProgram", "software"), ("letter", "document"),
    ],
)  # fmt: skip
def test_types_are_those_of_csl(theirs: str, ours: str) -> None:
    assert read(ARTICLE | {"itemType": theirs})[0].type == ours


def test_a_preprint_on_arxiv_has_its_number() -> None:
    preprint = {"itemType": "preprint", "repository": "arXiv", "archiveID": "arXiv:2001.00001"}
    [record] = read({**preprint, "title": "T", "number": "arXiv:2001.00001", "creators": []})
    assert (record.type, record.arxiv_id) == ("article", "2001.00001")
    assert (record.container_title, record.number) == ("arXiv", "")


def test_a_thesis_has_its_university_and_kind() -> None:
    thesis = {
        "itemType": "thesis",
        "university": "Moss University",
        "thesisType": "Master's thesis",
    }
    [record] = read({**thesis, "title": "T", "creators": []})
    assert record.publisher == "Moss University"
    assert record.notes == ("Master's thesis",)


def test_the_key_may_stand_in_the_extra_field() -> None:
    item = {name: value for name, value in ARTICLE.items() if name != "citationKey"}
    assert read(item)[0].citation_key == "other"


def test_an_export_with_many_collections_is_recognised() -> None:
    collections = {f"K{number}": {"name": "Moss " * 20} for number in range(300)}
    config = {"id": "x", "label": "BetterBibTeX JSON"}
    content = json.dumps({"config": config, "collections": collections, "items": [ARTICLE]})
    assert read_text(text_of(content)).format == "zotero"
