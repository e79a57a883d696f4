"""What a corrections file may say, how its mistakes are reported, and which file is used."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.corrections import (
    NO_CORRECTIONS,
    CorrectionsError,
    find_corrections,
    load_corrections,
    new_corrections_path,
    parse_corrections,
)
from pubbrowser.merging.corrections.values import (
    Alias,
    Corrections,
    FieldSet,
    GivenKey,
    Group,
    Reference,
    Setting,
    Tagging,
)
from pubbrowser.model import Date, Name, link

EXAMPLE = """\
# Corrections to my lists
people:
  - [Sebastian Lapuschkin, Lapuschkin S, Bach S]
join:
  - ["list.md: A Close Look at …", "feed.txt: A close look …"]
apart:
  - - list.md: Part one
    - list.md: Part two
fields:
  - of: "list.md: Title of the paper"
    set:
      issued: 2021-05
      DOI: https://doi.org/10.1038/x1
      volume: 012
      author: ["Weber, Anna", {family: Beethoven, non-dropping-particle: van, given: L}]
      links: [https://github.com/a/b]
      note: ~
keys:
  weber2021close: A Close Look at
tags:
  to-read: [10.1038/x1, arXiv:1902.10178]
  done: Title
"""


def refs(*texts: str) -> tuple[Reference, ...]:
    return tuple(map(Reference, texts))


def test_a_file_says_what_it_says() -> None:
    assert parse_corrections(EXAMPLE) == Corrections(
        people=(Alias(refs("Sebastian Lapuschkin", "Lapuschkin S", "Bach S")),),
        join=(Group(refs("list.md: A Close Look at …", "feed.txt: A close look …")),),
        apart=(Group(refs("list.md: Part one", "list.md: Part two")),),
        fields=(
            FieldSet(
                Reference("list.md: Title of the paper"),
                (
                    Setting("issued", Date(2021, 5)),
                    Setting("doi", "10.1038/x1"),
                    Setting("volume", "012"),
                    Setting(
                        "author",
                        (
                            Name("Weber", "Anna"),
                            Name("Beethoven", "L", non_dropping_particle="van"),
                        ),
                    ),
                    Setting("links", (link("https://github.com/a/b"),)),
                    Setting("note", ""),
                ),
            ),
        ),
        keys=(GivenKey("weber2021close", Reference("A Close Look at")),),
        tags=(
            Tagging("to-read", refs("10.1038/x1", "arXiv:1902.10178")),
            Tagging("done", refs("Title")),
        ),
    )


def test_every_part_knows_its_line() -> None:
    said = parse_corrections(EXAMPLE)
    assert [said.people[0].line, said.join[0].line, said.apart[0].references[1].line] == [3, 5, 8]
    assert [setting.line for setting in said.fields[0].settings] == [12, 13, 14, 15, 16, 17]


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "join:\n", "---\n...\n", "{}"])
def test_a_file_may_be_empty(content: str) -> None:
    assert parse_corrections(content) == NO_CORRECTIONS


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("- a", 1, "the file should consist of sections"),
        ("tag:\n", 1, "no section 'tag'; did you mean 'tags'"),
        ("join:\n  - [a, b]\njoin:\n  - [c, d]\n", 3, "'join' stands here a second time"),
        ("join:\n  - a\n", 2, "two papers at least"),
        ("join:\n  - [a, [b]]\n", 2, "a paper should stand here"),
        ("join:\n  - [a, ~]\n", 2, "a paper should stand here, but there is nothing"),
        ("join: a\n", 1, "should be a list"),
        ("join:\n  - list.md: A: B\n", 2, "needs quotes around it"),
        ("apart:\n  - [*a, b]\n", 2, "begins with * or & needs quotes"),
        ("apart:\n  - [!a x, b]\n", 2, "begins with ! needs quotes"),
        ("people:\n  - [Bach S]\n", 2, "two names at least"),
        ("people:\n  - Bach S\n", 2, "a person should be a list"),
        ("fields:\n  - of: A\n", 2, "has `of` and `set`"),
        ("fields:\n  - of: A\n    set: {year: 2021}\n", 3, "no field 'year'"),
        ("fields:\n  - of: A\n    set:\n      issued: May\n", 4, "such as 2021, 2021-05"),
        ("fields:\n  - of: A\n    set: {type: paper}\n", 3, "no type 'paper'"),
        ("fields:\n  - of: A\n    set: {author: Anna}\n", 3, "should be a list of names"),
        ("fields:\n  - of: A\n    set: {author: [{name: x}]}\n", 3, "no part 'name'"),
        ("fields:\n  - of: A\n    set: {title: [x]}\n", 3, "title should be a text"),
        ("keys:\n  a b: A\n", 2, "cannot be a citation key"),
        ("keys:\n  a: A\n  a: B\n", 3, "a second time (first in line 2)"),
        ("tags:\n  - x\n", 2, "of the form"),
        ("join: [a\n", 2, "not valid YAML"),
        ("# x\njoin:\n  - [a, 'b\x01']\n", 3, "control character"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("[" * 5000, 1, "nested too deeply"),
    ],
)  # fmt: skip
def test_mistakes_are_reported_with_their_line(content: str, line: int, message: str) -> None:
    with pytest.raises(CorrectionsError) as raised:
        parse_corrections(content, "c.yaml")
    assert message in str(raised.value)
    assert str(raised.value).startswith(f"c.yaml:{line}: ")


@given(st.text(st.sampled_from("ab:-[]{}#'\"\n ,&*!|>?~%@`jointags"), max_size=40))
def test_any_text_is_read_or_refused(content: str) -> None:
    with contextlib.suppress(CorrectionsError):
        parse_corrections(content)


def test_texts_of_the_file_are_cleaned() -> None:
    said = parse_corrections('tags: {"a\\e[2J": ["list.md:\\u202e  A"]}')
    assert said.tags == (Tagging("a", refs("list.md: A")),)


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "c.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorrectionsError, match=r"c\.yaml: "):
        load_corrections(path)


# Which file is used


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    for name in ("a/one.md", "b/two.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x")
    return tmp_path


def test_corrections_lie_beside_the_document(lists: Path) -> None:
    paths = [str(lists / "a" / "one.md")]
    assert find_corrections(paths) is None
    assert new_corrections_path(paths) == lists / "a" / "pubbrowser.yaml"
    (lists / "a" / "pubbrowser.yaml").touch()
    assert find_corrections(paths) == lists / "a" / "pubbrowser.yaml"
    assert find_corrections([str(lists / "a")]) == lists / "a" / "pubbrowser.yaml"


def test_one_of_several_folders_may_have_them(lists: Path) -> None:
    paths = [str(lists / "a" / "one.md"), str(lists / "b" / "two.md")]
    (lists / "pubbrowser.yaml").touch()
    assert find_corrections(paths) == lists / "pubbrowser.yaml"
    (lists / "b" / "pubbrowser.yaml").touch()
    assert find_corrections(paths) == lists / "b" / "pubbrowser.yaml"


def test_corrections_in_two_folders_have_to_be_chosen_from(lists: Path) -> None:
    for name in ("a", "b"):
        (lists / name / "pubbrowser.yaml").touch()
    with pytest.raises(CorrectionsError, match="--corrections FILE"):
        find_corrections([str(lists / "a"), str(lists / "b")])


def test_standard_input_has_nothing_beside_it() -> None:
    assert find_corrections(["-"]) is None
    assert new_corrections_path(["-"]) is None
