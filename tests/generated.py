"""Generated values for property tests: records as a reader could give them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.model.links import LINK_KINDS
from pubbrowser.model.records import ITEM_TYPES
from pubbrowser.text import clean_block, clean_line

# Texts that YAML or JSON would take for something else where they are not quoted.
TREACHEROUS = (
    "yes", "no", "on", "Off", "null", "~", "true", "False", "1e3", "1.10", "012", "0x1F", "1_000",
    "12:30", "12:30:45", "2020-01-01", "2020-01-01 12:00:00", ".inf", ".nan", "-", "---", "...",
    "? x", "- item", "key: value", "a #b", "#b", "&a", "*a", "!tag", "|", ">", "%d", "@x", "`x`",
    "{a}", "[a]", "'", '"', "\\", "\\n", "<<", "=", "🦜 parrots", "日本語", "𝔸", "Ünïcödé", ",",
)  # fmt: skip

_characters = st.characters(exclude_categories=["Cs"])
lines = st.one_of(
    st.sampled_from(TREACHEROUS),
    st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=30).map(clean_line),
    st.text(_characters, max_size=20).map(clean_line),
)
some_line = lines.filter(bool)
blocks = st.lists(lines, max_size=3).map("\n".join).map(clean_block)
dates = st.one_of(
    st.builds(Date, st.integers(1, 9999)),
    st.builds(Date, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(Date, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31)),
)
names = st.one_of(
    st.builds(Name, literal=some_line),
    st.builds(
        Name, some_line, given=lines, non_dropping_particle=lines, dropping_particle=lines,
        suffix=lines,
    ),
)  # fmt: skip
links = st.builds(Link, some_line, st.sampled_from(LINK_KINDS), lines)
_records = st.builds(
    Record,
    type=st.sampled_from(ITEM_TYPES),
    title=lines,
    author=st.lists(names, max_size=3).map(tuple),
    editor=st.lists(names, max_size=2).map(tuple),
    issued=st.none() | dates,
    container_title=lines,
    collection_title=lines,
    collection_number=lines,
    volume=lines,
    issue=lines,
    page=lines,
    chapter_number=lines,
    number=lines,
    publisher=lines,
    publisher_place=lines,
    edition=lines,
    version=lines,
    genre=lines.filter(lambda line: line != "preprint"),
    accessed=st.none() | dates,
    isbn=st.lists(st.from_regex(r"[0-9X-]{1,13}", fullmatch=True), max_size=2).map(tuple),
    doi=st.just("") | some_line.map(lambda line: f"10.1000/{line}"),
    url=lines,
    abstract=blocks,
    note=lines,
    citation_key=lines,
    line=st.integers(0, 10**6),
    section=lines,
    links=st.lists(links, max_size=2).map(tuple),
    notes=st.lists(some_line, max_size=2).map(tuple),
    category=lines,
    has_code=st.booleans(),
    authors_truncated=st.booleans(),
    editors_truncated=st.booleans(),
    abstract_truncated=st.booleans(),
    year_inferred=st.booleans(),
    arxiv_id=lines,
    openreview_id=lines,
    article_number=lines,
    locator=lines,
    affiliation=lines,
    protected_words=st.lists(some_line, max_size=2, unique=True).map(tuple),
    owner_positions=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
)

# A page that repeats the article number is one that was written for programs without such numbers.
records = _records.filter(lambda record: not record.page or record.page != record.article_number)

# Works as lists of publications have them: fields that fit their type, in any script.
LATEX = (
    r"\emph{x}", "50% of $5 & more", "a_b^c #1", "{BERT} and {T}", "$\\alpha$-TCAV", "ECQ$^{x}$",
    '"quoted" words', "it's `so'", "1--2 – 3 — 4", "~tilde~", "Ångström & Søn", "Straße", "Škoda",
    "Łódź", "Nguyễn Thị", "İstanbul ığ", "naïve ﬁ", "x² + y₁₀ ≤ ½", "β-VAE", "Ελληνικά", "Юрий",
    "山田 太郎", "שלום", "𝒳-ray", "“curly” ‘single’ „low“", "«guillemets»", "¿Qué? ¡No!", "a\\b",
    "C# & C++", "<i>in vivo</i> H<sub>2</sub>O", "@home @article{x, y = {z}}", "others", "and",
    "A and B", "A, B", "Part 1/2", "Why?", "...", "…", "€ £ ¥", "e\u0301\u0323", "(c) [d]", "90°",
)  # fmt: skip
wild_lines = st.one_of(
    st.sampled_from(LATEX),
    some_line,
    st.lists(st.sampled_from(LATEX) | some_line, min_size=2, max_size=3).map(" ".join),
).map(clean_line).filter(
    # Titles may carry math, where a backslash takes a following dollar sign for a plain one.
    lambda line: line and not re.search(r"\\[^\x00-\x23\x25-\x7f]|\\\$", line)
)  # fmt: skip
_family = st.sampled_from(
    ("Doe", "Müller", "O'Brien", "Ortega y Gasset", "García-Márquez", "Łukasiewicz", "山田",
     "Юрьев", "Nguyễn", "de Groot", "boyd", "MacDonald", "Ng", "Ævarsson", "X")
)  # fmt: skip
_given = st.sampled_from(
    ("Jane", "Jane A.", "J.", "J. A.", "K.-R.", "Klaus-Robert", "Émile", "Юрий", "太郎", "danah",
     "Jean Paul", "Ş.", "Mary and Ann", "A, B")
)  # fmt: skip
people = st.one_of(
    st.builds(Name, _family, given=_given),
    st.builds(
        Name, _family, given=_given, suffix=st.sampled_from(("", "Jr", "Jr.", "III")),
        non_dropping_particle=st.sampled_from(("", "van", "von der", "de la", "d’", "al-")),
    ),
    st.builds(Name, _family, given=_given, dropping_particle=st.sampled_from(("de", "von"))),
    st.builds(Name, literal=st.sampled_from(
        ("NASA", "The Event Horizon Collaboration", "Moss, Inc.", "Barnes and Noble", "others",
         "OpenAI", "山田電機", "Max-Planck-Institut für Informatik", "van Dyck Studio", "R&D {Lab}",
         "é")
    )),
    st.builds(Name, literal=wild_lines),
    st.builds(Name, wild_lines, given=wild_lines),
    st.builds(Name, _family),
)  # fmt: skip
real_dates = st.builds(
    lambda day, parts: Date(*(day.year, day.month, day.day)[:parts]),
    st.dates(),
    st.integers(1, 3),
)
_isbn = st.from_regex(r"[0-9]{12}[0-9X]", fullmatch=True)
_number = st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True)
_pages = st.sampled_from(("7", "12–34", "e1–e9", "A12", "1–4, 9", "S3–S5"))
addresses = st.from_regex(r"https://example\.org/[a-z0-9_~%#&?=.-]{0,12}[a-z0-9]", fullmatch=True)
dois = st.from_regex(
    r"10\.[0-9]{4,5}/([a-zA-Z0-9_;()<>./#%&{}\\^~$\"@-]|%25|%7[Bb]|%20|\\_){0,10}[a-z0-9]",
    fullmatch=True,
)


def several_people(most: int) -> st.SearchStrategy[tuple[Name, ...]]:
    """Give lists of names, no name twice."""
    return st.lists(people, max_size=most, unique_by=lambda name: name.full).map(tuple)


def publications(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    """Give records with a title or an author, and of the other fields those that are asked for."""
    return st.builds(
        Record,
        author=several_people(3),
        title=wild_lines,
        **fields,
    )


FIELD_VALUES: dict[str, st.SearchStrategy[object]] = {
    "editor": several_people(2),
    "issued": st.none() | real_dates,
    "container_title": wild_lines | st.just(""),
    "collection_title": wild_lines | st.just(""),
    "collection_number": st.just("") | _number,
    "volume": st.just("") | _number,
    "issue": st.just("") | _number | st.sampled_from(("Spring", "1–2", "S1")),
    "number": st.just("") | st.sampled_from(("7", "TR-2001-12", "WO 2020/123 A1")),
    "page": st.just("") | _pages,
    "chapter_number": st.just("") | _number | st.sampled_from(("IV", "A.2", "A & B")),
    "article_number": st.just("") | st.from_regex(r"e[0-9]{3}", fullmatch=True),
    "publisher": wild_lines | st.just(""),
    "publisher_place": wild_lines | st.just(""),
    "edition": st.sampled_from(
        ("", "3", "3rd", "Third", "112th", "Revised", "3., überarbeitete Auflage", "New edition")
    ),
    "version": st.sampled_from(("", "1.2", "v2.0-rc1", "2024a & b")),
    "genre": st.sampled_from(
        (
            "",
            "Master's thesis",
            "Bachelor's thesis",
            "Habilitation",
            "Dissertation",
            "Diplomarbeit",
            "Research Note",
            "R&D memo",
        )
    ),
    "accessed": st.none() | real_dates,
    "isbn": st.lists(
        st.from_regex(r"[0-9]{12}[0-9X]", fullmatch=True), max_size=2, unique=True
    ).map(tuple),
    "doi": st.just("") | dois,
    "url": st.just("") | addresses,
    "note": wild_lines | st.just(""),
    "notes": st.lists(wild_lines, max_size=2, unique=True).map(tuple),
    "abstract": wild_lines | st.just(""),
    "authors_truncated": st.booleans(),
    "editors_truncated": st.booleans(),
    "arxiv_id": st.from_regex(r"[0-9]{4}\.[0-9]{5}(v[1-9])?", fullmatch=True),
    "category": st.sampled_from(("", "cs.LG", "hep-th")),
}
"""Values of fields as lists of publications have them, for `publications`."""
