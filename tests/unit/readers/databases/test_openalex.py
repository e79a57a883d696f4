"""Works as OpenAlex describes them."""

from __future__ import annotations

import json
from typing import Any

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.readers.openalex import READER
from tests.unit.readers.samples import text_of

WORK: dict[str, Any] = {
    "id": "https://openalex.org/W7",
    "doi": "https://doi.org/10.1000/Moss",
    "display_name": "On moss",
    "publication_year": 2020,
    "publication_date": "2020-05-17",
    "type": "article",
    "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/123", "mag": "9"},
    "authorships": [
        {"author": {"display_name": "Jane van der Doe"}},
        {"author": {"display_name": "Moss Team"}, "raw_author_name": "The Moss Team"},
    ],
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1000/moss",
        "pdf_url": "https://things.org/moss.pdf",
        "source": {
            "display_name": "Journal of Moss",
            "type": "journal",
            "host_organization_name": "Moss Press",
        },
    },
    "biblio": {"volume": "3", "issue": "2", "first_page": "10", "last_page": "19"},
    "abstract_inverted_index": {"is": [1, 4], "Moss": [0], "green;": [2], "it": [3], "soft.": [5]},
}


def read(*items: dict[str, Any]) -> list[Record]:
    return list(READER.read(text_of(json.dumps(list(items)))).records)


def test_a_work_is_read() -> None:
    assert read(WORK) == [
        Record(
            type="article-journal",
            title="On moss",
            author=(
                Name("Doe", "Jane", non_dropping_particle="van der"),
                Name(literal="The Moss Team"),
            ),
            issued=Date(2020, 5, 17),
            container_title="Journal of Moss",
            volume="3",
            issue="2",
            page="10–19",
            publisher="Moss Press",
            doi="10.1000/Moss",
            links=(
                Link("https://things.org/moss.pdf", "pdf"),
                Link("https://pubmed.ncbi.nlm.nih.gov/123/", "site", "PubMed"),
            ),
            abstract="Moss is green; it is soft.",
            line=1,
        )
    ]


def test_the_first_of_january_stands_for_the_year() -> None:
    records = read(
        WORK | {"publication_date": "2020-01-01"},
        WORK | {"publication_date": None},
        WORK | {"publication_date": "2019-12-30"},
    )
    assert [record.issued for record in records] == [Date(2020)] * 3


def test_the_place_tells_proceedings_and_archives() -> None:
    def at(kind: str) -> dict[str, Any]:
        return WORK | {"primary_location": {"source": {"display_name": "X", "type": kind}}}

    kinds = [record.type for record in read(at("conference"), at("repository"), at("journal"))]
    assert kinds == ["paper-conference", "article", "article-journal"]
    assert read(WORK | {"type_crossref": "proceedings-article"})[0].type == "paper-conference"


def test_a_preprint_on_arxiv_has_its_number() -> None:
    place = {"landing_page_url": "http://arxiv.org/abs/2001.00001", "source": None}
    [record] = read(WORK | {"type": "preprint", "doi": None, "primary_location": place})
    assert (record.arxiv_id, record.doi) == ("2001.00001", "")
    assert record.url == "http://arxiv.org/abs/2001.00001"


def test_a_cut_list_of_authors_and_a_retraction_are_told() -> None:
    [record] = read(WORK | {"is_authors_truncated": True, "is_retracted": True})
    assert (record.authors_truncated, record.notes) == (True, ("Retracted",))


def test_an_index_with_wild_positions_costs_nothing() -> None:
    [record] = read(
        WORK | {"abstract_inverted_index": {"a": [10**15, "x", None], "b": [-1], "c": 3}}
    )
    assert record.abstract == "b a"
