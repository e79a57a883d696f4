"""Papers as Semantic Scholar describes them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.readers.registry import read_text
from pubbrowser.readers.semantic_scholar import READER
from tests.unit.readers.samples import text_of

PAPER: dict[str, Any] = {
    "paperId": "abc",
    "externalIds": {"DOI": "10.1000/Moss", "ArXiv": "2001.00001", "PubMed": "123", "CorpusId": 5},
    "url": "https://www.semanticscholar.org/paper/abc",
    "title": "On moss",
    "abstract": "Moss is green.",
    "venue": "Journal of Moss",
    "year": 2020,
    "publicationDate": "2020-05-17",
    "publicationTypes": ["JournalArticle"],
    "journal": {"name": "J. Moss", "volume": "3", "pages": "\n          10-19\n        "},
    "openAccessPdf": {"url": "https://things.org/moss.pdf", "status": "GREEN"},
    "authors": [{"authorId": "1", "name": "Jane Doe"}, {"authorId": None, "name": "K.-R. Müller"}],
}


def read(*items: dict[str, Any]) -> list[Record]:
    return list(READER.read(text_of(json.dumps(list(items)))).records)


def test_a_paper_is_read() -> None:
    assert read(PAPER) == [
        Record(
            type="article-journal",
            title="On moss",
            author=(Name("Doe", "Jane"), Name("Müller", "K.-R.")),
            issued=Date(2020, 5, 17),
            container_title="Journal of Moss",
            volume="3",
            page="10-19",
            doi="10.1000/Moss",
            url="https://www.semanticscholar.org/paper/abc",
            links=(
                Link("https://things.org/moss.pdf", "pdf"),
                Link("https://pubmed.ncbi.nlm.nih.gov/123/", "site", "PubMed"),
            ),
            arxiv_id="2001.00001",
            abstract="Moss is green.",
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"venue": "arXiv.org"}, "article"),
        ({"venue": "Conference on Moss"}, "paper-conference"),
        ({"publicationVenue": {"name": "MOSS", "type": "conference"}}, "paper-conference"),
        ({"publicationVenue": {"name": "Moss", "type": "journal"}}, "article-journal"),
        ({"externalIds": {"DBLP": "conf/moss/Doe20"}}, "paper-conference"),
        ({"externalIds": {"DBLP": "journals/corr/abs-2001-00001"}}, "article"),
        ({"publicationTypes": ["Book"], "venue": ""}, "book"),
        ({"publicationTypes": None, "venue": "", "journal": None}, "article"),
        ({"publicationTypes": None, "venue": "", "journal": None, "externalIds": {}}, "document"),
    ],
)
def test_the_type_is_told_by_venue_and_identifiers(changes: dict[str, Any], kind: str) -> None:
    assert read(PAPER | changes)[0].type == kind


def test_references_and_citations_are_papers() -> None:
    content = json.dumps({"data": [{"isInfluential": True, "citedPaper": PAPER}]})
    document = read_text(text_of(content))
    assert document.format == "semantic-scholar"
    assert [record.title for record in document.records] == ["On moss"]


def test_datasets_write_names_small() -> None:
    paper = {
        "corpusid": 5,
        "externalids": {"ArXiv": "2001.00001", "DOI": "10.1000/x"},
        "title": "On moss",
        "authors": [{"authorId": "1", "name": "Jane Doe"}],
        "publicationdate": "2020-05-17",
    }
    document = read_text(text_of("\n".join([json.dumps(paper)] * 2)))
    assert [record.doi for record in document.records] == ["10.1000/x"] * 2
    assert document.records[1].issued == Date(2020, 5, 17)
    assert document.records[1].line == 2


def test_papers_that_were_not_found_are_reported() -> None:
    document = READER.read(text_of(json.dumps([PAPER, None])))
    assert (len(document.records), len(document.problems)) == (1, 1)
