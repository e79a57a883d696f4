"""What holds for every format of programs and databases: recognised, read, read when broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pubbrowser.model import Document
from pubbrowser.readers.reader import ReadError, Text, UnknownLayoutError
from pubbrowser.readers.registry import READERS, read_text
from tests.unit.readers.samples import ALL, JSON, Sample, text_of

BY_NAME = {reader.name: reader for reader in READERS}


def named(sample: Sample) -> str:
    return f"{sample.format} {sample.before[:8]!r}"


every_format = pytest.mark.parametrize("sample", ALL, ids=named)


def titles(document: Document) -> list[str]:
    return [record.title for record in document.records]


def read(sample: Sample, content: str) -> Document:
    return BY_NAME[sample.format].read(text_of(content))


@every_format
def test_a_file_is_recognised_and_read(sample: Sample) -> None:
    document = read_text(text_of(sample.file(1, 2, 3)))
    assert document.format == sample.format
    assert titles(document) == ["Paper 1", "Paper 2", "Paper 3"]
    assert document.problems == ()
    assert [record.author[0].family for record in document.records] == ["Bell"] * 3
    assert all(record.issued for record in document.records)


@every_format
def test_one_entry_is_enough_to_be_recognised(sample: Sample) -> None:
    document = read_text(text_of(sample.file(7)))
    assert (document.format, titles(document)) == (sample.format, ["Paper 7"])


@every_format
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_entries_know_their_lines(sample: Sample, line_end: str) -> None:
    content = sample.file(1, 2)
    places = [
        content.count("\n", 0, end - len(sample.entry(number))) + 1
        for number, end in zip((1, 2), sample.ends(1, 2), strict=True)
    ]
    assert [record.line for record in read(sample, content).records] == places
    other = read(sample, content.replace("\n", line_end))
    assert [record.line for record in other.records] == places


@every_format
def test_no_other_reader_is_as_sure_of_it(sample: Sample) -> None:
    text = text_of(sample.file(1, 2))
    sure = {reader.name: reader.sniff(text) for reader in READERS}
    assert sure.pop(sample.format) >= 0.9
    if sample.format not in ("crossref", "openalex", "semantic-scholar", "zotero"):
        assert max(sure.values()) < 0.5
    others = {"zotero", "crossref", "openalex", "semantic-scholar", "pubmed", "endnote-xml",
              "arxiv-feed"} - {sample.format}  # fmt: skip
    assert not any(sure[name] for name in others)


@pytest.mark.parametrize(
    "content",
    [
        '{"name": "thing", "version": "1.0.0", "dependencies": {"x": "^1"}, "type": "module"}',
        '{"title": "Schema", "type": "object", "properties": {"DOI": {"type": "string"}}}',
        '{"name": "thing", "author": {"name": "x"}, "contributes": [{"title": "Run"}]}',
        '[{"id": 1, "title": "Issue", "state": "open", "user": {"login": "x"}}]',
        '{"items": [{"title": "Song", "artist": "Band"}]}',
        '{"data": [{"id": 7, "title": "Ticket"}], "total": 1}',
        '{"results": [{"id": "https://example.org/W1", "title": "Result"}]}',
        '{"type": "FeatureCollection", "features": []}\n{"type": "Feature"}',
        '{"level": "info", "message": "started"}\n{"level": "warn", "message": "title"}\n',
        "# Thing\n\nA tool. Install it with `pip install thing`.\n\n- PMID: see below\n",
        "<html><head><title>Records</title></head><body><record>x</record></body></html>",
        "<project><modelVersion>4.0.0</modelVersion><records/></project>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>'
        "<entry><id>tag:x</id><title>Today</title></entry></feed>",
        "<xml><records><record><name>x</name></record></records></xml>",
        "PMID- is the tag of the number.\n",
        "",
    ],
)
def test_other_files_are_not_taken_for_bibliographies(content: str) -> None:
    with pytest.raises(UnknownLayoutError):
        read_text(text_of(content))


@every_format
@given(st.data())
@settings(max_examples=60)
def test_entries_before_a_cut_are_kept_and_the_cut_is_told_of(
    sample: Sample, data: st.DataObject
) -> None:
    content = sample.file(1, 2, 3)
    ends = sample.ends(1, 2, 3)
    cut = data.draw(st.integers(ends[0] + 1, len(content) - 1))
    document = read(sample, content[:cut])
    whole = sum(end < cut for end in ends)
    assert titles(document)[:whole] == ["Paper 1", "Paper 2", "Paper 3"][:whole]
    is_framed = bool(sample.after.strip()) and sample.format not in ("endnote-xml", "arxiv-feed")
    if is_framed and not sample.after.startswith(content[ends[-1] : cut]):
        assert document.problems


@every_format
@given(st.data())
@settings(max_examples=60)
def test_damage_keeps_the_entries_before_it(sample: Sample, data: st.DataObject) -> None:
    content = sample.file(1, 2, 3)
    ends = sample.ends(1, 2, 3)
    start = data.draw(st.integers(ends[0] + 1, len(content)))
    length = data.draw(st.integers(0, 30))
    junk = data.draw(
        st.text(max_size=5) | st.sampled_from(('"', "{", "}", "]", "<", "&", "\\", "\n"))
    )
    document = read(sample, content[:start] + junk + content[start + length :])
    whole = sum(end < start for end in ends)
    assert titles(document)[:whole] == ["Paper 1", "Paper 2", "Paper 3"][:whole]


@every_format
@given(st.data())
@settings(max_examples=40)
def test_anything_is_read_or_refused(sample: Sample, data: st.DataObject) -> None:
    content = sample.file(1, 2)
    pieces = data.draw(
        st.lists(st.tuples(st.integers(0, len(content)), st.integers(0, 40)), max_size=6)
    )
    junk = data.draw(st.text(max_size=10))
    broken = junk.join(content[at : at + length] for at, length in pieces)
    for each in (broken, sample.before + broken, sample.file(1) + broken):
        try:
            document = read(sample, each)
            read_text(text_of(each))
        except ReadError:
            continue
        assert isinstance(document, Document)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(("2020-05", "<b>x</b>", "10.1000/x", "http://[", "1968 Feb 31", 10**400)),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(("date-parts", "name", "family", "given", "author", "url", "URL")), inner
    ),
    max_leaves=6,
)  # fmt: skip


@pytest.mark.parametrize("sample", [each for each in JSON if each.before == "["], ids=named)
@given(st.data())
@settings(max_examples=100)
def test_members_of_any_type_are_read(sample: Sample, data: st.DataObject) -> None:
    item = json.loads(sample.entry(1))
    names = st.sampled_from((
        *item, "journal", "publicationVenue", "biblio", "primary_location", "message", "extra",
        "abstract", "link", "ISBN", "event", "data", "tags", "locations", "ids", "editor", "page",
        "custom", "citedPaper", "PMID", "results",
    ))  # fmt: skip
    changes = data.draw(st.dictionaries(names, values, max_size=5))
    try:
        document = read(sample, json.dumps([item | changes]))
    except ReadError:
        return
    assert len(document.records) + len(document.problems) <= 4


@given(st.binary(max_size=60))
@example(b"<record>\xff")
def test_any_bytes_are_refused_or_read(content: bytes) -> None:
    text = Text(content.decode("cp1252", errors="replace"), "a", text_of("").captured)
    for reader in READERS:
        assert 0 <= reader.sniff(text) <= 1
        try:
            reader.read(text)
        except ReadError:
            continue
