"""The figures at the head of a list."""

from __future__ import annotations

import datetime

import pytest

from pubbrowser.model import Date, Document, Statistic
from pubbrowser.readers.publication_list import READER
from pubbrowser.readers.publication_list.statistics import read_date
from pubbrowser.readers.reader import Text

_DAY = Date(2024, 5, 2)
_SOURCE = "per Bird Index, retrieved on May 2<sup>nd</sup>, 2024."
_EXPECTED = (
    Statistic("Publications", 12, "All", _DAY, "Bird Index"),
    Statistic("Publications", 7, "Since 2019", _DAY, "Bird Index"),
    Statistic("h-index", 1234, "All", _DAY, "Bird Index"),
    Statistic("h-index", "42%", "Since 2019", _DAY, "Bird Index"),
)


def read(content: str) -> Document:
    return READER.read(Text(content, "list.md", datetime.date(2024, 6, 1)))


@pytest.mark.parametrize(
    "table",
    [
        "\tAll\tSince 2019\n# Publications\t12\t7\nh-index\t1,234\t42%",
        "| | All | Since 2019 |\n|---|--:|--:|\n| # Publications | 12 | 7 |\n"
        "| h-index | 1234 | 42% |",
    ],
)
def test_tables_with_tabs_and_with_pipes_give_the_same_figures(table: str) -> None:
    entry = "1. Doe J (2021). “Counting Herons”. In: *Wetlands* 3:1–9"
    document = read(f"# Impact\n\n{table}\n\n{_SOURCE}\n\n## Articles\n{entry}")
    assert document.statistics == _EXPECTED
    assert document.problems == ()
    assert [record.section for record in document.records] == ["Articles"]


def test_figures_without_a_source_are_still_figures() -> None:
    assert read("\tAll\tNew\nCitations\t3\t2").statistics == (
        Statistic("Citations", 3, "All"),
        Statistic("Citations", 2, "New"),
    )


def test_a_table_without_figures_is_a_problem() -> None:
    document = read("| Name | Town |\n|---|---|\n| Doe | Reedham |")
    assert document.statistics == ()
    assert document.problems[-1].line == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on September 3rd, 2023", Date(2023, 9, 3)),
        ("am 3. Mai 2023", Date(2023, 5, 3)),
        ("3 June 2023", Date(2023, 6, 3)),
        ("2023-06-03", Date(2023, 6, 3)),
        ("03.06.2023", Date(2023, 6, 3)),
        ("June 2023", Date(2023, 6)),
        ("2023-13-03", None),
        ("no day", None),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_printed(text: str, date: Date | None) -> None:
    assert read_date(text) == date
