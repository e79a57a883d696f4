"""Entries as records: types, places, inheritance."""

from __future__ import annotations

import pytest

from pubbrowser.model import Date, Name
from tests.unit.readers.bibtex.reading import read, read_one

TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference",
    "conference": "paper-conference", "book": "book", "collection": "book",
    "proceedings": "book", "incollection": "chapter", "inbook": "chapter",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report", "software": "software", "dataset": "dataset",
    "patent": "patent", "online": "webpage", "electronic": "webpage", "manual": "book",
    "unpublished": "document", "misc": "document", "artwork": "document",
}  # fmt: skip


@pytest.mark.parametrize("entry_type", TYPES)
def test_types_become_those_of_csl(entry_type: str) -> None:
    assert read_one(f"@{entry_type}{{a, title = {{T}}}}").type == TYPES[entry_type]


def test_fields_of_an_article() -> None:
    record = read_one(
        "@article{bell68, title={T}, author={Bell, J.}, journal={Nature {\\&} Co.}, volume=217,"
        " number={5130}, pages={709--713}, year=1968, month=feb, publisher={P}, issn={1-2},"
        " doi={https://doi.org/10.1038/217709a0}, url={https://x.org/a\\_b}, note={A note}}"
    )
    assert (record.container_title, record.volume, record.issue) == ("Nature & Co.", "217", "5130")
    assert (record.page, record.doi) == ("709–713", "10.1038/217709a0")
    assert (record.url, record.note) == ("https://x.org/a_b", "A note")
    assert (record.citation_key, record.line) == ("bell68", 1)


def test_fields_of_biblatex() -> None:
    record = read_one(
        "@article{a, title={T}, subtitle={S}, journaltitle={J}, journalsubtitle={Sub}, date={2019},"
        " number=2, eid={117}, location={Paris}, eprint={1706.03762v2}, eprinttype={arxiv},"
        " eprintclass={cs.CL}, pubstate={inpress}}"
    )
    assert (record.title, record.container_title) == ("T: S", "J: Sub")
    assert (record.article_number, record.publisher_place) == ("117", "Paris")
    assert (record.arxiv_id, record.category) == ("1706.03762v2", "cs.CL")
    assert (record.type, record.notes) == ("article-journal", ("In press",))


PREPRINTS = {
    "@misc{a, title={T}, eprint={1706.03762}, archivePrefix={arXiv}}": "",
    "@misc{a, title={T}, eprint={1706.03762}}": "",
    "@online{a, title={T}, eprint={1706.03762}, eprinttype={arxiv}}": "",
    "@article{a, title={T}, journal={arXiv preprint arXiv:1706.03762}}": "arXiv",
    "@article{a, title={T}, journal={arXiv:1706.03762 [cs.CL]}}": "arXiv",
    "@article{a, title={T}, journal={CoRR}, volume={abs/1706.03762}}": "arXiv",
    "@article{a, title={T}, journal={ArXiv}, url={https://arxiv.org/abs/1706.03762}}": "arXiv",
    "@misc{a, title={T}, howpublished={arXiv:1706.03762}}": "arXiv",
}


@pytest.mark.parametrize("entry", PREPRINTS)
def test_preprints_on_arxiv(entry: str) -> None:
    record = read_one(entry)
    assert (record.type, record.arxiv_id) == ("article", "1706.03762")
    assert (record.container_title, record.volume) == (PREPRINTS[entry], "")


def test_preprints_elsewhere() -> None:
    record = read_one("@article{a, title={T}, journal={bioRxiv}, pages={2020--01}}")
    assert (record.type, record.container_title) == ("article", "bioRxiv")


def test_a_journal_article_that_is_on_arxiv_too_stays_one() -> None:
    record = read_one("@article{a, title={T}, journal={Nature}, eprint={1706.03762}}")
    assert (record.type, record.arxiv_id) == ("article-journal", "1706.03762")
    assert read_one("@article{a, title={T}, journal={CORR}}").type == "article-journal"


def test_an_eprint_of_another_archive_is_no_number_of_arxiv() -> None:
    record = read_one("@article{a, title={T}, journal={J}, eprint={1234567}, eprinttype={pubmed}}")
    assert record.arxiv_id == ""


def test_theses_and_reports_have_institutions() -> None:
    thesis = read_one("@mastersthesis{a, title={T}, school={MIT}, address={Cambridge}}")
    assert (thesis.publisher, thesis.genre) == ("MIT", "Master's thesis")
    thesis = read_one("@thesis{a, title={T}, type={phdthesis}, institution={MIT}}")
    assert (thesis.publisher, thesis.genre) == ("MIT", "")
    report = read_one("@techreport{a, title={T}, institution={I}, number={TR-1}, type={Memo}}")
    assert (report.publisher, report.number, report.genre) == ("I", "TR-1", "Memo")


@pytest.mark.parametrize(
    ("entry", "genre"),
    [
        ("@phdthesis{a, title={T}, type={Dissertation}}", "Dissertation"),
        ("@thesis{a, title={T}, type={mathesis}}", "Master's thesis"),
        ("@mastersthesis{a, title={T}, type={Diplomarbeit}}", "Diplomarbeit"),
        ("@phdthesis{a, title={T}, type={PhD thesis}}", ""),
        ("@techreport{a, title={T}, type={Technical Report}}", ""),
    ],
)
def test_the_kind_of_a_thesis_or_report(entry: str, genre: str) -> None:
    record = read_one(entry)
    assert (record.genre, record.notes) == (genre, ())


def test_when_an_address_was_looked_at_and_the_version() -> None:
    record = read_one("@online{a, title={T}, urldate={2020-05-01}, version={1.2}}")
    assert (record.accessed, record.version) == (Date(2020, 5, 1), "1.2")
    assert read_one("@misc{a, title={T}, lastchecked={3 May 2019}}").accessed == Date(2019, 5, 3)
    document = read("@misc{a, title={T},\nurldate={yesterday}}")
    assert [problem.message for problem in document.problems] == [
        'urldate: "yesterday" is no date that can be read'
    ]


def test_a_cut_list_of_editors_is_told_from_that_of_authors() -> None:
    beside = read_one("@book{a, title={T}, author={Doe, J.}, editor={Bell, A. and others}}")
    assert (beside.authors_truncated, beside.editors_truncated) == (False, True)
    alone = read_one("@book{a, title={T}, editor={Bell, A. and others}}")
    assert (alone.authors_truncated, alone.editors_truncated) == (True, False)


def test_what_has_no_field_becomes_a_note() -> None:
    record = read_one(
        "@book{a, title={T}, edition={2nd}, keywords={x, y}, year={in press}, annote={Good}}"
    )
    assert set(record.notes) == {"in press", "Good", "Keywords: x, y"}
    assert record.edition == "2nd"


def test_howpublished_is_an_address_or_a_venue() -> None:
    page = read_one("@misc{a, title={T}, howpublished={\\url{http://foo.org/x_y}}}")
    assert (page.type, page.url, page.container_title) == ("webpage", "http://foo.org/x_y", "")
    talk = read_one("@misc{a, title={T}, howpublished={Talk at PyCon}}")
    assert (talk.type, talk.container_title) == ("document", "Talk at PyCon")


def test_links_to_code_and_demos_are_found() -> None:
    record = read_one(
        "@inproceedings{a, title={T}, booktitle={B}, url={https://x.org}, pdf={https://x.org/a.pdf},"
        " code={https://example.org/code}, abstract={Code: https://github.com/foo/bar.}}"
    )
    assert [(link.url, link.kind) for link in record.links] == [
        ("https://example.org/code", "repo"),
        ("https://x.org/a.pdf", "pdf"),
        ("https://github.com/foo/bar", "repo"),
    ]
    software = read_one("@software{a, title={T}, url={https://github.com/foo/bar}}")
    assert [link.kind for link in software.links] == ["repo"]


def test_several_isbns() -> None:
    record = read_one("@book{a, title={T}, isbn={978-3-16-148410-0, 3161484100 316148410X}}")
    assert record.isbn == ("978-3-16-148410-0", "3161484100", "316148410X")


def test_an_openreview_address_gives_its_number() -> None:
    record = read_one("@misc{a, title={T}, url={https://openreview.net/forum?id=AbCdEf_123}}")
    assert record.openreview_id == "AbCdEf_123"


def test_a_part_inherits_from_the_whole() -> None:
    document = read(
        "@inproceedings{a, title={Part}, author={Doe, J.}, crossref={P}, pages={1--2}}\n"
        "@proceedings{p, title={Proc}, subtitle={Of X}, editor={Bell, A.}, year=2001, doi={10.1/p},"
        " publisher={Pub}, url={https://x.org}}"
    )
    part, whole = document.records
    assert (part.title, part.container_title) == ("Part", "Proc: Of X")
    assert (part.editor, part.publisher) == ((Name("Bell", "A."),), "Pub")
    assert part.issued == whole.issued
    assert (part.doi, part.url) == ("", "")
    assert whole.title == "Proc: Of X"


def test_the_booktitle_of_the_whole_goes_before_its_title() -> None:
    document = read(
        "@inproceedings{a, title={Part}, crossref={p}}\n"
        "@proceedings{p, title={Long}, booktitle={Short}, year=2001}"
    )
    assert document.records[0].container_title == "Short"


def test_xdata_gives_all_its_fields_and_is_no_record() -> None:
    document = read(
        "@xdata{x, publisher={Pub}, xdata={y}}\n@xdata{y, location={Rome}}\n"
        "@book{a, title={T}, xdata={x}}"
    )
    (record,) = document.records
    assert (record.publisher, record.publisher_place) == ("Pub", "Rome")


def test_entries_that_refer_to_each_other_are_read() -> None:
    document = read(
        "@inbook{a, title={A}, crossref={b}}@book{b, title={B}, crossref={a}, publisher={P}}"
    )
    assert [record.title for record in document.records] == ["A", "B"]
    assert document.records[0].publisher == "P"


def test_a_whole_that_is_not_there_is_told() -> None:
    document = read("@inproceedings{a, title={A},\ncrossref={gone}}")
    (problem,) = document.problems
    assert "gone" in problem.message


def test_records_come_in_the_order_of_the_file() -> None:
    document = read("@misc{a,title={A}}@inbook{b,title={B},crossref={a}}@misc{c,title={C}}")
    assert [record.citation_key for record in document.records] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "fields",
    [
        "url={https://arxiv.org/abs/1706.03762}",
        r"howpublished={\url{https://arxiv.org/abs/1706.03762}}",
        "note={arXiv:1706.03762}",
        "doi={10.48550/arXiv.1706.03762}",
        "publisher={arXiv}, doi={10.48550/ARXIV.1706.03762}, url={https://arxiv.org/abs/1706.03762}",
    ],
)
@pytest.mark.parametrize("kind", ["misc", "online", "unpublished"])
def test_what_is_on_arxiv_alone_is_a_preprint(kind: str, fields: str) -> None:
    record = read_one(f"@{kind}{{a, title={{T}}, {fields}}}")
    assert (record.type, record.arxiv_id) == ("article", "1706.03762")


def test_the_title_of_an_inbook_without_a_booktitle_is_that_of_the_book() -> None:
    record = read_one("@inbook{a, title={Algebra}, author={Lang, S.}, chapter=7, pages={12--34}}")
    assert (record.type, record.title) == ("book", "Algebra")
    assert (record.chapter_number, record.page, record.notes) == ("7", "12–34", ())
    chapter = read_one("@inbook{a, title={Rings}, booktitle={Algebra}, pages={12--34}}")
    assert (chapter.type, chapter.container_title) == ("chapter", "Algebra")


def test_the_chapter_of_a_collection_is_kept() -> None:
    record = read_one("@incollection{a, title={T}, booktitle={B}, chapter={7}}")
    assert (record.type, record.chapter_number, record.notes) == ("chapter", "7", ())


def test_the_number_of_a_book_in_a_series_is_that_in_the_series() -> None:
    book = read_one("@book{a, title={T}, series={S}, number=5, volume=2}")
    assert (book.collection_title, book.collection_number) == ("S", "5")
    assert (book.volume, book.number) == ("2", "")
    report = read_one("@techreport{a, title={T}, series={S}, number=5}")
    assert (report.collection_number, report.number) == ("", "5")
