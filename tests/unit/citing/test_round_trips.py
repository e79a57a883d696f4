"""What is written as BibTeX, BibLaTeX, RIS and CSL-JSON is read back as it was.

For each format and type of work a table says which fields it carries; all of these have to come
back, and all others have to come back empty. What a format does not carry, and why, stands with
its table. Where TeX's own conventions leave a choice, both sides are brought to one form by
`as_printed` and `same_name`, which say what they level.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pubbrowser.citing import facts
from pubbrowser.citing.biblatex import biblatex
from pubbrowser.citing.bibtex import bibtex
from pubbrowser.citing.editions import edition_number
from pubbrowser.citing.exchange import csl_json
from pubbrowser.citing.initials import dotted
from pubbrowser.citing.markup import plain
from pubbrowser.citing.ris import ris
from pubbrowser.model import Date, Document, Name, Record, Source, Work
from pubbrowser.model.records import TYPES_IN_SERIES
from pubbrowser.readers.reader import Text
from pubbrowser.readers.registry import read_text
from tests.generated import FIELD_VALUES, publications
from tests.generated import records as generated_records

COMMON = (
    "title", "author", "editor", "authors_truncated", "editors_truncated", "issued", "doi", "url",
    "accessed", "note",
)  # fmt: skip
TEX_COMMON = (*COMMON, "version")
IMPRINT = ("publisher", "publisher_place", "isbn", "edition")
IN_VENUE = ("container_title", "collection_title", "volume", "page")
IN_BOOK = (*IN_VENUE, "collection_number")

BIBTEX = {
    "article-journal": (*TEX_COMMON, *IMPRINT, *IN_VENUE, "issue", "arxiv_id", "category"),
    "paper-conference": (*TEX_COMMON, *IMPRINT, *IN_BOOK, "arxiv_id", "category"),
    "chapter": (*TEX_COMMON, *IMPRINT, *IN_BOOK, "chapter_number"),
    "book": (
        *TEX_COMMON,
        *IMPRINT,
        "collection_title",
        "collection_number",
        "volume",
        "page",
        "chapter_number",
    ),
    "thesis": (*TEX_COMMON, "genre", "publisher", "publisher_place"),
    "report": (*TEX_COMMON, "genre", "publisher", "publisher_place", "number"),
    "article": (*TEX_COMMON, "arxiv_id", "category"),
    "document": (*TEX_COMMON, *IMPRINT, "container_title"),
}
"""Not carried:

- the day of a date: BibTeX has no field for it
- types such as software and patent: all are `@misc`, read as `document`
- numbers of books and papers: standard styles print them in a series without a volume only
- abstract, notes, links, affiliation and the like: .bib files are copied into papers
- the container of an arXiv preprint, which is "arXiv"
"""
BIBLATEX = {
    "article-journal": (*TEX_COMMON, *IMPRINT, *IN_VENUE, "issue", "article_number", "arxiv_id"),
    "paper-conference": (*TEX_COMMON, *IMPRINT, *IN_BOOK, "number", "article_number"),
    "chapter": (*TEX_COMMON, *IMPRINT, *IN_BOOK, "number", "chapter_number"),
    "book": (
        *TEX_COMMON,
        *IMPRINT,
        "collection_title",
        "volume",
        "page",
        "number",
        "chapter_number",
    ),
    "thesis": (*TEX_COMMON, "genre", "publisher", "publisher_place", "isbn"),
    "report": (*TEX_COMMON, "genre", "publisher", "publisher_place", "number", "isbn"),
    "article": (*TEX_COMMON, "arxiv_id", "category"),
    "software": (*TEX_COMMON, "publisher", "container_title", "publisher_place"),
    "dataset": (*TEX_COMMON, "publisher", "container_title", "publisher_place"),
    "patent": (*TEX_COMMON, "publisher", "container_title", "publisher_place", "number"),
    "document": (*TEX_COMMON, "publisher", "container_title", "publisher_place"),
}
"""Not carried: abstract, notes, links, affiliation and the like, as with BibTeX; the types
`speech` and `webpage` without an address, which are `@unpublished` and `@misc`, read as
`document`."""
RIS = {
    "article-journal": (*COMMON, *IMPRINT, *IN_VENUE, "issue", "number", "abstract"),
    "paper-conference": (*COMMON, *IMPRINT, *IN_BOOK, "issue", "number", "abstract"),
    "chapter": (*COMMON, *IMPRINT, *IN_BOOK, "issue", "number", "abstract", "chapter_number"),
    "book": (
        *COMMON,
        *IMPRINT,
        "collection_title",
        "volume",
        "page",
        "number",
        "abstract",
        "chapter_number",
    ),
    "thesis": (*COMMON, *IMPRINT, "genre", "abstract"),
    "report": (*COMMON, "genre", "publisher", "publisher_place", "number", "abstract"),
    "article": (*COMMON, "arxiv_id", "abstract"),
    "software": (
        *COMMON,
        "publisher",
        "publisher_place",
        "isbn",
        "version",
        "container_title",
        "abstract",
    ),
    "dataset": (*COMMON, *IMPRINT, "container_title", "abstract"),
    "patent": (*COMMON, "publisher", "publisher_place", "number", "abstract"),
    "speech": (*COMMON, *IMPRINT, "container_title", "abstract"),
    "webpage": (*COMMON, *IMPRINT, "container_title", "abstract"),
    "document": (*COMMON, *IMPRINT, "container_title", "abstract"),
}
"""Not carried: whether a remark is the entry's `note` or one of `notes` (all are N1, read as
`notes`), paragraphs of an abstract, subject classes, affiliation, scores and the like; an
article number without pages is SP, and so read as pages; the edition of software, whose version
stands there."""

Table = Mapping[str, tuple[str, ...]]
_DASHES = re.compile("[-\u2010-\u2015]+")
_SINGLE_QUOTES = re.compile("[‘’‛ʼ`]")
_DOUBLE_QUOTES = re.compile("[“”‟]|''")


def written_and_read(record: Record, write: Callable[[Sequence[Work]], str]) -> Record:
    work = Work(id="i", key="key", merged=record, records=((Source("a", 1), record),))
    document = read(write([work]))
    assert document.problems == ()
    (read_back,) = document.records
    assert read_back.citation_key == "key"
    return read_back


def read(text: str) -> Document:
    return read_text(Text(text, "x", datetime.date(2026, 1, 1)))


def as_printed(text: str) -> str:
    """Level what LaTeX writes alike or prints alike.

    - marks: math and HTML tags as the plain text that they stand for
    - quotation marks, straight or curly: BibTeX's ``…'' prints curly ones for both
    - dashes, however long: "--" prints an en dash, and hyphens have one form in LaTeX
    - compatibility characters ("ﬁ", "𝒳", "½"): LaTeX has the plain letters only
    - spaces of all widths, of which LaTeX has one
    """
    text = unicodedata.normalize("NFKC", plain(text)).replace("ẞ", "SS")
    text = text.replace("„", ",,").replace("‚", ",").replace("¿", "?'").replace("¡", "!'")
    text = _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", text))
    return " ".join(_DASHES.sub("-", text).split())


def same_name(written: Name, found: Name) -> bool:
    """Say whether a name was read back as far as .bib files and RIS carry names.

    One kind of particle is known, and a family name that begins with a capital particle has it as
    a part; initials are written with full stops. Of a name without both family and given name, or
    with more commas than biber puts up with, only the whole counts.
    """
    whole = as_printed(found.full) == as_printed(written.full)
    if written.literal or not (written.family and written.given):
        return whole
    return parts(written) == parts(found) or (whole and "," in written.full)


def as_biber_names(record: Record) -> Record:
    """Give `record` with names as they are written for biber, whose initials of some signs do
    not compile, so they are left out. Holders of patents are names too."""
    record = _with_names(record, _without_signs)
    if record.type == "patent":
        record = replace(record, publisher=_without_signs(record.publisher))
    return record


def _without_signs(text: str) -> str:
    return re.sub(r"[{}\\~^<>|]", "", text)


def without_commas(record: Record) -> Record:
    """Give `record` with names as RIS carries them, whose parts commas separate."""
    return _with_names(record, lambda part: part.replace(",", " "))


def _with_names(record: Record, change: Callable[[str], str]) -> Record:
    def changed(name: Name) -> Name:
        return Name(*(" ".join(change(part).split()) for part in dataclasses.astuple(name)))

    author, editor = (tuple(map(changed, names)) for names in (record.author, record.editor))
    return replace(
        record,
        author=tuple(name for name in author if name != Name()),
        editor=tuple(name for name in editor if name != Name()),
    )


def parts(name: Name) -> tuple[str, str, str]:
    family = f"{name.dropping_particle} {name.non_dropping_particle} {name.family}"
    family = re.sub(r"(['’]) ", r"\1", family)
    given = dotted(name.given, name.family)
    return as_printed(family), as_printed(given), as_printed(name.suffix)


def normal(record: Record) -> dict[str, object]:
    """Give the fields of `record` but names, key and line, texts as printed.

    Protected words are left out as well: .bib files have names and acronyms in braces besides.
    """
    values = {field.name: getattr(record, field.name) for field in fields(Record)}
    for name in ("author", "editor", "citation_key", "line", "protected_words"):
        del values[name]
    # BibTeX's styles write "edition" behind it themselves.
    number = edition_number(record.edition)
    values["edition"] = str(number or record.edition.removesuffix(" edition"))
    values["notes"] = tuple(map(as_printed, record.notes))
    return {
        name: as_printed(value) if isinstance(value, str) else value
        for name, value in values.items()
    }


def carried(record: Record, table: Table) -> Record:
    """Give `record` with the fields alone that `table` lists for its type."""
    kept = {name: getattr(record, name) for name in table[record.type]}
    return Record(type=record.type, **kept)


def records(table: Table) -> st.SearchStrategy[Record]:
    """Give records of all types of `table`, with all fields that some type carries."""
    return st.sampled_from(sorted(table)).flatmap(
        lambda kind: publications(
            type=st.just(kind),
            **{
                name: values
                for name, values in FIELD_VALUES.items()
                if name in table[kind] or name in ("abstract",)
            },
        )
    )


def check(expected: Record, found: Record) -> None:
    for role in ("author", "editor"):
        written, read_back = getattr(expected, role), getattr(found, role)
        assert len(written) == len(read_back), (written, read_back)
        differing_names = [
            pair for pair in zip(written, read_back, strict=True) if not same_name(*pair)
        ]
        assert differing_names == []
    wanted, given = normal(expected), normal(found)
    assert {name: given[name] for name in given if given[name] != wanted[name]} == {
        name: wanted[name] for name in given if given[name] != wanted[name]
    }


def cut_if_named(record: Record) -> Record:
    """A list that names nobody cannot be cut."""
    named = bool(record.author or record.editor)
    return replace(
        record,
        authors_truncated=record.authors_truncated and named,
        editors_truncated=record.editors_truncated and bool(record.author and record.editor),
    )


def with_number_as_read(expected: Record) -> Record:
    """The number of a work and that in its series have one field; a series tells which it is."""
    if expected.type not in TYPES_IN_SERIES:
        return expected
    number = facts.number(expected)
    if expected.collection_title:
        return replace(expected, collection_number=number, number="")
    return replace(expected, collection_number="", number=number)


def is_like_a_preprint(record: Record) -> bool:
    """An article with a number on arXiv and no journal is the preprint to any reader."""
    in_no_journal = record.type == "article-journal" and not record.container_title
    return in_no_journal and bool(record.arxiv_id)


@given(records(BIBTEX))
def test_bibtex(record: Record) -> None:
    record = cut_if_named(record)
    assume(not is_like_a_preprint(record))
    expected = replace(
        carried(record, BIBTEX),
        volume=facts.volume(record) if "volume" in BIBTEX[record.type] else "",
        note=facts.remark(record),
        container_title="arXiv" if record.type == "article" else record.container_title,
    )
    if record.issued:
        expected = replace(expected, issued=Date(record.issued.year, record.issued.month))
    if expected.container_title == expected.publisher and record.type == "document":
        expected = replace(expected, container_title="")  # said twice for a `@misc`
    if not expected.collection_title or expected.volume:  # standard styles print either
        expected = replace(expected, collection_number="")
    if record.type == "book" and record.author:  # standard styles print one of them
        expected = replace(expected, editor=(), editors_truncated=False)
    check(expected, written_and_read(record, bibtex))


@given(records(BIBLATEX))
def test_biblatex(record: Record) -> None:
    record = cut_if_named(as_biber_names(record))
    assume(not is_like_a_preprint(record))
    assume(not facts.status(record))  # is a key of BibLaTeX's there: see below
    expected = replace(
        carried(record, BIBLATEX),
        volume=facts.volume(record) if "volume" in BIBLATEX[record.type] else "",
        note=facts.remark(record),
    )
    expected = replace(expected, isbn=expected.isbn[:1])  # biber takes one alone
    check(with_number_as_read(expected), written_and_read(record, biblatex))


_WORDS = ("the", "Bayesian", "Schrödinger", "Österreich", "iris", "de", "Moss–Fen", "R&d", "x")


@given(st.permutations(_WORDS), st.integers(0, len(_WORDS) - 1), st.integers(1, len(_WORDS)))
def test_protected_words_come_back(words: list[str], first: int, count: int) -> None:
    phrase = " ".join(words[first : first + count])
    record = Record(title=" ".join(words), protected_words=(phrase,))
    for write in (bibtex, biblatex, csl_json):
        found = written_and_read(record, write)
        assert (found.title, found.protected_words) == (record.title, (phrase,))


@pytest.mark.parametrize("write", [bibtex, biblatex, csl_json])
@pytest.mark.parametrize(
    "title",
    ["On <i>E. coli</i> in BERT", "<i>Bryum</i>", "<i>a <i>b</i> c</i> d", "x <i>$\\Delta$ y</i>"],
)
def test_italics_come_back(title: str, write: Callable[[Sequence[Work]], str]) -> None:
    assert written_and_read(Record(title=title), write).title == title


@pytest.mark.parametrize("title", ["90°", "a°¹", "²0", "¬ x ½", "x\u207b¹"])
@pytest.mark.parametrize("write", [bibtex, biblatex])
def test_signs_that_are_math_in_tex_read_as_they_were(
    title: str, write: Callable[[Sequence[Work]], str]
) -> None:
    assert plain(written_and_read(Record(title=title), write).title) == title


@pytest.mark.parametrize("status", ["Submitted", "In press", "Forthcoming"])
def test_a_status_comes_back_from_biblatex_as_a_remark(status: str) -> None:
    record = Record(title="T", note=status)
    assert written_and_read(record, biblatex).notes == (status,)


@given(records(RIS))
def test_ris(record: Record) -> None:
    record = cut_if_named(without_commas(record))
    # EndNote's word for a list that is cut, which so cannot be anybody's name.
    assume(not {"others", "et al", "et al."}.intersection(name.full for name in record.author))
    assume(not {"others", "et al", "et al."}.intersection(name.full for name in record.editor))
    expected = replace(
        carried(record, RIS),
        volume=facts.volume(record) if "volume" in RIS[record.type] else "",
        note="",
        notes=(record.note,) if record.note else (),
    )
    if record.arxiv_id and not record.url:
        expected = replace(expected, url=f"https://arxiv.org/abs/{record.arxiv_id}")
    check(with_number_as_read(expected), written_and_read(record, ris))


@given(generated_records)
def test_csl_json(record: Record) -> None:
    # Without any of these the item could be of another kind of JSON, and is not taken for CSL's.
    assume(record.title or record.author or record.issued or record.container_title or record.doi)
    found = read(csl_json([Work(id="i", key="key", merged=record, records=())])).records[0]
    assert found == replace(record, citation_key="key", line=found.line)


def test_many_works_come_back_in_their_order() -> None:
    works = [
        Work(id=str(n), key=f"key{n}", merged=Record(title=f"Title {n}"), records=())
        for n in range(20)
    ]
    for write in (bibtex, biblatex, ris):
        found = read(write(works)).records
        assert [(record.citation_key, record.title) for record in found] == [
            (f"key{n}", f"Title {n}") for n in range(20)
        ]
