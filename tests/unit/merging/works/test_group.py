"""Which records are one work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging import merge
from pubbrowser.merging.works import group_records
from pubbrowser.model import Date, Document, Link, Name, Record, Source

ADA, BELL, CURIE = Name("Lovelace", "Ada"), Name("Bell", "Jocelyn"), Name("Curie", "Marie")
TITLE = "Pulsating radio sources in the northern sky and their periods"
PAPER = Record(type="article", title=TITLE, author=(ADA, BELL, CURIE), issued=Date(2020))


def group(*pages: Sequence[Record] | Record, **options: object) -> list[tuple[int, ...]]:
    """The groups of two or more records; pages are documents a.md, b.md, …"""
    placed = [
        (Source(f"{chr(97 + number)}.md", line), record)
        for number, page in enumerate(pages)
        for line, record in enumerate([page] if isinstance(page, Record) else page, 1)
    ]
    found = group_records(placed, **options)  # type: ignore[arg-type]
    return [members for members in found.groups if len(members) > 1]


def joined(one: Record, other: Record, **options: object) -> bool:
    return bool(group(one, other, **options))


@pytest.mark.parametrize(
    "other",
    [
        replace(PAPER, title=TITLE.upper()),
        replace(PAPER, title=TITLE.replace("northern", "nothern")),
        replace(
            PAPER, title=TITLE.replace("sources in", "sourcesin").replace("periods", "perlods")
        ),
        replace(PAPER, title="Periods of pulsating radio sources in the northern sky"),
        replace(PAPER, title=TITLE[:40] + "..."),
        replace(PAPER, author=(Name("Lovelace", "A"), Name("Bell", "J"), Name("Curie", "M"))),
        replace(PAPER, author=(Name("Lovelase", "A"), Name("Bell", "J")), authors_truncated=True),
        replace(PAPER, issued=Date(2023), type="article-journal", container_title="Nature"),
        replace(PAPER, author=(), issued=None),
    ],
)
def test_versions_of_a_paper_are_joined(other: Record) -> None:
    assert joined(PAPER, other)


@pytest.mark.parametrize(
    "other",
    [
        replace(PAPER, title=f"{TITLE}, Part 2"),
        replace(PAPER, title=f"{TITLE} revisited"),
        replace(PAPER, title=f"Erratum: {TITLE}"),
        replace(PAPER, title=f"Comment on “{TITLE}”"),
        replace(PAPER, title="Pulsating radio sources in the southern hemisphere: a survey"),
        replace(PAPER, author=(Name("Hopper", "Grace"), Name("Noether", "Emmy"))),
        replace(PAPER, author=(Name("Lovelace", "Byron"), Name("Noether", "Emmy"))),
    ],
)
def test_other_papers_are_kept_apart(other: Record) -> None:
    assert not joined(PAPER, other)


def test_parts_are_kept_apart_even_when_the_digit_is_roman() -> None:
    one, other = replace(PAPER, title=f"{TITLE} I"), replace(PAPER, title=f"{TITLE}: Part II")
    assert not joined(replace(one, title=f"{TITLE}: Part I"), other)


def test_a_short_title_without_authors_proves_nothing() -> None:
    editorial = Record(title="Editorial")
    assert not joined(editorial, editorial)


def test_an_identifier_joins_what_was_renamed() -> None:
    renamed = Record(title="Periods of stars that pulse in the sky", author=PAPER.author)
    one = replace(PAPER, arxiv_id="2001.00001v2")
    assert joined(one, replace(renamed, arxiv_id="2001.00001"))
    assert joined(one, replace(renamed, doi="10.48550/arXiv.2001.00001"))


def test_an_identifier_read_off_a_link_to_other_work_joins_nothing() -> None:
    data = Record(title="A catalogue of galaxies", author=(Name("Hopper", "G"),), doi="10.1000/x")
    placed = [(Source("a.md", 1), replace(PAPER, doi="10.1000/x")), (Source("b.md", 1), data)]
    grouping = group_records(placed)
    assert grouping.groups == [(0,), (1,)]
    [doubt] = grouping.doubtful
    assert "10.1000/x" in doubt.why


def test_different_identifiers_of_one_kind_are_only_proposed() -> None:
    placed = [
        (Source("a.md", 1), replace(PAPER, doi="10.1000/x")),
        (Source("b.md", 1), replace(PAPER, doi="10.1000/y")),
    ]
    grouping = group_records(placed)
    assert grouping.groups == [(0,), (1,)]
    assert len(grouping.doubtful) == 1


def test_abstracts_that_begin_alike_join_a_renamed_paper_without_authors() -> None:
    abstract = "We listen to the northern sky and find sources that pulse with great regularity. "
    page = Record(title="Radio sources that pulsate", abstract=abstract + "They may b...")
    feed = replace(PAPER, title="Pulsating radio sources and their periods", abstract=abstract * 3)
    assert joined(page, feed)
    assert not joined(replace(page, abstract=""), feed)


def test_a_shared_repository_allows_a_changed_title() -> None:
    link = Link("https://github.com/bell/pulsars", "repo")
    renamed = replace(PAPER, title="Pulsating stars in the northern sky: regular sources")
    assert not joined(PAPER, renamed)
    assert joined(
        replace(PAPER, links=(link,)),
        replace(renamed, links=(replace(link, url="http://www.GitHub.com/Bell/pulsars/"),)),
    )


def test_the_owner_of_a_page_without_authors_speaks_for_or_against() -> None:
    page = Record(title="Pulsating radio sources: periods in the northern sky")
    other = replace(PAPER, title="Pulsating radio sources: periods in the nothern skies")
    assert joined(page, other, owners={"a.md": "Jocelyn Bell"})
    assert not joined(page, other, owners={"a.md": "Grace Hopper"})


def test_of_two_entries_of_one_list_the_better_one_is_joined() -> None:
    twin = replace(PAPER, title=f"{TITLE} today")
    assert group([twin, PAPER], [PAPER]) == [(1, 2)]


def test_two_entries_of_one_list_are_never_joined_through_a_third() -> None:
    assert group([PAPER, PAPER], [PAPER, PAPER]) == [(0, 2), (1, 3)]
    assert group([PAPER, PAPER], [PAPER]) == [(0, 2)]


def test_what_a_person_says_goes_first() -> None:
    stranger = Record(title="Something else")
    assert group(PAPER, stranger, same=[(0, 1)]) == [(0, 1)]
    assert group([PAPER, stranger], same=[(0, 1)]) == [(0, 1)]
    assert group(PAPER, PAPER, different=[(1, 0)]) == []
    assert group(PAPER, PAPER, PAPER, different=[(0, 2)]) in ([(0, 1)], [(1, 2)])


_WORDS = ("radio", "pulsar", "sky", "survey", "deep", "noise", "part", "2", "ii", "revisited")
_records = st.builds(
    Record,
    title=st.lists(st.sampled_from(_WORDS), max_size=7).map(" ".join),
    author=st.lists(st.sampled_from((ADA, BELL, CURIE, Name("Bell", "J"))), max_size=3).map(tuple),
    issued=st.none() | st.builds(Date, st.integers(2018, 2022)),
    type=st.sampled_from(("article", "article-journal", "paper-conference")),
    arxiv_id=st.sampled_from(("", "", "2001.00001", "2001.00002")),
    authors_truncated=st.booleans(),
    abstract=st.sampled_from(("", "short", "a longer abstract " * 5)),
)  # fmt: skip
_pages = st.lists(st.lists(_records, max_size=5), min_size=1, max_size=4)


def _documents(pages: Sequence[Sequence[Record]]) -> list[Document]:
    return [
        Document(
            f"{number}.md",
            "x",
            owner="Jocelyn Bell" if number == 1 else "",
            records=tuple(replace(record, line=line) for line, record in enumerate(page, 1)),
        )
        for number, page in enumerate(pages)
    ]


@given(_pages, st.randoms())
def test_the_order_of_the_documents_changes_nothing(
    pages: list[list[Record]], random: object
) -> None:
    documents = _documents(pages)
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = merge(documents), merge(shuffled)
    seen = {work.id: (work.key, work.merged, work.records, work.sources) for work in one.works}
    assert len(seen) == len(one.works)
    assert seen == {w.id: (w.key, w.merged, w.records, w.sources) for w in other.works}
    assert sorted(f.message for f in one.findings) == sorted(f.message for f in other.findings)


@given(_pages, st.data())
def test_every_record_is_in_one_work_and_none_meets_its_own_document(
    pages: list[list[Record]], data: st.DataObject
) -> None:
    placed = [
        (Source(f"{number}.md", line), record)
        for number, page in enumerate(pages)
        for line, record in enumerate(page)
    ]
    indices = st.integers(0, max(len(placed) - 1, 0))
    pairs = data.draw(st.lists(st.tuples(indices, indices), max_size=3)) if placed else []
    apart = [(a, b) for a, b in pairs if a != b]
    grouping = group_records(placed, different=apart)
    assert sorted(i for members in grouping.groups for i in members) == list(range(len(placed)))
    for members in grouping.groups:
        assert len({placed[i][0].path for i in members}) == len(members)
        assert not any(a in members and b in members for a, b in apart)
    work_of = {i: number for number, members in enumerate(grouping.groups) for i in members}
    for doubt in grouping.doubtful:
        assert work_of[doubt.one] != work_of[doubt.other]
    # What was found, said by a person, gives the same again.
    said = [(members[0], i) for members in grouping.groups for i in members[1:]]
    again = group_records(placed, same=said, different=apart)
    assert again.groups == grouping.groups
