"""Names in a reference: initials, order, particles, cut lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubbrowser.citing.styles.corrections.initials import initialized, normalized

Render = Callable[..., list[str]]


def _people(*names: str) -> list[dict[str, str]]:
    pairs = (name.partition(", ") for name in names)
    return [{"family": family, "given": given} for family, _, given in pairs]


@pytest.mark.parametrize(
    ("given", "mark", "expected"),
    [
        ("Klaus-Robert", ". ", "K.-R."),
        ("Klaus-Robert", "", "K-R"),
        ("Min-jun", ". ", "M."),
        ("K.-R.", ". ", "K.-R."),
        ("J.R.", ". ", "J. R."),
        ("Ann Marie", "", "AM"),
        ("Ann Marie", ".", "A.M."),
        ("Juan de", ". ", "J. de"),
        ("Élise", ". ", "É."),
        ("太郎", ". ", "太郎"),
        ("-", ". ", "-"),
    ],
)
def test_given_names_as_initials(given: str, mark: str, expected: str) -> None:
    assert initialized(given, mark) == expected


def test_hyphens_between_initials_can_be_left_out() -> None:
    assert initialized("Klaus-Robert", ". ", hyphens=False) == "K. R."
    assert initialized("Klaus-Robert", "", hyphens=False) == "KR"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Klaus-Robert", "Klaus-Robert"),
        ("James T", "James T."),
        ("A M", "A. M."),
        ("K.-R.", "K.-R."),
        ("Min-jun", "Min-jun"),
    ],
)
def test_names_that_are_not_initialised_stay_and_initials_take_the_form(
    given: str, expected: str
) -> None:
    assert normalized(given, ". ") == expected


def _author(attributes: str = "", inside: str = "", after: str = "") -> str:
    name = f'<name initialize-with=". " {attributes}/>'
    return f'<names variable="author" {after}>{name}{inside}</names>'


def test_initialize_false_keeps_first_names(render: Render) -> None:
    item = {"author": _people("Berg, Klaus-Robert")}
    assert render(_author('initialize="false"'), item) == ["Klaus-Robert Berg"]
    assert render(_author(), item) == ["K.-R. Berg"]


def test_the_last_name_is_joined_as_the_style_asks(render: Render) -> None:
    two = {"author": _people("Berg, A", "Høj, B")}
    three = {"author": _people("Berg, A", "Høj, B", "Fox, C")}
    assert render(_author('and="text"'), two, three) == [
        "A. Berg and B. Høj",
        "A. Berg, B. Høj, and C. Fox",
    ]
    assert render(_author('and="symbol" delimiter-precedes-last="always"'), two) == [
        "A. Berg, & B. Høj"
    ]
    assert render(_author('and="text" delimiter-precedes-last="never"'), three) == [
        "A. Berg, B. Høj and C. Fox"
    ]
    inverted = 'and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"'
    assert render(_author(inverted), two, three) == [
        "Berg, A., and B. Høj",
        "Berg, A., B. Høj and C. Fox",
    ]


def test_a_list_is_cut_and_its_full_stop_stands_once(render: Render) -> None:
    item = {"author": _people("Berg, A", "Høj, B", "Fox, C")}
    cut = _author('et-al-min="3" et-al-use-first="1"', after='suffix="."')
    assert render(cut, item) == ["A. Berg et al."]
    cut = _author('et-al-min="3" et-al-use-first="2"', '<et-al term="and others"/>')
    assert render(cut, item) == ["A. Berg, B. Høj, and others"]
    cut = _author('et-al-min="3" et-al-use-first="1" et-al-use-last="true"')
    assert render(cut, item) == ["A. Berg, … C. Fox"]


def test_a_list_that_the_source_has_cut_ends_in_et_al(render: Render) -> None:
    item = {"author": [*_people("Berg, A", "Høj, B"), {"et-al": True}]}
    assert render(_author('and="text"'), item) == ["A. Berg, B. Høj, et al."]


def test_particles_and_suffixes_go_where_the_style_has_them(render: Render) -> None:
    names = [
        {"family": "Groot", "given": "Tomas", "non-dropping-particle": "de"},
        {"family": "Humbold", "given": "Alexander", "dropping-particle": "von"},
        {"family": "Alembert", "given": "Jean", "non-dropping-particle": "d’"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
    ]
    everywhere = _author('name-as-sort-order="all" delimiter="; "')
    assert render(everywhere, {"author": names}) == [
        "Groot, T. de; Humbold, A. von; Alembert, J. d’; King, M., Jr."
    ]
    never = 'demote-non-dropping-particle="never"'
    assert render(everywhere, {"author": names}, root=never) == [
        "de Groot, T.; Humbold, A. von; d’Alembert, J.; King, M., Jr."
    ]
    assert render(_author('delimiter="; "'), {"author": names}) == [
        "T. de Groot; A. von Humbold; J. d’Alembert; M. King Jr."
    ]


def test_names_of_scripts_that_set_the_family_first(render: Render) -> None:
    item = {"author": [{"family": "山田", "given": "太郎"}]}
    assert render(_author(), item) == ["山田太郎"]


def test_editors_who_are_the_translators_are_named_once(render: Render) -> None:
    who = _people("Fox, Ann")
    label = '<label form="short" prefix=" (" suffix=")"/>'
    body = f'<names variable="editor translator"><name/>{label}</names>'
    assert render(body, {"editor": who, "translator": who}) == ["Ann Fox (ed. & trans.)"]


def test_labels_count_the_names_and_stand_before_or_after_them(render: Render) -> None:
    label = '<label form="short" text-case="capitalize-first" prefix=" (" suffix=")"/>'
    after = f'<names variable="editor" suffix="."><name/>{label}</names>'
    assert render(
        after, {"editor": _people("Fox, A")}, {"editor": _people("Fox, A", "Ito, B")}
    ) == [
        "A Fox (Ed.).",
        "A Fox, B Ito (Eds.).",
    ]
    before = '<names variable="editor"><label form="verb" suffix=" "/><name/></names>'
    assert render(before, {"editor": _people("Fox, A")}) == ["edited by A Fox"]


SUBSTITUTE = """<names variable="author"><name/><label form="short" prefix=", "/>
  <substitute><names variable="editor"/><text variable="title"/></substitute></names>
  <text variable="title" prefix=". "/>"""


def test_what_stands_in_for_authors_is_written_once(render: Render) -> None:
    assert render(SUBSTITUTE, {"title": "Moss"}) == ["Moss"]
    both = {"title": "Moss", "editor": _people("Fox, Ann")}
    assert render(SUBSTITUTE, both) == ["Ann Fox, ed. Moss"]


def test_names_that_stand_in_take_the_affixes_of_those_they_stand_for(render: Render) -> None:
    body = """<names variable="author" suffix=". "><name/><label prefix=", "/>
      <substitute><names variable="editor"/></substitute></names><text variable="title"/>"""
    item = {"title": "Moss", "editor": _people("Fox, Ann")}
    assert render(body, item) == ["Ann Fox, editor. Moss"]


def test_conditions_inside_of_a_substitute_hold_alternatives(render: Render) -> None:
    body = """<names variable="author"><name form="short"/><substitute><choose>
      <if type="book"><names variable="editor"/><names variable="translator"/></if>
      </choose></substitute></names>"""
    item = {"editor": _people("Fox, Ann"), "translator": _people("Ito, Bo")}
    assert render(body, item) == ["Fox"]


def test_the_same_people_are_replaced_by_a_dash_unless_only_the_shown_ones_are(
    render: Render,
) -> None:
    body = _author('et-al-min="3" et-al-use-first="1"', after='suffix="."') + (
        '<text variable="title" prefix=" "/>'
    )
    items: list[dict[str, Any]] = [
        {"author": _people("Berg, A"), "title": "One"},
        {"author": _people("Berg, A"), "title": "Two"},
        {"author": _people("Berg, A", "Høj, B", "Fox, C"), "title": "Three"},
        {"author": _people("Berg, A", "Høj, B", "Ito, C"), "title": "Four"},
    ]
    assert render(body, *items, options='subsequent-author-substitute="———"') == [
        "A. Berg. One",
        "———. Two",
        "A. Berg et al. Three",
        "A. Berg et al. Four",
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("محمد علي", "م. ع."),
        ("משה", "מ."),
        ("สมชาย", "ส."),
        ("เกษม", "ก."),
        ("明", "明"),
        ("민준", "민준"),
    ],
)
def test_scripts_without_capitals_have_initials_where_given_names_go_first(
    given: str, expected: str
) -> None:
    assert initialized(given, ". ") == expected


@pytest.mark.parametrize(
    ("mark", "suffix", "expected"),
    [
        ("", "Jr.", "King MJ Jr"),
        ("", "Jr", "King MJ Jr"),
        (". ", "Jr.", "King M. J. Jr."),
        (". ", "III", "King M. J. III"),
        ("", "III", "King MJ III"),
    ],
)
def test_suffixes_carry_stops_where_initials_do(
    mark: str, suffix: str, expected: str, render: Render
) -> None:
    item = {"author": [{"family": "King", "given": "Martin James", "suffix": suffix}]}
    name = f'<name initialize-with="{mark}" name-as-sort-order="all" sort-separator=" "/>'
    assert render(f'<names variable="author">{name}</names>', item) == [expected]


def test_initials_as_printed_keep_their_hyphen(render: Render) -> None:
    item = {"author": [{"family": "Müller", "given": "K.-R."}]}
    options = 'initialize="false"'
    assert render(_author(options), item) == ["K.-R. Müller"]
    without = 'initialize-with-hyphen="false"'
    assert render(_author(options), item, root=without) == ["K. R. Müller"]
