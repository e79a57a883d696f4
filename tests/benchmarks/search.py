"""How fast and how well the search answers, beside SQLite's full-text search.

    python tests/benchmarks/search.py                       300, 10,000 and 100,000 works
    python tests/benchmarks/search.py --sizes 1000000 --alone

One keystroke is what the screen needs of one: matching, ranking, papers per year, the first 200
authors and the first 50 papers. Known papers are looked for by words of their title and their
first author, typed letter by letter. SQLite gets the same works, the words as beginnings, and
bm25 with the weights of the fields; years and authors are counted by the same code as here.
The second table says how often the known paper is among the first ten, and how far up: the mean
reciprocal rank. Times are of the processor: others that use it count little.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from pubbrowser.model import Work
from pubbrowser.search import Query
from pubbrowser.search.arrays import Arrays
from pubbrowser.search.build import build_arrays
from pubbrowser.search.engine import Engine
from pubbrowser.search.facets import PeopleCounts, PeopleIndex, count_years
from pubbrowser.text import words
from tests.benchmarks.generated_works import GeneratedPeople, generated_works

_TYPED, _KNOWN = 25, 400
"""Papers that are typed letter by letter, and that are looked for once."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Ask = Callable[[str], Sequence[int]]
"""Answers a text with the first papers."""


@dataclass
class Sample:
    """Lets works through and keeps some of them."""

    every: int
    kept: dict[int, Work] = field(default_factory=dict)
    making: float = 0.0
    """Seconds that the works themselves took."""

    def watch(self, works: Iterable[Work]) -> Iterator[Work]:
        """Give `works` on."""
        start = time.thread_time()
        for number, work in enumerate(works):
            self.making += time.thread_time() - start
            if number % self.every == self.every // 2:
                self.kept[number] = work
            yield work
            start = time.thread_time()


class FullText:
    """SQLite's FTS5 over the same works."""

    def __init__(self, works: Iterable[Work], arrays: Arrays) -> None:
        self._years = arrays["work.years"]
        self._people = PeopleIndex(arrays)
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE works USING fts5(title, author, venue, abstract, content='',"
            " prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
        )
        rows = (
            (
                number,
                work.merged.title,
                " ".join(name.full for name in work.names),
                work.merged.container_title,
                work.merged.abstract,
            )
            for number, work in enumerate(works)
        )
        sql = "INSERT INTO works(rowid, title, author, venue, abstract) VALUES (?, ?, ?, ?, ?)"
        self._database.executemany(sql, rows)

    def ask(self, text: str) -> Sequence[int]:
        """Do one keystroke."""
        asked = " ".join(f'"{word}"*' for word in words(text))
        sql = "SELECT rowid FROM works WHERE works MATCH ? ORDER BY bm25(works, 11, 10, 4, 3)"
        ids = [number for (number,) in self._database.execute(sql, (asked,))]
        found = np.array(ids, np.intp)
        count_years(self._years[found])
        _ = PeopleCounts(self._people, found)[:200]
        return ids[:50]


def keystroke(engine: Engine) -> Ask:
    """Give the function that does one keystroke."""

    def ask(text: str) -> Sequence[int]:
        result = engine.run(Query(text))
        _ = result.people_counts[:200]
        return result.ids[:50]

    return ask


def typed(work: Work, random: Random) -> str:
    """Give what a person may remember of a paper: the author, and two or three words."""
    known = [word for word in words(work.merged.title) if len(word) > 4]
    chosen = random.sample(known, min(len(known), random.randint(2, 3)))
    author = words(work.names[0].family) if random.random() < 0.6 else []
    return " ".join([*author, *chosen])


def misspelt(text: str, random: Random) -> str:
    """Give `text` with one slip in one of its longer words."""
    several = text.split()
    at = random.choice([n for n, word in enumerate(several) if len(word) > 3] or [0])
    word = several[at]
    place = random.randrange(1, len(word))
    head, tail = word[:place], word[place:]
    several[at] = random.choice(
        (
            head + tail[1:],
            head + random.choice(_LETTERS) + tail,
            head + random.choice(_LETTERS) + tail[1:],
            head[:-1] + tail[:1] + head[-1:] + tail[1:],
        )
    )
    return " ".join(several)


def times(ask: Ask, texts: Iterable[str]) -> list[float]:
    """Type every text letter by letter and give the milliseconds of each keystroke."""
    taken = []
    for text in texts:
        for length in range(1, len(text) + 1):
            if text[length - 1] != " ":
                start = time.thread_time()
                ask(text[:length])
                taken.append((time.thread_time() - start) * 1e3)
    return sorted(taken)


def found(ask: Ask, looked_for: Iterable[tuple[int, str]]) -> tuple[float, float]:
    """Give the mean reciprocal rank, and the share of papers found, among the first ten."""
    ranks = []
    for number, text in looked_for:
        top = list(ask(text)[:10])
        ranks.append(1 / (top.index(number) + 1) if number in top else 0.0)
    return sum(ranks) / len(ranks), sum(map(bool, ranks)) / len(ranks)


def show_times(size: int, what: str, taken: Sequence[float], baseline: float) -> float:
    """Print a row; gives the p95."""
    p50, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    ratio = f"{p95 / baseline:8.2f}" if baseline else ""
    row = f"{size:>9,}  {what:<10} {p50:9.2f} {p95:9.2f} {taken[-1]:9.2f} {ratio}"
    print(row, flush=True)
    return p95


def measure(size: int, *, alone: bool, ranking: bool) -> list[str]:
    """Measure one size; gives the rows of the second table."""
    people = GeneratedPeople(size)
    sample = Sample(max(1, size // _KNOWN))
    start = time.thread_time()
    arrays = build_arrays(sample.watch(generated_works(size, people)), people)
    building = time.thread_time() - start - sample.making
    megabytes = sum(array.nbytes for array in arrays.values()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    start = time.perf_counter()
    engine = Engine(arrays)
    opening = time.perf_counter() - start
    start = time.perf_counter()
    engine.warm_up()
    warming = time.perf_counter() - start
    random = Random(5)
    known = [(number, typed(work, random)) for number, work in sample.kept.items()]
    texts = [text for _, text in known[:: max(1, len(known) // _TYPED)]]
    asks = {"this": keystroke(engine)}
    if not alone:
        asks["FTS5 bm25"] = FullText(generated_works(size, people), arrays).ask
    baseline = 0.0
    for name, ask in reversed(asks.items()):
        p95 = show_times(size, name, times(ask, texts), baseline)
        baseline = baseline or p95
    print(
        f"{'':9}  built: {size / building:,.0f} works/s of one core, {megabytes:,.0f} MB of arrays,"
        f" peak {peak:,.0f} MB; opened in {opening * 1e3:.0f} ms, warm in {warming * 1e3:.0f} ms"
    )
    rows = []
    if ranking:
        wrong = [(number, misspelt(text, random)) for number, text in known]
        for name, ask in asks.items():
            figures = [*found(ask, known), *found(ask, wrong)]
            rows.append(f"{size:>9,}  {name:<10} " + " ".join(f"{n:9.3f}" for n in figures))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 10_000, 100_000])
    parser.add_argument("--alone", action="store_true", help="without SQLite")
    parser.add_argument("--no-ranking", action="store_true", help="without the second table")
    arguments = parser.parse_args()
    print(f"{'works':>9}  {'ms':<10} {'p50':>9} {'p95':>9} {'max':>9} {'p95 ratio':>9}")
    rows = [
        row
        for size in arguments.sizes
        for row in measure(size, alone=arguments.alone, ranking=not arguments.no_ranking)
    ]
    if rows:
        print(
            f"\n{'works':>9}  {'as typed:':<10} {'MRR@10':>9} {'hit@10':>9} {'misspelt:':>9} hit@10"
        )
        print("\n".join(rows))


if __name__ == "__main__":
    main()
