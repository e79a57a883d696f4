"""A feed page as a document: the parts of its entries as records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set

from pubbrowser.model import Date, Document, Problem, Record
from pubbrowser.model.links import arxiv_id_of, doi_of
from pubbrowser.readers.full_names import parse_full_name
from pubbrowser.readers.reader import Text
from pubbrowser.readers.scholar_feed.abstract_links import find_links
from pubbrowser.readers.scholar_feed.entry_parts import Parts, divide_entries
from pubbrowser.readers.scholar_feed.glue import Evidence
from pubbrowser.readers.scholar_feed.header import Header, read_header
from pubbrowser.readers.scholar_feed.layout import Block, Line, Page, Span, divide
from pubbrowser.readers.scholar_feed.years import date_entries
from pubbrowser.text import clean_block

FORMAT = "scholar-feed"


def read(text: Text, known_names: Set[str] = frozenset()) -> Document:
    """Read a feed page, spaced, dense or mixed.

    `known_names` are full names from other documents; they help where title and authors are
    glued. Raises nothing: what cannot be read becomes a problem.
    """
    page = divide(text.content)
    entries = divide_entries(page.blocks, Evidence(names=known_names))
    header = _header(page, entries)
    dates = date_entries([block.opening for block in page.blocks], text.captured)
    records: list[Record] = []
    problems: list[Problem] = list(header.problems)
    for block, parts, (date, inferred) in zip(page.blocks, entries, dates, strict=True):
        problems += _problems(block, parts, date)
        if parts.title:
            records.append(_record(block, parts, date, inferred))
    if not page.blocks:
        problems.append(Problem(0, "no paper found: no line such as “LGFeb 14, 2023” opens one"))
    return Document(
        text.path, FORMAT, header.owner, header.statistics, tuple(records), tuple(problems)
    )


def account(text: Text) -> list[Span]:
    """Say for every non-blank line of a page what it was read as, in ranges that do not overlap.

    An entry that could be read with doubts counts as an entry; one without a title, and lines
    of the head that were not understood, count as problems.
    """
    page = divide(text.content)
    entries = divide_entries(page.blocks)
    understood = _header(page, entries).understood
    spans = [
        Span("header" if line.number in understood else "problem", line.number, line.number)
        for line in page.head
    ]
    spans += [
        Span("entry" if parts.title else "problem", block.number, block.last)
        for block, parts in zip(page.blocks, entries, strict=True)
    ]
    return spans


def _header(page: Page, entries: list[Parts]) -> Header:
    return read_header(page.head, Counter(name for e in entries for name in e.authors.names))


def _problems(block: Block, parts: Parts, date: Date) -> list[Problem]:
    number = block.number
    if not parts.title:
        missing = "no title found for this paper" if block.body else "no paper follows this date"
        return [Problem(number, missing)]
    problems = []
    if not date.day:
        problems.append(
            Problem(number, f"the month has no day {block.opening.day}; it was left out")
        )
    if not parts.authors.names:
        problems.append(Problem(block.body[0].number, "no authors found for this paper"))
    if parts.doubtful:
        end = re.sub(r"^\S*\s", "…", parts.title[-30:]) if len(parts.title) > 30 else parts.title
        problems.append(
            Problem(
                block.body[0].number,
                "doubtful where the title ends and the authors begin: "
                f"read as “{end}” and “{parts.authors.names[0]}”",
            )
        )
    return problems


def _record(block: Block, parts: Parts, date: Date, inferred: bool) -> Record:
    abstract = _paragraphs(parts.abstract)
    links = find_links(abstract)
    return Record(
        type="article",
        title=parts.title,
        author=tuple(parse_full_name(name) for name in parts.authors.names),
        authors_truncated=parts.authors.truncated,
        affiliation=parts.authors.affiliation,
        issued=date,
        year_inferred=inferred,
        abstract=abstract,
        links=links,
        doi=next((doi for link in links if (doi := doi_of(link.url))), ""),
        arxiv_id=next((found for link in links if (found := arxiv_id_of(link.url))), ""),
        line=block.number,
        category=block.opening.category,
        score=block.opening.score,
        has_code=block.opening.has_code,
    )


def _paragraphs(lines: tuple[Line, ...]) -> str:
    """Join lines; a blank line between two of them stays, as one."""
    text = ""
    previous = lines[0].number if lines else 0
    for line in lines:
        text += ("\n" * min(2, line.number - previous)) + line.text
        previous = line.number
    return clean_block(text)
