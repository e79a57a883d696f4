"""Nobody is cited under the given name of somebody else."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.exchange import csl_json
from pubbrowser.merging import merge
from pubbrowser.model import Corpus
from pubbrowser.opening import read_documents

SAMPLE = Path(__file__).parents[3] / "sample_data"

TITLES = (
    "Soil chemistry of northern bogs",
    "Quantum theory of tunnelling electrons",
    "A history of medieval weaving",
)


def authors(corpus: Corpus, work: int) -> str:
    """Give the authors in the BibTeX entry of a work, which CSL-JSON must print as well."""
    [line] = re.findall(r"  author = \{(.*)\},", bibtex([corpus.works[work]]))
    [item] = json.loads(csl_json([corpus.works[work]]))
    cited = re.sub(r"\{\\\"u\}", "ü", line)
    assert " and ".join(f"{each['family']}, {each['given']}" for each in item["author"]) == cited
    return cited


def opened(tmp_path: Path, *authors: str, beside: Sequence[str] = ()) -> Corpus:
    """Give the corpus of a .bib with one entry for each author list."""
    entries = [
        f"@article{{key{number},\n  title = {{{TITLES[number]}}},\n  author = {{{each}}},\n"
        f"  year = {{{2001 - 17 * number}}},\n  journal = {{Annals {number}}}\n}}\n"
        for number, each in enumerate(authors)
    ]
    path = tmp_path / "works.bib"
    path.write_text("".join(entries), encoding="utf-8")
    return merge(read_documents([str(path), *beside])[0])


UNRELATED = [
    ("Sun, Jiamei", "Sun, J."),
    ("Zhang, Wei", "Zhang, W."),
    ("Zhang, Wei", "Zhang, W. and Ryle, Martin"),
    ("Smith, Anna and Müller, Karin", "Smith, A. and Müller, K."),
    ("Smith, John B. and Bell, Jocelyn", "Smith, John"),
    ("Müller, Jürgen", "Muller, J."),
    ("Ryle, Martin and Zhang, Wei", "Ryle, M. and Zhang, W."),
]
"""A name written out, and one that fits it on a paper of nobody known to be the same."""


@pytest.mark.parametrize(("full", "short"), UNRELATED)
def test_a_name_that_fits_is_no_evidence(tmp_path: Path, full: str, short: str) -> None:
    corpus = opened(tmp_path, full, short)
    assert (authors(corpus, 0), authors(corpus, 1)) == (full, short)
    assert not set(corpus.works[0].people) & set(corpus.works[1].people)


@pytest.mark.parametrize(
    ("full", "short", "printed"),
    [
        (
            "Sun, Jiamei and Samek, Wojciech",
            "Samek, Wojciech and Sun, J.",
            "Samek, Wojciech and Sun, Jiamei",
        ),
        ("Sun, Jiamei and Ng, T. A.", "Sun, J. and Ng, T. A.", "Sun, Jiamei and Ng, T. A."),
        ("Müller, Klaus-Robert", "Müller, K.-R.", "Müller, Klaus-Robert"),
        ("Ng, Anna-Maria", "Ng, A. M.", "Ng, Anna-Maria"),
    ],
)  # fmt: skip
def test_evidence_gives_the_full_name(tmp_path: Path, full: str, short: str, printed: str) -> None:
    corpus = opened(tmp_path, full, short)
    assert authors(corpus, 1) == printed
    assert sorted(corpus.works[0].people) == sorted(corpus.works[1].people)


def test_evidence_on_one_paper_is_none_on_another(tmp_path: Path) -> None:
    corpus = opened(
        tmp_path, "Sun, Jiamei and Samek, Wojciech", "Sun, J. and Samek, Wojciech", "Sun, J."
    )
    assert authors(corpus, 1) == "Sun, Jiamei and Samek, Wojciech"
    assert authors(corpus, 2) == "Sun, J."
    assert corpus.works[2].people[0] not in corpus.works[0].people


def test_a_shared_spelling_carries_no_middle_name_to_strangers(tmp_path: Path) -> None:
    corpus = opened(
        tmp_path,
        "Smith, John B. and Samek, Wojciech",
        "Smith, John and Samek, Wojciech",
        "Smith, John and Ryle, Martin",
    )
    assert authors(corpus, 1) == "Smith, John B. and Samek, Wojciech"
    assert authors(corpus, 2) == "Smith, John and Ryle, Martin"


def test_two_who_compete_leave_the_initials_alone(tmp_path: Path) -> None:
    corpus = opened(tmp_path, "Ng, Anna-Maria", "Ng, A. M.", "Ng, Adam Mark")
    assert authors(corpus, 1) == "Ng, A. M."


def test_a_printed_initial_is_not_lost_to_a_fuller_first_name(tmp_path: Path) -> None:
    corpus = opened(
        tmp_path, "Bommer, Philine and Samek, Wojciech", "Bommer, P. L. and Samek, Wojciech"
    )
    assert authors(corpus, 1) == "Bommer, Philine L. and Samek, Wojciech"


def test_a_stranger_in_another_document_gives_the_sample_no_names(tmp_path: Path) -> None:
    resnet = "He, Kaiming and Zhang, Xiangyu and Ren, Shaoqing and Sun, Jian"
    alone = merge(read_documents([str(SAMPLE)])[0])
    corpus = opened(tmp_path, resnet, beside=[str(SAMPLE)])
    before = {work.id: (work.merged.author, work.merged.editor) for work in alone.works}
    after = {work.id: (work.merged.author, work.merged.editor) for work in corpus.works}
    assert {each: after[each] for each in before} == before
    [sun] = [person for person in corpus.people if "Sun J" in person.variants]
    assert (sun.name.full, sun.works) == ("J Sun", 4)
