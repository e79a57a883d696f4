"""Generated values for property tests: records as a reader could give them."""

from __future__ import annotations

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
records = st.builds(
    Record,
    type=st.sampled_from(ITEM_TYPES),
    title=lines,
    author=st.lists(names, max_size=3).map(tuple),
    editor=st.lists(names, max_size=2).map(tuple),
    issued=st.none() | dates,
    container_title=lines,
    collection_title=lines,
    volume=lines,
    issue=lines,
    page=lines,
    number=lines,
    publisher=lines,
    publisher_place=lines,
    isbn=st.lists(st.from_regex(r"[0-9X-]{1,13}", fullmatch=True), max_size=2).map(tuple),
    doi=lines,
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
    abstract_truncated=st.booleans(),
    year_inferred=st.booleans(),
    arxiv_id=lines,
    openreview_id=lines,
    article_number=lines,
    locator=lines,
    affiliation=lines,
    owner_positions=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
)
