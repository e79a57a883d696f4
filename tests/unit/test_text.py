"""Cleaning and folding of text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.text import clean_block, clean_line, fold, split_lines, word_spans, words

ANY_TEXT = st.text(st.characters(), max_size=80)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("two\nlines", "two lines"),
        ("tab\tand  spaces ", "tab and spaces"),
        ("no\u00a0break", "no break"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;a window's title\x07Title", "Title"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("bell\x07 and \x00nul", "bell and nul"),
        ("\u202edesrever", "desrever"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ufeffmark at the start", "mark at the start"),
        ("soft\u00adhyphen", "softhyphen"),
        ("next\u0085line\u2028separator", "next line separator"),
        ("Mu\u0308ller", "Müller"),
        ("lone \ud800surrogate", "lone surrogate"),
        ("man \U0001f468\u200d\U0001f52c in a lab", "man \U0001f468\u200d\U0001f52c in a lab"),
    ],
)
def test_a_line_is_safe_to_show(printed: str, shown: str) -> None:
    assert clean_line(printed) == shown


def test_a_block_keeps_its_paragraphs() -> None:
    assert clean_block("\n\nfirst  one\r\n\r\nsecond\x1b[2J\n") == "first one\n\nsecond"


def test_lines_are_those_of_an_editor() -> None:
    assert split_lines("a\r\nb\rc\n\x0cd\u2028e") == ["a", "b", "c", "\x0cd\u2028e"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "muller"),
        ("Wickstrøm", "wickstrom"),
        ("Łukasz", "lukasz"),
        ("Straße", "STRASSE"),
        ("ﬁeld", "field"),
        ("İstanbul", "istanbul"),
        ("O’Brien", "o'brien"),
    ],
)
def test_spellings_that_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_are_letters_and_digits() -> None:
    assert words("K.-R. Müller's “deep_net” 2.0") == [
        "k", "r", "muller", "s", "deep", "net", "2", "0",
    ]  # fmt: skip


def test_spans_point_at_the_words_as_printed() -> None:
    text = "Über-Netze (2020)"
    assert [text[start:end] for start, end in word_spans(text)] == ["Über", "Netze", "2020"]


@given(ANY_TEXT)
def test_a_clean_line_has_no_controls_and_stays_as_it_is(text: str) -> None:
    line = clean_line(text)
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert line == line.strip()
    assert clean_line(line) == line


@given(ANY_TEXT)
def test_a_clean_block_is_clean_lines(text: str) -> None:
    block = clean_block(text)
    assert all(line == clean_line(line) for line in block.split("\n"))
    assert clean_block(block) == block


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_short_cuts_lose_and_keep_nothing_else(text: str) -> None:
    def visible(text: str) -> list[str]:
        return "".join(
            character
            for character in text
            if unicodedata.category(character) not in ("Cc", "Cf", "Cs") or character.isspace()
        ).split()

    text = text.replace("\x1b", "")
    expected = [unicodedata.normalize("NFC", word) for word in visible(text)]
    assert visible(clean_line(text)) == " ".join(expected).split()
