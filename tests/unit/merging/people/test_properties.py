"""What holds for who is who whatever the papers are."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.people import People, find_people
from pubbrowser.model import Record, Source
from tests.generated import names as any_names
from tests.unit.merging.people.making import Group, names

_FAMILIES = ["Weber", "Müller", "Mueller", "Achtibat", "Achtribat", "Zhang", "de Lange"]
_GIVEN = ["S", "Sabine", "Stefan", "S M", "K", "K-R", "Karsten", "Klaus-Robert", "M", "QM"]
_printed = st.builds(
    lambda family, given: names(f"{family}, {given}")[0],
    st.sampled_from(_FAMILIES),
    st.sampled_from(_GIVEN),
)
_authors = st.lists(_printed, max_size=4).map(tuple)


@st.composite
def _groups(draw: st.DrawFn) -> list[Group]:
    groups = []
    for work in range(draw(st.integers(0, 7))):
        records = [
            Record(author=authors, owner_positions=positions)
            for authors, positions in draw(
                st.lists(
                    st.tuples(_authors, st.sampled_from([(), (), (0,), (1,)])),
                    min_size=1,
                    max_size=2,
                )
            )
        ]
        groups.append([(Source(f"{n}.md", work), record) for n, record in enumerate(records)])
    return groups


def _find(groups: list[Group], aliases: list[list[str]] | None = None) -> People:
    owners = [("0.md", "Sabine Weber"), ("1.md", "Müller K")]
    return find_people(groups, [group[0][1] for group in groups], owners, aliases or [])


@given(_groups(), st.randoms(use_true_random=False))
def test_the_order_of_the_works_changes_nothing(groups: list[Group], chance: random.Random) -> None:
    order = list(range(len(groups)))
    chance.shuffle(order)
    before, after = _find(groups), _find([groups[work] for work in order])
    assert before.people == after.people
    assert [before.of_work[work] for work in order] == after.of_work
    assert [before.names[work] for work in order] == after.names
    assert [f.message for f in before.findings] == [f.message for f in after.findings]


@given(_groups())
def test_every_place_has_a_person_and_a_name(groups: list[Group]) -> None:
    found = _find(groups)
    counted = [0] * len(found.people)
    for group, people, cited in zip(groups, found.of_work, found.names, strict=True):
        authors = group[0][1].author
        assert len(cited) == len(authors)
        assert len(people) <= len(authors)
        assert bool(people) == bool(authors)
        assert len(set(people)) == len(people)
        for person in people:
            counted[person] += 1
    assert counted == [person.works for person in found.people]
    assert len({person.id for person in found.people}) == len(found.people)
    for person in found.people:
        assert person.variants


@given(_groups())
def test_two_full_given_names_are_never_one_person(groups: list[Group]) -> None:
    full = {"Sabine", "Stefan", "Karsten", "Klaus-Robert"}
    for person in _find(groups).people:
        assert sum(any(name in text for text in person.variants) for name in full) <= 1


@given(_groups())
def test_aliases_are_honoured(groups: list[Group]) -> None:
    alias = ["Sabine Weber", "Zhang K"]
    holders = [person for person in _find(groups, [alias]).people if {*alias} & {*person.variants}]
    assert len(holders) <= 1


@given(st.lists(st.lists(any_names, max_size=4), max_size=4))
def test_no_name_is_too_strange(lists: list[list[object]]) -> None:
    groups = [
        [(Source("a.md", n), Record(author=tuple(each)))]  # type: ignore[arg-type]
        for n, each in enumerate(lists)
    ]
    found = _find(groups)
    assert [len(cited) for cited in found.names] == [len(each) for each in lists]
