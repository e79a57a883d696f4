"""Articles that have a number instead of pages."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from pubbrowser.citing.exchange import csl_json
from pubbrowser.citing.styles import reference
from pubbrowser.model import Date, Name, Work
from pubbrowser.model.csl import from_csl

Make = Callable[..., Work]
NUMBERED = {
    "type": "article-journal",
    "title": "Moss",
    "author": (Name("Bell", "Ada"),),
    "issued": Date(2019),
    "container_title": "Ferns",
    "volume": "10",
    "article_number": "1069",
}


@pytest.mark.parametrize(
    ("style", "ending"),
    [
        ("apa", "Ferns, 10, Article 1069."),
        ("ieee", "Ferns, vol. 10, Art. no. 1069, 2019."),
        ("modern-language-association", "Ferns, vol. 10, 2019, p. 1069."),
        ("nature", "Ferns 10, 1069 (2019)."),
    ],
)
def test_the_number_stands_as_the_style_has_it(make_work: Make, style: str, ending: str) -> None:
    assert reference(make_work(**NUMBERED), style).endswith(ending)


def test_pages_go_before_the_number(make_work: Make) -> None:
    paged = make_work(**{**NUMBERED, "page": "1-27"})
    assert reference(paged, "apa").endswith("Ferns, 10, 1069:1–27.")


def test_csl_json_has_it_as_page_and_reads_it_back(make_work: Make) -> None:
    (item,) = json.loads(csl_json([make_work(**NUMBERED)]))
    assert item["page"] == "1069"
    record = from_csl(item)
    assert (record.page, record.article_number) == ("", "1069")
