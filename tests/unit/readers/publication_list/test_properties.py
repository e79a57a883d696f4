"""What holds for every text whatever: no error, nothing lost, the same result, in linear time."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubbrowser.model import Record
from pubbrowser.readers.publication_list import READER
from pubbrowser.readers.publication_list.lines import read_lines
from pubbrowser.readers.publication_list.marks import read_marks
from pubbrowser.readers.publication_list.segment import Segmentation, segment
from pubbrowser.readers.publication_list.statistics import SourceLine, read_source_line
from pubbrowser.readers.reader import Text
from pubbrowser.text import clean_line, split_lines

_ENTRY = '1. Doe J, **Roe K** (2021). "Herons". In: *Wetlands* 3(4):1–9. <https://a.example>'
_FRAGMENTS = (
    "1. ", "2. ", "17) ", "[3] ", "- ", "• ", "  ", "\n", "\n\n", "\t", "\f", "# ", "## Books\n",
    "**", "*", "_", "`", "```\n", "<!--", "-->", "---\n", "|", "<sup>", "</b>", "<a href=\"x\">",
    "“", "”", '"', "„", "«", "»", "(", ")", "[", "]",
    "](", "\\\\_", "&amp;", "&#27;", "In: ", "in ",
    "Doe J", "Roe, K.", " and ", ", ", "; ", "et al.", ", editors ", "(2021)", "2019", ". ", ".",
    "Counting Herons", "Journal of Reeds", "3(4):1–9", "vol. 3, ", "pp. 1-2", "TBA", "e0123456",
    "xYz9QwEr7T", "abs/2101.00001", "https://a.example/x_y", "<https://doi.org/10.1234/a>",
    "Demo: ",
    "Springer, Cham", "ISBN 978-3-16-148410-0", "Best Poster Award", "per Bird Index, May 2, 2024",
    "\x00", "\x1b[31m", "\u202e", "\u0308", "李明", "\u2028", "\r", _ENTRY,
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(_FRAGMENTS), max_size=60).map("".join),
    st.lists(st.sampled_from([*_FRAGMENTS, _ENTRY + "\n"]), max_size=30).map("\n".join),
)


def as_text(content: str) -> Text:
    return Text(content, "list.md", datetime.date(2024, 6, 1))


def segmentation_of(content: str) -> Segmentation:
    return segment(read_lines(split_lines(content)))


@given(texts)
@settings(deadline=None, max_examples=300)
def test_reading_never_fails_and_always_gives_the_same(content: str) -> None:
    first = READER.read(as_text(content))
    assert READER.read(as_text(content)) == first
    assert 0 <= READER.sniff(as_text(content)) <= 1


@given(texts)
@settings(deadline=None, max_examples=300)
def test_every_line_that_is_not_blank_belongs_to_exactly_one_part(content: str) -> None:
    lines = split_lines(content)
    numbers = [line.number for part in segmentation_of(content).parts for line in part.lines]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == {n for n, line in enumerate(lines, start=1) if clean_line(line)}


@given(texts)
@settings(deadline=None, max_examples=300)
def test_every_entry_is_a_record_and_all_prose_that_says_nothing_is_a_problem(content: str) -> None:
    document = READER.read(as_text(content))
    segmentation = segmentation_of(content)
    assert [record.line for record in document.records] == [
        part.first for part in segmentation.of_kind("entry")
    ]
    lines = {problem.line for problem in document.problems}
    for part in segmentation.of_kind("prose"):
        assert part.first in lines or read_source_line([part.text]) != SourceLine()


@given(texts)
@settings(deadline=None, max_examples=300)
def test_all_fields_are_clean(content: str) -> None:
    document = READER.read(as_text(content))
    for record in document.records:
        for text in _texts_of(record):
            assert text == clean_line(text)
    assert document.owner == clean_line(document.owner)


def _texts_of(record: Record) -> list[str]:
    fields = [getattr(record, name) for name in Record.__dataclass_fields__]
    found = [field for field in fields if isinstance(field, str)]
    found += [*record.notes, *record.isbn]
    for name in (*record.author, *record.editor):
        found += [name.family, name.given, name.non_dropping_particle, name.suffix, name.literal]
    for each in record.links:
        found += [each.url, each.label]
    return found


@given(texts)
@settings(deadline=None, max_examples=300)
def test_spans_of_marks_lie_within_the_text(content: str) -> None:
    marked = read_marks(content)
    assert all(0 <= span.start <= span.end <= len(marked.text) for span in marked.spans)


@pytest.mark.parametrize("prefix", ["", "1. Doe J (2020). “T”. In: *V* "])
@pytest.mark.parametrize(
    "piece",
    [
        "(", ",", "[", "](", "[a](b", "*", "**a ", "_a", "<", "<a ", "“", '"', "a,", "&a", " ",
        "\\", "https://", "<https://a.b> ", "[x](https://a.b) ", "\x1b]", "ISBN 1-", "In: ", "|",
        "A B, ", "(2020)", "1(", "1:", "A. ", "\n", "x\t1\n", "- a\n", "1. A B (2020). “x”\n",
        "foo 1(2\n", "*award* ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_and_no_faster(prefix: str, piece: str) -> None:
    text = as_text(prefix + piece * (100_000 // len(piece)))
    start = time.perf_counter()
    READER.read(text)
    READER.sniff(text)
    assert time.perf_counter() - start < 10  # a second or two at most; quadratic would be minutes
