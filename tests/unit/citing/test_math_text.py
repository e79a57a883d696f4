r"""TeX math as Unicode."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.markup import plain
from pubbrowser.citing.math_text import math_as_text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"\sqrt{s}=7", "√s=7"),
        (r"\sqrt{2}", "√2"),
        (r"\sqrt{13}", "√13"),
        (r"\sqrt{x+1}", "√(x+1)"),
        (r"\sqrt{(x+1)}", "√(x+1)"),
        (r"\sqrt{ab}", "√(ab)"),
        (r"\sqrt{s_{NN}}", "√s_NN"),
        (r"\sqrt{s_{_{NN}}}", "√s__NN"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"\sqrt \alpha", "√α"),
    ],
)
def test_roots(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"\frac{\alpha}{\beta}", "α/β"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac{1}{n \cdot m}", "1/(n · m)"),
        (r"\frac{-1}{2}", "-1/2"),
        (r"\frac{\sin x}{x}", "(sin x)/x"),
        (r"\frac12", "½"),
        (r"\frac{1}{137}", "1/137"),
        (r"x\frac{a}{b}y", "x(a/b)y"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"\frac{a}{b}^2", "(a/b)²"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
    ],
)
def test_fractions(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"\hat{x}", "x\u0302"),
        (r"\bar p", "p\u0304"),
        (r"\tilde{\psi}", "ψ\u0303"),
        (r"\vec{v}", "v\u20d7"),
        (r"\dot{q}\ddot{q}", "q\u0307q\u0308"),
        (r"\hat{a}", "â"),
        (r"\hat\imath", "î"),
        (r"\overline{MS}", "M\u0305S\u0305"),
        (r"\hat{x}_1", "x\u0302₁"),
        (r"\widehat{xyz}", r"\widehat{xyz}"),
        (r"\not= \not\in", "≠ ∉"),
    ],
)
def test_accents_are_combining(math: str, text: str) -> None:
    assert math_as_text(math) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"O(n \log n)", "O(n log n)"),
        (r"O(n\log n)", "O(n log n)"),
        (r"\sin\theta", "sin θ"),
        (r"\log_2 n", "log₂ n"),
        (r"\log\log n", "log log n"),
        (r"\exp(-x)", "exp(-x)"),
        (r"\operatorname*{arg\,max}_x f", "arg maxₓ f"),
        (r"\lim_{n \to \infty} a_n", "lim_(n → ∞) aₙ"),
        (r"2^{n\log n}", "2^(n log n)"),
        (r"a \bmod b", "a mod b"),
        (r"a \pmod{n}", "a (mod n)"),
    ],
)
def test_names_of_operators_have_spaces_where_letters_meet(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"H \rightarrow \gamma\gamma", "H → γγ"),
        (r"H \rightarrow\gamma", "H → γ"),
        (r"p\leq 0.05", "p≤0.05"),
        (r"\pm 5", "±5"),
        (r"\alpha + \beta", "α + β"),
        (r"\alpha x", "αx"),
        (r"1, \ldots, n", "1, …, n"),
        (r"x_1 \ldots x_n", "x₁ … xₙ"),
        (r"a\,b\;c\!d~e", "a b cd e"),
        (r"e^+e^-\to\mu^+\mu^-", "e⁺e⁻→μ⁺μ⁻"),
    ],
)
def test_spaces_around_relations_stay(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\mathbb E", "𝔼"),
        (r"\mathcal{L}", "ℒ"),
        (r"\mathfrak{g}", "𝔤"),
        (r"\mathrm{SU}(2)", "SU(2)"),
        (r"x \text{ if } y", "x if y"),
        (r"{\rm TeV}", "TeV"),
        (r"|\psi\rangle", "|ψ⟩"),
        (r"\left.x\right|_0", "x|₀"),
        (r"x^{\prime} M_{\odot} 90^\circ", "x′ M⊙ 90°"),
        (r"95\%", "95%"),
        (r"D_{KL}", "D_KL"),
        (r"\infty\ell\pm\times", "∞ℓ±×"),
    ],
)
def test_letters_and_signs(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        (r"\weird{x}", r"\weird{x}"),
        (r"\alpha \weird{x}{y} z", r"α \weird{x}{y} z"),
        (r"\weird x", r"\weird x"),
        (r"\frac{1}", r"\frac{1}"),
        (r"\sqrt", r"\sqrt"),
    ],
)
def test_what_is_not_known_stays_latex(math: str, text: str) -> None:
    assert math_as_text(math) == text


@pytest.mark.parametrize("part", [r"\sqrt", "{", "x^", r"\weird{", r"\frac{"])
def test_depth_has_no_limit(part: str) -> None:
    math = part * 3000 + "x" + "}" * (3000 * part.count("{"))
    assert "x" in math_as_text(math)


_PIECES = r"\ { } ^ _ a 1 [ ] - ~ \frac \sqrt \hat \rm \log \to \quad \not \mathbb \x \left"


@given(st.lists(st.sampled_from([*_PIECES.split(), " "])).map("".join))
def test_digits_are_never_lost(math: str) -> None:
    shown = math_as_text(math)
    assert sum(map(shown.count, "1¹₁")) == math.count("1")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (r"pp at $\sqrt{s}=7$ TeV", "pp at √s=7 TeV"),
        (r"at $\sim$5 GeV", "at ∼5 GeV"),
        (r"a $95\%$ limit", "a 95% limit"),
        (r"$\weird{x}$", r"\weird{x}"),
    ],
)
def test_titles(title: str, shown: str) -> None:
    assert plain(title) == shown
