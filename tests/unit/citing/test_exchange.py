"""Works, people and documents for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import yaml

from pubbrowser.citing.exchange import (
    csl_json,
    documents_json,
    to_json,
    to_yaml,
    works_json,
)  # fmt: skip
from pubbrowser.model import (
    Corpus,
    Date,
    Document,
    Name,
    Person,
    Problem,
    Record,
    Source,
    Statistic,
    Work,
)  # fmt: skip

Make = Callable[..., Work]

PEOPLE = [
    Person("p-ann", Name(family="Berg", given="Ann"), ("Berg A", "Ann Berg"), 2),
    Person("p-bo", Name(family="Høj", given="Bo"), ("Bo Høj",), 1),
]


def test_csl_items_carry_the_citation_key(make_work: Make) -> None:
    works = [make_work(key="berg2019moss", title="Møss", type="article-journal", doi="10.1/m")]
    text = csl_json(works)
    assert json.loads(text) == [
        {"id": "berg2019moss", "type": "article-journal", "title": "Møss", "DOI": "10.1/m"}
    ]
    assert "Møss" in text
    assert json.loads(csl_json([])) == []


def test_works_come_with_their_records_people_and_sources(make_work: Make) -> None:
    works = [
        replace(
            make_work(key="k1", people=(1, 0), title="One", container_title="Mosses", doi="10.1/m"),
            sources={
                "title": Source("a.md", 3),
                "container_title": Source("b.txt", 9),
                "doi": Source("b.txt", 9),
                "arxiv_id": Source("a.md", 3),
            },
        ),
        make_work(key="k2", people=(0,), title="Two"),
    ]
    corpus = Corpus((), works, PEOPLE)
    written = works_json(corpus, works)
    assert written["works"][0] == {
        "id": "id-k1",
        "key": "k1",
        "csl": {
            "id": "k1", "type": "document", "title": "One", "container-title": "Mosses",
            "DOI": "10.1/m",
        },
        "records": [{"path": "list.md", "line": 7}],
        "people": ["p-bo", "p-ann"],
        "tags": [],
        "sources": {
            "title": "a.md:3", "container-title": "b.txt:9", "DOI": "b.txt:9",
            "arxiv_id": "a.md:3",
        },
    }  # fmt: skip
    assert written["people"] == [
        {"id": "p-ann", "name": "Ann Berg", "variants": ["Berg A", "Ann Berg"], "works": 2},
        {"id": "p-bo", "name": "Bo Høj", "variants": ["Bo Høj"], "works": 1},
    ]


def test_only_people_of_the_works_given_are_written(make_work: Make) -> None:
    works = [make_work(key="k1", people=(0,)), make_work(key="k2", people=(1,))]
    written = works_json(Corpus((), works, PEOPLE), works[1:])
    assert [person["id"] for person in written["people"]] == ["p-bo"]


def test_documents_are_written_as_read() -> None:
    document = Document(
        path="list.md",
        format="publication-list",
        owner="Ann Berg",
        statistics=(
            Statistic("Citations", 20413, "All", Date(2025, 9, 20), "Google Scholar"),
            Statistic("Novelty", "42%"),
        ),
        records=(Record(title="Møss", line=3, arxiv_id="2508.21380"),),
        problems=(Problem(9, "no title found"),),
    )
    assert documents_json([document]) == {
        "documents": [
            {
                "path": "list.md",
                "format": "publication-list",
                "owner": "Ann Berg",
                "statistics": [
                    {"name": "Citations", "value": 20413, "scope": "All",
                     "as_of": "2025-09-20", "source": "Google Scholar"},
                    {"name": "Novelty", "value": "42%", "scope": "", "as_of": None, "source": ""},
                ],
                "records": [
                    {"type": "document", "title": "Møss",
                     "custom": {"line": 3, "arxiv_id": "2508.21380"}},
                ],
                "problems": [{"line": 9, "message": "no title found"}],
            }
        ]
    }  # fmt: skip


def test_yaml_says_the_same_as_json_in_the_same_order(make_work: Make) -> None:
    works = [make_work(key="k1", people=(0,), title="Møss: “why?” 日本 😀 " + "long " * 300)]
    corpus = Corpus((), works, PEOPLE)
    text = to_yaml(works_json(corpus, works))
    assert yaml.safe_load(text) == json.loads(to_json(works_json(corpus, works)))
    assert text.startswith("works:\n- id: id-k1\n")
    assert "Møss" in text
    document = Document("list.md", "x", records=(works[0].merged,))
    assert yaml.safe_load(to_yaml(documents_json([document]))) == documents_json([document])
