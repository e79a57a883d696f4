"""Punctuation, case, quotes, groups, numbers: what texts of a reference are made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pubbrowser.citing.styles.corrections.casing import cased
from pubbrowser.citing.styles.corrections.numbers import is_numeric, page_ranges
from pubbrowser.citing.styles.corrections.seams import concat, join
from pubbrowser.citing.styles.marks import Mark, marked, without_marks

Render = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Why?", ". In", "Why? In"),
        ("et al.", ".", "et al."),
        ("A. B.", ", 2", "A. B., 2"),
        ("Moss!", ".", "Moss!"),
        ("Moss:", ".", "Moss:"),
        ("Moss ", " fern", "Moss fern"),
        ("Moss", ".", "Moss."),
        ("", ".", "."),
        ("a … b", ".", "a … b."),
    ],
)
def test_two_marks_of_punctuation_become_one(left: str, right: str, expected: str) -> None:
    assert concat(left, right) == expected
    assert without_marks(concat(marked(left, Mark.ITALIC), right)) == expected


def test_an_ellipsis_inside_of_a_text_stays() -> None:
    assert join(["Wait...", "what"], ". ") == "Wait... what"


def test_stops_go_inside_of_quotation_marks_where_the_locale_has_them_there(
    render: Render,
) -> None:
    body = '<text variable="title" quotes="true" suffix=","/><text value=" x"/>'
    assert render(body, {"title": "Moss"}) == ["“Moss,” x"]
    assert render(body, {"title": "Moss"}, locale="en-GB") == ["‘Moss’, x"]
    assert render(body, {"title": "Moss"}, locale="de-DE") == ["„Moss“, x"]
    assert render(body, {"title": "Why?"}) == ["“Why?,” x"]
    stop = '<text variable="title" quotes="true" suffix="."/>'
    assert render(stop, {"title": "Why?"}, locale="en-GB") == ["‘Why?’"]
    assert render(stop, {"title": "Moss"}, locale="en-GB") == ["‘Moss’."]
    assert render(stop, {"title": "Why?"}) == ["“Why?”"]


def test_quotation_marks_of_titles_change_with_their_depth(render: Render) -> None:
    body = '<text variable="title" quotes="true"/>'
    assert render(body, {"title": "The word “moss” here"}) == ["“The word ‘moss’ here”"]
    assert render(body, {"title": 'The word "moss" here'}) == ["“The word ‘moss’ here”"]
    assert render(body, {"title": "The gardener's 'moss'"}) == ["“The gardener’s ‘moss’”"]
    assert render('<text variable="title"/>', {"title": "On “moss” and ‘fern’"}) == [
        "On “moss” and ‘fern’"
    ]


@pytest.mark.parametrize("title", ['5" pots', "“open", "close”", "‘n", "rock 'n roll", "'", '"'])
def test_quotation_marks_without_a_partner_do_no_harm(title: str, render: Render) -> None:
    (text,) = render('<text variable="title"/>', {"title": title})
    assert text.replace("’", "'") == title.replace("’", "'").replace("‘n", "‘n")


@pytest.mark.parametrize(
    ("case", "text", "expected"),
    [
        ("title", "well-known pots of a self-made kind", "Well-Known Pots of a Self-Made Kind"),
        ("title", "moss: a model of small states", "Moss: A Model of Small States"),
        ("title", "what to look for", "What to Look For"),
        ("title", "growth of E. coli in vivo", "Growth of E. coli in Vivo"),
        ("title", "S. aureus: C. elegans as host", "S. aureus: C. elegans as Host"),
        ("title", "review of book by A.N. author", "Review of Book by A.N. Author"),
        ("title", "review of book by A. N. author", "Review of Book by A. N. Author"),
        ("title", "from E.coli to E. coli", "From E.coli to E. coli"),
        ("title", "vitamin E. Effects and uses", "Vitamin E. Effects and Uses"),
        ("title", "don't use the iPhone in DNA labs", "Don't Use the iPhone in DNA Labs"),
        ("title", "state-of-the-art moss", "State-of-the-Art Moss"),
        ("title", "growth of α in moss", "Growth of α in Moss"),
        ("capitalize-first", "et al.", "Et al."),
        ("capitalize-first", "“moss” here", "“Moss” here"),
        ("lowercase", "Moss And FERN", "moss and fern"),
        ("uppercase", "moss", "MOSS"),
        ("capitalize-all", "moss and fern", "Moss And Fern"),
        ("sentence", "MOSS AND FERN", "Moss and fern"),
        ("sentence", "moss and DNA", "Moss and DNA"),
    ],
)  # fmt: skip
def test_cases(case: str, text: str, expected: str) -> None:
    assert cased(text, case) == expected


def test_title_case_is_for_english_alone_and_spares_what_is_marked() -> None:
    assert cased("wie sich moos erinnert", "title", english=False) == "wie sich moos erinnert"
    kept = marked("e. coli", Mark.NO_CASE)
    assert cased(f"the {kept} soil", "title") == f"The {kept} Soil"


def test_the_language_of_an_item_decides_on_title_case(render: Render) -> None:
    body = '<text variable="title" text-case="title"/>'
    assert render(body, {"title": "moos im wald", "language": "de"}) == ["moos im wald"]
    assert render(body, {"title": "moss in woods"}) == ["Moss in Woods"]


def test_a_group_whose_variables_are_empty_is_not_written(render: Render) -> None:
    group = '<group prefix="[" suffix="]"><text value="vol. "/><text variable="volume"/></group>'
    assert render(f"{group}<text value='x'/>", {}, {"volume": "2"}) == ["x", "[vol. 2]x"]
    nested = f'<group delimiter=" "><text variable="issue"/>{group}</group>'
    assert render(f"{nested}<text value='x'/>", {}, {"volume": "2"}) == ["x", "[vol. 2]x"]
    of_terms = '<group delimiter=" "><text term="and"/><text value="more"/></group>'
    assert render(of_terms, {}) == ["And more"]


def test_the_delimiter_of_a_group_goes_into_its_conditions(render: Render) -> None:
    body = """<group delimiter=", "><choose><if type="book"><text variable="title"/>
      <text variable="volume"/></if></choose><text variable="issue"/></group>"""
    assert render(body, {"title": "Moss", "volume": "2", "issue": "3"}) == ["Moss, 2, 3"]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('type="book chapter"', True),
        ('type="chapter"', False),
        ('variable="title volume" match="any"', True),
        ('variable="title volume"', False),
        ('variable="volume issue" match="none"', True),
        ('type="book" variable="volume"', False),
        ('type="chapter" variable="title" match="any"', True),
        ('is-numeric="edition"', True),
        ('is-uncertain-date="issued"', True),
        ('locator="page"', False),
        ('position="first"', False),
    ],
)
def test_conditions(condition: str, holds: bool, render: Render) -> None:
    body = (
        f"<choose><if {condition}><text value='yes'/></if><else><text value='no'/></else></choose>"
    )
    item = {"title": "Moss", "edition": "2–3", "issued": {"date-parts": [[1850]], "circa": True}}
    assert render(body, item) == ["yes" if holds else "no"]


@pytest.mark.parametrize(
    ("value", "numeric"),
    [("2", True), ("12A", True), ("D2", True), ("2-3", True), ("2, 3 & 5", True), ("2nd", True),
     ("Suppl 1", False), ("third", False), ("", False), ("II", False), (None, False)],
)  # fmt: skip
def test_what_is_numeric(value: str | None, numeric: bool) -> None:
    assert is_numeric(value) is numeric


@pytest.mark.parametrize(
    ("form", "pages", "expected"),
    [
        (None, "101-119", "101–119"),
        (None, "12 – 19", "12–19"),
        ("expanded", "321-28", "321–328"),
        ("minimal", "321-328", "321–8"),
        ("minimal-two", "321-328", "321–28"),
        ("minimal-two", "5-8", "5–8"),
        ("chicago-16", "100-104", "100–104"),
        ("chicago-16", "107-108", "107–8"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("chicago-16", "11564-11568", "11564–68"),
        ("chicago-15", "1002-1006", "1002–6"),
        ("expanded", "1-3, 7-9", "1–3, 7–9"),
        ("minimal", "TBA", "TBA"),
        ("minimal", "14:1-27", "14:1–27"),
    ],
)
def test_page_ranges(form: str | None, pages: str, expected: str) -> None:
    assert page_ranges(pages, form, "–") == expected


def test_numbers_as_ordinals_and_roman_numerals(render: Render) -> None:
    ordinal = '<number variable="edition" form="ordinal"/>'
    editions = [{"edition": edition} for edition in ("1", "2", "11", "23", "third")]
    assert render(ordinal, *editions) == ["1st", "2nd", "11th", "23rd", "third"]
    assert render(ordinal, {"edition": "2"}, locale="fr-FR") == ["2ᵉ"]
    assert render(ordinal, {"edition": "1"}, locale="fr-FR") == ["1ʳᵉ"]
    assert render(ordinal, {"edition": "2"}, locale="de-DE") == ["2."]
    assert render(ordinal, {"edition": "2"}, locale="fr-FR", markup="html") == ["2<sup>e</sup>"]
    words = '<number variable="edition" form="long-ordinal"/>'
    assert render(words, {"edition": "2"}, {"edition": "12"}) == ["second", "12th"]
    assert render('<number variable="edition" form="roman"/>', {"edition": "4"}) == ["iv"]


def test_labels_of_numbers_count(render: Render) -> None:
    body = '<label variable="page" form="short" suffix=" "/><text variable="page"/>'
    assert render(body, {"page": "5"}, {"page": "5-9"}, {"page": "5, 9"}, {}) == [
        "p. 5",
        "pp. 5–9",
        "pp. 5, 9",
        "",
    ]


def test_the_number_of_a_reference_is_set_off(render: Render) -> None:
    body = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>'
    aligned = 'second-field-align="flush"'
    assert render(body, {"title": "Moss"}, options=aligned) == ["[1] Moss"]


def test_blocks_and_columns_are_words_of_the_line(render: Render) -> None:
    body = """<text variable="volume" display="block"/><text variable="title"/>
      <text variable="note" display="indent"/>"""
    assert render(body, {"title": "Moss", "volume": "2", "note": "N"}) == ["2 Moss N"]


def test_a_reference_begins_with_a_capital(render: Render) -> None:
    body = '<text term="no date" form="short" suffix=" "/><text variable="title"/>'
    assert render(body, {"title": "moss"}) == ["N.d. moss"]
    assert render(f'<text value="x"/>{body}', {"title": "moss"}) == ["xn.d. moss"]


def test_terms_of_the_style_go_before_those_of_the_locale(render: Render) -> None:
    own = '<locale xml:lang="en"><terms><term name="and">plus</term></terms></locale>'
    body = '<text value="x "/><text term="and"/>'
    assert render(body, {}, before=own) == ["x plus"]
    assert render(body, {}, before=own, locale="de-DE") == ["x und"]


def test_a_macro_that_is_missing_writes_nothing(render: Render) -> None:
    assert render('<text macro="gone"/><text value="x"/>', {}) == ["x"]


def test_title_case_of_terms_follows_the_locale_and_of_titles_the_item(render: Render) -> None:
    body = """<text variable="title" text-case="title" suffix=", "/>
      <text term="no date" text-case="title"/><text value=", see also" text-case="title"/>"""
    foreign = {"title": "moos im wald", "language": "de"}
    assert render(body, foreign) == ["moos im wald, No Date, See Also"]
    assert render(body, {"title": "moss"}, locale="de-DE") == ["moss, ohne Datum, see also"]
