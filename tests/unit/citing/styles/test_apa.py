"""References in APA style (7th edition, 2020), the default: what the manual asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.citing.styles import reference
from pubbrowser.model import Date, Name, Work, link

Make = Callable[..., Work]
Cite = Callable[..., str]


@pytest.fixture
def cite(make_work: Make) -> Cite:
    return lambda **fields: reference(make_work(**fields))


MOSS: dict[str, Any] = {"author": ["Berg, Klaus-Robert"], "title": "Moss", "issued": Date(2019)}


def test_an_article_in_full(cite: Cite) -> None:
    assert cite(
        type="article-journal", title="Unmasking moss", issued=Date(2019, 3),
        author=["Berg, S", "Wäld, AM", "Müller, Klaus-Robert"], volume="10", issue="2",
        container_title="Journal of Moss", page="1-9", doi="10.1234/moss",
    ) == (
        "Berg, S., Wäld, A. M., & Müller, K.-R. (2019). Unmasking moss. Journal of Moss, 10(2), "
        "1–9. https://doi.org/10.1234/moss"
    )  # fmt: skip


def test_an_article_number_stands_for_pages(cite: Cite) -> None:
    text = cite(**MOSS, type="article-journal", container_title="Mosses", volume="10",
                article_number="1069")  # fmt: skip
    assert text.endswith("Moss. Mosses, 10, Article 1069.")


def test_a_chapter(cite: Cite) -> None:
    text = cite(**MOSS, type="chapter", container_title="On Green Things", page="193-209",
                publisher="Tallpress", editor=["Groot, Ann", "Høj, Bo"])  # fmt: skip
    assert text == (
        "Berg, K.-R. (2019). Moss. In A. Groot & B. Høj (Eds.), On Green Things (pp. 193–209). "
        "Tallpress."
    )


def test_a_part_of_a_book_without_a_title_of_its_own(cite: Cite) -> None:
    fields: dict[str, Any] = {**MOSS, "type": "book", "publisher": "Tallpress"}
    part = cite(**fields, page="193-209", chapter_number="7")
    assert part == "Berg, K.-R. (2019). Moss (pp. 193–209). Tallpress."
    assert cite(**fields, page="543") == "Berg, K.-R. (2019). Moss. Tallpress."


def test_a_paper_in_proceedings_whose_volume_is_only_the_year(cite: Cite) -> None:
    text = cite(**MOSS, type="paper-conference", container_title="Proceedings of MossConf",
                volume="2019", page="1-2")  # fmt: skip
    assert text == "Berg, K.-R. (2019). Moss. Proceedings of MossConf, 1–2."


def test_a_preprint(cite: Cite) -> None:
    text = cite(**MOSS, type="article", arxiv_id="2508.21380", container_title="CoRR")
    assert text == (
        "Berg, K.-R. (2019). Moss (arXiv:2508.21380). arXiv. https://arxiv.org/abs/2508.21380"
    )


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"type": "thesis", "publisher": "Hull"}, "Moss [Doctoral dissertation]. Hull."),
        ({"type": "thesis", "notes": ("MSc",)}, "Moss [Master’s thesis]."),
        ({"type": "thesis", "notes": ("Bachelor thesis",)}, "Moss [Bachelor’s thesis]."),
        ({"type": "report", "number": "7", "publisher": "Hull"}, "Moss (No. 7). Hull."),
        ({"type": "software", "publisher": "Hull"}, "Moss [Computer software]. Hull."),
        (
            {"type": "software", "publisher": "Hull", "version": "1.2"},
            "Moss (Version 1.2) [Computer software]. Hull.",
        ),
        ({"type": "thesis", "genre": "Dissertation"}, "Moss [Dissertation]."),
        ({"type": "thesis", "genre": "PhD thesis"}, "Moss [Doctoral dissertation]."),
        (
            {"type": "report", "number": "7", "publisher": "Hull", "genre": "Research Note"},
            "Moss (Research Note No. 7). Hull.",
        ),
        ({"type": "book", "publisher": "Tallpress"}, "Moss. Tallpress."),
        ({"type": "document", "container_title": "Wall", "locator": "3:4"}, "Moss. Wall, 3:4."),
        ({"type": "document", "container_title": "Moss Workshop"}, "Moss. Moss Workshop."),
    ],
)
def test_other_types(fields: dict[str, Any], end: str, cite: Cite) -> None:
    assert cite(**MOSS, **fields) == f"Berg, K.-R. (2019). {end}"


@pytest.mark.parametrize("title", ["Why moss?", "Moss!", "On A. B.", "So “why?”", "Wait…"])
def test_no_full_stop_follows_another_mark(title: str, cite: Cite) -> None:
    text = cite(author=["Berg, A"], title=title, issued=Date(2019))
    assert text.removesuffix("….") + "…" * text.endswith("….") == f"Berg, A. (2019). {title}"


def test_editors_stand_for_missing_authors(cite: Cite) -> None:
    book: dict[str, Any] = {"type": "book", "title": "Mosses", "issued": Date(2024)}
    assert cite(**book, editor=["Berg, L", "Høj, C"]) == (
        "Berg, L., & Høj, C. (Eds.). (2024). Mosses."
    )
    assert cite(**book, editor=["Berg, L"]) == "Berg, L. (Ed.). (2024). Mosses."


def test_without_an_author_the_title_leads_and_without_a_year_it_says_so(cite: Cite) -> None:
    assert cite(title="Moss") == "Moss. (n.d.)."


def test_names_of_all_kinds(cite: Cite) -> None:
    names = [
        Name(family="Groot", given="Tomas", non_dropping_particle="de"),
        Name(family="Humbold", given="Alexander", dropping_particle="von"),
        Name(family="Last", given="First M", suffix="Jr."),
        Name(literal="Moss Group"),
        Name(family="Plato"),
    ]
    assert cite(author=names, title="T") == (
        "de Groot, T., Humbold, A. von, Last, F. M., Jr., Moss Group, & Plato. (n.d.). T."
    )


def test_twenty_authors_are_named_and_of_more_the_first_nineteen_and_the_last(cite: Cite) -> None:
    names = [f"Name{number}, A" for number in range(1, 401)]
    twenty = cite(author=names[:20], title="T")
    assert "Name19, A., & Name20, A. (n.d.)." in twenty
    assert "…" not in twenty
    text = cite(author=names, title="T")
    assert "Name19, A., … Name400, A. (n.d.)." in text
    assert "Name20," not in text


def test_a_list_that_was_cut_says_so(cite: Cite) -> None:
    text = cite(author=["Berg, A", "Høj, B"], authors_truncated=True, title="T")
    assert text == "Berg, A., Høj, B., et al. (n.d.). T."


def test_the_address_is_the_papers_own(cite: Cite) -> None:
    code, page = link("https://github.com/moss/code"), link("https://example.org/moss")
    dated: dict[str, Any] = {"title": "T", "issued": Date(2019)}
    assert cite(**dated, links=(code, page)) == "T. (2019). https://example.org/moss"
    assert cite(**dated, links=(code,)) == "T. (2019)."
