"""In-text citations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.intext import IN_TEXT, InText
from pubbrowser.model import Record, Work

BY_NAME = {way.name: way for way in IN_TEXT}


def cite(name: str, *keys: str) -> str:
    works = [Work(id=key, key=key, merged=Record(), records=()) for key in keys]
    return BY_NAME[name].write(works)


def test_the_ways_are_known_by_name() -> None:
    assert list(BY_NAME) == [
        "cite", "citep", "citet", "autocite", "textcite", "parencite", "pandoc", "typst", "keys",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("cite", r"\cite{a}", r"\cite{a,b}"),
        ("citep", r"\citep{a}", r"\citep{a,b}"),
        ("citet", r"\citet{a}", r"\citet{a,b}"),
        ("autocite", r"\autocite{a}", r"\autocite{a,b}"),
        ("textcite", r"\textcite{a}", r"\textcite{a,b}"),
        ("parencite", r"\parencite{a}", r"\parencite{a,b}"),
        ("pandoc", "[@a]", "[@a; @b]"),
        ("typst", "@a", "@a @b"),
        ("keys", "a", "a,b"),
    ],
)
def test_several_works_are_one_citation(name: str, one: str, two: str) -> None:
    assert cite(name, "a") == one
    assert cite(name, "a", "b") == two


@pytest.mark.parametrize("way", IN_TEXT, ids=lambda way: way.name)
def test_the_order_is_kept_and_no_work_is_cited_twice(way: InText) -> None:
    assert cite(way.name, "b", "a", "b") == cite(way.name, "b", "a")
    assert cite(way.name, "b", "a") != cite(way.name, "a", "b")
    assert cite(way.name) == ""


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("berg2019what", "@berg2019what"),
        ("_x", "@_x"),
        ("Müller2020", "@Müller2020"),
        ("DBLP:conf/nips/x-y.z+1", "@DBLP:conf/nips/x-y.z+1"),
        ("a.", "@{a.}"),
        ("a::b", "@{a::b}"),
        ("a--b", "@{a--b}"),
        (":a", "@{:a}"),
        ("a;b", "@{a;b}"),
        ("a*b", "@{a*b}"),
        ("a@b", "@{a@b}"),
    ],
)
def test_pandoc_needs_braces_around_unusual_keys(key: str, written: str) -> None:
    assert cite("pandoc", key) == f"[{written}]"


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("berg2019what", "@berg2019what"),
        ("DBLP:x-y.z_1", "@DBLP:x-y.z_1"),
        ("Müller2020", "@Müller2020"),
        ("a/b", '#cite(label("a/b"))'),
        ("a.", '#cite(label("a."))'),
        ("a:", '#cite(label("a:"))'),
        ("a+b", '#cite(label("a+b"))'),
    ],
)
def test_typst_needs_a_label_for_unusual_keys(key: str, written: str) -> None:
    assert cite("typst", key) == written
    assert cite("typst", key, "x") == f"{written} @x"


def test_a_key_is_cited_as_an_export_writes_it(
    make_work: Callable[..., Work], read_bibtex: Callable[[str], list[dict[str, str]]]
) -> None:
    from pubbrowser.citing.bibtex import bibtex

    work = make_work(key="a b{c}", title="T")
    assert BY_NAME["keys"].write([work]) == read_bibtex(bibtex([work]))[0]["KEY"] == "a_b_c"


@pytest.mark.parametrize("way", IN_TEXT, ids=lambda way: way.name)
@given(keys=st.lists(st.text(max_size=5), min_size=1, max_size=3))
def test_any_keys_make_one_line(way: InText, keys: list[str]) -> None:
    text = cite(way.name, *keys)
    assert text
    assert text.splitlines() == [text]
    assert text.count("{") == text.count("}")
