"""Finding styles and locales by what people call them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pubbrowser.citing.styles import (
    ALIASES,
    MENU,
    StyleError,
    all_styles,
    find_locale,
    find_style,
    known_locales,
    reference,
    references,
)
from pubbrowser.model import Date, Work

Make = Callable[..., Work]
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">
<info><title>Own</title><link href="http://www.zotero.org/styles/{}" rel="independent-parent"/></info>
</style>"""  # noqa: E501
NOTES = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Notes</title></info><citation><layout suffix="." delimiter="; ">
<group delimiter=", "><names variable="author"/><choose>{}</choose></group>
</layout></citation></style>"""


@pytest.mark.parametrize("name", [*(name for name, _ in MENU), *ALIASES])
def test_every_style_of_the_menu_and_every_short_name_is_found(name: str) -> None:
    style = find_style(name)
    assert style.name == ALIASES.get(name, name)
    assert Path(style.path).is_file()
    assert find_style(name.upper()) == style


def test_numeric_styles_say_so() -> None:
    numeric = {name for name, _ in MENU if find_style(name).numeric}
    assert numeric == {
        "ieee", "nature", "nlm-citation-sequence", "association-for-computing-machinery",
        "springer-lecture-notes-in-computer-science", "american-medical-association", "science",
    }  # fmt: skip


def test_a_dependent_style_is_its_parent_under_its_own_name_and_locale() -> None:
    digest, nature = find_style("nature-digest"), find_style("nature")
    assert digest.path == nature.path
    assert (digest.name, digest.title) == ("nature-digest", "Nature Digest")
    assert digest.default_locale == "en-GB"
    assert digest.numeric


@pytest.mark.parametrize(
    "note",
    [
        '<if position="ibid subsequent"><text value="ibid."/></if>'
        '<else-if position="first"><text variable="title"/></else-if>',
        '<if position="subsequent" match="none"><text variable="title"/></if>',
        '<if position="near-note"><text value="cf."/></if><else><text variable="title"/></else>',
    ],
)
def test_a_style_without_bibliography_writes_the_first_note_on_each_work(
    note: str, tmp_path: Path, make_work: Make
) -> None:
    path = tmp_path / "notes.csl"
    path.write_text(NOTES.format(note))
    assert find_style(str(path)).numeric is False
    works = [
        make_work("a", title="Moss", author=["Berg, Anna"]),
        make_work("b", title="Fern", author=["Fox, Ben"]),
    ]
    assert references(works, str(path)) == "Anna Berg, Moss.\nBen Fox, Fern.\n"
    path.write_text(NOTES.format(note).replace("<citation>", "<bibliography/><citation>"))
    assert references(works, str(path)) == "Anna Berg, Moss.\nBen Fox, Fern.\n"


@pytest.mark.parametrize("name", ["australian-historical-studies", "bluebook-inline"])
def test_styles_of_the_package_without_bibliography_can_be_used(name: str, make_work: Make) -> None:
    work = make_work(title="Moss", author=["Berg, Anna"], issued=Date(2020), type="book")
    assert "Moss" in reference(work, name)
    assert "Moss" in references([work], name)


@pytest.mark.parametrize(("name", "hint"), [("iee", "ieee"), ("natur", "nature"), ("aap", "apa")])
def test_an_unknown_style_names_near_ones(name: str, hint: str) -> None:
    with pytest.raises(StyleError, match=rf"unknown style '{name}'; did you mean .*\b{hint}\b"):
        find_style(name)


def test_a_name_like_no_other_says_what_else_to_give() -> None:
    with pytest.raises(StyleError, match=r"path of a \.csl file"):
        find_style("§§§§")


def test_a_style_of_a_file_is_used(
    style_file: Callable[..., Path], make_work: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = style_file('<text variable="title" prefix="«" suffix="»"/>')
    style = find_style(str(path))
    assert (style.title, style.path, style.numeric) == ("Test", str(path), False)
    assert reference(make_work(title="Moss"), style) == "«Moss»"
    monkeypatch.setenv("HOME", str(path.parent))
    assert find_style("~/test.csl").path == str(path)
    assert find_style("~/test.csl").name == "~/test.csl"


def test_a_file_that_changes_is_read_again(
    style_file: Callable[..., Path], make_work: Make
) -> None:
    path = str(style_file('<text variable="title"/>'))
    assert reference(make_work(title="Moss"), path) == "Moss"
    style_file('<text variable="title" suffix=", changed"/>')
    assert reference(make_work(title="Moss"), path) == "Moss, changed"


def test_a_dependent_file_takes_its_parent_from_the_package(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(DEPENDENT.format("apa"))
    style = find_style(str(path))
    assert style.path == find_style("apa").path
    assert (style.title, style.default_locale) == ("Own", "de-DE")
    path.write_text(DEPENDENT.format("no-such-style"))
    with pytest.raises(StyleError, match="depends on the style 'no-such-style'"):
        find_style(str(path))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("no XML", "is no CSL style: it is not XML"),
        ("", "is no CSL style: it is not XML"),
        ("<html/>", "its root element is <html>, not <style>"),
        (
            '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>T</title></info></style>',
            "has no <layout> in a <bibliography> section and none in <citation>",
        ),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>', "is no CSL style"),
    ],
)
def test_files_that_are_no_usable_style(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.csl"
    path.write_text(content)
    with pytest.raises(StyleError, match=message) as error:
        find_style(str(path))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_files_that_are_not_there_or_folders(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="no such file"):
        find_style(str(tmp_path / "gone.csl"))
    with pytest.raises(StyleError, match="there is a style of that name: apa"):
        find_style("apa.csl")
    with pytest.raises(StyleError, match="is a folder"):
        find_style(f"{tmp_path}/")


def test_all_styles_begin_with_the_menu_and_have_titles() -> None:
    styles = all_styles()
    assert tuple(styles[: len(MENU)]) == MENU
    names = [name for name, _ in styles]
    assert len(names) == len(set(names)) > 10_000
    assert dict(styles)["nature-digest"] == "Nature Digest"
    assert all(title for _, title in styles)


def test_locales_are_found_however_they_are_written() -> None:
    assert {"en-US", "de-DE", "fr-FR"} <= set(known_locales())
    assert find_locale("de_at") == "de-AT"
    assert find_locale("EN") == "en-US"
    assert find_locale("fr_FR.UTF-8") == "fr-FR"
    assert find_locale("sv") == "sv-SE"


def test_an_unknown_locale_names_near_ones() -> None:
    with pytest.raises(StyleError, match=r"unknown locale 'de-DD'; did you mean .*de-DE"):
        find_locale("de-DD")


def test_the_locale_of_a_style_holds_unless_another_is_given(make_work: Make) -> None:
    work = make_work(title="Moss", type="webpage", url="https://moss.example")
    british = reference(work, "nature")
    assert reference(work, "nature", locale="en-GB") == british


def test_the_engine_is_imported_with_the_first_reference_only() -> None:
    code = (
        "import sys; from pubbrowser.citing.styles import all_styles, known_locales; "
        "all_styles(); known_locales(); "
        "print([m for m in sys.modules if m.split('.')[0] in ('lxml', 'citeproc')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
