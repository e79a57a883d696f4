"""What one row of the list says of a paper, in whatever width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pubbrowser.model import Name, Record, Source, Work
from pubbrowser.search import NO_MARKS, Marks
from pubbrowser.search.language import parse
from pubbrowser.ui.cells import excerpt
from pubbrowser.ui.paper_rows import row_columns
from tests.generated import records

RECORD = Record(
    type="article-journal",
    title="A Title That Is Long Enough to Be Cut Where the Window Has Little Room for Titles",
    author=(Name(family="Example", given="Ada"), Name(family="Müller", given="Klaus-Robert")),
    container_title="Journal of Equine Studies",
    abstract=f"{'Something else. ' * 20}What horses know of numbers. {'And more. ' * 20}",
)


def row(text: str, width: int, record: Record = RECORD) -> dict[str, str]:
    work = Work(id="1", key="k", merged=record, records=((Source("list.md", 1), record),))
    query = parse(text)
    marks = Marks(prefixes=tuple(text.casefold().split())) if text else NO_MARKS
    columns = row_columns(work, width, marks, query.condition)
    assert sum(column.cells for column in columns) == width
    return {column.name: column.text for column in columns}


@pytest.mark.parametrize("width", [60, 87, 88, 140])
def test_a_match_in_the_abstract_is_told_beside_the_title(width: int) -> None:
    shown = row("horses", width)
    assert list(shown) == ["title", "reason"]
    assert shown["reason"].startswith("abstract: …")
    assert "horses know" in shown["reason"]


def test_columns_that_hold_marks_stay() -> None:
    assert list(row("example horses", 140)) == ["title", "author", "reason"]
    assert list(row("equine horses", 140)) == ["title", "reason", "venue"]
    assert list(row("example equine horses", 140)) == ["title", "author", "venue"]


def test_a_match_in_the_end_of_a_title_is_shown_in_it() -> None:
    shown = row("room", 60)
    assert shown["title"].startswith("A Title That")
    assert "…Little Room for" in shown["title"]
    assert shown["author"].startswith("Example")


def test_without_a_search_nothing_is_explained() -> None:
    assert list(row("", 140)) == ["title", "author", "venue"]
    assert list(row("year:2021", 140)) == ["title", "author", "venue"]


@given(records, st.integers(0, 200), st.text(max_size=20))
def test_rows_fill_their_width_exactly(record: Record, width: int, text: str) -> None:
    record = replace(record, abstract=f"{record.abstract} {text}")
    work = Work(id="1", key="k", merged=record, records=((Source("list.md", 1), record),))
    asked = parse(text).condition
    columns = row_columns(work, width, Marks(prefixes=tuple(text.casefold().split())), asked)
    assert sum(cell_len(column.text) for column in columns) == width


def test_excerpts_show_what_was_found() -> None:
    text = "日本語の文章 に ある horses の 話 がここに" + "続く" * 40
    start = text.index("horses")
    shown, spans = excerpt(text, [(start, start + 6)], 24)
    assert cell_len(shown) == 24
    assert [shown[first:last] for first, last in spans] == ["horses"]
    assert shown.startswith("…")
    assert excerpt("all of it", [(4, 6)], 12) == ("all of it   ", [(4, 6)])
    assert excerpt("a long text that ends here", [(22, 26)], 16)[0] == "…that ends here "
