"""Braces of titles, which keep words from change of case."""

from __future__ import annotations

import pytest

from pubbrowser.readers.bibtex.protection import protected_words
from tests.unit.readers.bibtex.reading import read_one


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        ("A {Bayesian} approach", ["Bayesian"]),
        ("Standard Model {Higgs} boson at the {LHC}", ["Higgs", "LHC"]),
        (r"{Schr{\"o}dinger}'s cat", ["Schrödinger"]),
        (r"{{\"O}sterreich} heute", ["Österreich"]),
        ("The {New York Times} effect", ["New York Times"]),
        ("{The Whole Title of $x$ Cats}", ["The Whole Title of $x$ Cats"]),
        ("{B}ayesian {M}ethods i{P}{S}", ["Bayesian", "Methods", "iPS"]),
        ("{BERT}-based, {BERT} twice", ["BERT"]),
        (r"\emph{In vivo} {{\em Drosophila} cells}", ["<i>Drosophila</i> cells"]),
        (r"Schr\"{o}dinger and {\"O}sterreich {\em in} \v{S}koda", []),
        (r"Of {$\Delta$} and {--} {1}", []),
        (r"H\textsubscript{2}O of {CO\textsubscript{2}}", ["CO<sub>2</sub>"]),
        ("{unclosed {Title}", []),
        ("closed} {Title}", ["Title"]),
        ("Plain", []),
    ],
)
def test_words_in_braces_are_protected(latex: str, words: list[str]) -> None:
    assert list(protected_words(latex)) == words


def test_records_have_them_of_title_and_subtitle() -> None:
    record = read_one("@book{a, title={On {Higgs}}, subtitle={A {Bayes} view}, booktitle={{X}}}")
    assert record.title == "On Higgs: A Bayes view"
    assert record.protected_words == ("Higgs", "Bayes")


def test_the_second_pair_of_braces_protects_the_whole_title() -> None:
    assert read_one("@misc{a, title = {{On Moss}}}").protected_words == ("On Moss",)
    assert read_one('@misc{a, title = "{On Moss}"}').protected_words == ("On Moss",)
