"""Unicode as LaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.latex import escape
from pubbrowser.citing.markup import balanced, plain, segments
from pubbrowser.citing.titles import protected


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Müller", r"M{\"u}ller"),
        ("Wickstrøm", r"Wickstr{\o}m"),
        ("Straße", r"Stra{\ss}e"),
        ("Łukasz Żuk", r"{\L}ukasz {\.Z}uk"),
        ("Marinč", r"Marin{\v{c}}"),
        ("García Núñez", r"Garc{\'\i}a N{\'u}{\~n}ez"),
        ("Ångström", r"{\AA}ngstr{\"o}m"),
        ("Bağcı", r"Ba{\u{g}}c{\i}"),
        ("François", r"Fran{\c{c}}ois"),
        ("Nguyễn", r"Nguy{\~{\^e}}n"),
        ("cafe\u0301", r"caf{\'e}"),
    ],
)
def test_accented_letters_are_bibtex_special_characters(text: str, latex: str) -> None:
    assert escape(text) == latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("R&D 50% #1 a_b", r"R\&D 50\% \#1 a\_b"),
        ("a\\b ~ ^", r"a{\textbackslash}b {\textasciitilde} {\textasciicircum}"),
        ("1–2 — “a” ‘b’ it’s …", r"1--2 --- ``a'' `b' it's {\ldots}"),
        ('"a" ("b")', "``a'' (``b'')"),
        ("α-helix, µm, Ωm", r"$\alpha$-helix, $\mu$m, $\Omega$m"),
        ("x² H₂O 10¹⁰", "x$^{2}$ H$_{2}$O 10$^{10}$"),
        ("A → B ≤ C", r"A $\rightarrow$ B $\leq$ C"),
        ("½", r"$\frac{1}{2}$"),
        ("ﬁn", "fin"),
        ("10\xa0km", "10~km"),
    ],
)
def test_signs_have_their_commands(text: str, latex: str) -> None:
    assert escape(text) == latex


@pytest.mark.parametrize("text", ["日本語", "😀", "Журнал", "Ελληνικά"])
def test_what_latex_has_no_form_for_stays(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "latex", "shown"),
    [
        (r"ECQ$^{\text{x}}$: a", r"ECQ$^{\text{x}}$: a", "ECQˣ: a"),
        ("$α$-TCAV", r"$\alpha$-TCAV", "α-TCAV"),
        ("$αβx$", r"$\alpha\beta x$", "αβx"),
        ("an $O(n^2)$ bound", "an $O(n^2)$ bound", "an O(n²) bound"),
        (r"$\{a\}_{ij}$", r"$\{a\}_{ij}$", "{a}ᵢⱼ"),
        (r"$\mathbb{R}^n$", r"$\mathbb{R}^n$", "ℝⁿ"),
        ("CO<sub>2</sub> and x<sup>k</sup>", r"CO$_{2}$ and x$^{\mathrm{k}}$", "CO₂ and xᵏ"),
        ("in <i>E. coli</i>", "in E. coli", "in E. coli"),
        ("H<sub><i>n</i></sub>", r"H$_{\mathrm{n}}$", "Hₙ"),
        (
            "if p<0.05 in a<b and c>d",
            r"if p{\textless}0.05 in a{\textless}b and c{\textgreater}d",
            "if p<0.05 in a<b and c>d",
        ),
    ],
)
def test_math_and_marks_in_titles(text: str, latex: str, shown: str) -> None:
    assert escape(text) == latex
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "from $5 to $10",
        "$5-$10",
        "a $ sign",
        "$",
        "$$",
        "US$5 {and US$6",
        "$plain$ words",
        "$a_$",
        "$x^1^2$",
        "$a“b$",
    ],
)
def test_dollars_are_no_math(text: str) -> None:
    assert not any(segment.is_math for segment in segments(text))
    assert plain(text) == text


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("BERT and iNNvestigate", "{BERT} and {iNNvestigate}"),
        ("XAI-based Models", "{XAI}-based Models"),
        ("Why? (LRP)!", "Why? ({LRP})!"),
        ("CLIP’s Parts", "{CLIP's} Parts"),
        ("3D Shapes", "{3D} Shapes"),
        ("What I Mean: A View", "What {I} Mean: A View"),
        ("A Theory of K-means", "A Theory of {K}-means"),
        ("Über Öl and ÜBER", r'{\"U}ber {\"O}l and {{\"U}BER}'),
        ("Δt and $\\Delta$ and $\\alpha$", r"{$\Delta$}t and {$\Delta$} and $\alpha$"),
        (r"ECQ$^{\text{x}}$: a", r"{ECQ}$^{\text{x}}$: a"),
        ("Learning «DAG» {sets}", r"Learning {\guillemotleft}{DAG}{\guillemotright} "
         r"{\textbraceleft}sets{\textbraceright}"),
        ("On <i>E. coli</i> BERT", r"On \emph{E. coli} {BERT}"),
        ("<em>In vivo</em> <i> </i>", r"\emph{In vivo}  "),
        ("<i>a <i>b</i></i>", r"\emph{a \emph{b}}"),
        ("<i>& Co</i> <b>x</b> <i>y", r"\emph{{}\& Co} x {\textless}i{\textgreater}y"),
        ("😀", "😀"),
        ("", ""),
    ],
)  # fmt: skip
def test_titles_keep_the_capitals_that_matter(title: str, latex: str) -> None:
    assert protected(title) == latex


pieces = ["<i>", "</i>", "<sub>", "</sub>", "<em>", "</em>", *r"{}\$^_<>/aB "]
tagged = st.lists(st.sampled_from(pieces)).map("".join)
tricky = st.text(st.sampled_from("ab A{}$\\^_~%&#<>\"'-–α²₂½ü\u0301\u0323İıßﬁ“„«日😀 Ω1"))


@given(st.one_of(st.text(), tricky, tagged))
def test_braces_are_balanced_whatever_comes(text: str) -> None:
    assert balanced(escape(text))
    assert balanced(protected(text))
    plain(text)


latin_letters = st.characters(max_codepoint=0x17F, categories=["L"], exclude_characters="ĦħĿŀŦŧĸŉſ")


@given(st.text(latin_letters))
def test_letters_of_european_names_become_ascii(text: str) -> None:
    assert escape(text).isascii()


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        (r"a $\frac{1}$ b", r"a {\textbackslash}frac{\textbraceleft}1{\textbraceright} b"),
        (r"a $\left(x$ b", "a (x b"),
        (r"a $\mathbf$ b", r"a {\textbackslash}mathbf b"),
        ("20°ª", r"20$^{\circ a}$"),
    ],
)
def test_what_latex_could_not_set_is_no_math(text: str, latex: str) -> None:
    assert escape(text) == latex


@pytest.mark.parametrize(("text", "latex"), [("a'\" b", "a'{}'' b"), ("“‘x’”", "```x'{}''")])
def test_quotation_marks_that_meet_stay_in_their_order(text: str, latex: str) -> None:
    assert escape(text) == latex
