"""How works are put into words."""

from __future__ import annotations

import pytest

from pubbrowser.model import Date, Link, Name, Record, Source, Work, link
from pubbrowser.ui import bars, wording
from pubbrowser.ui.cells import fit, marked_segments


def work(**fields: object) -> Work:
    record = Record(**fields)  # type: ignore[arg-type]
    return Work(id="1", key="k", merged=record, records=((Source("x", 1), record),))


def test_repositories_come_first_among_the_links_and_keep_their_order() -> None:
    one = work(
        arxiv_id="2301.00001",
        links=(
            link("https://example.org/page"),
            link("https://github.com/a/b"),
            link("https://github.com/c/d"),
        ),
    )
    assert [found.url for found in wording.all_links(one)] == [
        "https://github.com/a/b",
        "https://github.com/c/d",
        "https://arxiv.org/abs/2301.00001",
        "https://example.org/page",
    ]


def test_the_same_address_is_shown_once() -> None:
    one = work(links=(link("https://github.com/a/b/"), link("https://github.com/A/b")))
    assert wording.all_links(one) == [link("https://github.com/a/b/")]


def test_doi_is_the_first_page() -> None:
    one = work(
        doi="10.1/x",
        arxiv_id="2301.00001",
        links=(Link("https://arxiv.org/abs/2301.00001", "arxiv"),),
    )
    assert [found.kind for found in wording.pages(one)] == ["doi", "arxiv"]


@pytest.mark.parametrize(
    ("families", "cut", "shown"),
    [
        ((), False, ""),
        (("A", "B", "C"), False, "A, B, C"),
        (("A", "B", "C"), True, "A, B, C et al."),
        (("A", "B", "C", "D"), False, "A, B … D"),
    ],
)
def test_short_authors(families: tuple[str, ...], cut: bool, shown: str) -> None:
    names = tuple(Name(family=family) for family in families)
    assert wording.short_authors(work(author=names, authors_truncated=cut)) == shown


def test_preprint_is_named_by_its_identifier() -> None:
    record = Record(type="article", container_title="CoRR", arxiv_id="2301.00001")
    assert wording.venue_text(record) == "arXiv:2301.00001"


@pytest.mark.parametrize(
    ("printed", "shown"), [("Third", "3rd ed."), ("Revised edition", "Revised edition")]
)
def test_publication_line_has_the_edition(printed: str, shown: str) -> None:
    record = Record(type="book", publisher="Fen Press", edition=printed)
    assert wording.publication_line(record) == f"Fen Press · {shown}"


def test_publication_line_has_volume_issue_and_pages() -> None:
    record = Record(
        container_title="Journal", volume="3", issue="2", page="1–27", issued=Date(2020)
    )
    assert wording.publication_line(record) == "Journal · vol. 3(2), pp. 1–27"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 8, "short   "),
        ("one two three", 9, "one two… "),
        ("incomprehensibilities", 8, "incompr…"),
        ("漢字漢字", 5, "漢字…"),
        ("anything", 0, ""),
    ],
)
def test_text_is_fitted_into_cells(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


def test_marks_stay_within_a_cut_text() -> None:
    from rich.style import Style

    plain, bold = Style(), Style(bold=True)
    segments = marked_segments("clever…", [(0, 4), (20, 25)], plain, bold)
    assert [(s.text, s.style == bold) for s in segments] == [("clev", True), ("er…", False)]


def test_years_get_columns_and_share_them_when_there_are_too_many() -> None:
    assert bars.lay_out(2014, 2026, 30).bucket == 1
    assert bars.lay_out(2014, 2026, 30).cells == 2
    assert bars.lay_out(1950, 2026, 30).bucket == 5
    assert bars.lay_out(1950, 2026, 30).years_of(1) == (1955, 1959)


def test_whatever_is_there_shows_at_least_a_sliver() -> None:
    assert bars.eighths(1, 1_000_000, 8) == 1
    assert bars.eighths(0, 10, 8) == 0
    assert bars.eighths(10, 10, 8) == 64


@pytest.mark.parametrize("width", [1, 5, 26, 60, 200])
def test_axis_is_as_wide_as_the_columns(width: int) -> None:
    columns = bars.lay_out(2014, 2026, width)
    axis = bars.axis(columns, width)
    assert len(axis) == width
    for label in axis.split():
        assert axis.index(label) == columns.column_of(int(label)) * columns.cells
