"""Works as RIS, read back line by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.ris import ris
from pubbrowser.model import Date, Name, Source, Work, link
from tests.generated import records

Make = Callable[..., Work]
Tags = dict[str, list[str]]


def read(text: str) -> list[Tags]:
    """Read records as the specification has them: one tag a line, TY first, ER last."""
    found: list[Tags] = []
    for line in text.split("\n")[:-1]:
        if not line:
            continue
        tag, value = line[:2], line[6:]
        assert re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line), line
        if tag == "TY":
            found.append({})
        found[-1].setdefault(tag, []).append(value)
    for tags in found:
        assert (next(iter(tags)), list(tags)[-1], tags["ER"]) == ("TY", "ER", [""])
    return found


@pytest.fixture
def tags(make_work: Make) -> Callable[..., Tags]:
    """The tags that are written for a record of the fields given."""

    def write_and_read(**fields: Any) -> Tags:
        [record] = read(ris([make_work(**fields)]))
        return record

    return write_and_read


Write = Callable[..., Tags]


def test_an_article_in_full(make_work: Make) -> None:
    work = make_work(
        key="muller2019was",
        type="article-journal",
        title="Was $α$-Netze sehen",
        author=["Müller, K-R", Name(family="Groot", given="T", non_dropping_particle="de")],
        container_title="Zeitschrift für Sehen",
        issued=Date(2019, 2, 14),
        volume="10",
        issue="S1",
        page="15–28",
        doi="10.1234/j_s.2019",
        abstract="One.\n\nTwo.",
        notes=("Best Paper Award",),
        links=(link("https://github.com/moss/code"), link("https://example.org/paper.pdf")),
    )
    assert (
        ris([replace(work, tags=("xai", "to read"))])
        == """\
TY  - JOUR
ID  - muller2019was
AU  - Müller, K.-R.
AU  - de Groot, T.
TI  - Was α-Netze sehen
T2  - Zeitschrift für Sehen
JF  - Zeitschrift für Sehen
PY  - 2019
DA  - 2019/02/14
VL  - 10
IS  - S1
SP  - 15
EP  - 28
DO  - 10.1234/j_s.2019
UR  - https://example.org/paper.pdf
AB  - One. Two.
KW  - xai
KW  - to read
N1  - Best Paper Award
N1  - Code: https://github.com/moss/code
ER  - 
"""  # noqa: W291 - "ER  - " ends in a space
    )


def test_records_are_written_once_and_apart(make_work: Make) -> None:
    works = [make_work(key="a", title="One"), make_work(key="b", title="Two")]
    text = ris([*works, works[0]])
    assert [record["ID"] for record in read(text)] == [["a"], ["b"]]
    assert "ER  - \n\nTY  - " in text
    assert ris([]) == ""


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("article-journal", "JOUR"), ("paper-conference", "CONF"), ("book", "BOOK"),
        ("chapter", "CHAP"), ("article", "UNPB"), ("thesis", "THES"), ("report", "RPRT"),
        ("software", "COMP"), ("dataset", "DATA"), ("speech", "SLIDE"), ("patent", "PAT"),
        ("webpage", "ELEC"), ("document", "GEN"),
    ],
)  # fmt: skip
def test_each_type_has_its_own(type_: str, kind: str, tags: Write) -> None:
    written = tags(type=type_, title="T", container_title="Somewhere")
    assert written["TY"] == [kind]
    assert written["T2"] == ["Somewhere"]


def test_proceedings_say_it_where_zotero_and_where_others_look(tags: Write) -> None:
    written = tags(
        container_title="Proceedings of Moss", publisher_place="Oslo", collection_title="LNCS"
    )
    assert written["TY"] == ["CONF"]
    assert written["T2"] == written["C3"] == ["Proceedings of Moss"]
    assert (written["C1"], written["T3"]) == (["Oslo"], ["LNCS"])


def test_editors_of_books_and_of_what_is_in_them(tags: Write) -> None:
    assert tags(type="book", editor=["Berg, A"])["ED"] == ["Berg, A."]
    assert tags(type="chapter", author=["Fern, B"], editor=["Berg, A"])["A2"] == ["Berg, A."]
    assert tags(type="book", collection_title="LNCS")["T2"] == ["LNCS"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="Berg", given="Klaus-Robert"), "Berg, Klaus-Robert"),
        (Name(family="Groot", given="T", non_dropping_particle="de"), "de Groot, T."),
        (Name(family="Alembert", given="J", non_dropping_particle="d'"), "d'Alembert, J."),
        (Name(family="King", given="M", suffix="Jr."), "King, M., Jr."),
        (Name(literal="Moss and Fern Group"), "Moss and Fern Group,"),
        (Name(literal="Moss, Inc."), "Moss Inc.,"),
        (Name(family="Plato"), "Plato"),
        (Name(family="Moss Group"), "Moss Group,"),
        (Name(given="Madonna"), "Madonna"),
        (Name(family="Moss, Inc.", given="X"), "Moss Inc., X."),
    ],
)
def test_a_comma_parts_names_and_nothing_else(name: Name, written: str, tags: Write) -> None:
    assert tags(author=[name])["AU"] == [written]


def test_a_list_that_was_cut_says_so(tags: Write) -> None:
    written = tags(author=["Berg, A"], authors_truncated=True)
    assert (written["AU"], written["N1"]) == (["Berg, A."], ["Author list cut short (et al.)"])


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"page": "15-28"}, ["15"], ["28"]),
        ({"page": "15"}, ["15"], []),
        ({"page": "e15–e28"}, ["e15"], ["e28"]),
        ({"page": "1-3, 7-9"}, ["1-3, 7-9"], []),
        ({"page": "TBA"}, [], []),
        ({"article_number": "206"}, ["206"], []),
    ],
)
def test_pages_have_a_start_and_an_end(
    fields: dict[str, str], start: list[str], end: list[str], tags: Write
) -> None:
    written = tags(type="article-journal", **fields)
    assert written.get("SP", []) == start
    assert written.get("EP", []) == end


def test_an_article_number_stands_beside_pages(tags: Write) -> None:
    written = tags(type="article-journal", page="1-9", article_number="14")
    assert (written["SP"], written["C7"]) == (["1"], ["14"])


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        (Date(2019), ["2019"], None),
        (Date(2019, 2), ["2019"], ["2019/02"]),
        (Date(2019, 2, 31), ["2019"], ["2019/02"]),
        (Date(814), ["0814"], None),
        (None, None, None),
    ],
)
def test_dates_are_as_exact_as_known(
    date: Date | None, year: list[str] | None, day: list[str] | None, tags: Write
) -> None:
    written = tags(issued=date)
    assert (written.get("PY"), written.get("DA")) == (year, day)


def test_a_preprint_names_its_archive(tags: Write) -> None:
    written = tags(type="article", arxiv_id="2508.21380")
    assert (written["DB"], written["AN"]) == (["arXiv"], ["arXiv:2508.21380"])
    assert written["UR"] == ["https://arxiv.org/abs/2508.21380"]
    assert (written["PB"], written["M3"]) == (["arXiv"], ["Preprint"])
    unnumbered = tags(type="article", category="LG")
    assert unnumbered["DB"] == ["arXiv"]
    assert "AN" not in unnumbered


def test_theses_reports_and_books_have_their_numbers(tags: Write) -> None:
    assert tags(type="thesis", notes=("Master's thesis",))["M3"] == ["Master’s thesis"]
    assert tags(type="report", number="TR-7")["SN"] == ["TR-7"]
    assert tags(type="software", number="1.2")["M1"] == ["1.2"]
    assert tags(type="book", isbn=("978-3-0", "978-3-1"))["SN"] == ["978-3-0", "978-3-1"]


def test_further_addresses_are_kept(tags: Write) -> None:
    links = (
        link("https://example.org/try", "Demo"),
        link("https://example.org/more"),
        link("https://example.org/paper.pdf"),
    )
    written = tags(url="https://example.org/paper", links=links)
    assert written["UR"] == ["https://example.org/paper"]
    assert written["L1"] == ["https://example.org/paper.pdf"]
    assert written["N1"] == ["Demo: https://example.org/try", "Link: https://example.org/more"]


@given(st.lists(records, min_size=1, max_size=3))
def test_every_record_can_be_read_back(generated: list[Any]) -> None:
    works = [
        Work(id=f"k{n}", key=f"k{n}", merged=record, records=((Source("list.md", 1), record),))
        for n, record in enumerate(generated)
    ]
    written = read(ris(works))
    assert [tags["ID"] for tags in written] == [[work.key] for work in works]
    for tags, work in zip(written, works, strict=True):
        assert len(tags["TY"]) == 1
        assert ("PY" in tags) == (work.merged.issued is not None)
