from __future__ import annotations

import time

import pytest

from pubbrowser.readers.scholar_feed.glue import Evidence, find_cut, listed_names
from tests.unit.readers.scholar_feed.glued_pairs import PAIRS


@pytest.mark.parametrize(("title", "authors"), PAIRS)
def test_cut_is_between_title_and_authors(title: str, authors: str) -> None:
    cut = find_cut(title + authors)
    assert cut is not None
    assert (title, authors) == (
        (title + authors)[: cut.position],
        (title + authors)[cut.position :],
    )


@pytest.mark.parametrize("title", sorted({title for title, _ in PAIRS}))
def test_title_without_authors_is_not_cut(title: str) -> None:
    assert find_cut(title) is None


def test_name_known_from_elsewhere_outweighs_a_cut_before_it() -> None:
    line = "The Songs of MaryAnn Lee, Bo Ek"
    cut = find_cut(line, Evidence(names=frozenset({"Ann Lee"})))
    assert cut is not None
    assert line[cut.position :] == "Ann Lee, Bo Ek"


def test_word_of_the_page_is_not_taken_for_a_glued_one() -> None:
    line = "Boiling with KettleBell Hartmann"
    assert find_cut(line) is not None
    assert find_cut(line, Evidence(words=frozenset({"KettleBell"}))) is None


def test_initials_after_an_acronym_leave_a_doubt() -> None:
    cut = find_cut("Towards AGIIJ Hill, AM Tower")
    assert cut is None or not cut.certain


def test_single_name_is_found_with_a_doubt() -> None:
    cut = find_cut("Shadows on Cave WallsPlato, Ada Lovegood")
    assert cut is not None
    assert cut.position == len("Shadows on Cave Walls")
    assert not cut.certain


def test_names_behind_commas_need_no_cut() -> None:
    names = listed_names("Twelve KettlesMira Oyelaran, Ilse Brandauer, Bo Ek et al. · mit")
    assert names == ["Bo Ek", "Ilse Brandauer"]


@pytest.mark.parametrize("pattern", ["AaBb", "Aa, ", "a", "McAa ", "XAI", "$(", "Ada Bell, "])
def test_time_grows_with_the_length_of_the_line(pattern: str) -> None:
    line = pattern * (400_000 // len(pattern))
    start = time.process_time()
    find_cut(line)
    assert time.process_time() - start < 5
