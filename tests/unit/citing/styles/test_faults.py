"""Faulty styles, and works that a style has no form for: both are said, not passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pubbrowser.citing.styles import StyleError, find_style, reference, references
from pubbrowser.model import Work

Make = Callable[..., Work]
StyleFile = Callable[..., Path]
TITLE = '<text variable="title"/>'
LOOP = '<macro name="m"><text macro="n"/></macro><macro name="n"><text macro="m"/></macro>'


@pytest.mark.parametrize(
    ("body", "around", "message"),
    [
        (f"<foo/>{TITLE}", {}, r"line 6: <foo> cannot stand in <layout>"),
        (
            f'<x:text xmlns:x="urn:x"/>{TITLE}',
            {},
            r"line 6: <{urn:x}text> cannot stand in <layout>",
        ),
        (f"<name/>{TITLE}", {}, r"<name> cannot stand in <layout>"),
        (f"<group><date-part/>{TITLE}</group>", {}, r"<date-part> cannot stand in <group>"),
        (f"<choose>{TITLE}</choose>", {}, r"<text> cannot stand in <choose>"),
        (f'<text macro="m"/>{TITLE}', {}, r"<text> calls the macro 'm', which the style has not"),
        (
            TITLE,
            {"sort": '<sort><key macro="m"/></sort>'},
            r"<key> calls the macro 'm', which the style has not",
        ),
        ('<text macro="m"/>', {"before": LOOP}, r"the macro 'm' calls itself"),
        (
            '<date variable="issued" form="long"/>',
            {},
            r"<date> has the form 'long', not 'text' or 'numeric'",
        ),
        ("", {}, r"<layout> of <bibliography> is empty"),
    ],
)
def test_a_faulty_style_is_said_with_its_element_and_what_to_do(
    body: str, around: dict[str, str], message: str, style_file: StyleFile
) -> None:
    path = str(style_file(body, **around))
    with pytest.raises(StyleError, match=message) as error:
        find_style(path)
    assert str(error.value).startswith(f"{path} is faulty: ")
    assert str(error.value).endswith("; correct the file or choose another style")


def test_a_macro_may_be_called_often_and_stand_after_its_caller(style_file: StyleFile) -> None:
    macros = f"""<macro name="a"><text macro="b"/><text macro="b"/></macro>
      <macro name="b">{TITLE}</macro>"""
    find_style(str(style_file('<text macro="a"/><text macro="b"/>', before=macros)))


BOOKS_ONLY = f'<choose><if type="book">{TITLE}</if></choose>'
NUMBERED = '<text variable="citation-number" prefix="[" suffix="]"/>'


@pytest.mark.parametrize("body", [BOOKS_ONLY, NUMBERED + BOOKS_ONLY])
def test_a_work_that_a_style_has_no_form_for_is_named(
    body: str, style_file: StyleFile, make_work: Make
) -> None:
    path = str(style_file(body))
    book = make_work("a", type="book", title="Moss")
    preprint = make_work("b", type="article", title="<i>Fern</i>")
    thesis = make_work("c", type="thesis", title="Reed")
    assert "Moss" in reference(book, path)
    assert "Moss" in references([book], path)
    message = r"writes nothing for “Fern” \(type 'article'\): its <layout> .* choose another style"
    with pytest.raises(StyleError, match=message):
        reference(preprint, path)
    with pytest.raises(StyleError, match=message):
        references([book, preprint], path)
    with pytest.raises(StyleError, match=r"“Fern” \(type 'article'\) and 1 more: "):
        references([preprint, book, thesis], path)


def test_a_style_of_law_without_preprints_says_so(make_work: Make) -> None:
    preprint = make_work(type="article", title="Moss", author=["Berg, Anna"])
    with pytest.raises(
        StyleError, match="neue-juristische-wochenschrift writes nothing for “Moss”"
    ):
        reference(preprint, "neue-juristische-wochenschrift")


def test_a_work_without_a_word_for_a_title_is_no_fault_of_the_style(
    style_file: StyleFile, make_work: Make
) -> None:
    path = str(style_file('<text variable="publisher"/>'))
    assert reference(make_work(title="–"), path) == ""
    assert reference(make_work(), path) == ""


def test_a_style_whose_file_has_gone_cannot_be_used(style_file: StyleFile, make_work: Make) -> None:
    path = style_file(TITLE)
    style = find_style(str(path))
    path.unlink()
    with pytest.raises(StyleError, match=r"cannot be used: FileNotFoundError.* another style"):
        reference(make_work(title="Moss"), style)
