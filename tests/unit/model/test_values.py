"""Names, dates and links."""

from __future__ import annotations

import pytest

from pubbrowser.model import Date, Name, link
from pubbrowser.model.links import arxiv_id_of, doi_in, doi_of, host_and_path


@pytest.mark.parametrize(
    ("name", "full", "surname"),
    [
        (Name("Müller", "Klaus-Robert"), "Klaus-Robert Müller", "Müller"),
        (Name("Lange", "Tobias", "de"), "Tobias de Lange", "de Lange"),
        (
            Name("Haas", "Ernst", dropping_particle="von", suffix="Jr."),
            "Ernst von Haas Jr.",
            "Haas",
        ),
        (Name(literal="SPOKES Consortium"), "SPOKES Consortium", "SPOKES Consortium"),
        (Name(given="Aristotle"), "Aristotle", "Aristotle"),
    ],
)
def test_a_name_in_full_and_in_short(name: Name, full: str, surname: str) -> None:
    assert (name.full, name.surname) == (full, surname)


@pytest.mark.parametrize(
    ("date", "iso", "parts"),
    [
        (Date(2023), "2023", [2023]),
        (Date(2023, 2), "2023-02", [2023, 2]),
        (Date(2023, 2, 14), "2023-02-14", [2023, 2, 14]),
        (Date(2023, 0, 14), "2023", [2023]),
        (Date(987), "0987", [987]),
    ],
)
def test_a_date_is_as_exact_as_it_is_given(date: Date, iso: str, parts: list[int]) -> None:
    assert (date.iso, date.parts) == (iso, parts)


def test_dates_stand_in_the_order_of_time() -> None:
    assert sorted([Date(2021), Date(2020, 12), Date(2020, 2, 3), Date(2020, 2)]) == [
        Date(2020, 2),
        Date(2020, 2, 3),
        Date(2020, 12),
        Date(2021),
    ]


@pytest.mark.parametrize(
    ("url", "label", "kind"),
    [
        ("https://github.com/jim-berend/semanticlens", "", "repo"),
        ("https://www.github.com/a/b/", "", "repo"),
        ("https://github.com/jim-berend", "", "site"),
        ("https://gitlab.example.org/group/project", "", "repo"),
        ("https://github.com/a/b", "Demo", "demo"),
        ("https://semanticlens.hhi-research-insights.eu", "Demo", "demo"),
        ("https://example.org/software", "Code", "repo"),
        ("https://arxiv.org/abs/2301.00001", "", "arxiv"),
        ("https://arxiv.org/pdf/2301.00001.pdf", "", "arxiv"),
        ("https://doi.org/10.1000/x", "", "doi"),
        ("https://example.org/paper.PDF", "", "pdf"),
        ("https://example.org/", "", "site"),
        ("http://[broken", "", "site"),
        ("", "", "site"),
    ],
)
def test_what_a_link_leads_to(url: str, label: str, kind: str) -> None:
    assert link(url, label).kind == kind


@pytest.mark.parametrize(
    ("url", "identifier"),
    [
        ("https://arxiv.org/abs/2301.00001v2", "2301.00001v2"),
        ("http://arxiv.org/pdf/cs.LG/0301001", "cs.LG/0301001"),
        ("https://example.org/abs/2301.00001", ""),
    ],
)
def test_the_arxiv_identifier_of_an_address(url: str, identifier: str) -> None:
    assert arxiv_id_of(url) == identifier


def test_the_doi_of_an_address() -> None:
    assert doi_of("https://dx.doi.org/10.1038/s42256-025-1") == "10.1038/s42256-025-1"
    assert doi_of("https://example.org/10.1038/s42256-025-1") == ""


def test_an_address_that_is_none_has_no_host() -> None:
    assert host_and_path("http://[broken") == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "10.1/a(b)",
        "https://doi.org/10.1/a(b)",
        "http://dx.doi.org/10.1/a(b)",
        "https://doi-org.proxy.example.edu/10.1/a(b)",
        "https://doi.org.proxy.example.edu/10.1/a(b)",
        "www.doi.org/10.1/a(b)",
        "doi:10.1/a(b)",
        "DOI: https://doi.org/10.1/a(b) ",
    ],
)
def test_a_doi_is_known_however_it_is_written(text: str) -> None:
    assert doi_in(text) == "10.1/a(b)"


@pytest.mark.parametrize(
    "text", ["", "none", "N/A", "10.1000", "10/abc", "https://doi.org/", "https://x.org/10.1/a"]
)
def test_what_is_no_doi_gives_none(text: str) -> None:
    assert doi_in(text) == ""
