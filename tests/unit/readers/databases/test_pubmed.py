"""Entries of PubMed's format."""

from __future__ import annotations

from pubbrowser.model import Date, Document, Link, Name, Record
from pubbrowser.readers.pubmed import READER
from tests.unit.readers.samples import text_of

ARTICLE = """
PMID- 123
OWN - NLM
STAT- MEDLINE
IS  - 0028-0836 (Print)
VI  - 3
IP  - 2
DP  - 2020 May-Jun
TI  - Moss &amp; rain: a study
      in two lines.
PG  - 10-9
LID - 10.1000/moss.7 [doi]
AB  - BACKGROUND: Moss is green.
      METHODS: We look.
FAU - van Doe, Jane A
AU  - van Doe JA
FAU - Hale, Karl Jr
AU  - Hale K Jr
CN  - Moss Group
LA  - eng
PT  - Journal Article
PT  - Retracted Publication
TA  - J Moss
JT  - Journal of moss
PMC - PMC77
OT  - *moss
OT  - rain
SO  - J Moss. 2020;3(2):10-9.
"""


def read(content: str) -> Document:
    return READER.read(text_of(content))


def test_an_article_is_read() -> None:
    document = read(ARTICLE)
    assert document.problems == ()
    assert document.records == (
        Record(
            type="article-journal",
            title="Moss & rain: a study in two lines",
            author=(
                Name("Doe", "Jane A", non_dropping_particle="van"),
                Name("Hale", "Karl", suffix="Jr"),
                Name(literal="Moss Group"),
            ),
            issued=Date(2020, 5),
            container_title="Journal of moss",
            volume="3",
            issue="2",
            page="10-9",
            doi="10.1000/moss.7",
            links=(
                Link("https://pubmed.ncbi.nlm.nih.gov/123/", "site", "PubMed"),
                Link("https://pmc.ncbi.nlm.nih.gov/articles/PMC77/", "site", "PubMed Central"),
            ),
            abstract="BACKGROUND: Moss is green.\nMETHODS: We look.",
            notes=("Retracted publication", "Keywords: moss, rain"),
            line=2,
        ),
    )


def test_short_names_serve_where_full_ones_are_missing() -> None:
    [record] = read("PMID- 1\nTI  - T.\nAU  - Doe JA\nAU  - de Hale K\nTA  - J\n").records
    assert record.author == (Name("Doe", "JA"), Name("Hale", "K", non_dropping_particle="de"))
    assert record.container_title == "J"


def test_books_chapters_and_preprints_are_told() -> None:
    book, chapter, preprint = read(
        "PMID- 1\nBTI - All of Moss\nPB  - Moss Press\nPL  - Bonn\nISBN- 9783030000011 (pbk.)\n\n"
        "PMID- 2\nTI  - Rain.\nBTI - All of Moss\nED  - Hale K\n\n"
        "PMID- 3\nTI  - Soon.\nPT  - Preprint\nTA  - ArXiv\nJT  - ArXiv\n"
        "AID - arXiv:2001.00001v1 [pii]\n"
    ).records
    assert (book.type, book.title, book.publisher_place) == ("book", "All of Moss", "Bonn")
    assert book.isbn == ("9783030000011",)
    assert (chapter.type, chapter.container_title) == ("chapter", "All of Moss")
    assert chapter.editor == (Name("Hale", "K"),)
    assert (preprint.type, preprint.arxiv_id) == ("article", "2001.00001v1")


def test_an_entry_whose_number_is_damaged_is_none_of_the_one_before_it() -> None:
    document = read("PMID- 1\nTI  - One.\nAU  - Doe J\n\nPXID- 2\nTI  - Two.\nAU  - Hale K\n")
    assert [record.title for record in document.records] == ["One", "Two"]
    assert [len(record.author) for record in document.records] == [1, 1]
    assert [problem.line for problem in document.problems] == [5]


def test_a_piece_of_an_entry_is_reported() -> None:
    document = read("PMID- 1\nTI  - One.\n\nAU  - Doe J\nTA  - J\n")
    assert len(document.records) == 1
    assert "left out: this entry has no title" in [each.message for each in document.problems]


def test_the_day_of_going_online_serves_where_no_other_is_given() -> None:
    [record] = read("PMID- 1\nTI  - T.\nDEP - 20200517\n").records
    assert record.issued == Date(2020, 5, 17)
