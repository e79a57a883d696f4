"""Works that lists really hold, and worse: a reference always comes out, on one line."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubbrowser.citing.styles import MENU, reference, references
from pubbrowser.citing.styles.marks import CHARACTERS
from pubbrowser.model import Date, Name, Record, Source, Work
from pubbrowser.text import words
from tests.generated import records

Make = Callable[..., Work]
STYLES = [name for name, _ in MENU]


def _work(record: Record, number: int = 0) -> Work:
    return Work(
        id=f"id{number}", key=f"key{number}", merged=record, records=((Source("a.md", 1), record),)
    )


@settings(max_examples=60, deadline=None)
@given(records, st.sampled_from(STYLES), st.sampled_from(["text", "markdown", "html"]))
def test_any_record_gives_one_line_in_any_style(record: Record, style: str, markup: Any) -> None:
    line = reference(_work(record), style, markup=markup, bold_owner=True)
    assert "\n" not in line
    assert line == line.strip()
    assert not set(line) & set(CHARACTERS)


@settings(max_examples=60, deadline=None)
@given(st.lists(records, max_size=4), st.sampled_from(STYLES))
def test_a_list_has_one_line_for_each_different_work(found: list[Record], style: str) -> None:
    works = [_work(record, number) for number, record in enumerate(found)]
    lines = references(works, style).splitlines()
    assert len(lines) <= len(works)
    assert references([*works, *works], style).splitlines() == lines


@settings(max_examples=60, deadline=None)
@given(records)
def test_the_words_of_a_plain_title_stand_in_the_reference(record: Record) -> None:
    if record.title.replace(" ", "").isalnum() and record.title.isascii():
        assert set(words(record.title)) <= set(words(reference(_work(record))))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "Moss"},
        {"author": ["Berg, Ann"]},
        {"issued": Date(2020)},
        {"container_title": "Journal of Moss"},
        {"title": "🌿", "author": ["Berg, Ann"]},
        {"title": r"$\alpha_{x}^{2}$"},
        {"title": "moss " * 1000},
        {"author": [f"Name{number}, Given" for number in range(400)], "title": "Moss"},
        {"author": [Name(family="山田", given="太郎"), Name(family="ابراهيم", given="محمد")]},
        {"author": [Name(literal="Moss Group"), Name(family="Plato")]},
        {"author": [Name(given="Madonna")]},
        {"author": [Name(family="Groot", given="T", non_dropping_particle="de", suffix="Jr.")]},
        {"author": ["-, -"], "title": "-", "page": "-", "volume": "-", "doi": "-"},
        {"issued": Date(1)},
    ],
)
def test_odd_works_are_written(fields: dict[str, Any], style: str, make_work: Make) -> None:
    for kind in ("article-journal", "document", "thesis"):
        line = reference(make_work(type=kind, **fields), style)
        assert "\n" not in line
        assert "  " not in line


def test_a_work_without_anything_is_left_out_of_a_list_without_a_line(make_work: Make) -> None:
    text = references([make_work(), make_work(title="Moss")], "nature")
    assert all(line.strip() for line in text.splitlines())


def test_several_threads_may_write_at_once(make_work: Make) -> None:
    works = [make_work(key=str(n), title=f"Moss {n}", author=["Berg, Ann"]) for n in range(20)]
    expected = references(works, "apa")
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(references(works, "apa"))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4
