"""Changes of a corrections file keep everything else as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pubbrowser.merging.corrections import CorrectionsError, parse_corrections
from pubbrowser.merging.corrections.edit import (
    add_alias,
    add_apart,
    add_join,
    add_tag,
    remove_tag,
    set_field,
    set_key,
    withdraw,
)
from pubbrowser.merging.corrections.values import (
    Alias,
    FieldSet,
    GivenKey,
    Group,
    Reference,
    Setting,
    Tagging,
)
from tests.generated import TREACHEROUS, some_line


def group(*texts: str) -> Group:
    return Group(tuple(map(Reference, texts)))


def test_a_first_correction_makes_a_readable_file() -> None:
    text = add_join("", ["list.md: A Close Look", "feed.txt: A close look"])
    assert text == 'join:\n  - ["list.md: A Close Look", "feed.txt: A close look"]\n'


def test_long_lists_have_a_line_for_each_paper() -> None:
    assert add_apart("", ["a" * 60, "b" * 60]) == (
        f'apart:\n  - ["{"a" * 60}",\n     "{"b" * 60}"]\n'
    )


def test_an_item_goes_below_the_last_one_and_its_comments() -> None:
    text = "join:\n- [a, b]  # sure\n  # the second is the preprint\n\n# people\npeople:\n"
    assert add_join(text, ["c", "d"]) == (
        "join:\n- [a, b]  # sure\n  # the second is the preprint\n"
        '- ["c", "d"]\n\n# people\npeople:\n'
    )


def test_names_have_quotes_only_where_they_need_them() -> None:
    text = add_alias("people:\n", ["Sebastian Lapuschkin", "Bach S", "Müller, K.-R."])
    assert text == 'people:\n  - [Sebastian Lapuschkin, Bach S, "Müller, K.-R."]\n'


def test_a_second_field_goes_to_the_first() -> None:
    text = set_field("", "list.md: A", "issued", "2021")
    text = set_field(text, "list.md: A", "container-title", "Nature")
    assert text == (
        'fields:\n  - of: "list.md: A"\n    set: {issued: 2021, container-title: "Nature"}\n'
    )


def test_a_field_set_again_is_replaced_where_it_stands() -> None:
    text = "fields:\n  - of: A  # see the title page\n    set:\n      issued: 2020  # was 2019\n"
    assert set_field(text, "A", "issued", "2021") == text.replace("issued: 2020", "issued: 2021")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issued", "soon"),
        ("issued", "2021-02-31"),
        ("DOI", "nature"),
        ("type", "poem"),
        ("author", "Anna Weber"),
        ("colour", "red"),
        ("URL", "javascript:alert(1)"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_refused(field: str, value: str) -> None:
    with pytest.raises(CorrectionsError):
        set_field("", "A", field, value)


def test_a_field_can_be_emptied() -> None:
    [entry] = parse_corrections(set_field("", "A", "DOI", None)).fields
    assert entry.settings == (Setting("doi", ""),)


def test_an_abstract_keeps_its_paragraphs() -> None:
    [entry] = parse_corrections(set_field("", "A", "abstract", 'One "1".\n\nTwo.')).fields
    assert entry.settings == (Setting("abstract", 'One "1".\n\nTwo.'),)


def test_a_new_key_of_the_same_paper_takes_the_place_of_the_old() -> None:
    assert set_key("keys:\n  old: A  # mine\n", "new2021", "A") == "keys:\n  new2021: A  # mine\n"


def test_a_key_of_another_paper_is_refused() -> None:
    with pytest.raises(CorrectionsError, match="another paper: A"):
        set_key("keys: {k: A}\n", "k", "B")


def test_tags_are_put_on_and_taken_off() -> None:
    text = add_tag(add_tag("", "to-read", "A"), "to-read", "B")
    assert text == 'tags:\n  to-read: ["A", "B"]\n'
    assert add_tag(text, "to-read", "B") == text
    assert remove_tag(text, "to-read", "A") == 'tags:\n  to-read: ["B"]\n'
    assert remove_tag(text, "unread", "A") == text


def test_a_tag_with_one_paper_and_no_list_takes_a_second() -> None:
    assert add_tag("tags: {x: A}\n", "x", "B") == 'tags: {x: ["A", "B"]}\n'


def test_an_entry_is_taken_out_with_its_lines() -> None:
    text = "# mine\njoin:\n  - [a, b]  # no\n  - - c\n    - d\n  - [e, f]\n"
    assert withdraw(text, "join", 1) == "# mine\njoin:\n  - [a, b]  # no\n  - [e, f]\n"
    assert withdraw("join: [[a, b], [c, d]]\n", "join", 0) == "join: [[c, d]]\n"


def test_line_breaks_and_byte_order_mark_stay() -> None:
    text = "\ufeff# mine\r\njoin:\r\n  - [a, b]\r\n"
    assert add_join(text, ["c", "d"]) == text + '  - ["c", "d"]\r\n'
    assert add_alias(text, ["c", "d"]) == text + "people:\r\n  - [c, d]\r\n"


def test_nothing_is_written_behind_the_end_of_the_document() -> None:
    assert add_join("--- # mine\n...\n# rest\n", ["c", "d"]) == (
        '--- # mine\njoin:\n  - ["c", "d"]\n...\n# rest\n'
    )


def test_a_file_with_mistakes_is_not_changed() -> None:
    with pytest.raises(CorrectionsError, match="no section 'jion'; did you mean 'join'"):
        add_join("jion:\n", ["a", "b"])


# For any file that a person may have written

references = st.one_of(
    st.sampled_from([t for t in TREACHEROUS if t.strip()]),
    some_line,
    st.sampled_from(["list.md: A Close Look", 'A "quoted" title: and more', "Müller’s"]),
)
comments = st.sampled_from(["", "  # why", "  # [a, b]: 'x", " #"])
breaks = st.sampled_from(["\n", "\r\n"])
SECTIONS = {
    "people": (
        "people:{c}\n  - [Lapuschkin S, Bach S]{c}\n  # mine{c}\n  - [A, 'B, C']\n",
        "people:\n- - Lapuschkin S{c}\n  - Bach S\n  # below{c}\n",
        "people: [[A, B],{c}\n  [C, D]{c}\n  ]\n",
        "people:{c}\n",
        "people: []{c}\n",
        "people: ~{c}\n",
    ),
    "join": (
        'join:{c}\n  - ["list.md: A", "feed.txt: a"]{c}\n  # one{c}\n  - ["b",\n     c]{c}\n',
        "join:\n- - list.md: A{c}\n  - >-\n    a long{c}\n    title\n\n",
        "join: [[list.md: A, b],]{c}\n",
        "join:{c}\n  # none yet{c}\n",
    ),
    "apart": ("apart:\n    - [a, b]{c}\n", "apart: [ ]\n", "apart: null{c}\n"),
    "fields": (
        "fields:{c}\n  - of: 'list.md: A'\n    set: {{issued: 2021}}{c}\n",
        "fields:\n- set:{c}\n    author:\n    - Weber, Anna{c}\n    - {{literal: X}}\n  of: A{c}\n",
        "fields: [{{of: A, set: {{DOI: ~, title: 'x: y'}}}}]{c}\n",
        "fields:{c}\n",
    ),
    "keys": ("keys:{c}\n  k1: A{c}\n  # two{c}\n  k2: 'B: C'\n", "keys: {{}}\n"),
    "tags": (
        "tags:\n  to-read: [A, B]{c}\n  done:{c}\n    - A{c}\n    # more{c}\n",
        "tags: {{x: A}}{c}\n",
        "tags:{c}\n  x:{c}\n",
    ),
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(list(SECTIONS)), unique=True))
    parts = [draw(st.sampled_from(["", "# Corrections\n\n", "---\n", "\ufeff# x\n"]))]
    for name in names:
        parts.append(draw(st.sampled_from(SECTIONS[name])).format(c=draw(comments)))
        parts.append(draw(st.sampled_from(["", "\n", "# about the next\n", "\n\n# - [x]\n"])))
    # The end of a document that has not begun is no YAML.
    begun = names or parts[0] == "---\n"
    parts.append(draw(st.sampled_from(["", "# the end", *(["...\n"] if begun else [])])))
    text = "".join(parts)
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(breaks))


Edit = Callable[[str], str]


def keeps_the_lines(old: str, new: str) -> bool:
    """Whether all lines are there in their order, brackets and nothings of changed ones aside."""
    later = iter(new.splitlines())
    for line in old.splitlines():
        stripped = line.rstrip()
        comment = stripped.partition("#")[2]
        if not any(
            each.rstrip() == stripped or _is_grown(stripped, each, comment) for each in later
        ):
            return False
    return True


def _is_grown(line: str, new: str, comment: str) -> bool:
    """A line in brackets grows before its closing bracket; what is before and behind stays."""
    grown = any(bracket in line for bracket in "]}~") or "null" in line or line.endswith(",")
    return grown and line[:3] == new[:3] and comment in new


@given(files(), st.lists(references, min_size=2, max_size=4))
@example("join:\n  - [a, b]", ["c", "d"])
def test_joins_are_added_to_any_file(text: str, texts: list[str]) -> None:
    old = parse_corrections(text)
    for add, section in ((add_join, "join"), (add_apart, "apart"), (add_alias, "people")):
        new = add(text, texts)
        names = tuple(map(Reference, texts))
        added = Alias(names) if section == "people" else Group(names)
        expected = replace(old, **{section: (*getattr(old, section), added)})
        assert parse_corrections(new) == expected
        assert keeps_the_lines(text, new)


@given(files(), references, references)
def test_what_is_said_of_papers_is_added_to_any_file(text: str, of: str, tag: str) -> None:
    old, of = parse_corrections(text), f"{of} …"
    tagged = add_tag(text, f"{tag} tag", of)
    expected = (*old.tags, Tagging(f"{tag} tag", (Reference(of),)))
    assert parse_corrections(tagged) == replace(old, tags=expected)
    keyed = set_key(text, "new2021", of)
    expected_keys = (*old.keys, GivenKey("new2021", Reference(of)))
    assert parse_corrections(keyed) == replace(old, keys=expected_keys)
    changed = set_field(text, of, "title", tag)
    entry = FieldSet(Reference(of), (Setting("title", tag),))
    assert parse_corrections(changed) == replace(old, fields=(*old.fields, entry))
    for new in (tagged, keyed, changed):
        assert keeps_the_lines(text, new)


@given(files(), st.data())
def test_what_was_added_can_be_withdrawn(text: str, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from(["join", "apart", "people"]))
    add = {"join": add_join, "apart": add_apart, "people": add_alias}[section]
    old = parse_corrections(text)
    number = len(getattr(old, section))
    assert parse_corrections(withdraw(add(text, ["x", "y"]), section, number)) == old  # type: ignore[arg-type]
