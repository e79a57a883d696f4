r"""Math of a .bib file comes back in .bib output as it was, but for white space."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.model import Record, Source, Work
from pubbrowser.readers.reader import Text
from pubbrowser.readers.registry import read_text

_MATH = re.compile(r"(?<!\\)\$((?:\\.|[^$\\])*)\$")
_SIGNS = r"""
    a b x R S 2 7 + - = < > / ( ) , ' | \alpha \Delta \varepsilon \pm \times \cdot \leq \geqslant
    \to \rightarrow \ell \infty \mathbb{R} \mathcal{L} \mathrm{TeV} \mathfrak{g} \text{if} \,
    \bm{x} \lvert \log \sin \lim \max \operatorname{Tr} \operatorname*{argmax} \hbar \odot \% \{a\}
    \mymacro \ldots \not= \langle \rangle \lesssim \mbox{so} \boldsymbol\beta \quad
"""


def _inside(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    row = st.lists(part, min_size=1, max_size=3).map(" ".join)
    return st.one_of(
        st.builds("{}^{{{}}}".format, st.sampled_from("xRM7"), row),
        st.builds("{}_{{{}}}".format, st.sampled_from("xRM7"), row),
        st.builds(r"\frac{{{}}}{{{}}}".format, row, row),
        st.builds(r"\sqrt{{{}}}".format, row),
        st.builds(r"\sqrt[3]{{{}}}".format, row),
        st.builds(r"\{}{{{}}}".format, st.sampled_from(("hat", "bar", "vec", "overline")), row),
        st.builds(r"\left( {} \right)".format, row),
        st.builds(r"\unknown{{{}}}".format, row),
        st.builds("{{{}}}".format, row),
    )


_PARTS = st.recursive(st.sampled_from(_SIGNS.split()), _inside, max_leaves=8)
_FORMULAS = st.lists(_PARTS, min_size=1, max_size=4).map(" ".join)
_TITLES = st.builds("On {} ${}$ moss".format, st.sampled_from(("", "the", "Bryum")), _FORMULAS)


def _written_again(title: str, write: Callable[[Sequence[Work]], str]) -> str:
    read = read_text(Text(f"@misc{{k, title = {{{title}}}}}", "x", datetime.date(2026, 1, 1)))
    (record,) = read.records
    records = ((Source("a", 1), record),)
    written = write([Work(id="i", key="k", merged=Record(title=record.title), records=records)])
    found = re.search(r"title = \{(.*)\}", written)
    assert found
    return found[1]


def _formulas(latex: str) -> list[str]:
    return ["".join(math.split()) for math in _MATH.findall(latex)]


@pytest.mark.parametrize("write", [bibtex, biblatex])
@given(title=_TITLES)
def test_math_comes_back(write: Callable[[Sequence[Work]], str], title: str) -> None:
    again = _written_again(title, write)
    assert _formulas(again) == _formulas(title)
    assert _written_again(again, write) == again


@pytest.mark.parametrize("write", [bibtex, biblatex])
@pytest.mark.parametrize(
    "math",
    [r"\mathbb{R}", "ABCD", " x ", r"\dfrac{a}{b}", r"x_{_{NN}}", r"95\%", r"\text{a b}", "12"],
)
def test_formulas_come_back(write: Callable[[Sequence[Work]], str], math: str) -> None:
    assert _formulas(_written_again(f"On ${math}$ moss", write)) == ["".join(math.split())]
