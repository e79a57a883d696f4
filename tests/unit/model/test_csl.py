"""Records as CSL-JSON items and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.model.csl import from_csl, to_csl
from tests.generated import records

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
_FIELDS = (
    "id", "type", "title", "author", "editor", "issued", "ISBN", "volume", "custom", "abstract",
)  # fmt: skip


def test_an_item_has_the_names_and_shapes_of_csl() -> None:
    record = Record(
        type="paper-conference",
        title="Deep Nets",
        author=(Name("Lange", "Tobias", non_dropping_particle="de"), Name(literal="ACME")),
        issued=Date(2019, 3),
        container_title="Proceedings",
        page="1–9",
        isbn=("978-3", "978-4"),
        citation_key="lange2019deep",
        line=12,
        links=(Link("https://github.com/a/b", "repo", "Code"),),
    )
    assert to_csl(record) == {
        "id": "lange2019deep",
        "type": "paper-conference",
        "author": [
            {"family": "Lange", "given": "Tobias", "non-dropping-particle": "de"},
            {"literal": "ACME"},
        ],
        "issued": {"date-parts": [[2019, 3]]},
        "title": "Deep Nets",
        "container-title": "Proceedings",
        "page": "1–9",
        "ISBN": "978-3 978-4",
        "custom": {
            "line": 12,
            "links": [{"url": "https://github.com/a/b", "kind": "repo", "label": "Code"}],
        },
    }


def test_a_preprint_says_so() -> None:
    assert to_csl(Record(type="article"))["genre"] == "preprint"


@given(records)
def test_what_was_written_is_read_back_the_same(record: Record) -> None:
    assert from_csl(json.loads(json.dumps(to_csl(record)))) == record


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2020, 5, 17]]}, Date(2020, 5, 17)),
        ({"date-parts": [["2020", "05"]]}, Date(2020, 5)),
        ({"date-parts": [[2020], [2021]]}, Date(2020)),
        ({"raw": "2020-05-17"}, Date(2020, 5, 17)),
        ({"date-parts": [[2020, 13]]}, Date(2020)),
        ({"date-parts": [[0]]}, None),
        ({"date-parts": [[]]}, None),
        ({"literal": "in press"}, None),
        ("2020", None),
    ],
)
def test_dates_of_other_programs(issued: object, date: Date | None) -> None:
    assert from_csl({"issued": issued}).issued == date


def test_numbers_where_texts_should_be_are_read() -> None:
    record = from_csl({"volume": 12, "author": ["ACME Group"], "ISBN": 9783})
    assert (record.volume, record.author, record.isbn) == (
        "12",
        (Name(literal="ACME Group"),),
        ("9783",),
    )


@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON))
def test_no_item_is_too_odd_to_be_read(item: dict[str, Any]) -> None:
    assert isinstance(from_csl(item), Record)


@pytest.mark.parametrize(
    "item",
    [
        {"issued": {"date-parts": [[float("inf")]]}},
        {"issued": {"date-parts": [[float("nan")]]}},
        {"issued": {"date-parts": {"0": 1}}},
        {"author": {"family": "Single"}},
        {"custom": {"links": [{"url": 3}], "line": "7", "owner_positions": "0"}},
    ],
)
def test_values_of_the_wrong_kind_are_left_out(item: dict[str, Any]) -> None:
    assert isinstance(from_csl(item), Record)
