"""References as text, Markdown and HTML: escaped, formatted, linked, with the owner in bold."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pubbrowser.citing.styles import MENU, reference, references
from pubbrowser.citing.styles.marks import Mark, marked
from pubbrowser.citing.styles.output import written
from pubbrowser.model import Date, Name, Record, Work
from tests.generated import records

Make = Callable[..., Work]

ARTICLE: dict[str, Any] = {
    "type": "article-journal",
    "author": ["Berg, Ann", "Fox, Bo"],
    "title": "Moss",
    "issued": Date(2019),
    "container_title": "Journal of Moss",
    "volume": "10",
    "issue": "2",
    "page": "1-9",
    "doi": "10.1234/moss_1",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "*a*_b_ `c`",
    "[x](javascript:alert(1))",
    "a | b",
    "back\\slash",
    "1. one",
    "# head",
    "&amp; & &lt;",
    "![i](y)",
    "~~no~~ ^up^ $x$ @key",
    "<b>unclosed",
    '" onclick="x',
]


class _Reader(HTMLParser):
    """Collects the text of HTML, the tags it meets and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    assert not reader.open
    return reader


def test_an_article_in_every_markup(make_work: Make) -> None:
    work = make_work(**ARTICLE)
    assert reference(work) == (
        "Berg, A., & Fox, B. (2019). Moss. Journal of Moss, 10(2), 1–9. "
        "https://doi.org/10.1234/moss_1"
    )
    assert reference(work, markup="markdown") == (
        "Berg, A., & Fox, B. (2019). Moss. *Journal of Moss*, *10*(2), 1–9. "
        "[https://doi.org/10.1234/moss\\_1](<https://doi.org/10.1234/moss_1>)"
    )
    assert reference(work, markup="html") == (
        "Berg, A., &amp; Fox, B. (2019). Moss. <i>Journal of Moss</i>, <i>10</i>(2), 1–9. "
        '<a href="https://doi.org/10.1234/moss_1">https://doi.org/10.1234/moss_1</a>'
    )


@pytest.mark.parametrize("style", [name for name, _ in MENU])
@pytest.mark.parametrize("title", HOSTILE)
def test_html_of_hostile_titles_is_text(title: str, style: str, make_work: Make) -> None:
    made = reference(make_work(**{**ARTICLE, "title": title}), style, markup="html")
    reader = _read(made)
    assert set(reader.tags) <= {"i", "b", "a", "span", "sup", "sub", "u"}
    assert all(address.startswith("https://doi.org/") for address in reader.links)
    assert reader.text == reference(make_work(**{**ARTICLE, "title": title}), style)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("*a*_b_ `c`", r"\*a\*\_b\_ \`c\`"),
        ("[x](y)", r"\[x\](y)"),
        ("a | b", r"a \| b"),
        ("back\\slash", r"back\\slash"),
        ("&amp; and &", r"\&amp; and &"),
        ("$x$ @key ~ ^", r"$x$ \@key \~ \^".replace("$x$", "x")),
    ],
)
def test_markdown_of_hostile_titles_is_escaped(title: str, expected: str, make_work: Make) -> None:
    assert expected in reference(make_work(**{**ARTICLE, "title": title}), markup="markdown")


@pytest.mark.parametrize("style", [name for name, _ in MENU])
@pytest.mark.parametrize("title", HOSTILE)
def test_markdown_reads_as_the_plain_text(title: str, style: str, make_work: Make) -> None:
    work = make_work(**{**ARTICLE, "title": title}, owner_positions=(0,))
    shown = MarkdownIt().render(reference(work, style, markup="markdown", bold_owner=True))
    reader = _read(shown)
    assert set(reader.tags) <= {"p", "em", "strong", "a"}
    assert reader.text.strip() == reference(work, style)


@settings(max_examples=80, deadline=None)
@given(records, st.sampled_from([name for name, _ in MENU]))
def test_markdown_of_any_record_reads_as_its_plain_text(record: Record, style: str) -> None:
    work = Work(id="a", key="a", merged=record, records=())
    made = reference(work, style, markup="markdown", bold_owner=True)
    blocks = [token.type for token in MarkdownIt().parse(made)]
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]
    reader = _read(MarkdownIt().render(made))
    if "sup" not in reader.tags and "sub" not in reader.tags:
        assert " ".join(reader.text.split()) == " ".join(reference(work, style).split())


def test_an_exclamation_mark_before_a_link_makes_no_image(make_work: Make) -> None:
    link = marked("https://example.org", Mark.URL)
    assert written(f"Moss!{link}", "markdown").startswith(r"Moss\![https")


@pytest.mark.parametrize(
    ("title", "start"),
    [("1. one", r"1\. one"), ("# head", r"\# head"), ("- a", r"\- a"), ("+ a", r"\+ a")],
)
def test_a_markdown_paragraph_never_starts_a_list_or_heading(
    title: str, start: str, make_work: Make
) -> None:
    work = make_work(title=title, type="article-journal", container_title="Mosses")
    assert reference(work, markup="markdown").startswith(start)


def test_numbers_of_numeric_styles_are_text_in_markdown(make_work: Make) -> None:
    works = [make_work(**ARTICLE), make_work(key="b", title="Fern")]
    for style, starts in (("ieee", (r"\[1\] ", r"\[2\] ")), ("nature", (r"1\. ", r"2\. "))):
        paragraphs = references(works, style, markup="markdown").split("\n\n")
        assert [p.startswith(s) for p, s in zip(paragraphs, starts, strict=True)] == [True, True]
    assert references(works, "ieee").splitlines()[1].startswith("[2] ")
    assert not reference(works[0], "ieee").startswith("[")
    assert not reference(works[0], "nature").startswith("1")


def test_html_lists_are_blocks(make_work: Make) -> None:
    made = references([make_work(**ARTICLE)], markup="html")
    assert made.startswith('<div class="csl-bib-body">\n  <div class="csl-entry">Berg')
    assert _read(made).tags[:2] == ["div", "div"]
    assert references([], markup="html") == references([]) == ""


def test_scripts_and_italics_of_titles_are_kept(make_work: Make) -> None:
    title = "<i>Bryum</i> in H<sub>2</sub>O"
    work = make_work(title=title, type="article-journal", container_title="Mosses")
    assert reference(work, markup="html").startswith("<i>Bryum</i> in H<sub>2</sub>O.")
    assert reference(work, markup="markdown").startswith("*Bryum* in H<sub>2</sub>O.")
    assert reference(work).startswith("Bryum in H₂O.")


def test_less_than_is_no_tag(make_work: Make) -> None:
    work = make_work(
        title="Moss if p<0.05 in a<b and c>d", type="article-journal", container_title="X"
    )
    assert reference(work).startswith("Moss if p<0.05 in a<b and c>d.")
    assert reference(work, markup="html").startswith("Moss if p&lt;0.05 in a&lt;b and c&gt;d.")
    assert reference(work, markup="markdown").startswith(r"Moss if p\<0.05 in a\<b and c\>d.")


def test_italics_inside_of_italics_stand_upright(make_work: Make) -> None:
    made = reference(make_work(title="On <i>Bryum</i>", type="book"), markup="html")
    assert made.startswith('<i>On <span style="font-style: normal;">Bryum</span></i>')


def test_only_web_addresses_are_linked(make_work: Make) -> None:
    plain = make_work(title="T", type="webpage", url="javascript:alert(1)")
    assert "<a" not in reference(plain, markup="html")
    web = make_work(title="T", type="webpage", url='https://x.example/a"b<c>')
    assert _read(reference(web, markup="html")).links == ["https://x.example/a%22b%3Cc%3E"]


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("apa", "Fox, B."),
        ("ieee", "B. Fox"),
        ("mla", "Bo Fox"),
        ("chicago", "Bo Fox"),
        ("nature", "Fox, B."),
        ("vancouver", "Fox B"),
        ("acm", "Bo Fox"),
        ("lncs", "Fox, B."),
        ("harvard", "Fox, B."),
        ("ama", "Fox B"),
        ("science", "B. Fox"),
    ],
)
def test_the_owner_is_bold_however_the_style_writes_names(
    style: str, name: str, make_work: Make
) -> None:
    work = make_work(**ARTICLE, owner_positions=(1,))
    assert f"<b>{name}</b>" in reference(work, style, markup="html", bold_owner=True)
    assert f"**{name}**" in reference(work, style, markup="markdown", bold_owner=True)
    assert reference(work, style, bold_owner=True) == reference(work, style)
    assert "<b>Fox" not in reference(work, style, markup="html")


def test_owners_with_particles_and_literal_names_are_bold_as_a_whole(make_work: Make) -> None:
    name = Name(family="Groot", given="Tom", non_dropping_particle="de", suffix="Jr.")
    made = reference(make_work(author=[name], owner_positions=(0,)), markup="html", bold_owner=True)
    assert made.startswith("<b>de Groot, T., Jr.</b>")
    group = make_work(author=[Name(literal="Moss Group")], owner_positions=(0,))
    assert "**Moss Group**" in reference(group, "ieee", markup="markdown", bold_owner=True)


def test_a_list_holds_each_work_once_in_the_order_of_the_style(make_work: Make) -> None:
    works = [
        make_work(key="1", author=["Zorn, A"], title="Z", issued=Date(2001)),
        make_work(key="2", author=["Öst, A"], title="Later", issued=Date(2009)),
        make_work(key="3", author=["Öst, A"], title="Earlier", issued=Date(2001)),
        make_work(key="4", author=["Öst, A"], title="Earlier", issued=Date(2001)),
    ]
    assert references(works).splitlines() == [
        "Öst, A. (2001). Earlier.",
        "Öst, A. (2009). Later.",
        "Zorn, A. (2001). Z.",
    ]
    assert [line[:12] for line in references(works, "ieee").splitlines()] == [
        "[1] A. Zorn,",
        "[2] A. Öst, ",
        "[3] A. Öst, ",
    ]


def test_works_of_one_year_get_letters_in_author_date_styles(make_work: Make) -> None:
    works = [
        make_work(key=title, author=["Berg, A"], title=title, issued=Date(2001)) for title in "XY"
    ]
    assert "(2001a). X." in references(works)
    assert "(2001b). Y." in references(works)
    assert "(2001). X." in reference(works[0])


def test_the_locale_changes_terms(make_work: Make) -> None:
    book = make_work(type="book", title="Moss", editor=["Berg, A"], issued=Date(2001))
    assert reference(book, "apa", locale="de-DE").startswith("Berg, A. (Hrsg.). (2001).")
    assert reference(book, "apa", locale="de") == reference(book, "apa", locale="de-DE")
