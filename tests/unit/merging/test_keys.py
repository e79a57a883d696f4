"""Citation keys."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.key_patterns import KeyPatternError
from pubbrowser.merging.keys import assign_keys, key_stem
from pubbrowser.model import Date, Name, Record
from pubbrowser.model.keys import legal_key
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


@pytest.mark.parametrize(
    ("key", "legal"),
    [
        ("berg2019what", "berg2019what"),
        ("Berg:2019/a-b_c+d.e", "Berg:2019/a-b_c+d.e"),
        ("DBLP:journals/corr/abs-1409-8035", "DBLP:journals/corr/abs-1409-8035"),
        ("Müller2020", "Müller2020"),
        ("_private_", "_private_"),
        ("a b, {c}%", "a_b_c"),
        (r"o'brien~2020\x", "o_brien_2020_x"),
        ("{}", "untitled"),
        ("*", "untitled"),
        ("", "untitled"),
    ],
)
def test_keys_are_kept_as_far_as_latex_can_read_them(key: str, legal: str) -> None:
    assert legal_key(key) == legal


def test_bibtex_tells_no_case_apart_so_keys_differ_in_more() -> None:
    papers = [paper("Bell", 2020, title, key) for title, key in (("A", "Bell20"), ("B", "bell20"))]
    assert assign_keys(papers) == ["Bell20", "bell20a"]
    made = paper("Bell", 2020, "Stars")
    assert assign_keys([made, paper("X", 1, "Y", "BELL2020STARS")]) == [
        "bell2020starsa", "BELL2020STARS",
    ]  # fmt: skip


def test_a_legal_key_stays_though_another_becomes_like_it_when_cleaned() -> None:
    papers = [paper("A", 1, "A", key="a b"), paper("B", 2, "B", key="a_b")]
    assert assign_keys(papers) == ["a_ba", "a_b"]


def test_imported_keys_go_by_the_papers_and_not_by_their_order() -> None:
    papers = [paper("Bell", year, f"Stars {year}", key="bell") for year in (2022, 2021, 2023)]
    assert assign_keys(papers) == ["bella", "bell", "bellb"]
    assert assign_keys(papers[::-1]) == ["bellb", "bell", "bella"]


def test_a_key_that_a_person_chose_is_made_legal() -> None:
    assert assign_keys([paper("Bell", 2020, "Stars")], {0: "my {key}"}) == ["my_key"]


def test_keys_follow_the_pattern_and_imported_ones_stay() -> None:
    papers = [paper("Bell", 2020, "Stars"), paper("Bell", 2020, "Dust", "dust")]
    assert assign_keys(papers, pattern="{Family}_{yy}") == ["Bell_20", "dust"]
    with pytest.raises(KeyPatternError):
        assign_keys([], pattern="{nothing}")


@given(st.lists(records, max_size=8), st.dictionaries(st.integers(0, 7), st.text(max_size=3)))
def test_every_key_is_one_to_bibtex_and_to_cite(
    generated: list[Record], chosen: dict[int, str]
) -> None:
    keys = assign_keys(generated, {i: key for i, key in chosen.items() if i < len(generated)})
    assert len({key.casefold() for key in keys}) == len(generated)
    assert keys == [legal_key(key) for key in keys]
    assert not any(set(key) & set(" ,{}()\"#%'=~\\") for key in keys)
    wanted = [record.citation_key for record in generated]
    free = {key for key in wanted if wanted.count(key) == 1}
    for index, (key, own) in enumerate(zip(keys, wanted, strict=True)):
        rivals = [other for i, other in enumerate(keys) if i != index]
        if own in free and own and legal_key(own) == own and index not in chosen:
            assert key == own or own.casefold() in [rival.casefold() for rival in rivals]
