"""Citation keys."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.keys import assign_keys, key_stem
from pubbrowser.model import Date, Name, Record
from tests.generated import records


def paper(family: str, year: int, title: str, key: str = "") -> Record:
    return Record(author=(Name(family),), issued=Date(year), title=title, citation_key=key)


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (paper("Lapuschkin", 2019, "Unmasking Clever Hans"), "lapuschkin2019unmasking"),
        (paper("Müller", 2020, "The Über-Network"), "muller2020uber"),
        (paper("O'Brien", 2020, "On the Nature of Things"), "obrien2020nature"),
        (paper("van der Berg", 2020, "“Quoted” title"), "vanderberg2020quoted"),
        (paper("Bell", 2020, "Of the"), "bell2020of"),
        (paper("Bell", 2020, "3D vision"), "bell20203d"),
        (Record(title="No author"), "noauthor"),
        (Record(title="What's the X-Factor? A Study of It"), "whatsfactorstudy"),
        (Record(editor=(Name("Samek"),), title="A Book"), "samekbook"),
        (Record(author=(Name(literal="ACME Group"),), title="Report"), "acmegroupreport"),
        (Record(author=(Name("王"),), title="脉冲星"), "untitled"),
        (Record(), "untitled"),
    ],
)
def test_a_key_is_family_year_and_first_word(record: Record, key: str) -> None:
    assert key_stem(record) == key


def test_equal_keys_become_a_b_c_whatever_the_order_of_the_documents() -> None:
    papers = [paper("Bell", 2020, f"Stars {number}") for number in range(30)]
    expected = dict(zip([p.title for p in papers], assign_keys(papers), strict=True))
    assert "bell2020starsa" in expected.values()
    assert "bell2020starsab" in expected.values()
    shuffled = random.Random(1).sample(papers, len(papers))
    assert dict(zip([p.title for p in shuffled], assign_keys(shuffled), strict=True)) == expected


def test_imported_keys_stay() -> None:
    papers = [
        paper("Bell", 2020, "Stars"),
        paper("Bell", 2020, "Pulsars", key="bell2020stars"),
        paper("Bell", 2020, "Quasars", key="bell2020stars"),
    ]
    keys = assign_keys(papers)
    assert keys[1] == "bell2020stars"
    assert len(set(keys)) == 3


@given(st.lists(records, max_size=8))
def test_every_work_has_a_key_of_its_own(generated: list[Record]) -> None:
    keys = assign_keys(generated)
    assert len(set(keys)) == len(generated)
    assert all(keys)
