"""The registry of formats, and what all of them promise."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.exchange import to_yaml, works_json
from pubbrowser.citing.formats import FORMATS, Format, UnknownFormat, format_named
from pubbrowser.citing.manner import PLAIN_MANNER
from pubbrowser.citing.markup import balanced
from pubbrowser.model import Corpus, Date, Link, Name, Record, Source, Work
from pubbrowser.model.links import LINK_KINDS
from pubbrowser.model.records import ITEM_TYPES
from pubbrowser.text import clean_line

TRICKY = st.sampled_from("aB {}$\\%#_&~^\"'`,-–—.?!½²αΩüÜß“”„日😀 nd")
printed = st.one_of(
    st.text(max_size=40).map(clean_line),
    st.text(TRICKY, max_size=30).map(clean_line),
    st.sampled_from(["", "😀", "{", "}", "\\", "$", "others", "and", "A", "-", "TBA", "2017"]),
)
names = st.builds(Name, printed, printed, printed, printed, printed) | st.builds(
    Name, literal=printed
)
records = st.builds(
    Record,
    type=st.sampled_from(ITEM_TYPES),
    title=printed,
    author=st.lists(names, max_size=4).map(tuple),
    editor=st.lists(names, max_size=2).map(tuple),
    issued=st.none() | st.builds(Date, st.integers(1, 9999), st.integers(0, 12)),
    container_title=printed,
    collection_title=printed,
    volume=printed,
    issue=printed,
    page=printed,
    number=printed,
    publisher=printed,
    publisher_place=printed,
    edition=printed,
    protected_words=st.lists(printed, max_size=2).map(tuple),
    isbn=st.lists(printed, max_size=2).map(tuple),
    doi=printed,
    url=printed,
    note=printed,
    links=st.lists(st.builds(Link, printed, st.sampled_from(LINK_KINDS), printed), max_size=2).map(
        tuple
    ),
    notes=st.lists(printed, max_size=2).map(tuple),
    category=printed,
    arxiv_id=printed,
    article_number=printed,
    locator=printed,
    authors_truncated=st.booleans(),
)


def work_of(record: Record, key: str) -> Work:
    return Work(id=key, key=key, merged=record, records=((Source("list.md", 1), record),))


works = st.lists(records, min_size=1, max_size=3).map(
    lambda made: [work_of(record, f"key{number}") for number, record in enumerate(made)]
)


def test_formats_are_found_by_name_in_any_case() -> None:
    assert [known.name for known in FORMATS if known.kind != "in-text"] == [
        "text", "markdown", "html", "bibtex", "biblatex", "ris", "csl-json",
    ]  # fmt: skip
    assert format_named("BibTeX").extension == ".bib"


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"'bibtx'.*text, markdown, .*csl-json"):
        format_named("bibtx")


@pytest.mark.parametrize("format_", FORMATS, ids=lambda known: known.name)
@given(works=works)
def test_every_format_writes_whatever_the_documents_hold(
    format_: Format, works: list[Work]
) -> None:
    text = format_.write(works, PLAIN_MANNER)
    assert text.endswith("\n") == (format_.kind != "in-text")
    text.encode()


@pytest.mark.parametrize("format_", FORMATS, ids=lambda known: known.name)
def test_every_format_takes_hundreds_of_authors(format_: Format) -> None:
    author = tuple(Name(family=f"Name{number}", given="A") for number in range(400))
    text = format_.write([work_of(Record(author=author, title="Moss"), "moss")], PLAIN_MANNER)
    assert ("moss" if format_.kind == "in-text" else "Name399") in text


@given(works=works)
def test_every_bibtex_entry_can_be_read_back(
    works: list[Work], read_bibtex: Callable[[str], list[dict[str, str]]]
) -> None:
    entries = read_bibtex(format_named("bibtex").write(works, PLAIN_MANNER))
    assert [entry["KEY"] for entry in entries] == [work.key for work in works]
    for entry, work in zip(entries, works, strict=True):
        assert all(balanced(value) for value in entry.values())
        assert ("title" in entry) == bool(work.merged.title)


@given(works=works)
def test_bibtex_sees_as_many_names_as_there_are(
    works: list[Work], read_bibtex: Callable[[str], list[dict[str, str]]]
) -> None:
    entries = read_bibtex(format_named("bibtex").write(works, PLAIN_MANNER))
    for entry, work in zip(entries, works, strict=True):
        # Standard styles take no editors of a book that has authors.
        one_role = entry["TYPE"] == "book" and "author" in entry
        for role in ("author",) if one_role else ("author", "editor"):
            people = [name for name in getattr(work.merged, role) if name.full.strip()]
            seen = split_outside_braces(entry.get(role, ""), "and")
            cut = [name for name in seen if name == "others"]
            assert len(seen) - len(cut) == len(people)
            assert all(len(split_outside_braces(name, ",")) <= 3 for name in seen)


def split_outside_braces(text: str, separator: str) -> list[str]:
    """Split as BibTeX splits names, at "and" in any case or at commas that no brace holds."""
    parts, depth, word = [""], 0, ""
    tokens = text.split() if separator == "and" else list(text)
    for word in tokens:
        if depth == 0 and word.casefold() == separator:
            parts.append("")
        else:
            parts[-1] += word + (" " if separator == "and" else "")
        depth += word.count("{") - word.count("}")
    return [part.strip() for part in parts] if text else []


@given(works=works)
def test_json_and_yaml_can_be_written_of_everything(works: list[Work]) -> None:
    items = json.loads(format_named("csl-json").write(works, PLAIN_MANNER))
    assert [item["id"] for item in items] == [work.key for work in works]
    assert to_yaml(works_json(Corpus((), works), works))
