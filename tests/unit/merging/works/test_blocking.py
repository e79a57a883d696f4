"""Which records are compared: leaving out what pairs nobody loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.merging.works import blocking
from pubbrowser.merging.works.traits import Traits, traits_of
from pubbrowser.merging.works.weights import Weights
from pubbrowser.model import Date, Name, Record, Source

_TITLES = st.lists(
    st.sampled_from(
        [
            "quiet",
            "loud",
            "radio",
            "pulsar",
            "sources",
            "periods",
            "northern",
            "sky",
            "survey",
            "of",
            "in",
        ]
    ),
    max_size=6,
).map(" ".join)
_RECORDS = st.builds(
    Record,
    title=_TITLES,
    author=st.lists(st.sampled_from([Name("Bell", "J"), Name("Ryle", "M")]), max_size=2).map(tuple),
    issued=st.sampled_from([None, Date(1968), Date(1969)]),
    doi=st.sampled_from(["", "", "10.1000/1", "10.1000/2"]),
)


@st.composite
def _traits(draw: st.DrawFn) -> list[Traits]:
    """One list of some length and short ones beside it."""
    sizes = [draw(st.integers(0, 12)), *draw(st.lists(st.integers(0, 3), max_size=3))]
    documents = [number for number, size in enumerate(sizes) for _ in range(size)]
    placed = [(Source(f"{n}.md", line), draw(_RECORDS)) for line, n in enumerate(documents)]
    return traits_of(placed, documents, {})


@given(_traits())
def test_equal_keys_of_two_documents_are_compared_and_nothing_else(traits: list[Traits]) -> None:
    pairs = list(blocking.same_blocks(traits, lambda one: one.identifiers))
    assert set(pairs) == {
        (a, b)
        for a, b in combinations(range(len(traits)), 2)
        if traits[a].document != traits[b].document
        and set(traits[a].identifiers) & set(traits[b].identifiers)
    }


@given(_traits(), st.booleans())
def test_keys_of_the_largest_document_alone_change_nothing(
    traits: list[Traits], pieces: bool
) -> None:
    keys = partial(blocking.word_keys, frequencies=Weights(traits).frequencies)

    def pairs() -> list[tuple[int, int]]:
        return list(
            blocking.ranked_pairs(
                traits,
                range(len(traits)),
                blocking.piece_keys if pieces else keys,
                lambda index, document: False,
                lambda done: None,
            )
        )

    def all_keys(
        traits: Sequence[Traits],
        members: Sequence[int],
        keys_of: Callable[[Traits], Iterable[str]],
    ) -> list[Sequence[str]]:
        return [tuple(keys_of(traits[index])) for index in members]

    without = pairs()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "_keys_elsewhere", all_keys)
        assert pairs() == without
