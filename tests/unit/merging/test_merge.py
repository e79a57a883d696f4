"""From documents to works and people."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging import merge
from pubbrowser.model import Date, Document, Name, Record, Source
from tests.generated import records

BELL = Name("Bell", "Jocelyn")


def document(path: str, *entries: Record, owner: str = "") -> Document:
    return Document(path, "x", owner=owner, records=entries)


def test_works_stand_in_the_order_of_the_documents() -> None:
    corpus = merge(
        [
            document("b.md", Record(title="Second", line=3), Record(title="Third", line=9)),
            document("a.md", Record(title="First", line=1)),
        ]
    )
    assert [work.merged.title for work in corpus.works] == ["Second", "Third", "First"]
    assert [str(work.records[0][0]) for work in corpus.works] == ["b.md:3", "b.md:9", "a.md:1"]


def test_every_field_that_is_set_knows_its_source() -> None:
    record = Record(title="A", issued=Date(2020), line=5, section="Articles", type="book")
    [work] = merge([document("a.md", record)]).works
    place = Source("a.md", 5)
    assert work.sources == {"title": place, "issued": place, "type": place}


def test_an_identifier_does_not_depend_on_other_documents() -> None:
    one = document("a.md", Record(title="A", author=(BELL,)), Record(title="B"))
    other = document("b.md", Record(title="C"))
    alone = [work.id for work in merge([one]).works]
    assert [work.id for work in merge([other, one]).works][1:] == alone


def test_the_same_entry_twice_has_two_identifiers() -> None:
    twice = document("a.md", Record(title="A"), Record(title="A"))
    first, second = merge([twice]).works
    assert second.id == f"{first.id}-2"


def test_spellings_that_differ_in_accents_and_case_are_one_person() -> None:
    corpus = merge(
        [
            document(
                "a.md",
                Record(author=(Name("Müller", "Klaus-Robert"), BELL)),
                Record(author=(Name("Muller", "Klaus-Robert"),)),
                Record(author=(Name("MÜLLER", "K.-R."),)),
            )
        ]
    )
    muller = corpus.people[0]
    assert muller.works == 3
    assert set(muller.variants) == {"Klaus-Robert Müller", "Klaus-Robert Muller", "K.-R. MÜLLER"}
    assert len(corpus.people) == 2
    assert [work.people for work in corpus.works] == [
        (0, corpus.works[0].people[1]),
        (0,),
        (0,),
    ]


def test_people_stand_by_the_number_of_their_works() -> None:
    hewish = Name("Hewish", "Antony")
    entries = [Record(author=(hewish, BELL)), Record(author=(BELL,)), Record(author=(BELL,))]
    corpus = merge([document("a.md", *entries)])
    assert [(person.name.family, person.works) for person in corpus.people] == [
        ("Bell", 3),
        ("Hewish", 1),
    ]


def test_a_name_printed_twice_on_a_paper_counts_once() -> None:
    corpus = merge([document("a.md", Record(author=(BELL, BELL)))])
    assert corpus.people[0].works == 1
    assert corpus.works[0].people == (0,)


def test_owners_are_those_that_a_document_names_or_emphasises() -> None:
    hewish, ryle = Name("Hewish", "Antony"), Name("Ryle", "Martin")
    record = Record(author=(BELL, hewish, ryle), owner_positions=(1,))
    corpus = merge([document("a.md", record, owner="Bell Jocelyn")])
    owners = {person.name.family for person in corpus.people if person.owner}
    assert owners == {"Bell", "Hewish"}


def test_editors_count_where_there_are_no_authors() -> None:
    corpus = merge([document("a.md", Record(editor=(BELL,)))])
    assert corpus.works[0].people == (0,)


def test_a_file_name_that_is_no_utf8_is_merged() -> None:
    [work] = merge([document("m\udcfcller.md", Record(title="A"))]).works
    assert work.id


def test_nothing_gives_an_empty_corpus() -> None:
    corpus = merge([])
    assert (len(corpus), list(corpus.people)) == (0, [])


@given(st.lists(st.lists(records, max_size=4), max_size=3))
def test_nothing_is_lost_and_every_reference_leads_somewhere(pages: list[list[Record]]) -> None:
    corpus = merge([document(f"{n}.md", *page) for n, page in enumerate(pages)])
    printed = [(f"{n}.md", repr(r)) for n, page in enumerate(pages) for r in page]
    kept = [(s.path, repr(r)) for work in corpus.works for s, r in work.records]
    assert sorted(kept) == sorted(printed)
    assert len({work.id for work in corpus.works}) == len(corpus.works)
    counted = [0] * len(corpus.people)
    for work in corpus.works:
        for person in work.people:
            counted[person] += 1
    assert counted == [person.works for person in corpus.people]
    assert counted == sorted(counted, reverse=True)
