"""Damaged files: whatever happens, nothing raises and what is whole is read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.readers.bibtex.reading import read_bib
from tests.unit.readers.bibtex.reading import read

FRAGMENTS = (
    "@", "@article", "@article{", "@article(", "{", "}", "(", ")", '"', ",", "=", "#", "\n", " ",
    "key", "title", "author", "year", "journal", "month", "date", "crossref", "xdata", "eprint",
    "title = ", "author = ", "{A and B, C}", "{and}", "{others}", "family={x}", "year = 2001",
    "month = jan", "@string{", "@comment{", "@preamble{", "\\", "\\'", '\\"u', "\\emph{", "\\url{",
    "$", "~", "--", "%", "2001-13-99", "http://[", "ü", "山", "\x00", "\x1b[", "\u2028", "\r",
    "@misc{k,", "@inbook{k, crossref={k},", "doi = {10.1/x},", "isbn = {1,,2},",
)  # fmt: skip
VALID = "".join(
    f"@article{{key{number},\n"
    f"  author = {{Doe, Jane and {{The {{Big}} Team}}}},\n"
    f'  title = "Title {{N}}umber {number}: a \\"umlaut",\n'
    f"  journal = {{Journal of {{\\'e}}tudes}},\n"
    f"  year = 200{number},\n  month = jan\n}}\n\n"
    for number in range(6)
).replace('\\"umlaut', '{\\"u}mlaut')
STARTS = [found.start() for found in re.finditer("@article", VALID)]


def entries_wholly_in(content: str) -> int:
    """Count the entries that stand whole at the beginning of a damaged `VALID`."""
    same = next(
        (i for i, (a, b) in enumerate(zip(content, VALID, strict=False)) if a != b), len(content)
    )
    ends = [start - 2 for start in STARTS[1:]] + [len(VALID) - 2]
    return sum(end <= min(same, len(content)) for end in ends)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=60).map("".join))
def test_any_text_is_read(content: str) -> None:
    for problem in read(content).problems:
        assert 1 <= problem.line <= content.count("\n") + content.count("\r") + 1


@given(st.text(max_size=200))
def test_any_unicode_is_read(content: str) -> None:
    read("@article{a, title = {" + content + "}, author = {" + content + "}, date={" + content)


@given(st.integers(0, len(VALID)))
def test_entries_before_the_place_where_a_file_breaks_off_are_read(cut: int) -> None:
    records = read(VALID[:cut]).records
    whole = entries_wholly_in(VALID[:cut])
    assert [record.title for record in records[:whole]] == [
        f"Title Number {number}: a ümlaut" for number in range(whole)
    ]


@given(st.integers(0, len(VALID)), st.integers(1, 40))
def test_entries_before_a_gap_are_read(start: int, length: int) -> None:
    damaged = VALID[:start] + VALID[start + length :]
    records = read(damaged).records
    whole = entries_wholly_in(damaged)
    assert [record.citation_key for record in records[:whole]] == [f"key{n}" for n in range(whole)]


@given(st.integers(0, len(VALID) - 1))
def test_one_lost_character_costs_no_entry_but_its_own(position: int) -> None:
    damaged = VALID[:position] + VALID[position + 1 :]
    broken = sum(start <= position for start in STARTS) - 1
    titles = {record.title for record in read(damaged).records}
    expected = {f"Title Number {number}: a ümlaut" for number in range(6) if number != broken}
    assert expected <= titles


@given(st.integers(0, len(VALID)), st.sampled_from('{}",=@%\\\n'))
def test_one_character_too_many_costs_no_entry_but_its_own(position: int, character: str) -> None:
    damaged = VALID[:position] + character + VALID[position:]
    broken = sum(start <= position for start in STARTS) - 1
    titles = {record.title for record in read(damaged).records}
    expected = {f"Title Number {number}: a ümlaut" for number in range(6) if number != broken}
    if position in STARTS:  # what stands right before an "@" belongs to neither entry
        expected.discard(f"Title Number {STARTS.index(position)}: a ümlaut")
        expected.discard(f"Title Number {STARTS.index(position) - 1}: a ümlaut")
    assert expected <= titles


@given(st.integers(0, len(VALID)))
def test_a_file_that_breaks_off_in_an_entry_is_said_to(cut: int) -> None:
    content = VALID[:cut]
    opened = content.count("{") > content.count("}")
    assert bool(read_bib(content).unclosed_line) == opened


@given(st.integers(1, len(VALID)))
def test_a_file_that_breaks_off_in_an_entry_tells_its_line(cut: int) -> None:
    content = VALID[:cut].rstrip()
    if content.endswith("}") and content.count("{") == content.count("}"):
        return
    started = content.count("\n", 0, content.rindex("@")) + 1
    assert started in [problem.line for problem in read_bib(content).problems]
