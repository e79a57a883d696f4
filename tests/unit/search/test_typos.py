"""Which terms a misspelt word is taken for."""

from __future__ import annotations

import numpy as np
import pytest

from pubbrowser.merging import merge
from pubbrowser.model import Document, Record
from pubbrowser.search import Query
from pubbrowser.search.engine import Engine
from pubbrowser.search.lexicon import Lexicon, letters_and_lengths, lexicon_arrays
from pubbrowser.search.typos import Speller

TERMS = sorted(["relevance", "network", "networks", "wickstrøm", "2021", "layer4", "lrp", "日本語"])
ARRAYS = lexicon_arrays(TERMS, "terms")
ARRAYS["terms.letters"], ARRAYS["terms.lengths"] = letters_and_lengths(ARRAYS, "terms")
SPELLER = Speller(ARRAYS, Lexicon(ARRAYS, "terms"))
EVERYWHERE = np.ones(len(TERMS), np.bool_)


@pytest.mark.parametrize(
    ("word", "open_", "expected"),
    [
        ("relevence", False, {"relevance"}),  # a letter changed
        ("relevnace", False, {"relevance"}),  # two swapped
        ("relevnce", False, {"relevance"}),  # one missing
        ("relexxnce", False, {"relevance"}),  # two errors
        ("xxlevance", False, set()),  # of which none may be the first letter
        ("netwrk", False, {"network"}),
        ("netwrk", True, {"network", "networks"}),  # still being typed
        ("relv", False, set()),
        ("relv", True, {"relevance"}),
        ("wikstrøm", False, {"wickstrøm"}),
        ("2031", False, set()),  # figures are not misspelt
        ("layer5", False, set()),
        ("layr4", False, {"layer4"}),
        ("lpr", False, set()),  # too short
    ],
)
def test_likely_terms(word: str, open_: bool, expected: set[str]) -> None:
    found = SPELLER.likely_terms(word, EVERYWHERE, as_prefix=open_)
    assert set(found) == expected
    assert [TERMS[at] for at in found.values()] == list(found)


def test_terms_of_other_fields_are_not_meant() -> None:
    nowhere = np.zeros(len(TERMS), np.bool_)
    assert SPELLER.likely_terms("relevence", nowhere, as_prefix=True) == {}


RECORDS = tuple(Record(title=title) for title in ("Clever Horses", "Cleaver and Knife", "Zebra"))
CORPUS = merge([Document("list.md", "publication-list", records=RECORDS)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("clever", {"Clever Horses"}),  # a word that is known means what it says
        ("clevr", {"Clever Horses"}),
        ("clever knife", {"Cleaver and Knife"}),  # unless nothing is found otherwise
        ("clever type:book", set()),  # it is not the word that is to blame
        ("knife -clevr", {"Cleaver and Knife"}),  # what is excluded is not guessed at
        ("zebr OR clevr", {"Zebra"}),
        ("title:clevr", {"Clever Horses"}),
        ("abstract:clevr", set()),
    ],
)
def test_corrections_are_made_when_nothing_is_found(text: str, expected: set[str]) -> None:
    ids = Engine.of(CORPUS).run(Query(f"{text} ")).ids
    assert {CORPUS.works[number].merged.title for number in ids} == expected
