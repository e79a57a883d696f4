"""Works as the items that styles are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.citing.styles import reference
from pubbrowser.citing.styles.items import item
from pubbrowser.citing.styles.titles import rich
from pubbrowser.model import Date, Name, Work, link

Make = Callable[..., Work]


def _item(make_work: Make, **fields: Any) -> dict[str, Any]:
    return item(make_work(**fields))


def test_initials_carry_their_stops_and_full_names_stay(make_work: Make) -> None:
    made = _item(make_work, author=["Müller, K-R", "Raberger, AM", "Berg, Klaus-Robert"])
    assert [name["given"] for name in made["author"]] == ["K.-R.", "A. M.", "Klaus-Robert"]


def test_a_volume_that_only_repeats_the_year_goes(make_work: Make) -> None:
    fields = {"issued": Date(2016), "volume": "2016", "container_title": "Proceedings of Moss"}
    assert "volume" not in _item(make_work, type="paper-conference", **fields)
    assert _item(make_work, type="article-journal", **fields)["volume"] == "2016"


@pytest.mark.parametrize(
    ("fields", "page"),
    [
        ({"page": "1-9"}, "1–9"),
        ({"page": "TBA"}, None),
        ({"article_number": "206"}, "206"),
        ({"page": "1-27", "article_number": "14"}, "14:1–27"),
        ({"type": "document", "locator": "3:4"}, "3:4"),
        ({"type": "document", "locator": "best poster"}, None),
        ({"locator": "9oToxYVOSW"}, None),
    ],
)
def test_pages_and_article_numbers(
    fields: dict[str, Any], page: str | None, make_work: Make
) -> None:
    fields = {"type": "article-journal", "container_title": "Mosses", **fields}
    assert _item(make_work, **fields).get("page") == page


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"container_title": "Proceedings of the Moss Workshop"}, "paper-conference"),
        ({"container_title": "Journal of Moss", "volume": "3"}, "article-journal"),
        ({"container_title": "arXiv"}, "article"),
        ({"arxiv_id": "2101.00001"}, "article"),
        ({"url": "https://moss.example"}, "webpage"),
        ({}, "document"),
        ({"type": "thesis", "container_title": "Proceedings"}, "thesis"),
    ],
)
def test_types_are_guessed_where_the_list_names_none(
    fields: dict[str, Any], kind: str, make_work: Make
) -> None:
    assert _item(make_work, **fields)["type"] == kind


def test_preprints_look_as_zotero_exports_them(make_work: Make) -> None:
    made = _item(make_work, type="article", arxiv_id="2508.21380", container_title="CoRR")
    assert made["publisher"] == "arXiv"
    assert made["number"] == "arXiv:2508.21380"
    assert made["URL"] == "https://arxiv.org/abs/2508.21380"
    assert "container-title" not in made
    of_a_feed = _item(make_work, type="article", category="LG")
    assert of_a_feed["publisher"] == "arXiv"
    assert "number" not in of_a_feed
    elsewhere = _item(make_work, type="article", container_title="bioRxiv")
    assert elsewhere["publisher"] == "bioRxiv"


def test_doi_and_address_are_the_papers_own(make_work: Make) -> None:
    links = (
        link("https://github.com/moss/code"),
        link("https://doi.org/10.1234/moss"),
        link("https://moss.example/paper"),
    )
    made = _item(make_work, title="T", links=links)
    assert made["DOI"] == "10.1234/moss"
    assert made["URL"] == "https://moss.example/paper"
    assert "URL" not in _item(make_work, title="T", links=links[:1])


def test_chapters_have_their_number(make_work: Make) -> None:
    for kind in ("chapter", "book"):
        assert _item(make_work, type=kind, chapter_number="7")["chapter-number"] == "7"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-author-date", "Vol. 2. Green Things 5. Tallpress."),
        ("ieee", "in Green Things, no. 5"),
    ],
)
def test_the_number_in_a_series_is_told(style: str, expected: str, make_work: Make) -> None:
    work = make_work(
        type="book", title="Moss", collection_title="Green Things", collection_number="5",
        volume="2", publisher="Tallpress",
    )  # fmt: skip
    assert expected in reference(work, style)


def test_theses_name_their_degree_and_school(make_work: Make) -> None:
    made = _item(make_work, type="thesis", container_title="Hull", notes=("MSc",))
    assert (made["genre"], made["publisher"]) == ("Master’s thesis", "Hull")
    assert _item(make_work, type="thesis")["genre"] == "Doctoral dissertation"


def test_where_a_paper_stands_is_said_only_while_it_has_no_date(make_work: Make) -> None:
    assert _item(make_work, notes=("in press",))["status"] == "in press"
    assert "status" not in _item(make_work, notes=("in press",), issued=Date(2020))


def test_a_list_that_was_cut_is_marked(make_work: Make) -> None:
    made = _item(make_work, author=["Berg, A"], authors_truncated=True)
    assert made["author"][-1] == {"et-al": True}
    of_editors = _item(make_work, editor=["Berg, A"], authors_truncated=True)
    assert of_editors["editor"][-1] == {"et-al": True}


def test_a_list_of_editors_beside_authors_that_was_cut_is_marked(make_work: Make) -> None:
    made = _item(make_work, author=["Berg, A"], editor=["Fern, B"], editors_truncated=True)
    assert {"et-al": True} not in made["author"]
    assert made["editor"][-1] == {"et-al": True}


def test_ieee_says_when_a_page_was_looked_at(make_work: Make) -> None:
    work = make_work(
        type="webpage", title="Moss", url="https://moss.example/", accessed=Date(2020, 5, 1)
    )
    assert "Accessed: May 01, 2020." in reference(work, "ieee")


def test_owners_are_marked_on_request(make_work: Make) -> None:
    work = make_work(author=["Berg, A", "Fox, B"], owner_positions=(1, 7))
    assert [bool(name.get("owner")) for name in item(work, owners=True)["author"]] == [False, True]
    assert not any("owner" in name for name in item(work)["author"])
    edited = make_work(editor=["Berg, A"], owner_positions=(0,))
    assert item(edited, owners=True)["editor"][0]["owner"] is True


def test_names_without_parts_are_literal_and_empty_ones_go(make_work: Make) -> None:
    names = [Name(literal="Moss Group"), Name(given="Plato"), Name()]
    assert _item(make_work, author=names)["author"] == [
        {"literal": "Moss Group"},
        {"literal": "Plato"},
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (r"ECQ$^{\text{x}}$", "ECQˣ"),
        ("On <em>Bryum</em> and H<sub>2</sub>O", "On <i>Bryum</i> and H<sub>2</sub>O"),
        ("<i>open", "open"),
        ("a <script>alert(1)</script>", "a <script>alert(1)</script>"),
        ("from $5 to $10", "from $5 to $10"),
        ("<i> </i>x", " x"),
    ],
)
def test_titles_keep_plain_tags_and_have_math_as_unicode(printed: str, expected: str) -> None:
    assert rich(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Research -- Past, Present", "Research – Past, Present"),
        ("Moss --- a review", "Moss — a review"),
        ("Moss---a review", "Moss—a review"),
        ("Bose--Einstein condensates", "Bose–Einstein condensates"),
        ("The “moss”--“fern” gap", "The “moss”–“fern” gap"),
        ("Running moss --flag and -- --flag", "Running moss --flag and – --flag"),
        ("C-- and i-- in a row of ---- signs", "C-- and i-- in a row of ---- signs"),
        ("$a--b$ -- see https://moss.example/a--b", "a--b – see https://moss.example/a--b"),
        ("The $a$--$b$ phase", "The a–b phase"),
        ("On <i>Bryum</i>--<i>Funaria</i> hybrids", "On <i>Bryum</i>–<i>Funaria</i> hybrids"),
    ],
)
def test_two_and_three_hyphens_between_words_are_dashes(printed: str, expected: str) -> None:
    assert without_math_marks(rich(printed)) == expected


def without_math_marks(text: str) -> str:
    return text.replace('<span class="nocase">', "").replace("</span>", "")


def test_records_keep_the_hyphens_they_were_printed_with(make_work: Make) -> None:
    work = make_work(title="Moss -- Fern")
    assert item(work)["title"] == "Moss – Fern"
    assert work.merged.title == "Moss -- Fern"


@pytest.mark.parametrize("style", ["mla", "chicago", "apa", "ieee"])
def test_no_style_changes_the_case_of_math(style: str, make_work: Make) -> None:
    title = r"$\alpha^{2}_{\beta}$ moss, $k$-means and $n$th order in $\gamma$"
    written = reference(make_work(title=title), style)
    assert "α²ᵦ" in written
    assert "nth" in written
    assert "γ" in written
    assert "k-" in written
