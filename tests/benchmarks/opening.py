"""How long the first and the second opening of a list take, and in how much memory.

    python tests/benchmarks/opening.py 300 10000 100000      documents read, merged, indexed, kept
    python tests/benchmarks/opening.py --made-up 1000000     works made up as if they were merged

Papers are made up from a seed: a BibTeX file of them for the first form; for the second the
merged works themselves, since reading and merging a million entries takes longer than one wants
to wait. Every figure is of a process of its own; second openings are the median of five, the
file being in the memory of the operating system.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pubbrowser.model import Corpus, Date, Document, Name, Person, Record, Source, Work

_SECOND = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from pubbrowser.opening import open_stored
from pubbrowser.search import Query
imported = time.perf_counter()
opened = open_stored([sys.argv[1]], None, "", Path(sys.argv[2]))
assert opened is not None and not opened.stale
first = opened.engine.run(Query())
rows = [opened.corpus.works[number] for number in first.ids[:50]]
people = [opened.corpus.people[person] for person, _ in first.people_counts[:200]]
shown = time.perf_counter()
engine = opened.engine.load()
loaded = time.perf_counter()
found = opened.engine.run(Query("a"))
_ = found.ids[:50], found.people_counts[:200]
searched = time.perf_counter()
private = sum(
    int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Private")
)
print(json.dumps({
    "import": imported - started, "first screen": shown - imported, "index": loaded - shown,
    "first search": searched - loaded, "private MB": private / 1024,
}))
"""
_FIRST = """
import json, sys, time
from pathlib import Path
started = time.perf_counter()
from pubbrowser.opening import open_paths
opened = open_paths([sys.argv[1]], cache=Path(sys.argv[2]))
merged = time.perf_counter()
opened.engine.load()
indexed = time.perf_counter()
assert opened.keep()
kept = time.perf_counter()
print(json.dumps({
    "read and merge": merged - started, "index": indexed - merged, "keep": kept - indexed,
}))
"""


class Papers:
    """Makes up papers, the same for the same seed."""

    def __init__(self, count: int) -> None:
        self._random = random.Random(count)
        self._words = [self._word() for _ in range(min(3000 + count // 5, 100_000))]
        self._people = [
            Name(self._word().capitalize(), self._word().capitalize())
            for _ in range(max(20, count // 3))
        ]
        self.count = count

    def _word(self) -> str:
        parts = self._random.choices(
            ("ba", "de", "ki", "lo", "mu", "ra", "sti", "ton", "ve", "gra", "ph", "ing"),
            k=self._random.randint(2, 4),
        )
        return "".join(parts)

    def _text(self, words: int) -> str:
        # Few words are frequent, as in any language.
        size = len(self._words)
        return " ".join(self._words[int(size * self._random.random() ** 4)] for _ in range(words))

    def records(self) -> Iterator[tuple[list[int], Record]]:
        """Give each paper with the numbers of its authors."""
        for number in range(self.count):
            authors = sorted(
                {
                    int(len(self._people) * self._random.random() ** 2)
                    for _ in range(self._random.randint(1, 6))
                }
            )
            yield (
                authors,
                Record(
                    type="article-journal",
                    title=self._text(9).capitalize(),
                    author=tuple(self._people[author] for author in authors),
                    issued=Date(self._random.randint(1960, 2025)),
                    container_title=f"Journal of {self._text(1)}",
                    volume=str(self._random.randint(1, 90)),
                    doi=f"10.1234/{number}",
                    abstract=self._text(60) if number % 2 else "",
                    line=number + 1,
                ),
            )

    def corpus(self, path: str) -> Corpus:
        """Give the papers as merging would."""
        works = []
        counts = [0] * len(self._people)
        for number, (authors, record) in enumerate(self.records()):
            source = Source(path, record.line)
            works.append(
                Work(
                    id=f"{number:012x}",
                    key=f"{record.author[0].family.lower()}{number}",
                    merged=record,
                    records=((source, record),),
                    people=tuple(authors),
                    sources=dict.fromkeys(("title", "author", "issued", "doi"), source),
                )
            )
            for author in authors:
                counts[author] += 1
        people = [
            Person(f"{number:08x}", name, (name.full,), count)
            for number, (name, count) in enumerate(zip(self._people, counts, strict=True))
        ]
        records = tuple(work.merged for work in works)
        return Corpus((Document(path, "bibtex", records=records),), works, people)

    def write(self, path: Path) -> None:
        """Write the papers as BibTeX."""
        with path.open("w", encoding="utf-8") as file:
            for _, record in self.records():
                authors = " and ".join(f"{name.family}, {name.given}" for name in record.author)
                assert record.issued is not None
                fields = {
                    "title": record.title,
                    "author": authors,
                    "year": str(record.issued.year),
                    "journal": record.container_title,
                    "volume": record.volume,
                    "doi": record.doi,
                    "abstract": record.abstract,
                }
                lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items())
                file.write(f"@article{{,\n{lines}\n}}\n\n")


def keep_made_up(path: Path, cache: Path, count: int) -> dict[str, float]:
    """Index and keep made-up works as the store of `path`; give the seconds of each step."""
    from pubbrowser.opening.opened import LateEngine
    from pubbrowser.search import Query
    from pubbrowser.search.build import build_arrays
    from pubbrowser.store.fingerprints import Fingerprints, look_at, with_contents
    from pubbrowser.store.folder import store_path
    from pubbrowser.store.origin import Origin, program
    from pubbrowser.store.stored import Contents, save

    corpus = Papers(count).corpus(str(path))
    path.write_text("a stand-in for the document\n" * (1 << 18))  # too large to be read each time
    os.utime(path, (1.6e9, 1.6e9))
    time.sleep(4)  # until it is at rest
    started = time.perf_counter()
    arrays = build_arrays(corpus.works, corpus.people)
    indexed = time.perf_counter()
    prints = with_contents(look_at([(str(path), True)]))
    first = LateEngine(lambda: arrays).run(Query())
    origin = Origin(prints, Fingerprints((), 0), "", program())
    save(store_path(cache, [str(path)]), origin, Contents(corpus, arrays, first))
    kept = time.perf_counter()
    return {"index": indexed - started, "keep": kept - indexed}


def _run(script: str, path: Path, cache: Path) -> dict[str, float]:
    arguments = [sys.executable, "-c", script, str(path), str(cache)]
    run = subprocess.run(arguments, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(run.stdout)
    return figures


def _say(words: str, figures: dict[str, float]) -> None:
    parts = [
        f"{name} {value:.0f}" if "MB" in name else f"{name} {value * 1000:,.0f} ms"
        for name, value in figures.items()
    ]
    print(f"  {words}: {', '.join(parts)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--made-up", action="store_true")
    parser.add_argument("--in", dest="folder", help="keep the files here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(arguments.folder or temporary)
        for size in arguments.sizes:
            path, cache = root / f"papers{size}.bib", root / f"cache{size}"
            print(f"{size:,} papers")
            if arguments.made_up:
                _say("first opening", keep_made_up(path, cache, size))
            else:
                Papers(size).write(path)
                _say("first opening", _run(_FIRST, path, cache))
            [store] = cache.glob("*.store")
            print(f"  {path.stat().st_size >> 20} MB, store {store.stat().st_size >> 20} MB")
            seconds = [_run(_SECOND, path, cache) for _ in range(5)]
            medians = {n: statistics.median(s[n] for s in seconds) for n in seconds[0]}
            _say("second opening", medians)


if __name__ == "__main__":
    main()
