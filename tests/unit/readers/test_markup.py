"""Tags, character references and formulas in titles and abstracts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.readers.markup import block_of, line_of, title_of


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("x<y and z>w", "x<y and z>w"),
        ("R&D of AT&T", "R&D of AT&T"),
        ("A &amp;lt; B &#8211; C&nbsp;D", "A < B – C D"),
        ("<em>In</em> <strong>vivo</strong>", "<i>In</i> <b>vivo</b>"),
        ("CO<jats:sub>2</jats:sub> <scp>DNA</scp>", "CO<sub>2</sub> DNA"),
        ("<p>One</p><p>two</p>", "One two"),
        ('<span class="x">A</span><br/>B', "A B"),
        ("&lt;i&gt;E. coli&lt;/i&gt;", "<i>E. coli</i>"),
        (
            "At <mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>!",
            "At x<sup>2</sup>!",
        ),
        (
            "<jats:alternatives><jats:tex-math>$$\\alpha$$</jats:tex-math><mml:math><mml:mi>α"
            "</mml:mi></mml:math></jats:alternatives>-rays",
            "$\\alpha$-rays",
        ),
        ("<math><mi>a</mi>\n <mo>+</mo>\n <mi>b</mi></math>", "a+b"),
    ],
)
def test_titles_keep_the_marks_that_citations_print(printed: str, title: str) -> None:
    assert title_of(printed) == title


def test_names_keep_none() -> None:
    assert line_of("J. <i>Moss</i> &amp; Rain") == "J. Moss & Rain"


def test_abstracts_keep_their_paragraphs() -> None:
    jats = (
        "<jats:title>Abstract</jats:title><jats:p>First.</jats:p>"
        "<jats:p>Second, <jats:italic>p</jats:italic> &lt; .05.</jats:p>"
    )
    assert block_of(jats) == "First.\nSecond, p < .05."
    assert block_of("Abstract") == "Abstract"


@given(st.text(st.sampled_from("<>/&;amp#x ijats:msup\n$"), max_size=60))
def test_any_text_gives_lines(text: str) -> None:
    assert "\n" not in title_of(text)
    assert "\n" not in line_of(text)
    assert not block_of(text).startswith("\n")
