from __future__ import annotations

import datetime

import pytest

from pubbrowser.model import Date, Name
from pubbrowser.readers.scholar_feed import account
from tests.unit.readers.scholar_feed.pages import DENSE, SPACED, authors, only, read, text


def test_spaced_page_is_read_completely() -> None:
    document = read(SPACED)
    assert document.problems == ()
    assert document.owner == "Ilse Brandauer"
    assert document.format == "scholar-feed"
    first, second = document.records
    assert first.type == "article"
    assert first.title == "Slow Tides under Paper Moons"
    assert authors(first) == ["Ilse Brandauer", "Tomek Wiśniak", "Oda Fjeldstad"]
    assert first.authors_truncated
    assert first.affiliation == "mit"
    assert first.issued == Date(2023, 3, 4)
    assert not first.year_inferred
    assert first.category == "LG"
    assert first.has_code
    assert first.line == 12
    assert first.abstract.startswith("We count tides. The program")
    assert second.issued == Date(2024, 1, 9)
    assert second.year_inferred
    assert not second.authors_truncated
    assert not second.has_code


def test_dense_page_is_read_completely() -> None:
    document = read(DENSE)
    assert document.problems == ()
    assert document.owner == ""
    first, second = document.records
    assert first.title == "Slow Tides under Paper Moons"
    assert authors(first) == ["Ilse Brandauer", "Tomek Wiśniak"]
    assert first.issued == Date(2023, 1, 20)
    assert first.has_code
    assert second.title == "Twelve Kettles"
    assert second.abstract == "Kettles boil, and we say when."
    assert second.line == 4


def test_layout_is_decided_for_each_entry() -> None:
    document = read(SPACED + "\n" + DENSE)
    assert document.problems == ()
    assert [record.title for record in document.records] == [
        "Slow Tides under Paper Moons",
        "Twelve Kettles",
    ] * 2
    assert [len(record.author) for record in document.records] == [3, 2, 2, 2]


@pytest.mark.parametrize("page", [SPACED, DENSE])
def test_line_ends_and_blank_lines_on_top_change_nothing_but_line_numbers(page: str) -> None:
    plain = read(page)
    windows = read("\r\n\r\n" + page.replace("\n", "\r\n"))
    assert windows.problems == ()
    assert [record.title for record in windows.records] == [r.title for r in plain.records]
    assert [record.abstract for record in windows.records] == [r.abstract for r in plain.records]
    assert [record.line - 2 for record in windows.records] == [r.line for r in plain.records]


def test_missing_authors_are_reported_and_the_rest_is_kept() -> None:
    page = "LGMay 3, 2021\nTwelve Kettles in DeepLab\n\nKettles boil, and we say when.\n"
    document = read(page)
    (record,) = document.records
    assert record.author == ()
    assert record.title == "Twelve Kettles in DeepLab"
    assert record.abstract == "Kettles boil, and we say when."
    assert [problem.line for problem in document.problems] == [2]


def test_missing_abstract_is_no_problem() -> None:
    spaced = "LGMay 3, 2021\nTwelve Kettles\n\nMira Oyelaran, Bo Ek\n\n"
    document = read(spaced + "LGMay 2, 2021\nTidesBo Ek, Al Ox\n")
    assert document.problems == ()
    assert [record.abstract for record in document.records] == ["", ""]
    assert [record.title for record in document.records] == ["Twelve Kettles", "Tides"]


def test_entry_without_a_title_is_a_problem_and_no_record() -> None:
    document = read("LGMay 3, 2021\n\nCVMay 4, 2021\nTides\n\nBo Ek, Al Ox\n")
    assert len(document.records) == 1
    assert [problem.line for problem in document.problems] == [1]


def test_entry_that_begins_with_its_authors_is_a_problem_and_no_record() -> None:
    document = read("LGMay 3, 2021\n\nAda Bell, Bo Ek et al.\n\nWe look at tides.\n" + DENSE)
    assert [record.title for record in document.records][:1] == ["Slow Tides under Paper Moons"]
    (problem,) = document.problems
    assert problem.line == 1
    assert "title" in problem.message


def test_abstract_may_have_paragraphs() -> None:
    record = only("LGMay 3, 2021\nTides\n\nBo Ek, Al Ox\n\nOne line.\nTwo lines.\n\nThe end.\n")
    assert record.abstract == "One line.\nTwo lines.\n\nThe end."


def test_title_may_run_over_two_lines() -> None:
    record = only(
        "LGMay 3, 2021\nTides that come\nand tides that go\n\nBo Ek, Al Ox et al.\n\nX.\n"
    )
    assert record.title == "Tides that come and tides that go"


def test_doubtful_cut_is_made_and_reported() -> None:
    document = read("LGMay 3, 2021\nShadows on Cave WallsPlato, Ada Lovegood\nWe look at them.")
    (record,) = document.records
    assert record.title == "Shadows on Cave Walls"
    assert record.author == (Name(family="Plato"), Name(family="Lovegood", given="Ada"))
    (problem,) = document.problems
    assert problem.line == 2
    assert "doubtful" in problem.message


def test_names_of_one_entry_help_to_cut_another() -> None:
    first = "LGMay 3, 2021\nTidesMira Oyelaran, Plato Mo, Ann Lee\nWe look.\n"
    second = "LGMay 2, 2021\nThe Songs of MaryAnn Lee, Bo Ek\nWe sing."
    assert read(first + second).records[1].title == "The Songs of Mary"


def test_classes_scores_and_particles_are_taken_apart() -> None:
    record = only("59.4LGAICOMP-PHFLU-DYNMar 26, 2020\nTides\n\nAnh van der Berg, Bo Ek\n\nX.\n")
    assert record.category == "LG AI COMP-PH FLU-DYN"
    assert record.score == 59.4
    assert record.author[0] == Name(family="Berg", given="Anh", non_dropping_particle="van der")


def test_date_without_a_year_is_after_every_printed_year() -> None:
    page = "LGMay 3, 2019\nTides\n\nBo Ek, Al Ox\n\nLGNov 30\nEbbs\n\nBo Ek, Al Ox\n"
    assert read(page).records[1].issued == Date(2020, 11, 30)


def test_date_without_any_year_is_not_after_the_day_of_capture() -> None:
    page = "LGMay 21\nTides\n\nBo Ek, Al Ox\n\nLGMay 20\nEbbs\n\nBo Ek, Al Ox\n"
    records = read(page, datetime.date(2024, 5, 20)).records
    assert [record.issued for record in records] == [Date(2023, 5, 21), Date(2024, 5, 20)]
    assert all(record.year_inferred for record in records)


def test_leap_day_tells_that_the_year_is_a_leap_year() -> None:
    page = "LGMay 3, 2021\nTides\n\nBo Ek, Al Ox\n\nLGFeb 29\nEbbs\n\nBo Ek, Al Ox\n"
    assert read(page).records[1].issued == Date(2024, 2, 29)


def test_day_that_does_not_exist_is_reported() -> None:
    document = read("LGFeb 31, 2021\nTides\n\nBo Ek, Al Ox\n")
    assert document.records[0].issued == Date(2021, 2)
    assert [problem.line for problem in document.problems] == [1]


def test_links_of_the_abstract_carry_their_kind() -> None:
    record = only(
        "LGMay 3, 2021\nTides\n\nBo Ek, Al Ox\n\nCode: https://github.com/example/tides, and a "
        "demo on https://tides.example.org. See https://arxiv.org/abs/2101.00001 and "
        "https://doi.org/10.1000/tides(1).\n"
    )
    assert [(link.kind, link.label) for link in record.links] == [
        ("repo", ""),
        ("demo", "demo"),
        ("arxiv", ""),
        ("doi", ""),
    ]
    assert record.arxiv_id == "2101.00001"
    assert record.doi == "10.1000/tides(1)"


def test_control_characters_do_not_reach_the_record() -> None:
    record = only("\ufeffLGMay 3, 2021\nTi\x1b[31mdes\u202e\n\nBo\x00 Ek, Al Ox\n\nWe\x07 look.\n")
    assert record.title == "Tides"
    assert authors(record) == ["Bo Ek", "Al Ox"]
    assert record.abstract == "We look."


def test_text_without_entries_says_so() -> None:
    document = read("Nothing of the kind.\n")
    assert document.records == ()
    assert [problem.line for problem in document.problems] == [1, 0]


def test_every_line_is_accounted_for_once() -> None:
    spans = account(text(SPACED))
    lines = [n for span in spans for n in range(span.first, span.last + 1)]
    assert len(lines) == len(set(lines))
    assert [span.kind for span in spans].count("entry") == 2
    assert {span.kind for span in spans} == {"header", "entry"}
