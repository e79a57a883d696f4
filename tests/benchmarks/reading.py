"""How fast generated bibliographies are read, ours beside other programs' readers.

    python tests/benchmarks/reading.py                            5,000 works, all programs
    python tests/benchmarks/reading.py --works 100000 --ours      about 180 MB of BibTeX, ours alone
    python tests/benchmarks/reading.py --works 100000 --ours --formats bibtex --profile

The same works are written as BibTeX, as CSL-JSON and as JSON Lines; reading is timed from the text
to records, in seconds of one processor. With bibtexparser (2.x or 1.4) and pybtex installed
(`pip install --pre bibtexparser pybtex`), they read the same BibTeX in the same run: bibtexparser
2 with the middleware that splits names and decodes LaTeX, as our reader does, and without; pybtex
as it comes, which leaves LaTeX as it stands.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime
import json
import pstats
import random
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pubbrowser.readers.reader import Text
from pubbrowser.readers.registry import read_text

_ENDINGS = {"bibtex": ".bib", "csl-json": ".json", "json-lines": ".jsonl"}
_SYLLABLES = [c + v for c in ("b", "d", "f", "gr", "k", "l", "m", "n", "st", "v") for v in "aeiou"]
_LATEX = (
    "{BERT}", r"M{\"u}ller's", r"na{\"\i}ve", "$k$-means", r"\emph{in vivo}", "{I}nternet",
    r"R\&D", r"50\%", "pre--post", "``quoted''",
)  # fmt: skip
_FAMILIES = (r"M{\"u}ller", r"Garc{\'\i}a M{\'a}rquez", "van der Berg", r"\O{}rsted", "{\\'E}luard")


class Works:
    """Makes up works; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = ["".join(self._random.choices(_SYLLABLES, k=3)) for _ in range(4000)]

    def bibtex(self, count: int) -> Iterator[str]:
        """Give entries as a reference manager exports them; LaTeX in one title of five, one
        abstract of twenty and one name of ten."""
        for number in range(count):
            is_paper = number % 3 == 0
            venue = "booktitle" if is_paper else "journal"
            pages = self._random.randint(1, 900)
            fields = {
                "title": "{" + self._title(0.2) + "}",
                "author": " and ".join(self._name() for _ in range(self._random.randint(1, 8))),
                venue: f"Journal of {self._plain(3).title()}",
                "year": str(self._random.randint(1970, 2025)),
                "volume": str(self._random.randint(1, 80)),
                "number": str(self._random.randint(1, 12)),
                "pages": f"{pages}--{pages + 12}",
                "publisher": self._plain(2).title(),
                "doi": f"10.1000/{self._plain(1)}.{number}",
                "url": f"https://example.org/{number}",
                "keywords": ", ".join(self._plain(1) for _ in range(4)),
                "abstract": self._abstract(),
            }
            kind = "inproceedings" if is_paper else "article"
            lines = [f"@{kind}{{key{number},", *(f"  {k} = {{{v}}}," for k, v in fields.items())]
            yield "\n".join([*lines, "  month = jan", "}\n\n"])

    def items(self, count: int) -> Iterator[dict[str, Any]]:
        """Give works of the same size as CSL-JSON items."""
        for number in range(count):
            pages = self._random.randint(1, 900)
            yield {
                "id": f"key{number}",
                "type": "paper-conference" if number % 3 == 0 else "article-journal",
                "title": self._plain(9).capitalize(),
                "author": [
                    {"family": self._plain(1).title(), "given": self._plain(1).title()}
                    for _ in range(self._random.randint(1, 8))
                ],
                "container-title": f"Journal of {self._plain(3).title()}",
                "issued": {"date-parts": [[self._random.randint(1970, 2025), 1]]},
                "volume": str(self._random.randint(1, 80)),
                "issue": str(self._random.randint(1, 12)),
                "page": f"{pages}-{pages + 12}",
                "publisher": self._plain(2).title(),
                "DOI": f"10.1000/{self._plain(1)}.{number}",
                "URL": f"https://example.org/{number}",
                "abstract": self._plain(150).capitalize() + ".",
            }

    def _plain(self, length: int) -> str:
        return " ".join(self._random.choices(self._words, k=length))

    def _title(self, share: float) -> str:
        words = self._random.choices(self._words, k=9)
        if self._random.random() < share:
            words[self._random.randrange(9)] = self._random.choice(_LATEX)
        return " ".join(words).capitalize()

    def _name(self) -> str:
        has_latex = self._random.random() < 0.1
        family = self._random.choice(_FAMILIES) if has_latex else self._plain(1).title()
        return f"{family}, {self._plain(1).title()} {self._plain(1)[0].upper()}."

    def _abstract(self) -> str:
        words = self._random.choices(self._words, k=150)
        if self._random.random() < 0.05:
            words[70] = self._random.choice(_LATEX)
        return " ".join(words).capitalize() + "."


def written(form: str, works: int, seed: int) -> str:
    """Give `works` works in the notation `form`."""
    made = Works(seed)
    if form == "bibtex":
        return "".join(made.bibtex(works))
    if form == "csl-json":
        return json.dumps(list(made.items(works)), indent=1)
    return "\n".join(json.dumps(item) for item in made.items(works))


def ours(form: str, content: str, works: int) -> None:
    """Read with our reader. Raises `RuntimeError` when a work is missing."""
    text = Text(content, f"generated{_ENDINGS[form]}", datetime.date(2026, 1, 1))
    document = read_text(text)
    if len(document.records) != works or document.problems:
        raise RuntimeError(f"{len(document.records)} of {works} works, {document.problems[:3]}")


def bibtexparser_plain(content: str) -> None:
    """Parse with bibtexparser alone: fields as written."""
    library = import_module("bibtexparser")
    if hasattr(library, "parse_string"):
        library.parse_string(content)
    else:
        library.loads(content)


def bibtexparser_decoded(content: str) -> None:
    """Parse with bibtexparser 2 and its middleware for LaTeX and the parts of names."""
    library = import_module("bibtexparser")
    middlewares = import_module("bibtexparser.middlewares")
    library.parse_string(
        content,
        append_middleware=[
            middlewares.LatexDecodingMiddleware(),
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
        ],
    )


def pybtex(content: str) -> None:
    """Parse with pybtex: names split, LaTeX as written."""
    import_module("pybtex.database").parse_string(content, "bibtex")


def others() -> Iterator[tuple[str, Callable[[str], None]]]:
    """Give the readers of other programs that are installed, with what to call them."""
    for package, read in (
        ("bibtexparser", bibtexparser_plain),
        ("bibtexparser", bibtexparser_decoded),
        ("pybtex", pybtex),
    ):
        try:
            release = version(package)
        except PackageNotFoundError:
            print(f"{package} is not installed")
            continue
        if read is bibtexparser_decoded:
            if release.startswith("2"):
                yield f"{package} {release}, names and LaTeX decoded", read
        else:
            yield f"{package} {release}", read


def timed(what: str, size: int, work: Callable[[], None]) -> None:
    """Print how long `work` kept a processor busy, and megabytes a second."""
    begin = time.process_time()
    work()
    seconds = time.process_time() - begin
    print(f"{what:52} {seconds:7.2f} s {size / 1e6 / seconds:7.1f} MB/s", flush=True)


def main() -> None:
    """Write the works in each notation, read them and print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--works", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", nargs="+", choices=tuple(_ENDINGS), default=tuple(_ENDINGS))
    parser.add_argument("--ours", action="store_true", help="leave out other programs")
    parser.add_argument("--profile", action="store_true", help="print where our time goes")
    options = parser.parse_args()
    for form in options.formats:
        content = written(form, options.works, options.seed)
        size = len(content.encode())
        print(f"{form}: {options.works:,} works, {size / 1e6:.1f} MB")
        if options.profile:
            with cProfile.Profile() as profile:
                ours(form, content, options.works)
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            continue
        timed("  pubbrowser", size, lambda: ours(form, content, options.works))  # noqa: B023
        if form == "bibtex" and not options.ours:
            for name, read in others():
                timed(f"  {name}", size, lambda: read(content))  # noqa: B023


if __name__ == "__main__":
    main()
