"""Names as BibTeX and biblatex split them."""

from __future__ import annotations

import pytest

from pubbrowser.model import Name
from pubbrowser.readers.bibtex.names import NameReader


def read(latex: str) -> tuple[Name, ...]:
    return NameReader().read(latex).names


FORMS = {
    "Jane Doe": Name("Doe", "Jane"),
    "Doe, Jane": Name("Doe", "Jane"),
    "Doe, Jr, Jane A.": Name("Doe", "Jane A.", suffix="Jr"),
    "Doe, Jane,": Name("Doe", "Jane"),
    "Ludwig van Beethoven": Name("Beethoven", "Ludwig", non_dropping_particle="van"),
    "van Beethoven, Ludwig": Name("Beethoven", "Ludwig", non_dropping_particle="van"),
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin": Name(
        "Vallée Poussin", "Charles Louis Xavier Joseph", non_dropping_particle="de la"
    ),
    "de la Vall{\\'e}e Poussin, Charles": Name(
        "Vallée Poussin", "Charles", non_dropping_particle="de la"
    ),
    "von der Stra{\\ss}e, Jr., Anna": Name(
        "Straße", "Anna", non_dropping_particle="von der", suffix="Jr."
    ),
    "King, Jr., Martin Luther": Name("King", "Martin Luther", suffix="Jr."),
    "Sammy Davis, Jr.": Name("Davis", "Sammy", suffix="Jr."),
    'J{\\"o}rg M{\\"u}ller-Stra{\\ss}e, Jr.': Name("Müller-Straße", "Jörg", suffix="Jr."),
    "Ludwig van Beethoven, III": Name(
        "Beethoven", "Ludwig", non_dropping_particle="van", suffix="III"
    ),
    "Davis, Jr.": Name("Davis", suffix="Jr."),
    "Ivanov, II": Name("Ivanov", "II"),
    "Smith, JR": Name("Smith", "JR"),
    "John Smith, JR": Name("Smith", "John", suffix="JR"),
    "van Berg, II": Name("Berg", "II", non_dropping_particle="van"),
    "{van der Berg}, Jan": Name("van der Berg", "Jan"),
    "{\\'E}douard Masterly": Name("Masterly", "Édouard"),
    "{\\'e}dith Masterly": Name("Masterly", "", non_dropping_particle="édith"),
    "jean de la fontaine": Name("fontaine", "", non_dropping_particle="jean de la"),
    "Jean~Paul Sartre": Name("Sartre", "Jean Paul"),
    "Aristotle": Name("Aristotle"),
    "{NASA Ames Research Center}": Name(literal="NASA Ames Research Center"),
    "{Barnes and Noble, Inc.}": Name(literal="Barnes and Noble, Inc."),
    "{\\relax 山田}": Name(literal="山田"),
    "family=Berg, given=Jan Ole, given-i=J, prefix=van, useprefix=true": Name(
        "Berg", "Jan Ole", non_dropping_particle="van"
    ),
    '"given=Jean, family={de La, X}, suffix=III"': Name("de La, X", "Jean", suffix="III"),
    "given=Hans, family=Berg, prefix=von, useprefix=false": Name(
        "Berg", "Hans", dropping_particle="von"
    ),
}


@pytest.mark.parametrize("latex", FORMS)
def test_forms_of_names(latex: str) -> None:
    assert read(latex) == (FORMS[latex],)


def test_names_are_separated_by_and_outside_braces_only() -> None:
    names = read(
        'A. Bell  AND\n Doe, Jane and {Salt and Pepper} and Sand Andrews and M{\\"u}ller, K'
    )
    assert [name.full for name in names] == [
        "A. Bell", "Jane Doe", "Salt and Pepper", "Sand Andrews", "K Müller",
    ]  # fmt: skip


def test_and_others_says_that_the_list_is_cut() -> None:
    found = NameReader().read("Doe, Jane and others")
    assert found.names == (Name("Doe", "Jane"),)
    assert found.truncated


def test_empty_names_are_none() -> None:
    assert read("") == ()
    assert read(" and ") == ()
    assert read("Doe, Jane and and {} and") == (Name("Doe", "Jane"),)


def test_a_list_with_commas_between_names_is_told_and_read() -> None:
    found = NameReader().read("Doe, J., Bell, A., Hale, K.")
    assert [name.full for name in found.names] == ["J. Doe", "A. Bell", "K. Hale"]
    assert len(found.unclear) == 1


def test_a_reader_gives_the_same_name_again() -> None:
    reader = NameReader()
    assert reader.read("Doe, Jane").names == reader.read("Doe, Jane and Bell, A").names[:1]
