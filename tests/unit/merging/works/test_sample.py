"""Which records of the bundled sample are one work: facts, gone through by eye."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pubbrowser.merging import merge
from pubbrowser.model import Corpus, Work
from pubbrowser.opening import read_documents
from pubbrowser.text import words

ARXIV, LIST, SAMEK, FISCHER = (
    "lapuschkin_arxiv.txt",
    "lapuschkin_publications.md",
    "samek_feed.txt",
    "fischer_feed.txt",
)

# Versions under changed titles: the beginning of the title in each document.
RENAMED = [
    {
        ARXIV: "Layer-wise Feedback Propagation",
        LIST: "Efficient and Flexible Neural Network Training through Layer-wise Feedback",
        SAMEK: "Efficient and Flexible Neural Network Training through Layer-wise Feedback",
    },
    {
        ARXIV: "XAI-based Comparison of Input Representations for Audio Event Classification",
        LIST: "XAI-based Comparison of Audio Event Classifiers with different Input",
        SAMEK: "XAI-based Comparison of Input Representations for Audio Event Classification",
    },
    {
        ARXIV: "Ensuring Medical AI Safety: Explainable AI-Driven Detection",
        LIST: "Ensuring Medical AI Safety: Explainable AI-Driven Detection",
        SAMEK: "Ensuring Medical AI Safety: Interpretability-Driven Detection",
    },
    {
        ARXIV: "But that's not why: Inference adjustment by interactive prototype revision",
        LIST: "But That’s Not Why: Inference Adjustment by Interactive Prototype Deselection",
    },
    {
        ARXIV: "ECQ$^{\\text{x}}$: Explainability-Driven Quantization",
        LIST: "ECQx: Explainability-Driven Quantization",
    },
]

# Close titles of different works: beginnings that tell them apart.
APART = [
    (
        "Explaining machine learning models for age classification in human gait analysis",
        "Explaining automated gender classification of human gait",
    ),
    (
        "Explaining machine learning models for age classification in human gait analysis",
        "Explaining Machine Learning Models for Clinical Gait Analysis",
    ),
    ("Pruning by Explaining: A Novel Criterion", "Pruning By Explaining Revisited"),
    ("Sanity Checks Revisited", "A Fresh Look at Sanity Checks"),
    ("PINNfluence", "Leveraging Influence Functions for Resampling Data"),
    ("How to iNNvestigate Neural Networks’ Predictors!", "iNNvestigate Neural Networks!"),
    ("Explain and Improve: LRP-inference", "Explain and Improve: Cross-Domain"),
    ("Explanation-Guided Training for Cross-Domain", "Explain and Improve: Cross-Domain"),
    (
        "Layer-wise Relevance Propagation for Deep Neural Network Architectures",
        "Layer-wise Relevance Propagation for Neural Networks with Local",
    ),
    ("The Layer-wise Relevance Propagation Toolbox", "Layer-wise relevance propagation: An"),
    ("Label-Descriptive Patterns", "Understanding and Mitigating Classification Errors"),
    ("Deep Taylor Decomposition of Neural Networks", "Explaining NonLinear Classification"),
    ("Quantus: An Explainable AI Toolkit", "Quanda: An Interpretability Toolkit"),
    ("The Atlas of In-Context Learning", "Atlas-Alignment"),
    ("Attribution-guided Pruning", "Attribution-Guided Decoding"),
]

# Perhaps one work, perhaps not: no document proves it.
DOUBTFUL = {
    (
        "Explaining Machine Learning Models for Clinical Gait Analysis",
        "On the Explanation of Machine Learning Predictions in Clinical Gait Analysis",
    ),
    (
        "DualView: Data Attribution from the Dual Perspective",
        "DualXDA: Towards Sparse, Efficient and Explainable Data Attribution in Large AI Models",
    ),
}


@pytest.fixture(scope="module")
def corpus(sample: Path) -> Corpus:
    documents, failures, _ = read_documents([str(sample)])
    assert not failures
    return merge(documents)


def found(corpus: Corpus, beginning: str, document: str = "") -> Work:
    """The one work that has a record whose title begins so (in the named document)."""
    [work] = [
        work
        for work in corpus.works
        if any(
            record.title.lower().startswith(beginning.lower()) and source.path.endswith(document)
            for source, record in work.records
        )
    ]
    return work


def documents_of(work: Work) -> list[str]:
    return sorted(Path(source.path).name for source, _ in work.records)


def test_242_records_are_152_works(corpus: Corpus) -> None:
    sizes = Counter(len(work.records) for work in corpus.works)
    assert sizes == {1: 88, 2: 38, 3: 26}
    assert sum(size * number for size, number in sizes.items()) == 242


def test_records_of_one_title_are_one_work(corpus: Corpus) -> None:
    works: dict[str, set[str]] = {}
    for work in corpus.works:
        for _, record in work.records:
            works.setdefault(" ".join(words(record.title)), set()).add(work.id)
    assert [title for title, ids in works.items() if len(ids) > 1] == []


def test_different_titles_are_one_work_only_where_a_paper_was_renamed(corpus: Corpus) -> None:
    renamed = [
        work
        for work in corpus.works
        if len({" ".join(words(record.title)) for _, record in work.records}) > 1
    ]
    assert len(renamed) == len(RENAMED)


@pytest.mark.parametrize("titles", RENAMED, ids=lambda titles: titles[ARXIV][:20])
def test_a_renamed_paper_is_one_work(corpus: Corpus, titles: dict[str, str]) -> None:
    works = [found(corpus, title, document) for document, title in titles.items()]
    assert len({work.id for work in works}) == 1
    assert documents_of(works[0]) == sorted(titles)


@pytest.mark.parametrize(("one", "other"), APART, ids=lambda title: title[:20])
def test_close_titles_stay_apart(corpus: Corpus, one: str, other: str) -> None:
    assert found(corpus, one).id != found(corpus, other).id


def test_no_work_has_two_records_of_one_document(corpus: Corpus) -> None:
    for work in corpus.works:
        assert len(set(documents_of(work))) == len(work.records)


def test_what_cannot_be_decided_is_proposed(corpus: Corpus) -> None:
    doubts = [finding for finding in corpus.findings if finding.kind == "doubtful-merge"]
    named = {
        tuple(sorted(corpus.works[work].merged.title for work in doubt.works)) for doubt in doubts
    }
    assert named == DOUBTFUL


def test_the_published_version_is_cited_under_full_names(corpus: Corpus) -> None:
    work = found(corpus, "From Attribution Maps")
    assert work.merged.container_title == "Nature Machine Intelligence"
    assert work.year == 2023
    assert [name.full for name in work.names[:4]] == [
        "Reduan Achtibat",
        "Maximilian Dreyer",
        "Ilona Eisenbraun",
        "S Bosse",
    ]
    assert not work.merged.authors_truncated
    assert work.merged.abstract
    assert not work.merged.abstract_truncated
    assert [Path(source.path).name for source, _ in work.records] == [LIST, ARXIV, SAMEK]
    assert Path(work.sources["issued"].path).name == LIST
    assert Path(work.sources["abstract"].path).name == SAMEK


def test_owners_of_all_documents_are_owners_on_the_merged_list(corpus: Corpus) -> None:
    work = found(corpus, "Explaining Automated Gender")
    owners = [work.names[position].family for position in work.merged.owner_positions]
    assert owners == ["Lapuschkin", "Samek"]  # the first is bold in the list, which is his


def test_repositories_of_all_versions_are_kept_once(corpus: Corpus) -> None:
    work = found(corpus, "Efficient and Flexible Neural Network Training")
    repositories = [link.url for link in work.merged.links if link.kind == "repo"]
    assert repositories == ["https://github.com/leanderweber/layerwise-feedback-propagation"]
    assert work.merged.has_code
