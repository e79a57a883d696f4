"""Patterns for citation keys."""

from __future__ import annotations

import pytest
from hypothesis import given

from pubbrowser.merging.key_patterns import DEFAULT_PATTERN, KeyPatternError, parse_pattern
from pubbrowser.model import Date, Name, Record
from tests.generated import records

PULSAR = Record(
    author=(Name(family="Bell-Burnell", given="J"),),
    issued=Date(1968, 2),
    title="The Quiet Pulsar in View",
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{family}{year}{word}", "bellburnell1968quiet"),
        ("{Family}{yy}", "BellBurnell68"),
        ("{family}_{year}_{Word}", "bellburnell_1968_Quiet"),
        ("{family}{Words3}{year}", "bellburnellQuietPulsarView1968"),
        ("{year}-{words3}", "1968-quietpulsarview"),
        ("lit:{family}", "lit:bellburnell"),
    ],
)
def test_a_pattern_names_the_parts_of_a_key(pattern: str, key: str) -> None:
    assert parse_pattern(pattern).key(PULSAR) == key


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record(author=PULSAR.author, title=PULSAR.title), "bellburnell_quiet"),
        (Record(author=PULSAR.author), "bellburnell"),
        (Record(issued=Date(1968), title="Stars"), "1968_stars"),
        (Record(title="The Quiet Pulsar in View"), "quietpulsarview"),
        (Record(), "untitled"),
    ],
)
def test_separators_go_with_what_is_missing(record: Record, key: str) -> None:
    assert parse_pattern("{family}_{year}_{word}").key(record) == key


def test_a_paper_without_all_that_is_asked_for_gets_the_default_key() -> None:
    assert parse_pattern("{Family}{yy}").key(Record(title="Pulsar Dust")) == "pulsardust"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{author}{year}", r"unknown field \{author\}; known fields are \{family\}, .*\{Words3\}"),
        ("{}", r"unknown field \{\}"),
        ("{family", "has a '{' on its own"),
        ("family}", "has a '}' on its own"),
        ("{{family}}", "has a '{' on its own"),
        ("{family} {year}", "has ' ' in it"),
        ("{family}%", "has '%' in it"),
        ("{family}é", "has 'é' in it"),
        ("bell", "has no field"),
        ("", "has no field"),
    ],
)
def test_a_pattern_that_makes_no_keys_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(KeyPatternError, match=message):
        parse_pattern(pattern)


@given(record=records)
def test_every_pattern_makes_a_key_of_plain_characters(record: Record) -> None:
    for pattern in (DEFAULT_PATTERN, "x:{Family}/{yy}.{Words3}", "{year}"):
        key = parse_pattern(pattern).key(record)
        assert key
        assert key.isascii()
        assert all(sign.isalnum() or sign in "_:.+/-" for sign in key)


def test_tags_of_a_title_are_no_words() -> None:
    record = Record(title="The <i>Bryum</i> of Cities", author=(Name("Berg", "Anna"),))
    assert parse_pattern("{family}{words3}").key(record) == "bergbryumcities"
