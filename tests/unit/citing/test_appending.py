"""Adding works to .bib files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.appending import Appended, AppendError, Dialect, append
from pubbrowser.model import Date, Link, Record, Source, Work
from pubbrowser.model.records import ITEM_TYPES
from pubbrowser.readers.bibtex.reading import read_bib
from pubbrowser.system.updating import update_file
from tests.generated import FIELD_VALUES, publications, some_line

MakeWork = Callable[..., Work]

FILE = """% my papers
@string{nat = "Nature"}

@article{bell68,
  title = {Observation of a {R}apidly Pulsating Radio Source},
  author = {Bell, J. and Hewish, A.},
  journal = nat, year = 1968, doi = {10.1038/217709A0}
}

@misc{vaswani,
  title = {Attention is all you need},
  author = {Vaswani, Ashish and others},
  journal = {arXiv preprint arXiv:1706.03762v5},
  year = 2017
}
"""


@pytest.fixture
def work(make_work: MakeWork) -> Work:
    return make_work(
        "doe2020new", title="A New Übung", author=("Doe, Jané",), issued=Date(2020),
        type="article-journal", container_title="J",
    )  # fmt: skip


def keys(result: Appended) -> list[str]:
    return [added.key for added in result.added]


def reasons(result: Appended) -> list[tuple[str, str]]:
    return [(skipped.key, skipped.why) for skipped in result.skipped]


def test_what_is_there_stays_byte_for_byte(work: Work) -> None:
    result = append(FILE.encode(), [work])
    assert result.content.startswith(FILE.encode() + b"\n@article{doe2020new,\n")
    assert result.content.endswith(b"}\n")
    assert keys(result) == ["doe2020new"]
    assert [record.citation_key for record in read_bib(result.content.decode()).records] == [
        "bell68", "vaswani", "doe2020new",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "\n\n\n"])
def test_a_blank_line_stands_between_old_and_new(work: Work, ending: str) -> None:
    content = append(FILE.rstrip().encode() + ending.encode(), [work]).content.decode()
    before, _, _ = content.partition("@article{doe2020new")
    assert before == FILE.rstrip() + max(ending, "\n\n")


def test_an_empty_file_gets_no_blank_line(work: Work) -> None:
    assert append(b"", [work]).content.startswith(b"@article{doe2020new")


def test_line_ends_are_those_of_the_file(work: Work) -> None:
    windows = FILE.replace("\n", "\r\n").encode()
    added = append(windows, [work]).content[len(windows) :]
    assert added.count(b"\n") == added.count(b"\r\n") > 3


def test_a_byte_order_mark_stays_alone(work: Work) -> None:
    content = append(b"\xef\xbb\xbf" + FILE.encode(), [work]).content
    assert content.count(b"\xef\xbb\xbf") == 1


def test_utf_16_stays_utf_16(work: Work) -> None:
    content = append(FILE.encode("utf-16"), [work]).content
    assert "doe2020new" in content.decode("utf-16")
    assert "\ufeff" not in content.decode("utf-16")


def test_utf_16_without_a_mark_stays_so(work: Work) -> None:
    content = append(FILE.encode("utf-16-le"), [work]).content
    assert content.decode("utf-16-le").startswith(FILE + "\n@article{doe2020new")


def test_a_file_in_latin_1_gets_ascii(work: Work) -> None:
    latin = FILE.replace("Hewish", "Hewïsh").encode("latin-1")
    content = append(latin, [work], "biblatex").content
    assert content.startswith(latin)
    assert content[len(latin) :].isascii()
    assert b'{\\"U}bung' in content


def test_a_letter_that_a_file_in_latin_1_cannot_hold_is_refused(make_work: MakeWork) -> None:
    with pytest.raises(AppendError, match="UTF-8"):
        append("é".encode("latin-1"), [make_work("k", title="日本")])


BIBLATEX = "@online{a, title={A}, date={2001}}\n@article{b, title={B}, journaltitle={J}}\n"


def test_the_dialect_is_that_of_the_file(work: Work) -> None:
    assert b"journaltitle" in append(BIBLATEX.encode(), [work]).content[len(BIBLATEX) :]
    assert b"journaltitle" not in append(FILE.encode(), [work]).content
    assert b"journaltitle" not in append(b"", [work]).content
    mixed = BIBLATEX + "@article{c, title={C}, journal={J}, year=2000}\n" * 3
    assert b"journaltitle" not in append(mixed.encode(), [work]).content[len(mixed) :]


def test_the_dialect_can_be_chosen(work: Work) -> None:
    assert b"journaltitle" in append(FILE.encode(), [work], "biblatex").content
    assert b"year" in append(BIBLATEX.encode(), [work], "bibtex").content[len(BIBLATEX) :]


def test_an_entry_is_known_by_its_doi(make_work: MakeWork) -> None:
    result = append(FILE.encode(), [make_work("x", title="Another", doi="10.1038/217709a0",
                                              author=("Bell, J.", "Hewish, A."))])  # fmt: skip
    assert reasons(result) == [("bell68", "DOI")]
    assert result.content == FILE.encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"arxiv_id": "1706.03762"},
        {"url": "https://arxiv.org/abs/1706.03762"},
        {"doi": "10.48550/arXiv.1706.03762"},
    ],
)
def test_an_entry_is_known_by_its_arxiv_number(make_work: MakeWork, fields: dict[str, str]) -> None:
    result = append(FILE.encode(), [make_work("x", title="Attention!", **fields)])
    assert reasons(result) == [("vaswani", "arXiv")]


def test_the_preprint_of_what_was_published_is_there() -> None:
    published = Record(type="paper-conference", title="Attention Is All You Need", doi="10.5/nips")
    preprint = Record(type="article", title=published.title, arxiv_id="1706.03762v1")
    work = Work(
        id="i", key="x", merged=published,
        records=((Source("a", 1), published), (Source("b", 1), preprint)),
    )  # fmt: skip
    assert reasons(append(FILE.encode(), [work])) == [("vaswani", "arXiv")]


def test_an_entry_is_known_by_its_title_and_authors(make_work: MakeWork) -> None:
    same = make_work("x", title="Observation of a rapidly pulsating radio source",
                     author=("Bell, Jocelyn", "Hewish, Antony"), issued=Date(1968))  # fmt: skip
    assert reasons(append(FILE.encode(), [same])) == [("bell68", "title")]


@pytest.mark.parametrize(
    "other",
    [
        {"issued": Date(1975)},
        {"author": ("Hale, K.", "Roe, R.")},
        {"doi": "10.1234/other"},
        {"title": "Observation of a rapidly pulsating radio source, revisited"},
    ],
)
def test_a_title_alone_is_not_enough(make_work: MakeWork, other: dict[str, object]) -> None:
    fields = {
        "type": "article-journal", "title": "Observation of a Rapidly Pulsating Radio Source",
        "container_title": "Nature", "author": ("Bell, J.", "Hewish, A."), "issued": Date(1968),
    } | other  # fmt: skip
    assert keys(append(FILE.encode(), [make_work("x", **fields)])) == ["x"]


EDITORIAL = (
    "@article{e, title={Editorial}, author={Doe, Jane}, journal={J}, volume={%s}, year={%s}}\n"
)


@pytest.mark.parametrize(("volume", "year", "there"), [("1", 2001, True), ("2", 2001, False),
                                                       ("1", 2002, False)])  # fmt: skip
def test_editorials_are_told_apart(
    make_work: MakeWork, volume: str, year: int, there: bool
) -> None:
    editorial = make_work("x", title="Editorial", author=("Doe, Jane",), container_title="J",
                          type="article-journal", volume="1", issued=Date(2001))  # fmt: skip
    result = append((EDITORIAL % (volume, year)).encode(), [editorial])
    assert reasons(result) == ([("e", "title")] if there else [])


def test_an_entry_is_known_by_its_key_and_title(make_work: MakeWork) -> None:
    same = make_work("BELL68", title="Observation of a Rapidly Pulsating Radio Source")
    assert reasons(append(FILE.encode(), [same])) == [("bell68", "key")]


def test_a_key_that_another_paper_has_gets_a_letter(make_work: MakeWork) -> None:
    content = FILE + "@misc{Bell68A, title={Third}}\n@string{bell68b = {x}}\n"
    other = make_work("bell68", title="Another paper", author=("Bell, J.",), issued=Date(1968))
    result = append(content.encode(), [other])
    assert keys(result) == ["bell68b"]
    assert b"@misc{bell68b,\n" in result.content


def test_an_entry_that_is_no_work_has_its_key_all_the_same(make_work: MakeWork) -> None:
    content = b"@xdata{doe, publisher={P}}\n@misc{ann, author={Ann, A.}}\n"
    works = [make_work("doe", title="Another paper"), make_work("ann", title="That paper")]
    result = append(content, works)
    assert keys(result) == ["doea"]
    assert reasons(result) == [("ann", "key")]


def test_an_entry_is_known_by_its_title_and_its_key_with_a_letter(make_work: MakeWork) -> None:
    other = make_work("bell68", title="Editorial", volume="1")
    once = append(FILE.encode(), [other])
    assert keys(once) == ["bell68a"]
    assert reasons(append(once.content, [other])) == [("bell68a", "key")]
    next_volume = make_work("bell68", title="Editorial", volume="2")
    assert keys(append(once.content, [next_volume])) == ["bell68b"]


def test_a_work_that_is_left_out_once_is_left_out_the_next_time(make_work: MakeWork) -> None:
    patent, preprint = (
        make_work(kind, type=kind, title="A method", arxiv_id="2401.00001")
        for kind in ("patent", "article")
    )
    once = append(b"", [patent, preprint], "bibtex")  # which gives no number of a patent
    assert append(once.content, [patent, preprint]).content == once.content


def test_two_works_that_want_one_key_get_two(make_work: MakeWork) -> None:
    one, other = make_work("k", title="One paper"), make_work("K", title="Other paper")
    assert keys(append(b"", [one, other])) == ["k", "Ka"]


def test_a_work_that_is_given_twice_is_added_once(work: Work) -> None:
    result = append(b"", [work, work])
    assert keys(result) == ["doe2020new"]
    assert reasons(result) == [("doe2020new", "key")]


def test_what_was_added_is_there_the_next_time(make_work: MakeWork, work: Work) -> None:
    works = [
        work,
        make_work("p", title="On $\\alpha$-TCAV: {B}races", arxiv_id="2401.00001", type="article"),
        make_work("l", title="No names", links=(Link("https://x.org"),)),
        make_work("t", title=""),
    ]
    for dialect in ("bibtex", "biblatex"):
        once = append(FILE.encode(), works, dialect)  # type: ignore[arg-type]
        assert len(once.added) == 4
        twice = append(once.content, works)
        assert (twice.content, twice.added) == (once.content, ())


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (FILE + "@article{open, title = {Open", 16),
        (FILE + "@article{open,\n  title = {Open},\n", 16),
        ("@article{open, title = {{{Open},\n}\n" + FILE, 1),
        ("@comment{x}\n@string{a = {b\n", 2),
    ],
)
def test_a_file_with_an_open_entry_is_refused(work: Work, content: str, line: int) -> None:
    with pytest.raises(AppendError, match=f"line {line}:") as refused:
        append(content.encode(), [work])
    assert refused.value.line == line


def test_what_is_no_text_is_refused(work: Work) -> None:
    with pytest.raises(AppendError):
        append(b"\x00\x01\x02\xff", [work])


@given(
    st.binary(max_size=80)
    | st.text(st.sampled_from('@{}",=\r\n a\u00e9'), max_size=60).map(str.encode)
)
def test_any_file_is_kept_or_refused(content: bytes) -> None:
    record = Record(title="A title of some length", citation_key="k")
    work = Work(id="i", key="k", merged=record, records=((Source("a", 1), record),))
    try:
        result = append(content, [work])
    except AppendError:
        return
    assert result.content.startswith(content)
    assert len(result.added) + len(result.skipped) == 1


def test_a_file_on_disk_is_appended_to(tmp_path: Path, work: Work) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(FILE.encode())
    update_file(path, lambda content: append(content, [work]).content)
    assert path.read_bytes() == append(FILE.encode(), [work]).content


@st.composite
def generated_works(draw: st.DrawFn) -> list[Work]:
    """Give works of all types as a corpus has them, each with a key of its own."""
    kinds = st.sampled_from(ITEM_TYPES)
    records = draw(st.lists(publications(type=kinds, **FIELD_VALUES), min_size=1, max_size=3))
    keys = draw(st.lists(st.sampled_from(KEYS) | some_line, min_size=3, max_size=3, unique=True))
    return [
        Work(id=key, key=key, merged=record, records=((Source("a", 1), record),))
        for key, record in zip(keys, records, strict=False)
    ]


KEYS = ("doe2020new", "doe2020newa", "Doe2020New", "bell68", "müller:2020", "a b")


@given(generated_works(), st.sampled_from(["bibtex", "biblatex"]), st.sampled_from(["", FILE]))
def test_what_was_added_is_not_added_again(works: list[Work], dialect: Dialect, file: str) -> None:
    once = append(file.encode(), works, dialect)
    twice = append(once.content, works, dialect)
    assert (twice.added, twice.content) == ((), once.content)
