"""Words that a document protects from change of case stay as they are in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.markup import balanced, plain
from pubbrowser.citing.protection import CLOSE, OPEN, with_protection
from pubbrowser.citing.styles import reference
from pubbrowser.citing.styles.titles import rich
from pubbrowser.citing.titles import protected
from pubbrowser.model import Date, Work
from pubbrowser.model.csl import from_csl
from tests.generated import wild_lines

Make = Callable[..., Work]


@pytest.mark.parametrize(
    ("title", "words", "latex"),
    [
        ("A Bayesian approach", ["Bayesian"], "A {Bayesian} approach"),
        ("Schrödinger's cat", ["Schrödinger"], r"{Schr{\"o}dinger}'s cat"),
        ("Österreich heute", ["Österreich"], r"{{\"O}sterreich} heute"),
        ("The New York Times", ["New York", "York Times", "York"], "The New {York Times}"),
        ("Bayes and Bayesian Bayes", ["Bayes"], "{Bayes} and Bayesian {Bayes}"),
        ("Moss of BERT", ["Moss of BERT"], "{Moss of BERT}"),
        ("On $x$ and X of $X$", ["X"], "On $x$ and {X} of {$X$}"),
        ("All of $X$ Moss", ["All of $X$ Moss"], "{All of $X$ Moss}"),
        ("& Moss", ["& Moss"], r"{{\& Moss}}"),
        ('"Big" moss', ['"Big"'], "{``Big''} moss"),
        ("C++ Moss", ["C++", "moss", "", "<i>"], "{C++} Moss"),
        (
            "On <i>In Vivo</i> moss",
            ["<i>In Vivo</i>", "In", "In Vivo</i>"],
            r"On {{\emph{In Vivo}}} moss",
        ),
    ],
)
def test_bibtex_has_them_in_braces(title: str, words: list[str], latex: str) -> None:
    assert protected(title, words) == latex


def test_both_kinds_of_bib_files_have_braces(make_work: Make) -> None:
    work = make_work(title="A Bayesian göal", protected_words=("Bayesian",))
    assert r"title = {A {Bayesian} g{\"o}al}" in bibtex([work])
    assert "title = {A {Bayesian} göal}" in biblatex([work])


def test_styles_leave_their_case(make_work: Make) -> None:
    fields = {"type": "book", "author": ["Berg, Ann"], "issued": Date(2019)}
    title = "the iris of eBird and moss of dune in sand"
    chicago = "chicago-author-date"
    assert "The Iris of eBird and Moss of Dune in Sand" in reference(
        make_work(**fields, title=title), chicago
    )
    kept = make_work(**fields, title=title, protected_words=("moss of dune",))
    assert "The Iris of eBird and moss of dune in Sand" in reference(kept, chicago)


def test_spans_hold_whole_tags() -> None:
    assert rich("On <em>In Vivo</em> moss", ["<em>In Vivo</em>"]) == (
        'On <span class="nocase"><i>In Vivo</i></span> moss'
    )


def test_spans_of_csl_json_are_read_as_protected_words() -> None:
    record = from_csl(
        {"title": 'A <span class="nocase">Bayes</span>ian <span class="nocase">de Vries</span>'}
    )
    assert record.title == "A Bayesian de Vries"
    assert record.protected_words == ("Bayesian", "de Vries")


@given(wild_lines, st.data())
def test_the_text_stays_whatever_is_protected(title: str, data: st.DataObject) -> None:
    bounds = st.integers(0, len(title))
    words = [title[slice(*sorted((data.draw(bounds), data.draw(bounds))))] for _ in range(3)]
    marked = with_protection(title, words)
    assert marked.replace(OPEN, "").replace(CLOSE, "") == title
    assert plain(marked).replace(OPEN, "").replace(CLOSE, "") == plain(title)
    assert balanced(protected(title, words))
