"""Whether two records are one work: how far their titles agree, and how far they have to.

One figure decides: the agreement of the titles less the agreement that the rest of the
evidence asks for. Authors who agree ask for less, years that are far apart for more, and so
on; each rule is one line below. This is Fellegi and Sunter's weighing of evidence ("A theory
for record linkage", 1969) with weights set by hand, so that every decision can be told in words.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import Indel

from pubbrowser.merging.works.names import Agreement, compare_authors
from pubbrowser.merging.works.titles import (
    begins_like,
    compare_letters,
    compare_words,
    names_begin_alike,
)
from pubbrowser.merging.works.traits import (
    Traits,
    abstract_beginning,
    main_title,
    repositories,
)
from pubbrowser.merging.works.weights import Weights
from pubbrowser.text import words as folded_words

CERTAIN = 0.8
"""From this score on two records are joined."""
DOUBTFUL = 0.66
"""From this score on two records are proposed to be joined."""
_UNDECIDED = CERTAIN - 0.01
"""What evidence that is only to be proposed can reach."""

_FEW_LETTERS = 0.6
"""Titles with less of their letters in common need half of their words in common to be compared."""
_FOR_REPLACED_WORD = 0.1
"""More agreement of titles needed for each word replaced by another one, after the first."""
_SEQUEL = frozenset(("revisited", "revisiting", "extended", "extension", "followup", "reloaded"))
_ABOUT_ANOTHER = frozenset(
    ("erratum", "errata", "corrigendum", "retraction", "retracted", "reply", "comment", "comments",
     "rejoinder", "discussion", "addendum")
)  # fmt: skip


class Comparison(NamedTuple):
    """What comparing two records gave."""

    score: float
    """0 to 1, a little more for shared identifiers; see `CERTAIN` and `DOUBTFUL`."""
    why: str
    """The evidence, in words for the person who has to decide."""
    veto: bool = False
    """The two cannot be one work, whatever other records say: "Part 1" and "Part 2"."""


_Left = tuple[list[str], list[str]]
"""Words of two titles that have no counterpart in the other one."""

_DIFFERENT = Comparison(0.0, "")


def compare(one: Traits, other: Traits, weigh: Weights) -> Comparison:
    """Weigh all evidence about two records of different documents; symmetric."""
    shared = set(one.identifiers).intersection(other.identifiers) if one.identifiers else None
    title, left = _title_agreement(one, other, weigh)
    if title < 0.4 and not shared and not _beginnings_agree(one, other):
        return _renamed(one, other)
    authors = compare_authors(one, other)
    if shared:
        return _with_identifier(min(shared), title, authors)
    if title < 1.0 and _numbers_conflict(one, other):
        return Comparison(0.0, "", veto=True)
    evidence: list[str] = []
    need, ceiling = _needed(one, other, authors, evidence)
    if title < 1.0:
        need, ceiling, title = _for_changed_title(
            one, other, authors, need, ceiling, title, left, weigh, evidence
        )
    elif _tells_little(one) and authors.names < 1:
        need += 0.1
        evidence.append("the title tells little")
    score = min(CERTAIN + title - need, ceiling)
    if score < DOUBTFUL:
        return _renamed(one, other)
    evidence.insert(0, "equal titles" if title == 1.0 else "similar titles")
    return Comparison(score, "; ".join(evidence))


def _title_agreement(one: Traits, other: Traits, weigh: Weights) -> tuple[float, _Left]:
    """Give how far the titles agree, and the words of each that the other does not have."""
    if one.key == other.key:
        return (1.0 if one.key else 0.0), ([], [])
    letters = compare_letters(one.key, one.words, other.key, other.words)
    if letters < 0.35:
        return 0.0, ([], [])
    if letters < _FEW_LETTERS:
        shared = set(one.words).intersection(other.words)
        if 2 * len(shared) < min(len(one.words), len(other.words)):
            return 0.0, ([], [])
    words, *left = compare_words(one.words, other.words, weigh)
    return min(max(0.5 * (letters + words), letters - 0.06), 0.99), (left[0], left[1])


def _says_sequel(word: str) -> bool:
    return word in _SEQUEL or any(
        Indel.normalized_similarity(word, known, score_cutoff=0.8) for known in _SEQUEL
    )


def _with_identifier(identifier: str, title: float, authors: Agreement) -> Comparison:
    """Decide where an identifier is shared; one read off a link may be of another paper."""
    name, _, value = identifier.partition(":")
    why = f"the same {_IDENTIFIER_NAMES[name]} {value}"
    if authors.share is None or authors.names < 0:
        needed = 0.3
    elif authors.share >= 0.5:
        needed = 0.0
    else:
        needed = 0.75
    if title >= needed:
        return Comparison(1.0 + title, why)
    return Comparison(_UNDECIDED, f"{why}, but the titles differ")


_IDENTIFIER_NAMES = {"arxiv": "arXiv id", "doi": "DOI", "pmid": "PubMed id"}


def _needed(
    one: Traits, other: Traits, authors: Agreement, evidence: list[str]
) -> tuple[float, float]:
    """Give the agreement of titles that is needed, and the highest score that can be reached."""
    ceiling = 1.0
    if authors.share is None:
        need = {1: 0.92, 0: 0.95, -1: 0.99}[authors.names]
        if authors.names > 0:
            evidence.append("the page's owner is an author")
    elif authors.share >= 0.75:
        need = 0.73 if authors.names >= 3 else 0.78 if authors.names == 2 else 0.82
        evidence.append("the same authors")
    elif authors.share >= 0.5:
        need = 0.86
        evidence.append("mostly the same authors")
    elif authors.share >= 0.25:
        need = 0.96
        evidence.append("some of the same authors")
    else:
        need, ceiling = 1.0, _UNDECIDED
        evidence.append("other authors")
    if _conflicting_identifiers(one, other):
        ceiling = _UNDECIDED
        evidence.append("different identifiers")
    return need + _for_years(one, other, evidence), ceiling


def _for_years(one: Traits, other: Traits, evidence: list[str]) -> float:
    """Give what years far apart ask for: a preprint is published within about three years.

    What has been published twice is further apart as soon as the years differ much: editions
    of a book, or the conference paper and the journal article.
    """
    if one.year is None or other.year is None or one.year == other.year:
        return 0.0
    if bool(one.rank) != bool(other.rank):
        published, preprint = (one, other) if one.rank else (other, one)
        assert published.year is not None
        assert preprint.year is not None
        later = published.year - preprint.year
        excess = max(later - 3, -1 - later, 0)
    else:
        excess = max(abs(one.year - other.year) - 1, 0)
    if excess:
        evidence.append(f"{one.year} and {other.year}")
    both_published = bool(one.rank and other.rank)
    return min(excess * 0.05, 0.3 if both_published else 0.2)


def _for_changed_title(
    one: Traits,
    other: Traits,
    authors: Agreement,
    need: float,
    ceiling: float,
    title: float,
    left: _Left,
    weigh: Weights,
    evidence: list[str],
) -> tuple[float, float, float]:
    """Weigh what can explain that the titles differ, or tells that they differ for a reason."""
    record, other_record = one.record, other.record
    agreeing = authors.share is not None and authors.speak_for
    if one.numbers != other.numbers or any(map(_says_sequel, chain(*left))):
        # "Part 2", "revisited": perhaps the same paper, more likely the one that followed.
        ceiling = _UNDECIDED
        evidence.append("but perhaps a sequel")
    if not left[0] and not left[1] and min(len(one.words), len(other.words)) >= 5:
        need -= 0.05  # every word has its counterpart: misprints, not another subject
    if begins_like(one.key, other.key) and not (one.truncated and not agreeing):
        # A title that was cut agrees as far as it goes; a subtitle may still be a sequel's.
        title = max(title, 0.9 if _is_cut(one, other) or agreeing else 0.84)
        evidence.append("one title begins like the other")
    main = main_title(record.title)
    if len(main) >= 8 and main == main_title(other_record.title) and weigh.is_rare(f"{main}:"):
        need -= 0.09
        evidence.append("the same main title")
    same_repository = not repositories(record).isdisjoint(repositories(other_record))
    if same_repository:
        need -= 0.15
        evidence.append("the same repository")
    elif _named_after(one, other) or _named_after(other, one):
        if authors.speak_for:
            title = max(title, 0.97)
        evidence.append("a repository has the title as its name")
    if _beginnings_agree(one, other):
        need, ceiling = min(need - 0.3, 0.6), 1.0
        evidence.append("abstracts begin alike")
    elif (replaced := min(map(len, left))) > 1 and not same_repository:
        need += _FOR_REPLACED_WORD * (replaced - 1)
    return need, ceiling, title


def _renamed(one: Traits, other: Traits) -> Comparison:
    """Propose a paper whose method got another name; too uncertain to be done."""
    record, other_record = one.record, other.record
    if (
        one.key[:4] == other.key[:4]
        and names_begin_alike(
            main_title(record.title), main_title(other_record.title), one.words, other.words
        )
        and compare_authors(one, other).speak_for
    ):
        return Comparison(DOUBTFUL, "the names in the titles begin alike")
    return _DIFFERENT


def _beginnings_agree(one: Traits, other: Traits) -> bool:
    if not one.record.abstract or not other.record.abstract:
        return False
    beginning, other_beginning = abstract_beginning(one.record), abstract_beginning(other.record)
    length = min(len(beginning), len(other_beginning), 150)
    return length >= 60 and (
        Indel.normalized_similarity(beginning[:length], other_beginning[:length], score_cutoff=0.9)
        >= 0.9
    )


def _named_after(one: Traits, other: Traits) -> bool:
    """Say whether a repository of `other` has the title of `one` as its name."""
    if len(one.key) < 15 or len(one.words) < 2 or one.key not in other.key:
        return False
    return any(
        "".join(folded_words(address.rpartition("/")[2])) == one.key
        for address in repositories(other.record)
    )


def _numbers_conflict(one: Traits, other: Traits) -> bool:
    """Say whether the titles are numbered differently, or one speaks about the other paper."""
    if (
        one.numbers
        and other.numbers
        and not (one.numbers <= other.numbers or other.numbers <= one.numbers)
    ):
        return True
    differing = set(one.words).symmetric_difference(other.words)
    return not differing.isdisjoint(_ABOUT_ANOTHER)


def _conflicting_identifiers(one: Traits, other: Traits) -> bool:
    """Say whether both carry an identifier of one kind, but another value."""
    kinds = {identifier.partition(":")[0] for identifier in one.identifiers}
    return any(identifier.partition(":")[0] in kinds for identifier in other.identifiers)


def _is_cut(one: Traits, other: Traits) -> bool:
    shorter = one if len(one.key) < len(other.key) else other
    return shorter.record.title.endswith(("...", "…"))


def _tells_little(traits: Traits) -> bool:
    """Say whether many papers may have this title: "Editorial", "Deep Learning"."""
    return len(traits.words) < 3 and len(traits.key) < 24
