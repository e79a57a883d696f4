"""Works as Crossref describes them."""

from __future__ import annotations

import json
from typing import Any

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.readers.crossref import READER
from tests.unit.readers.samples import text_of

ARTICLE: dict[str, Any] = {
    "DOI": "10.1038/217709A0",
    "type": "journal-article",
    "reference-count": 2,
    "title": ["Signals of a <i>rapidly</i> pulsing\n  source in H<sub>2</sub>O &amp;amp; air"],
    "subtitle": ["A study"],
    "author": [
        {"given": "Jocelyn", "family": "Bell", "suffix": "Jr", "affiliation": []},
        {"given": "Klaas", "family": "van der Berg"},
        {"name": "The Moss Collaboration"},
        {"family": "Plato"},
    ],
    "container-title": ["Journal of Things &amp; Words"],
    "short-container-title": ["J. Things"],
    "published-online": {"date-parts": [[1967, 11, 3]]},
    "published-print": {"date-parts": [[1968, 2]]},
    "issued": {"date-parts": [[1967, 11, 3]]},
    "volume": "217",
    "issue": "5130",
    "page": "709-713",
    "publisher": "Things Press",
    "ISSN": ["0028-0836"],
    "URL": "http://dx.doi.org/10.1038/217709a0",
    "link": [
        {"URL": "https://things.org/a.pdf", "content-type": "application/pdf"},
        {"URL": "https://api.things.org/a", "content-type": "text/xml"},
        {"URL": "javascript:alert(1)", "content-type": "application/pdf"},
    ],
    "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aims</jats:title>"
    "<jats:p>We listen; <jats:italic>p</jats:italic> &lt; 0.05.</jats:p></jats:sec>",
}


def read(*items: dict[str, Any]) -> list[Record]:
    return list(READER.read(text_of(json.dumps(list(items)))).records)


def test_an_article_is_read() -> None:
    assert read(ARTICLE) == [
        Record(
            type="article-journal",
            title="Signals of a <i>rapidly</i> pulsing source in H<sub>2</sub>O & air: A study",
            author=(
                Name("Bell", "Jocelyn", suffix="Jr"),
                Name("Berg", "Klaas", non_dropping_particle="van der"),
                Name(literal="The Moss Collaboration"),
                Name(literal="Plato"),
            ),
            issued=Date(1968, 2),
            container_title="Journal of Things & Words",
            volume="217",
            issue="5130",
            page="709-713",
            publisher="Things Press",
            doi="10.1038/217709A0",
            links=(Link("https://things.org/a.pdf", "pdf"),),
            abstract="Aims\nWe listen; p < 0.05.",
            line=1,
        )
    ]


def test_a_work_in_an_answer_is_read_with_its_line() -> None:
    content = '{"status": "ok",\n"message-type": "work",\n"message":\n' + json.dumps(ARTICLE) + "}"
    [record] = READER.read(text_of(content)).records
    assert (record.volume, record.line) == ("217", 4)


def test_types_are_those_of_csl() -> None:
    types = {
        "proceedings-article": "paper-conference", "book-chapter": "chapter", "monograph": "book",
        "dissertation": "thesis", "posted-content": "article", "dataset": "dataset",
        "peer-review": "document",
    }  # fmt: skip
    records = read(*(ARTICLE | {"type": theirs} for theirs in types))
    assert [record.type for record in records] == list(types.values())


def test_of_a_part_of_a_book_the_series_and_the_book_are_told_apart() -> None:
    chapter = {"type": "book-chapter", "container-title": ["Notes in Things", "Things 2020"]}
    [record] = read(ARTICLE | chapter | {"ISBN": ["http://id.crossref.org/isbn/9783030000011"]})
    assert record.collection_title == "Notes in Things"
    assert record.container_title == "Things 2020"
    assert record.isbn == ("9783030000011",)


def test_a_preprint_has_its_archive_and_a_thesis_its_university() -> None:
    named = {"institution": [{"name": "bioRxiv"}]}
    preprint, thesis = read(
        ARTICLE | named | {"type": "posted-content", "container-title": []},
        ARTICLE | {"type": "dissertation", "institution": [{"name": "Moss University"}]},
    )
    assert (preprint.container_title, thesis.publisher) == ("bioRxiv", "Moss University")


def test_a_date_may_be_missing_or_empty() -> None:
    for issued in (None, {"date-parts": [[None]]}, {"date-parts": []}, {"date-parts": [["x"]]}):
        [record] = read({"DOI": "10.1/x", "title": ["T"], "issued": issued})
        assert record.issued is None


def test_items_without_title_and_author_are_reported() -> None:
    content = "[\n" + json.dumps({"DOI": "10.1000/x", "title": []}) + ",\nnull]"
    problems = READER.read(text_of(content)).problems
    assert [problem.line for problem in problems] == [2, 3]
