"""Every entry goes through the real BibTeX, biber and LaTeX, and prints what the works say.

Works of the bundled sample and the hard ones of `hard_works` are set in five classic styles and
two of BibLaTeX. Classic BibTeX with pdfTeX has no fonts for Chinese, Cyrillic and the like, nor
for most of Vietnamese in Unicode: there a document needs fonts of its own, so for letters that
LaTeX's encodings T1 and TS1 lack the documents here declare a placeholder. What BibTeX and
biber make of such letters is compared all the same.

How lines break is no matter of the entries, so warnings of full and empty boxes are off.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.intext import IN_TEXT
from pubbrowser.model import Date, Name, Work
from pubbrowser.opening import open_paths
from tests.e2e.hard_works import HARD_WORKS, SHOWN
from tests.e2e.latex_text import letters, likened, printed
from tests.e2e.tex import Tex

WHAT_IS_MISSING = {
    "empty author": lambda work: not work.merged.author,
    "empty year": lambda work: not work.merged.issued,
    "empty title": lambda work: not work.merged.title,
    "all relevant fields are empty": lambda work: not work.merged.title,
}
"""BibTeX's warnings that tell the truth of a work; all others are faults of the entry."""
CITES = {ways.name: ways.write for ways in IN_TEXT}


def needs(*programs: str, files: tuple[str, ...] = ()) -> None:
    """Skip the test, and say why, where `programs` or `files` of LaTeX are not installed."""
    missing = [program for program in programs if not shutil.which(program)]
    if not missing:
        missing = [file for file in files if not Tex(Path()).run("kpsewhich", file).strip()]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed")


@pytest.fixture(scope="module")
def works(repository: Path) -> list[Work]:
    sample = open_paths([str(repository / "sample_data")]).corpus.works
    assert len(sample) > 100
    return [*sample, *HARD_WORKS]


@pytest.fixture
def tex(tmp_path: Path) -> Tex:
    return Tex(tmp_path)


def document(tex: Tex, entries: str, preamble: str, body: str) -> str:
    return "\n".join(
        (
            r"\documentclass{article}\usepackage[T1]{fontenc}\usepackage{amsmath,amssymb,url}",
            preamble,
            *placeholders(tex, entries),
            r"\hbadness=10000 \vbadness=10000 \hfuzz=\maxdimen \vfuzz=\maxdimen",
            rf"\begin{{document}}{body}\end{{document}}",
        )
    )


def placeholders(tex: Tex, entries: str) -> Iterator[str]:
    """Declare the characters of `entries` that LaTeX's own encodings have not."""
    known: set[int] = set()
    for table in ("t1enc.dfu", "ts1enc.dfu"):
        declared = Path(tex.run("kpsewhich", table).strip()).read_text(encoding="utf-8")
        found = re.findall(r"\\DeclareUnicodeCharacter\{([0-9A-Fa-f]+)\}", declared)
        known |= {int(code, 16) for code in found}
    for code in sorted({ord(character) for character in entries} - known):
        if code > 127:
            yield rf"\DeclareUnicodeCharacter{{{code:04X}}}{{[U+{code:04X}]}}"


@pytest.mark.parametrize("style", ["plain", "abbrv", "alpha", "IEEEtran", "plainnat"])
def test_bibtex_and_latex_take_every_entry(style: str, works: list[Work], tex: Tex) -> None:
    needs("bibtex", "pdflatex", files=(f"{style}.bst", "natbib.sty", "url.sty", "amssymb.sty"))
    entries = bibtex(works)
    tex.write("works.bib", entries)
    complaints = tex.bibtex([work.key for work in works], style)
    assert [line for line in complaints if not tells_the_truth(line, works)] == []

    items = items_of(tex.read("main.bbl"))
    assert items.keys() == {work.key for work in works}
    for work in works:
        item = items[work.key]
        assert likened(shown_title(work)) in likened(item), work.key
        # IEEEtran draws a line for the names of the entry before.
        names = [] if item.startswith("------") else work.names
        cut = ["etal"] if names and work.merged.authors_truncated else []
        assert_in_order([*map(surname, names), *cut], letters(item))
        for number in numbers(work):
            assert likened(number) in likened(item), work.key

    natbib = style == "plainnat"
    cite = CITES["citep" if natbib else "cite"](works)
    source = document(
        tex, entries, r"\usepackage{natbib}" * natbib, rf"{cite}\bibliography{{works}}"
    )
    assert tex.settled(source) == []


def test_classic_styles_cut_names_between_letters(tex: Tex) -> None:
    needs("bibtex", files=("abbrv.bst",))
    works = [work for work in HARD_WORKS if work.key in ABBREVIATED]
    tex.write("works.bib", bibtex(works))
    assert tex.bibtex([work.key for work in works], "abbrv") == []
    items = items_of(tex.read("main.bbl"))
    shown = {key: items[key].partition("Of names")[0] for key in ABBREVIATED}
    assert {key: names.rstrip(". ") for key, names in shown.items()} == ABBREVIATED


ABBREVIATED = {
    "name-particles": "A. van den Berg, A. von Humboldt, J. d'Alembert, J. Ortega y Gasset, and "
    "J. De Smet",
    "name-suffix": "M. L. King, Jr. and Plato",
    "name-umlauts": "K.-R. Müller, Ö. Ç. Šimůnek, and Å. Ångström",
    "name-polish": "Ł. Żółć, I. Bağcı, and Ő. Ősz",
    "name-vietnamese": "Ấ. Đ. Nguyễn and Ỹ. Ðặng",
    "name-cyrillic": "Ю.-А. И. Журавлёв and Я. Ли",
    "name-chinese": "太. 山田 and 小. 王",
    "name-corporate": "Moss and Fern Group and AT&T Labs, Inc",
    "name-and-name": "A. Sand and Stone, B. And, and C. others",
    "name-sign-names": "A. R&D, $. $x$, %. #, and ^. ~",
}


@pytest.mark.parametrize("style", ["numeric", "authoryear"])
def test_biber_and_latex_take_every_entry(style: str, works: list[Work], tex: Tex) -> None:
    needs("biber", "pdflatex", files=("biblatex.sty", "amssymb.sty"))
    entries = biblatex(works)
    tex.write("works.bib", entries)
    cite = CITES["parencite"](works)
    preamble = rf"\usepackage[style={style}]{{biblatex}}\addbibresource{{works.bib}}"
    source = document(tex, entries, preamble, rf"{cite}\printbibliography")
    tex.latex(source)
    assert [line for line in tex.biber() if INVALID_ISBN not in line] == []

    read = biber_entries(tex.read("main.bbl"))
    assert read.keys() == {work.key for work in works}
    for work in works:
        entry = read[work.key]
        assert likened(entry.get("title", "")) == likened(shown_title(work))
        names = [" ".join(map(name.get, NAME_PARTS, [""] * 4)) for name in entry["names"]]
        assert list(filter(None, map(letters, names))) == [
            letters(name.full) for name in work.names if letters(name.full)
        ]
        assert entry["cut"] == (work.merged.authors_truncated and bool(work.names)), work.key
        for field, value in biblatex_facts(work).items():
            assert likened(entry.get(field, "")) == likened(value), (work.key, field)

    assert tex.settled(source) == []


NO_SUCH_DAY = Date(2020, 6, 31)
NAME_PARTS = ("given", "prefix", "family", "suffix")
INVALID_ISBN = "ISBN '978-3-0' in entry 'book' is invalid"
"""The one number of the hard works that is none; biber is right."""


def test_the_page_shows_what_the_works_say(works: list[Work], tex: Tex) -> None:
    needs("bibtex", "pdflatex", "pdftotext", files=("lmodern.sty", "amssymb.sty"))
    entries = bibtex(works)
    tex.write("works.bib", entries)
    tex.bibtex([work.key for work in works], "plain")
    source = document(tex, entries, r"\usepackage{lmodern}", r"\bibliography{works}")
    tex.latex(source, draft=False)
    tex.run("pdftotext", "-enc", "UTF-8", "-raw", "main.pdf")
    page = letters(re.sub(r"-\n", "", tex.read("main.txt")))
    words = {word for work in works for word in re.findall(r"[A-Za-z]{3,}", shown_title(work))}
    assert [word for word in words if word.casefold() not in page] == []
    for work in works:
        assert_in_order([surname(name) for name in work.names if printable(name)], page)


def tells_the_truth(complaint: str, works: list[Work]) -> bool:
    """Say whether BibTeX warns of what the work itself lacks."""
    found = re.fullmatch(r"Warning--(.*) in (\S+)", complaint)
    if not found:
        return False
    lacks = WHAT_IS_MISSING.get(found[1])
    return lacks is not None and any(work.key == found[2] and lacks(work) for work in works)


def items_of(bbl: str) -> dict[str, str]:
    r"""Give what each \bibitem prints, by its key."""
    items = {}
    for item in re.split(r"\\bibitem(?=[\[{])", bbl.partition(r"\end{thebibliography}")[0])[1:]:
        text = item
        if text.startswith("["):
            text = text[closing(text, "]") + 1 :].lstrip("%\n ")
        end = closing(text, "}")
        items[text[1:end]] = " ".join(printed(text[end + 1 :]).split())
    return items


def closing(text: str, bracket: str) -> int:
    """Give the place of the bracket that closes what `text` opens with, braces balanced."""
    depth = 0
    for place, character in enumerate(text):
        if character == bracket and depth == (bracket == "}"):
            return place
        depth += (character == "{") - (character == "}")
    raise AssertionError(f"no {bracket} in {text[:60]!r}")


def biber_entries(bbl: str) -> dict[str, dict[str, Any]]:
    """Give the fields of the entries in biber's output, names and texts as they print."""
    entries = {}
    for block in re.split(r"\\entry(?=\{)", bbl)[1:]:
        end = closing(block, "}")
        more = re.search(r"\\true\{more(?:author|editor)\}", block)
        entry: dict[str, Any] = {"names": [], "cut": more is not None}
        for field in re.finditer(r"\\field\{(\w+)\}(?=\{)", block):
            value = block[field.end() :]
            entry[field[1]] = printed(value[1 : closing(value, "}")])
        for field in re.finditer(r"\\verb\{(\w+)\}\s*\\verb (.*)", block):
            entry[field[1]] = field[2]
        role = re.search(r"\\name\{(?:author|editor)\}.*?\n      \}\n", block, re.DOTALL)
        for part in re.finditer(r"\b(family|given|prefix|suffix)=(?=\{)", role[0] if role else ""):
            value = role[0][part.end() :] if role else ""
            if part[1] == "family":
                entry["names"].append({})
            entry["names"][-1][part[1]] = printed(value[1 : closing(value, "}")])
        entries[block[1:end]] = entry
    return entries


def shown_title(work: Work) -> str:
    """Give the title of `work` as it prints, without the marks of math."""
    title = work.merged.title
    return SHOWN.get(title, title.replace("$α$-TCAV", "α-TCAV"))


def surname(name: Name) -> str:
    """Give the letters of what every style prints of a name."""
    if name.literal or not name.family:
        return letters(name.full)
    particles = f"{name.dropping_particle} {name.non_dropping_particle}"
    return letters(f"{particles} {name.family}")


def printable(name: Name) -> bool:
    """Say whether the fonts at hand print the name."""
    return all(ord(character) < 0x180 for character in name.full)


def assert_in_order(parts: Sequence[str], text: str) -> None:
    position = 0
    for part in parts:
        found = text.find(part, position)
        assert found >= 0, f"{part!r} is not in {text[position : position + 200]!r}"
        position = found + len(part)


def numbers(work: Work) -> Iterator[str]:
    """Give the numbers that every style prints of `work`."""
    record = work.merged
    if record.issued:
        yield str(record.issued.year)
    if record.type == "article":
        yield record.arxiv_id
    elif record.type == "article-journal":
        yield record.volume
    if record.type in ("article-journal", "paper-conference", "chapter"):
        yield pages(work) or record.article_number
        if record.article_number and pages(work):
            yield f"{record.article_number}:{pages(work)}"


def pages(work: Work) -> str:
    """Give the pages, ranges with one hyphen; some lists say TBA where there are none yet."""
    printed_pages = re.sub("[–-]+", "-", work.merged.page)
    return "" if printed_pages == "TBA" else printed_pages


def biblatex_facts(work: Work) -> dict[str, str]:
    """Give what biber has to know of `work`, by its names of fields."""
    record = work.merged
    date = {}
    if record.issued:
        date = dict(zip(("year", "month", "day"), map(str, record.issued.parts), strict=False))
    if record.issued == NO_SUCH_DAY:
        del date["day"]
    facts = date | {"doi": record.doi, "eprint": record.arxiv_id}
    if record.type == "article-journal":
        facts |= {
            "volume": record.volume, "number": record.issue, "eid": record.article_number,
            "journaltitle": likened(record.container_title),
        }  # fmt: skip
    if record.type in ("article-journal", "paper-conference", "chapter"):
        facts["pages"] = pages(work)
    return facts
