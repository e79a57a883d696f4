"""DOIs as they stand in .bib files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.readers.bibtex import doi_values
from tests.unit.readers.bibtex.reading import read, read_one

PIECES = ("%", "%25", "%7B", "%7d", "%20", "25", "7B", "2", "{", "}", "\\", "\\_", " ", "a", "<")


@given(st.lists(st.sampled_from(PIECES)).map("".join).map(lambda doi: " ".join(doi.split())))
def test_every_doi_comes_back(doi: str) -> None:
    value = doi_values.encode(doi)
    assert not set("{}\\ ").intersection(value)
    assert doi_values.decode(value) == doi


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1/a%7Bb%7D", "10.1/a{b}"),
        ("10.1/a\\_b", "10.1/a_b"),
        ("10.1/a%3Cb%25", "10.1/a%3Cb%25"),
        ("10.1/a%257B", "10.1/a%7B"),
        ("https://doi.org/10.1/a%7bb", "10.1/a{b"),
    ],
)
def test_values_of_files(value: str, doi: str) -> None:
    assert read_one(f"@article{{k, title={{T}}, doi={{{value}}}}}").doi == doi


def test_what_is_no_doi_is_left_out_and_told() -> None:
    document = read("@misc{a, title={T}}\n@article{k, title={T}, doi={none}}")
    assert document.records[1].doi == ""
    assert [(problem.line, problem.message) for problem in document.problems] == [
        (2, '"none" is no DOI and was left out')
    ]
