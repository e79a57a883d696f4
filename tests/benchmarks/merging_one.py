"""How fast one large list is merged, such as a reference manager exports, and in how much memory.

    python tests/benchmarks/merging_one.py                       100,000 entries
    python tests/benchmarks/merging_one.py --records 200000 --phases
    python tests/benchmarks/merging_one.py --records 1000 --more 10   and ten small lists beside it

The data are made up from a seed: few people write much and most write once or twice (Lotka
1926), mostly with the same others; a quarter of the entries print initials; seven in ten have a
DOI, all have an abstract of 150 words. No two entries share an object, as when they are read.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import time
from bisect import bisect
from dataclasses import replace
from itertools import accumulate

from merging import Papers

from pubbrowser.merging import merge
from pubbrowser.model import Date, Document, Name, Record

_ABSTRACT = 150
"""Words of an abstract."""
_DOI = 0.7
_INITIALS = 0.25
_MIDDLE = 0.3
_NEAR = 25
"""So many people on either side are those whom somebody mostly writes with."""


class Authors:
    """Makes up who writes with whom."""

    def __init__(self, chance: random.Random, papers: Papers, people: int) -> None:
        self._chance = chance
        self._people = [self._with_middle(papers.person()) for _ in range(people)]
        self._weights = list(accumulate(1 / (n + 20) ** 0.75 for n in range(people)))
        self._circle = list(range(people))
        chance.shuffle(self._circle)
        self._seat = [0] * people
        for seat, person in enumerate(self._circle):
            self._seat[person] = seat

    def of_paper(self) -> tuple[Name, ...]:
        """Give the authors of one paper, in objects of their own."""
        lead = self._anybody()
        chosen = {lead: None}
        for _ in range(min(int(self._chance.expovariate(0.35)), 14)):
            seat = self._seat[lead] + self._chance.randint(-_NEAR, _NEAR)
            near = self._circle[seat % len(self._circle)]
            chosen[near if self._chance.random() < 0.8 else self._anybody()] = None
        initials = self._chance.random() < _INITIALS
        return tuple(_printed(self._people[person], initials) for person in chosen)

    def _anybody(self) -> int:
        return bisect(self._weights, self._chance.random() * self._weights[-1])

    def _with_middle(self, name: Name) -> Name:
        if self._chance.random() < _MIDDLE:
            return replace(name, given=f"{name.given} {self._chance.choice('ABCDEFGHJKLMPRST')}.")
        return name


def one_list(records: int, seed: int) -> list[Record]:
    """Give the entries of one list, with lines and keys as a .bib file has them."""
    chance = random.Random(seed)
    papers = Papers(seed, records)
    authors = Authors(chance, papers, records // 2 + 20)
    made = []
    for number, work in enumerate(papers.works(records), 1):
        names = authors.of_paper()
        journal = chance.random() < 0.6
        year = work.issued.year if work.issued else 2000
        made.append(
            replace(
                work,
                type="article-journal" if journal else "paper-conference",
                author=names,
                issued=Date(year, chance.randint(1, 12)) if chance.random() < 0.5 else Date(year),
                volume=str(chance.randint(1, 90)) if journal else "",
                page=f"{number % 900 + 1}-{number % 900 + 12}",
                publisher="".join(("Press of ", names[0].family)),
                doi=f"10.{1000 + number % 8000}/{number:x}" if chance.random() < _DOI else "",
                abstract=" ".join(papers.word() for _ in range(_ABSTRACT)) + ".",
                citation_key=f"{names[0].family.lower()}{year}{number % 40}",
                line=number * 14,
            )
        )
    return made


def _printed(name: Name, initials: bool) -> Name:
    given = " ".join(f"{part[0]}." for part in name.given.split()) if initials else name.given
    return Name("".join(list(name.family)), "".join(list(given)))


def _megabytes() -> int:
    """Give the memory that this process holds, where /proc tells; else its peak."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * resource.getpagesize() // 2**20
    except OSError:
        return _peak()


def _peak() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 2**10)


class Phases:
    """Takes reports of progress and remembers when each phase began."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float, int]] = []
        self._reports = 0
        self._longest, self._last = 0.0, time.process_time()

    def __call__(self, phase: str, done: int, total: int) -> None:
        self._reports += 1
        now = time.process_time()
        self._longest, self._last = max(self._longest, now - self._last), now
        if not self._begun or self._begun[-1][0] != phase:
            self._begun.append((phase, now, _megabytes()))

    def show(self) -> None:
        """Print how long each phase took and what was held when it began."""
        ends = [begun for _, begun, _ in self._begun[1:]] + [time.process_time()]
        for (phase, begun, held), end in zip(self._begun, ends, strict=True):
            print(f"    {phase:<40} {end - begun:7.2f} s  {held:7,} MB at its beginning")
        print(f"    {self._reports:,} reports, at most {self._longest:.2f} s between two")


def main() -> None:
    """Make the data, merge them and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--more", type=int, default=0, help="lists of 20 entries beside it")
    parser.add_argument("--phases", action="store_true", help="print how long each phase takes")
    options = parser.parse_args()

    records = one_list(options.records, options.seed)
    documents = [Document("large.bib", "bibtex", records=tuple(records))]
    chance = random.Random(options.seed)
    for number in range(options.more):
        some = tuple(
            replace(record, line=line, citation_key="")
            for line, record in enumerate(chance.sample(records, min(20, len(records))), 1)
        )
        documents.append(Document(f"small{number}.bib", "bibtex", records=some))
    del records
    gc.collect()
    before, phases = _megabytes(), Phases()
    start, busy = time.perf_counter(), time.process_time()
    corpus = merge(documents, progress=phases)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(
        f"{options.records:,} entries: {len(corpus.works):,} works, {len(corpus.people):,} people, "
        f"{len(corpus.findings):,} findings in {seconds:.1f} s ({busy:.1f} s of processor time)\n"
        f"{before:,} MB of documents before; {_megabytes():,} MB afterwards, {_peak():,} MB at most"
    )
    if options.phases:
        phases.show()


if __name__ == "__main__":
    main()
