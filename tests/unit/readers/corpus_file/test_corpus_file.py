"""Corpus files and CSL-JSON, read back."""

from __future__ import annotations

import datetime
import json
import time
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.exchange import documents_json, to_json, to_yaml, works_json
from pubbrowser.merging import merge
from pubbrowser.model import Date, Document, Name, Problem, Record, Statistic
from pubbrowser.model.csl import to_csl
from pubbrowser.readers.corpus_file import READER
from pubbrowser.readers.reader import ReadError, Text
from tests.generated import records

BELL = Record(
    type="article-journal",
    title="Yes",
    author=(Name("Bell", "Jocelyn"),),
    issued=Date(1968, 2),
    line=7,
    section="Articles",
    has_code=True,
)
HALE = Record(type="chapter", title="2020-01-01", volume="1.10", line=9, score=59.4)
LIST = Document(
    "list.md",
    "publication-list",
    owner="Jocelyn Bell",
    statistics=(
        Statistic("Citations", 20413, "All", Date(2025, 9, 20), "Google Scholar"),
        Statistic("Novelty", "42%"),
    ),
    records=(BELL, HALE),
    problems=(Problem(30, "no year"),),
)


def text_of(content: str, path: str = "corpus.yaml") -> Text:
    return Text(content, path, datetime.date(2024, 1, 1))


def read(content: str) -> Document:
    return READER.read(text_of(content))


def sniff(content: str) -> float:
    return READER.sniff(text_of(content))


def without_lines(document: Document) -> list[Record]:
    return [replace(record, line=0) for record in document.records]


@pytest.mark.parametrize("write", [to_json, to_yaml])
def test_what_parse_writes_is_read_back(write: Any) -> None:
    content = write(documents_json([LIST]))
    document = read(content)
    assert sniff(content) > 0.9
    assert (document.format, document.owner) == ("corpus", "Jocelyn Bell")
    assert document.statistics == LIST.statistics
    assert without_lines(document) == [replace(record, line=0) for record in LIST.records]
    assert [problem.message for problem in document.problems] == ["no year"]


@pytest.mark.parametrize("write", [to_json, to_yaml])
def test_what_export_writes_is_read_back_with_its_keys(write: Any) -> None:
    corpus = merge([LIST])
    content = write(works_json(corpus, corpus.works))
    document = read(content)
    assert sniff(content) > 0.9
    assert [record.citation_key for record in document.records] == ["bell1968yes", "20200101"]
    assert [record.title for record in document.records] == ["Yes", "2020-01-01"]


@pytest.mark.parametrize("write", [to_json, to_yaml])
def test_records_know_where_their_entry_starts(write: Any) -> None:
    content = write(documents_json([LIST, LIST]))
    lines = content.split("\n")
    places = [record.line for record in read(content).records]
    assert places == sorted(set(places))
    starts = [lines[place - 1].strip() for place in places]
    assert starts == ["{"] * 4 or all(start.startswith("- type:") for start in starts)


def test_separators_inside_a_title_do_not_count_as_lines() -> None:
    content = "documents:\n- records:\n  - title: one\u2028 \x85two\n  - title: three\n"
    document = read(content)
    assert [(r.title, r.line) for r in document.records] == [("one two", 3), ("three", 4)]


def test_windows_line_ends_count_once() -> None:
    content = to_json([to_csl(BELL), to_csl(HALE)]).replace("\n", "\r\n")
    expected = [record.line for record in read(content.replace("\r\n", "\n")).records]
    assert [record.line for record in read(content).records] == expected


def test_several_documents_are_joined() -> None:
    other = replace(LIST, path="other.md", owner="Somebody Else")
    document = read(to_json(documents_json([LIST, other])))
    assert len(document.records) == 4
    assert (document.owner, document.statistics) == ("", ())


def test_csl_json_of_another_program_is_read() -> None:
    content = json.dumps(
        [
            {
                "id": "http://zotero.org/users/1/items/A",
                "type": "article-magazine",
                "title": "A \u202etitle\nin two lines",
                "abstract": "First.\n\nSecond.\x1b[31m",
                "author": [{"family": "Bell", "given": "J."}],
                "issued": {"date-parts": [["1968", 2]]},
            }
        ]
    )
    [record] = read(content).records
    assert sniff(content) > 0.9
    assert record.title == "A title in two lines"
    assert record.abstract == "First.\n\nSecond."
    assert record.issued == Date(1968, 2)
    assert record.type == "article-journal"


def test_one_csl_item_alone_is_read() -> None:
    content = json.dumps(to_csl(BELL))
    assert sniff(content) > 0.8
    assert without_lines(read(content)) == [replace(BELL, line=0)]


def test_plain_words_of_a_person_stay_words() -> None:
    content = (
        "documents:\n- records:\n  - title: No\n    volume: 1.10\n    issue: 012\n"
        "    page: 12:30\n    number: 2020-01-01\n    note: 1e3\n"
    )
    [record] = read(content).records
    assert (record.title, record.volume, record.issue, record.page, record.number, record.note) == (
        "No", "1.10", "012", "12:30", "2020-01-01", "1e3",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ('[\n {"type": "book",\n  "title": }\n]', 3, "JSON"),
        ('{"documents": [\n {"records" []}]}', 2, "JSON"),
        ('{"documents": [\n {records: []}]}', 2, "JSON"),
        ('[\n{"type": "book"', 2, "JSON"),
        ("documents:\n- path: a\n  owner: b: c\n", 3, "YAML"),
        ("documents:\n- path: 'a\n", 3, "YAML"),
        ("documents:\n- path: \x1b[31m\n", 2, "YAML"),
        ("documents: []\n---\nworks: []\n", 2, "YAML"),
    ],
)
def test_a_syntax_error_names_the_line(content: str, line: int, what: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(content)
    assert caught.value.line == line
    assert f"corpus.yaml:{line}: this is not valid {what}: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        "works: " + "[" * 100_000,
        "works:\n" + "".join(" " * depth + "a:\n" for depth in range(1_000)),
        "works: &a [*a]",
        "works: [*nothing]",
        "works: &a [1]\ndocuments: *a",
        "[" + "9" * 5_000 + "]",
    ],
)
def test_hostile_files_end_in_a_read_error_or_a_problem(content: str) -> None:
    try:
        document = read(content)
    except ReadError:
        return
    assert not document.records
    assert document.problems


def test_anchors_do_not_multiply() -> None:
    bomb = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    content = "works:\n- csl:\n    title: t\n" + "".join(f"    {line}\n" for line in bomb)
    start = time.perf_counter()
    assert read(content).records[0].title == "t"
    assert time.perf_counter() - start < 5


def test_what_an_anchor_names_can_be_used_again() -> None:
    content = (
        "works:\n- csl: {title: a, author: &bell [{family: Bell}]}\n"
        "- csl: {title: b, author: *bell}\n"
    )
    assert [record.author for record in read(content).records] == [(Name("Bell"),)] * 2


def test_tags_of_programs_are_not_obeyed() -> None:
    content = "documents:\n- records:\n  - title: !!python/object/apply:os.getcwd []\n"
    assert read(content).records[0].title == ""


def test_entries_of_the_wrong_kind_are_reported_and_the_others_read() -> None:
    document = read('[\n"a",\n{"type": "book", "title": "B"},\n3]')
    assert [record.title for record in document.records] == ["B"]
    assert [problem.line for problem in document.problems] == [2, 4]


def test_numbers_that_are_none_are_left_out() -> None:
    content = '[{"type": "book", "issued": {"date-parts": [[1e999]]}, "volume": NaN}]'
    [record] = read(content).records
    assert (record.issued, record.volume) == (None, "")


def test_yaml_and_json_of_another_shape_are_not_taken() -> None:
    with pytest.raises(ReadError, match="neither"):
        read("name: pubbrowser\n")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "name: pubbrowser\nversion: 1\n",
        '{"name": "x", "type": "module", "title": "y"}',
        '{"title": "A schema", "type": "object"}',
        '{"type": "FeatureCollection", "features": []}',
        '{"documents": [1, 2]}',
        '[{"title": "Song", "url": "https://example.org"}]',
        "[1, 2, 3]",
        "[1] Bell J. “A title”. 1968.",
        "documents: see below\n",
        "## Publications\n\nworks: many\n",
        '1. Bell J (1968). “The "type": "book" problem”.',
    ],
)
def test_other_texts_are_not_recognised(content: str) -> None:
    assert sniff(content) == 0


@pytest.mark.parametrize(
    "content",
    [
        '{"documents": []}',
        '{"works": [], "people": []}',
        "documents: []\n",
        "works: []\npeople: []\n",
        "\ufeff# my corpus\n\nworks:\n  # kept by hand\n- csl:\n    title: t\n",
        '[{"title": "Untyped", "author": [{"family": "Bell"}]}]',
    ],
)
def test_corpus_files_are_recognised(content: str) -> None:
    assert sniff(content) >= 0.3
    read(content)


@given(st.lists(records, max_size=4))
def test_yaml_gives_the_same_records(generated: list[Record]) -> None:
    content = to_yaml(documents_json([Document("a.md", "x", records=tuple(generated))]))
    assert without_lines(read(content)) == [replace(record, line=0) for record in generated]


@given(st.lists(records, max_size=4))
def test_json_gives_the_same_records(generated: list[Record]) -> None:
    content = to_json(documents_json([Document("a.md", "x", records=tuple(generated))]))
    assert without_lines(read(content)) == [replace(record, line=0) for record in generated]


@given(records)
def test_reading_what_was_read_changes_nothing(record: Record) -> None:
    once = read(to_yaml(documents_json([Document("a.md", "x", records=(record,))])))
    again = read(to_yaml(documents_json([once])))
    assert without_lines(again) == without_lines(once)


@given(st.text(max_size=60))
def test_any_text_is_sniffed_and_read_or_refused(content: str) -> None:
    for start in ("", "[", "{", '{"documents": [', "documents:\n- ", "works:\n- csl: "):
        text = text_of(start + content)
        assert 0 <= READER.sniff(text) <= 1
        try:
            READER.read(text)
        except ReadError:
            continue


def test_safe_loader_without_the_c_library_reads_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pubbrowser.readers.notation import yaml_text

    content = to_yaml(documents_json([LIST]))
    with_library = read(content)
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)
    assert read(content) == with_library


@pytest.mark.parametrize(
    ("issued", "date", "notes"),
    [
        ({"raw": "Spring 1999"}, Date(1999), ("Spring 1999",)),
        ({"raw": "3 May 1999"}, Date(1999, 5, 3), ()),
        ({"raw": "1999-05-03T10:00:00Z"}, Date(1999, 5, 3), ()),
        ({"literal": "in press"}, None, ("in press",)),
        ({"date-parts": [[1999]], "season": 2}, Date(1999), ("Summer 1999",)),
        ({"date-parts": [[1999, 21]]}, Date(1999), ("Spring 1999",)),
        ({"date-parts": [["1999", "May", 3]]}, Date(1999, 5, 3), ()),
        ({"date-parts": [[1999, None]]}, Date(1999), ()),
        ({"date-parts": [[None]]}, None, ()),
        ({"date-parts": [["x"]], "raw": "1999"}, Date(1999), ()),
        ("1999-05", Date(1999, 5), ()),
        (1999, Date(1999), ()),
        (None, None, ()),
    ],
)
def test_dates_that_other_programs_write(
    issued: object, date: Date | None, notes: tuple[str, ...]
) -> None:
    document = read(json.dumps([{"title": "T", "issued": issued}]))
    assert (document.records[0].issued, document.records[0].notes) == (date, notes)
    assert document.problems == ()


@pytest.mark.parametrize(
    ("issued", "printed", "date"),
    [
        ({"date-parts": [[-44]]}, "-44", None),
        ({"date-parts": [[12026]]}, "12026", None),
        ({"date-parts": [["199X"]]}, "199X", None),
        ({"raw": "199u"}, "199u", None),
        ({"date-parts": [[1999, 13]]}, "1999-13", Date(1999)),
        ({"date-parts": [[1999, 2, 40]]}, "1999-2-40", Date(1999, 2)),
    ],
)
def test_a_date_that_cannot_be_read_is_told(
    issued: object, printed: str, date: Date | None
) -> None:
    document = read("[\n" + json.dumps({"title": "T", "issued": issued}) + "]")
    assert document.records[0].issued == date
    assert document.records[0].notes == (() if date else (printed,))
    (problem,) = document.problems
    assert problem.line == 2
    assert printed in problem.message


@pytest.mark.parametrize("write", [to_json, to_yaml])
def test_keys_that_cannot_stay_are_told(write: Any) -> None:
    keys = ("doe", "a b", "Doe", "a_b", "ok")
    content = write([{"id": key, "type": "book", "title": "T"} for key in keys])
    document = read(content)
    lines = [record.line for record in document.records]
    assert [(problem.line, problem.message) for problem in document.problems] == [
        (lines[1], 'the key "a b" is not legal in citations; "a_b" takes its place'),
        (lines[2], f'the key "Doe" is that of line {lines[0]} too'),
        (lines[3], f'the key "a_b" is that of line {lines[1]} too'),
    ]


def test_one_paper_may_have_its_key_in_several_documents() -> None:
    records = [{"id": "doe", "type": "book", "title": "T"}]
    document = read(to_json({"documents": [{"records": records}, {"records": records}]}))
    assert len(document.records) == 2
    assert document.problems == ()


def test_keys_given_twice_on_one_line_are_told() -> None:
    document = read('[{"id": 7, "title": "T"}, {"id": "7", "title": "U"}]')
    assert [(problem.line, problem.message) for problem in document.problems] == [
        (1, 'the key "7" is that of line 1 too')
    ]


def test_what_is_no_doi_is_left_out_and_told() -> None:
    document = read(
        '[{"title": "A", "DOI": "https://doi.org/10.1/a"},\n {"title": "B", "DOI": "none"}]'
    )
    assert [record.doi for record in document.records] == ["10.1/a", ""]
    assert [(problem.line, problem.message) for problem in document.problems] == [
        (2, '"none" is no DOI and was left out')
    ]


def test_others_at_the_end_of_names_say_that_the_list_is_cut() -> None:
    document = read(
        """[{"title": "A", "author": [{"family": "Doe"}, {"literal": "others"}],
             "editor": [{"family": "Bell"}, {"family": "others"}]},
            {"title": "B", "editor": [{"family": "Bell"}, {"literal": "et al."}]},
            {"title": "C", "author": [{"literal": "others"}]}]"""
    )
    both, editors, named = document.records
    assert (both.author, both.editor) == ((Name("Doe"),), (Name("Bell"),))
    assert (both.authors_truncated, both.editors_truncated) == (True, True)
    assert (editors.editor, editors.authors_truncated) == ((Name("Bell"),), True)
    assert (named.author, named.authors_truncated) == ((Name(literal="others"),), False)


def test_when_an_address_was_looked_at() -> None:
    document = read(
        """[{"title": "A", "version": 1.2, "genre": "Memo",
             "accessed": {"date-parts": [["2020", 5, 1]]}},
            {"title": "B", "accessed": {"raw": "in 1850s?"}}]"""
    )
    record = document.records[0]
    assert (record.accessed, record.version, record.genre) == (Date(2020, 5, 1), "1.2", "Memo")
