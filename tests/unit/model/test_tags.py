"""Which signs of a title are tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.model.tags import pairs, without_tags


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("in <i>E. coli</i>", "in E. coli"),
        ("H<sub>2</sub>O and H<SUB>2</SUB>O", "H2O and H2O"),
        ("<b>a <i>b</i></b> c", "a b c"),
        ('<span style="font-variant:small-caps;">A</span><scp>B</scp>', "AB"),
        ('<span class="nocase">McX</span>', "McX"),
        ("<i>a <b>b</i> c", "a <b>b c"),
    ],
)
def test_tags_with_a_partner_go(text: str, shown: str) -> None:
    assert without_tags(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Effects when p<0.05 and q>0.95 in a<b and c>d",
        "a<i and j>k </i>",
        "The <b> element",
        "end </i> of <i>",
        "<script>alert(1)</script>",
        "<span>a</span>",
        "x <i >y</i >",
        "<<i>",
    ],
)
def test_all_else_is_text(text: str) -> None:
    assert pairs(text) == []
    assert without_tags(text) == text


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "a"])))
def test_pairs_are_nested(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = pairs(text)
    for one in found:
        assert text[one.start : one.inside] == f"<{one.name}>"
        assert text[one.end : one.stop] == f"</{one.name}>"
        for other in found:
            apart = one.stop <= other.start or other.stop <= one.start
            inside = one.inside <= other.start and other.stop <= one.end
            around = other.inside <= one.start and one.stop <= other.end
            assert one == other or apart or inside or around
