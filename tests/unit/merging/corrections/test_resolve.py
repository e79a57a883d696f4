"""Which records corrections mean, and what is reported when that is unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.corrections import (
    NO_CORRECTIONS,
    RecordIndex,
    Resolved,
    apply_fields,
    parse_corrections,
    reference_for,
    resolve,
    settle,
)
from pubbrowser.merging.corrections.regroup import join_records, part_records
from pubbrowser.model import Date, Link, Name, Record, Source
from tests.generated import records

WEBER = (Name("Weber", "Anna"),)
PLACED = [
    (Source("/lists/list.md", 3), Record(title="A Close Look at Maps", author=WEBER)),
    (Source("/lists/list.md", 9), Record(title="Part Two", issued=Date(2019))),
    (Source("/lists/list.md", 12), Record(title="Part Two", issued=Date(2021))),
    (Source("/lists/feed.txt", 2), Record(title="A close look at maps!", author=WEBER)),
    (Source("/lists/feed.txt", 5), Record(title="A Close Look at Müller", arxiv_id="1902.10178v2")),
    (Source("/old/list.md", 1), Record(title="", doi="10.1/X", citation_key="bell1968")),
]  # fmt: skip
INDEX = RecordIndex(PLACED)
TITLES = (
    "", "?", "A (2019)", "A (2019) #2", "A", "a", "A b", "A #2", "a.md: A", "A…", "10.1000/x",
)  # fmt: skip


def resolved(content: str) -> Resolved:
    return resolve(parse_corrections(content, "c.yaml"), PLACED)


def said(result: Resolved) -> list[tuple[int, str]]:
    assert all(finding.kind == "correction" for finding in result.findings)
    return [(finding.source.line, finding.message) for finding in result.findings]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("A Close Look at Maps", (0, 3)),
        ("a close look at MAPS", (0, 3)),
        ("feed.txt: A close look at maps", (3,)),
        ("FEED.TXT: A close look at m…", (3, 4)),
        ("A close look at muller", (4,)),
        ("A Close Lo", (0, 3, 4)),
        ("Part Two (2021)", (2,)),
        ("lists/list.md: Part Two #1", (1,)),
        ("Part Two (2019) #1", (1,)),
        ("arXiv:1902.10178", (4,)),
        ("https://arxiv.org/abs/1902.10178v1", (4,)),
        ("https://doi.org/10.1/x", ()),
        ("bell1968", (5,)),
        ("weberclose", (0, 3)),
        ("old/list.md: (no title)", (5,)),
        ("feed.txt: Part Two", ()),
        ("", ()),
        ("#1", ()),
    ],
)
def test_a_reference_means_these_records(reference: str, found: tuple[int, ...]) -> None:
    assert INDEX.find(reference) == found


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        (0, "lists/list.md: A Close Look at Maps"),
        (2, "lists/list.md: Part Two (2021)"),
        (3, "feed.txt: A close look at maps!"),
        (4, "A Close Look at Müller"),
        (5, "(no title)"),
    ],
)
def test_the_program_writes_the_shortest_reference(number: int, reference: str) -> None:
    assert reference_for(*PLACED[number], PLACED) == reference


def test_long_titles_are_cut_between_words() -> None:
    title = "On the many and various ways in which titles of papers grow longer and longer"
    placed = [(Source("a.md", 1), Record(title=title))]
    assert reference_for(*placed[0], placed) == (
        "On the many and various ways in which titles of papers grow longer …"
    )


@given(
    st.lists(
        st.tuples(
            st.builds(
                Source, st.sampled_from(["a.md", "x/a.md", "y: b/c", "m\udcfcller.md"]), st.just(1)
            ),
            records
            | st.builds(
                Record,
                title=st.sampled_from(TITLES),
                issued=st.sampled_from([None, Date(2019)]),
            ),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_a_reference_of_the_program_means_its_record_only(
    placed: list[tuple[Source, Record]],
) -> None:
    index = RecordIndex(placed)
    for number in range(len(placed)):
        assert index.find(index.reference_for(number)) == (number,)


def test_no_corrections_cost_nothing() -> None:
    assert resolve(NO_CORRECTIONS, PLACED) == Resolved()
    assert settle(Resolved(), [[0]]).findings == []


def test_joins_and_partings_are_pairs_of_records() -> None:
    result = resolved(
        "join:\n  - [A Close Look at Maps, 'Part Two (2019)']\n"
        "apart:\n  - ['Part Two (2019)', 'Part Two (2021)', '1902.10178']\n"
    )
    assert result.same == [(0, 1), (0, 3)]
    assert result.different == [(1, 2), (1, 4), (2, 4)]
    assert result.findings == []


def test_what_is_unknown_or_unclear_is_reported_and_the_rest_applied() -> None:
    result = resolved(
        "join:\n- [A Close Look at Mops, Part Two]\n- [none.md: X, Something else entirely xyz]\n"
        "- ['Part Two (2021)', '1902.10178', nothing at all]\n"
    )
    assert result.same == [(2, 4)]
    assert [line for line, _ in said(result)] == [2, 2, 3, 3, 4]
    first, second, third, *_ = [message for _, message in said(result)]
    assert "did you mean 'A Close Look at Maps'" in first
    assert "any of /lists/list.md:9, /lists/list.md:12; say which" in second
    assert third == "there is no document 'none.md', or it has no entries"


def test_a_contradiction_is_reported_and_the_join_stays() -> None:
    result = resolved(
        "join:\n  - ['Part Two (2019)', '1902.10178']\n  - ['1902.10178', bell1968]\n"
        "apart:\n  - [bell1968, 'Part Two (2019)']\n"
    )
    assert result.different == []
    assert [line for line, _ in said(result)] == [5]


def test_joining_a_record_with_itself_is_reported() -> None:
    assert [line for line, _ in said(resolved("join: [[bell1968, (no title)]]"))] == [1]
    assert [line for line, _ in said(resolved("apart: [[bell1968, (no title)]]"))] == [1]


def test_aliases_are_the_names_as_printed() -> None:
    placed = [
        (Source("a.md", 1), Record(author=(Name("Lapuschkin", "S"), Name("Müller", "K.-R.")))),
        (Source("a.md", 2), Record(author=(Name("Bach", "S."), Name("Binder", "A")))),
    ]
    content = (
        "people:\n  - [Sebastian Lapuschkin, Lapuschkin S, Bach S]\n"
        "  - [K Müller, 'Muller, K-R', Nobody]\n  - [Anyone, Bach S, Binder A]\n  - [X, Y]\n"
    )
    result = resolve(parse_corrections(content, "c.yaml"), placed)
    assert result.aliases == [
        ("K Müller", "K.-R. Müller"),
        ("Sebastian Lapuschkin", "S Lapuschkin", "S. Bach", "A Binder"),
    ]
    assert [line for line, _ in said(result)] == [3, 5, 5]


def test_what_is_said_of_a_paper_goes_to_its_work() -> None:
    result = resolved(
        "fields:\n  - {of: A Close Look at Maps, set: {issued: 2020}}\n"
        "  - {of: 'feed.txt: A close look at maps', set: {issued: 2021, title: New}}\n"
        "keys: {mine: A Close Look at Maps, other: 'list.md: A Close Look'}\n"
        "tags: {x: [mine, A Close Look, bell1968], y: [mine]}\n"
    )
    settled = settle(result, [[0, 3], [1], [2], [4], [5]])
    assert settled.fields == {0: {"issued": Date(2021), "title": "New"}}
    assert settled.sources[0]["title"] == Source("c.yaml", 3)
    assert settled.keys == {0: "mine"}
    assert settled.tags == {0: ("x", "y"), 4: ("x",)}
    assert [(f.source.line, f.works) for f in settled.findings] == [
        (2, (0,)),
        (4, (0,)),
        (5, (0, 3)),
    ]


def test_a_title_of_two_works_is_ambiguous() -> None:
    result = resolved("keys: {k: A Close Look at Maps}")
    settled = settle(result, [[0], [1], [2], [3], [4], [5]])
    assert settled.keys == {}
    assert [finding.works for finding in settled.findings] == [(0, 3)]


def test_old_remarks_go_with_the_old_value() -> None:
    record = Record(
        author=WEBER, owner_positions=(0,), authors_truncated=True, issued=Date(2020),
        year_inferred=True, volume="1", page="7", locator="1:7", doi="10.1/x",
        links=(Link("https://doi.org/10.1/x", "doi"), Link("https://a.org")),
    )  # fmt: skip
    fields = {
        "author": (Name("Bell", "J"),), "issued": Date(2021), "volume": "2", "issue": "3",
        "doi": "10.1/y",
    }  # fmt: skip
    changed = apply_fields(record, fields)
    assert (changed.owner_positions, changed.authors_truncated, changed.year_inferred) == (
        (), False, False,
    )  # fmt: skip
    assert changed.locator == "2(3):7"
    assert changed.links == (Link("https://a.org"),)
    assert apply_fields(record, {}) is record


def test_parting_takes_out_the_join_that_says_otherwise() -> None:
    text = join_records("", [0, 1, 4], INDEX)
    text = part_records(text, [1], [0, 4], INDEX)
    result = resolved(text)
    assert (result.same, sorted(result.different)) == ([(0, 4)], [(0, 1), (1, 4)])
    assert result.findings == []


def test_joining_takes_out_the_parting_that_says_otherwise() -> None:
    text = "apart:\n  - ['Part Two (2019)', 'Part Two (2021)', bell1968]\n"
    result = resolved(join_records(text, [1, 2], INDEX))
    assert (result.same, result.different) == ([(1, 2)], [(1, 5), (2, 5)])
    assert result.findings == []
