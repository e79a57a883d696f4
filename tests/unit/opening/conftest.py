"""A few documents of our own making, and a cache for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pubbrowser.citing.named import names_in
from pubbrowser.opening import Opened, open_paths
from pubbrowser.search import Query

PAPERS = """\
# Publications of Ada Example

## Journal Articles

1. **Example A**, Müller K-R and de Lange T (2021).
"Clever Horses and What They Learn".
In: *Journal of Equine Studies* 12(3):45–67.
<https://github.com/example/clever-horses>
2. Wickstrøm K and **Example A** (2019).
"Why Brackets Break Things".
In: *Annals of Markup* 7:101.
"""
ENTRIES = """\
@article{mueller2021clever,
  title = {Clever Horses and What They Learn},
  author = {Müller, Klaus-Robert and Example, Ada and de Lange, Tobias},
  year = {2021}, journal = {J. Equine Stud.}, doi = {10.1234/horses},
}
@article{tanaka2016early, title = {An Early Start}, author = {Tanaka, Hana}, year = 2016}
"""

NAMES = ("mueller2021clever", "@Tanaka2016early", "https://doi.org/10.1234/HORSES", "10.1234/none")

Everything = Callable[[Opened], list[object]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents, and a file that is none."""
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "papers.md").write_text(PAPERS, "utf-8")
    (folder / "entries.bib").write_text(ENTRIES, "utf-8")
    (folder / "notes.txt").write_text("Milk, bread and a new pencil.\n", "utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder for stores, which does not exist yet."""
    return tmp_path / "cache"


def everything(opened: Opened) -> list[object]:
    """All that can be learnt from what was opened."""
    queries = (
        Query(),
        Query("horses"),
        Query("tanaka 2016"),
        Query("brakets"),
        Query(sort="title"),
    )
    results = [opened.engine.run(query) for query in queries]
    return [
        opened.corpus,
        [
            (list(r.ids), dict(r.year_counts), list(r.people_counts), r.total, r.marks)
            for r in results
        ],
        [opened.names.find(name) for word in NAMES for name in names_in(word)],
        list(map(str, opened.failures)),
        list(opened.skipped),
    ]


def kept(folder: Path, cache: Path) -> Opened:
    """Open the folder and keep the outcome."""
    opened = open_paths([str(folder)], cache=cache)
    assert opened.keep()
    return opened
