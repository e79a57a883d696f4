"""How well and how fast two noisy lists of the same papers are merged.

    python tests/benchmarks/merging.py --works 75000       two lists, 100,000 records in all
    python tests/benchmarks/merging.py --works 1500 --show 20

The data are made up from a seed: each list holds two thirds of the works, so that one third
stands in both. One list prints full names, the other initials, as feeds and publication lists do.
Among the works are sequels, numbered parts and papers that differ in one word, by the same
authors: what must not be joined. Precision and recall are over pairs of records.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pubbrowser.merging import merge
from pubbrowser.merging.works import group_records
from pubbrowser.model import Date, Document, Name, Record, Source

_SYLLABLES = tuple(
    f"{consonant}{vowel}"
    for consonant in (
        "b",
        "c",
        "d",
        "f",
        "g",
        "gr",
        "k",
        "l",
        "m",
        "n",
        "p",
        "ph",
        "r",
        "s",
        "str",
        "v",
    )
    for vowel in ("a", "e", "i", "o", "u")
)
_ENDINGS = ("tion", "ing", "ment", "al", "ive", "ity", "s", "n", "r", "", "", "")
_SMALL = ("of", "for", "in", "with", "and", "the", "a", "on", "via", "from")
_OCR = {"l": "1", "o": "0", "e": "c", "m": "rn", "i": "l", "h": "b", "n": "u", "g": "q", "c": "e"}


@dataclass(frozen=True)
class Noise:
    """How often an entry is printed otherwise; shares of entries."""

    misread: float = 0.3
    """One to three letters of the title are read wrongly, lost or exchanged."""
    reworded: float = 0.05
    """One word of the title is another one."""
    reordered: float = 0.02
    cut: float = 0.05
    """The end of the title is missing."""
    et_al: float = 0.25
    """Three authors are printed."""
    nobody: float = 0.03
    """No author is printed."""
    misspelt: float = 0.05
    """One surname has a wrong letter."""
    later: float = 0.4
    """The second list has a later year, by one to three."""


class Papers:
    """Makes up papers; the same seed gives the same ones."""

    def __init__(self, seed: int, works: int) -> None:
        self._random = random.Random(seed)
        self._words = self._vocabulary(min(4000 + works // 2, 60_000))
        self._word_weights = list(accumulate(1 / (n + 8) ** 0.9 for n in range(len(self._words))))
        names = self._vocabulary(min(2000 + works // 20, 30_000))
        self._families = [name.capitalize() for name in names]
        self._givens = [name.capitalize() for name in self._vocabulary(400)]
        self._people = [self.person() for _ in range(works // 2 + 50)]

    def works(self, count: int) -> list[Record]:
        """Give `count` papers, one in twelve with another close to it."""
        made: list[Record] = []
        while len(made) < count:
            work = self._work()
            made.append(work)
            if len(made) < count and self._random.random() < 1 / 12:
                made.append(self._near(work))
        return made

    def printed(self, work: Record, noise: Noise, initials: bool) -> Record:
        """Give `work` as a list prints it."""
        chance = self._random.random
        title = work.title
        if chance() < noise.reworded:
            parts = title.split()
            parts[self._random.randrange(len(parts))] = self.word()
            title = " ".join(parts)
        if chance() < noise.reordered:
            parts = title.split()
            at = len(parts) // 2
            title = " ".join(parts[at:] + parts[:at])
        if chance() < noise.cut and len(title) > 45:
            title = title[: self._random.randrange(35, len(title))].rstrip() + "..."
        if chance() < noise.misread:
            for _ in range(self._random.randint(1, 3)):
                title = self._misread(title)
        author = list(work.author)
        if chance() < noise.misspelt:
            at = self._random.randrange(len(author))
            family = self._misread(author[at].family.lower()).capitalize()
            author[at] = replace(author[at], family=family)
        if initials:
            author = [Name(name.family, name.given[0]) for name in author]
        truncated = len(author) > 3 and chance() < noise.et_al
        if truncated:
            author = author[:3]
        if chance() < noise.nobody:
            author, truncated = [], False
        year = work.issued.year if work.issued else 2000
        if not initials and chance() < noise.later:
            year -= self._random.randint(1, 3)
        return replace(
            work,
            title=title,
            author=tuple(author),
            authors_truncated=truncated,
            issued=Date(year),
            type="article-journal" if initials else "article",
            container_title=work.container_title if initials else "",
        )

    def shuffle(self, records: list[tuple[int, Record]]) -> None:
        """Bring the entries of a list into an order of their own."""
        self._random.shuffle(records)

    def chance(self) -> float:
        """Give a number from 0 to 1."""
        return self._random.random()

    def _work(self) -> Record:
        length = self._random.randint(5, 14)
        parts = []
        for place in range(length):
            small = place and self._random.random() < 0.2
            parts.append(self._random.choice(_SMALL) if small else self.word())
        count = min(1 + int(self._random.expovariate(0.35)), 15)
        return Record(
            title=" ".join(parts).capitalize(),
            author=tuple(self._random.sample(self._people, count)),
            issued=Date(self._random.randint(1990, 2025)),
            container_title=self._random.choice(self._families) + " Journal",
        )

    def _near(self, work: Record) -> Record:
        """Give another paper that is close to `work`: a sequel, a part, another subject."""
        kind = self._random.randrange(4)
        year = (work.issued.year if work.issued else 2000) + self._random.randint(0, 3)
        title = work.title
        if kind == 0:
            title = f"{title} revisited"
        elif kind == 1:
            title = f"{title}: Part {self._random.choice(('2', 'II', '3'))}"
        elif kind == 2:
            parts = title.split()
            for at in self._random.sample(range(len(parts)), 2):
                parts[at] = self.word()
            title = " ".join(parts)
        else:
            # The same group writes about the same things: the author list is the same.
            words = title.split()
            title = " ".join([*words[: len(words) // 2], *self._work().title.lower().split()[:5]])
        return replace(work, title=title, issued=Date(min(year, 2025)))

    def _vocabulary(self, size: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < size:
            syllables = self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))
            made["".join(syllables) + self._random.choice(_ENDINGS)] = None
        return list(made)

    def word(self) -> str:
        """Give a word, the frequent ones more often."""
        return self._random.choices(self._words, cum_weights=self._word_weights)[0]

    def person(self) -> Name:
        """Give a person, some with surnames that many have."""
        # Squaring makes the first surnames as frequent as the Wangs and Müllers are.
        at = int(self._random.random() ** 2 * len(self._families))
        return Name(self._families[at], self._random.choice(self._givens))

    def _misread(self, text: str) -> str:
        at = self._random.randrange(len(text))
        letter = text[at]
        kind = self._random.randrange(4)
        if kind == 0:
            return text[:at] + text[at + 1 :]
        if kind == 1 and at + 1 < len(text):
            return text[:at] + text[at + 1] + letter + text[at + 2 :]
        return text[:at] + _OCR.get(letter, "a") + text[at + 1 :]


def two_lists(works: int, seed: int, noise: Noise) -> tuple[list[tuple[Source, Record]], list[int]]:
    """Give the records of two lists with their places, and for each the number of its work."""
    papers = Papers(seed, works)
    listed: tuple[list[tuple[int, Record]], list[tuple[int, Record]]] = ([], [])
    for number, work in enumerate(papers.works(works)):
        which = papers.chance()
        if which < 2 / 3:
            listed[0].append((number, papers.printed(work, noise, initials=False)))
        if which > 1 / 3:
            listed[1].append((number, papers.printed(work, noise, initials=True)))
    placed, truth = [], []
    for path, entries in zip(("feed.txt", "list.md"), listed, strict=True):
        papers.shuffle(entries)
        for line, (number, record) in enumerate(entries, 1):
            placed.append((Source(path, line), replace(record, line=line)))
            truth.append(number)
    return placed, truth


def _pairs(groups: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    return {(a, b) for group in groups for n, b in enumerate(group) for a in group[:n]}


def _timed(what: str, run: Callable[[], object]) -> object:
    start, busy = time.perf_counter(), time.process_time()
    result = run()
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory //= 1024 * 1024 if sys.platform == "darwin" else 1024
    print(
        f"{what}: {seconds:.1f} s ({busy:.1f} s of processor time), {memory:,} MB at most so far",
        flush=True,
    )
    return result


def main() -> None:
    """Make the data, merge them and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--works", type=int, default=75_000, help="different papers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="errors to print")
    parser.add_argument("--groups-only", action="store_true", help="do not build the corpus")
    options = parser.parse_args()

    placed, truth = _timed("making data", lambda: two_lists(options.works, options.seed, Noise()))  # type: ignore[misc]
    print(f"{options.works:,} works in {len(placed):,} records")
    grouping = _timed("grouping", lambda: group_records(placed))
    by_work: dict[int, list[int]] = {}
    for index, number in enumerate(truth):
        by_work.setdefault(number, []).append(index)
    true, found = _pairs(list(by_work.values())), _pairs(grouping.groups)  # type: ignore[attr-defined]
    doubts = grouping.doubtful  # type: ignore[attr-defined]
    right = sum(truth[doubt.one] == truth[doubt.other] for doubt in doubts)
    print(
        f"precision {len(true & found) / max(len(found), 1):.4f}, "
        f"recall {len(true & found) / max(len(true), 1):.4f}; "
        f"{len(doubts):,} doubtful, {right:,} of them one work"
    )
    for label, pairs in (("wrong", found - true), ("missed", true - found)):
        for a, b in sorted(pairs)[: options.show]:
            for index in (a, b):
                record = placed[index][1]
                names = ", ".join(name.full for name in record.author)
                print(f"{label}: {record.title} | {record.issued and record.issued.year} | {names}")
    del true, found, grouping, doubts
    if not options.groups_only:
        documents = [
            Document(path, "x", records=tuple(r for source, r in placed if source.path == path))
            for path in ("feed.txt", "list.md")
        ]
        _timed("whole corpus", lambda: merge(documents))


if __name__ == "__main__":
    main()
