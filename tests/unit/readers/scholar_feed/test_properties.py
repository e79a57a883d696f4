from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from pubbrowser.readers.scholar_feed import account, sniff
from pubbrowser.text import clean_line, split_lines
from tests.unit.readers.scholar_feed.pages import DENSE, SPACED, read, text

_LINES = st.one_of(
    st.sampled_from(
        [*SPACED.split("\n"), *DENSE.split("\n"), "", "LGFeb 29", "Feb 31, 2021", "Plato", "et al."]
    ),
    st.text(max_size=60),
)
_PAGES = st.one_of(
    st.text(),
    st.builds(lambda lines, end: end.join(lines), st.lists(_LINES), st.sampled_from("\n\r")),
)


@given(_PAGES)
def test_reading_raises_on_no_text_and_is_deterministic(page: str) -> None:
    document = read(page)
    assert document == read(page)
    assert 0 <= sniff(text(page)) <= 1
    assert all(record.title and record.line for record in document.records)


@given(_PAGES)
def test_every_line_belongs_to_exactly_one_range(page: str) -> None:
    lines = [line for span in account(text(page)) for line in range(span.first, span.last + 1)]
    printed = {number for number, line in enumerate(split_lines(page), start=1) if clean_line(line)}
    assert len(lines) == len(set(lines))
    assert printed <= set(lines) <= set(range(1, len(split_lines(page)) + 1))


@given(_PAGES)
def test_entries_are_records_and_other_unread_lines_are_problems(page: str) -> None:
    document = read(page)
    spans = account(text(page))
    entries = [span for span in spans if span.kind == "entry"]
    assert [record.line for record in document.records] == [span.first for span in entries]
    if any(span.kind == "problem" for span in spans):
        assert document.problems


@settings(max_examples=10)
@given(st.text(min_size=1, max_size=12))
def test_long_lines_and_long_pages_are_read_fast(piece: str) -> None:
    long = piece * (100_000 // len(piece))
    start = time.process_time()
    read(f"LGMay 3, 2021\n{long}\n{long}\n")
    assert time.process_time() - start < 5


def test_page_of_many_entries_is_read_fast() -> None:
    start = time.process_time()
    assert len(read(DENSE.replace("\r", "") + ("\n" + DENSE) * 1000).records) == 2002
    assert time.process_time() - start < 10
