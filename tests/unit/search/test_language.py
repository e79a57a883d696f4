"""What a typed query asks for, and what is said of the parts that ask for nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.search.conditions import (
    All,
    Any,
    Condition,
    Has,
    Not,
    Phrase,
    Value,
    Word,
    Years,
)
from pubbrowser.search.language import parse
from tests.queries import queries, written


def year(number: int, *, still_typed: bool = False) -> Condition:
    return Any((Years(number, number), Word(str(number), open=still_typed)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (" ?! - ^ \"\" ", None),
        ("Clever Müller ", All((Word("clever"), Word("muller")))),
        ("clever hor", All((Word("clever"), Word("hor", open=True)))),
        ("x-ray ", All((Word("x"), Word("ray")))),
        ("horse horse ", Word("horse")),
        ("LRP: a guide ", All((Word("lrp"), Word("a"), Word("guide")))),
        ("Title: a history ", All((Word("title"), Word("a"), Word("history")))),
        ("doi.org/10.1/x ", All((*map(Word, ["doi", "org", "10", "1", "x"]),))),
        # phrases
        ('"layer wise"', Phrase(("layer", "wise"))),
        ("“layer wise” „a b“", All((Phrase(("layer", "wise")), Phrase(("a", "b"))))),
        ("«layer wise»", Phrase(("layer", "wise"))),
        ('"layer wi', All((Phrase(("layer",)), Word("wi", open=True)))),
        ('"layer wise ', Phrase(("layer", "wise"))),
        ('5" disk ', All((Word("5"), Word("disk")))),
        # fields
        ("author:bach ", Word("bach", "author")),
        ("Author:Müll", Word("mull", "author", open=True)),
        ('author:"van der Berg"', Phrase(("van", "der", "berg"), "author")),
        ("title:x-ray ", All((Word("x", "title"), Word("ray", "title")))),
        ("venue:nature abstract:horse ", All((Word("nature", "venue"), Word("horse", "abstract")))),
        ("title:1984 ", Word("1984", "title")),
        ("^bach ", Word("bach", "author", first_author=True)),
        ("^Bach", Word("bach", "author", first_author=True, open=True)),
        ("type:preprint", Value("type", "preprint")),
        ('tag:"to read" ', Value("tag", "to read")),
        ("key:bach2015:a", Value("key", "bach2015:a")),
        ("category:LG doc:My.md", All((Value("category", "lg"), Value("doc", "my.md")))),
        ("has:code has:abs", All((Has("code"), Has("abstract")))),
        # not
        ("-survey ", Not(Word("survey"))),
        ('-author:"a b"', Not(Phrase(("a", "b"), "author"))),
        ("-^bach ", Not(Word("bach", "author", first_author=True))),
        ("-2019 ", Not(year(2019))),
        ("-x-ray ", Not(All((Word("x"), Word("ray"))))),
        ("a - b ", All((Word("a"), Word("b")))),
        # or, and brackets
        ("a OR b c ", All((Any((Word("a"), Word("b"))), Word("c")))),
        ("a b OR c OR -d ", All((Word("a"), Any((Word("b"), Word("c"), Not(Word("d"))))))),
        ("a or b ", All((Word("a"), Word("or"), Word("b")))),
        ("a AND b ", All((Word("a"), Word("b")))),
        ("(a b) OR c ", Any((All((Word("a"), Word("b"))), Word("c")))),
        ("-(a OR b)", Not(Any((Word("a"), Word("b"))))),
        ("a (b c", All((Word("a"), Word("b"), Word("c", open=True)))),
        ("R(2+1)D f(x)", All((*map(Word, ["r", "2", "1", "d", "f"]), Word("x", open=True)))),
        ("(" * 400 + "a" + ")" * 400, Word("a")),
        # years
        ("2019", year(2019, still_typed=True)),
        ("1984 ", year(1984)),
        ("2100 ", Word("2100")),
        ("2019..2021", Years(2019, 2021)),
        ("year:2019", Years(2019, 2019)),
        ("year:2019..2021", Years(2019, 2021)),
        ("year:2021-2019", Years(2019, 2021)),
        ("year:..2021", Years(None, 2021)),
        ("year:2019..", Years(2019, None)),
        ("year:>2020", Years(2021, None)),
        ("year:>=2020", Years(2020, None)),
        ("year:<2020", Years(None, 2019)),
        ("year:<=2020", Years(None, 2020)),
        ("year:20", Years(2000, 2099)),
        ("year:201", Years(2010, 2019)),
        ("year:2015..20", Years(2015, 2099)),
        ("year:>20", Years(2001, None)),
    ],
)  # fmt: skip
def test_meaning(text: str, expected: Condition | None) -> None:
    parsed = parse(text)
    assert parsed.condition == expected
    assert parsed.flaws == ()


@pytest.mark.parametrize(
    ("text", "flawed", "hint", "expected"),
    [
        ("a year:20x b ", "year:20x", "year:20x is no year: write year:2019", ["a", "b"]),
        ("a year:12345 ", "year:12345", "is no year", ["a"]),
        ("has:music a ", "has:music", "write has:code, has:abstract", ["a"]),
        ("type:poem a ", "type:poem", "type:poem is not known", ["a"]),
        ("author: bach ", "author:", "author: has nothing after it", ["bach"]),
        ("tag: a ", "tag:", "write tag:", ["a"]),
        ("OR a ", "OR", "OR stands between", ["a"]),
        ("a (b OR) ", "OR", "OR stands between", ["a", "b"]),
        ("a OR OR b ", "OR", "OR stands between", None),
        ("author:(a b) ", "author:(a", "brackets do not go after author", None),
    ],
)
def test_flaws_are_left_out_and_told(
    text: str, flawed: str, hint: str, expected: list[str] | None
) -> None:
    parsed = parse(text)
    [flaw] = parsed.flaws
    assert text[flaw.start : flaw.end] == flawed
    assert hint in flaw.hint
    assert not flaw.unfinished
    if expected:
        parts = [Word(word) for word in expected]
        assert parsed.condition == (All(tuple(parts)) if len(parts) > 1 else parts[0])


@pytest.mark.parametrize("text", ["a author:", "a year:", "a year:>", "a has:", "a OR", "a OR "])
def test_what_may_become_right_is_unfinished(text: str) -> None:
    parsed = parse(text)
    assert parsed.condition == Word("a")
    assert [flaw.unfinished for flaw in parsed.flaws] == [True]


def test_only_so_much_is_looked_at() -> None:
    parsed = parse(" ".join(f"w{number}" for number in range(60)) + " ")
    assert isinstance(parsed.condition, All)
    assert len(parsed.condition.parts) == 50
    assert "first 50 words" in parsed.flaws[0].hint
    long = parse("a" * 2_000)
    assert long.condition == Word("a" * 1_000)
    assert [(flaw.start, flaw.end) for flaw in long.flaws] == [(1_000, 2_000)]


@given(queries)
def test_what_is_written_is_read_back(query: Condition) -> None:
    parsed = parse(written(query))
    assert parsed.condition == query
    assert parsed.flaws == ()


_pieces = st.sampled_from(
    ["a", "2019", "OR", "AND", "-", "^", "(", ")", '"', "“", "author:", "year:", "has:", "..", ">",
     " ", "\n", "ﬁ", "日本"]
)  # fmt: skip


@given(st.lists(_pieces | st.text(max_size=5), max_size=60).map("".join))
def test_any_text_is_a_query(text: str) -> None:
    parsed = parse(text)
    ends = [0]
    for span in parsed.spans:
        assert ends[-1] <= span.start < span.end
        ends.append(span.end)
    assert ends[-1] <= len(text)
    assert all(0 <= flaw.start < flaw.end <= len(text) for flaw in parsed.flaws)
    assert all(flaw.hint and "\n" not in flaw.hint for flaw in parsed.flaws)
