"""From a text to a `Document`: the records of its entries, its figures, and its problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pubbrowser.model import Date, Document, Problem, Record, Statistic
from pubbrowser.readers.names import looks_like_name
from pubbrowser.readers.publication_list.item_type import type_of
from pubbrowser.readers.publication_list.label import Labelled, label
from pubbrowser.readers.publication_list.lines import read_lines
from pubbrowser.readers.publication_list.sections import section_year, types_of
from pubbrowser.readers.publication_list.segment import Part, segment
from pubbrowser.readers.publication_list.statistics import (
    SourceLine,
    read_source_line,
    read_statistics,
)
from pubbrowser.readers.reader import Text
from pubbrowser.text import clean_line, split_lines

FORMAT = "publication-list"
_SHORT = 60


def read_document(text: Text) -> Document:
    """Read a publication list completely. Raises nothing: what cannot be read is a problem."""
    parts = segment(read_lines(split_lines(text.content))).parts
    records: list[Record] = []
    problems: list[Problem] = []
    owners: Counter[str] = Counter()
    headings: list[tuple[int, str]] = []
    numbering = _Numbering()
    for part in parts:
        if part.kind == "heading":
            line = part.lines[0]
            headings = [each for each in headings if each[0] < line.level]
            headings.append((line.level, line.content))
            numbering.new_section()
        elif part.kind == "entry":
            labelled = label(part.text)
            record = _record(labelled, part, [title for _, title in headings])
            records.append(record)
            owners.update(filter(looks_like_name, labelled.owner_names))
            problems += _missing(record)
            problems += [
                Problem(part.first, f"not understood, kept as a note: “{_short(words)}”")
                for words in labelled.not_understood
            ]
            problems += numbering.check(part)
    statistics, unread = _statistics(parts)
    problems += unread
    if not records:
        problems.append(Problem(0, "no entry of a publication list was found"))
    owner = owners.most_common(1)[0][0] if owners else ""
    problems.sort(key=lambda problem: problem.line)
    return Document(text.path, FORMAT, owner, tuple(statistics), tuple(records), tuple(problems))


def _record(labelled: Labelled, part: Part, headings: Sequence[str]) -> Record:
    where, venue = labelled.where, labelled.where.venue
    year = labelled.year
    if year is None:
        year = next((found for each in reversed(headings) if (found := section_year(each))), None)
    return Record(
        type=types_of(headings) or type_of(labelled),
        title=labelled.title,
        author=() if labelled.editors else labelled.names,
        editor=labelled.names if labelled.editors else where.editor,
        issued=Date(year) if year else None,
        container_title=venue.container_title,
        volume=where.locator.volume,
        issue=where.locator.issue,
        page=where.locator.page,
        publisher=where.publisher,
        publisher_place=where.publisher_place,
        isbn=labelled.isbn,
        doi=labelled.doi,
        line=part.first,
        section=headings[-1] if headings else "",
        links=labelled.links,
        notes=labelled.notes,
        authors_truncated=labelled.authors_truncated,
        arxiv_id=labelled.arxiv_id,
        openreview_id=where.openreview_id,
        article_number=where.locator.article_number,
        locator=where.locator.printed,
        owner_positions=labelled.owner_positions,
    )


def _missing(record: Record) -> list[Problem]:
    given = {
        "title": record.title,
        "authors": record.author or record.editor,
        "year": record.issued,
    }
    missing = [name for name, value in given.items() if not value]
    if not missing:
        return []
    about = f" “{_short(record.title)}”" if record.title else ""
    return [Problem(record.line, f"no {' and no '.join(missing)} found in this entry{about}")]


def _statistics(parts: Sequence[Part]) -> tuple[list[Statistic], list[Problem]]:
    """Read the tables, and report every table and paragraph that says nothing known."""
    statistics: list[Statistic] = []
    problems: list[Problem] = []
    origin = read_source_line(part.text for part in parts if part.kind == "prose")
    for part in parts:
        if part.kind == "table":
            found = read_statistics(part.lines, origin)
            statistics += found
            if not found:
                problems.append(Problem(part.first, "a table without figures, not read"))
        elif part.kind == "prose" and read_source_line([part.text]) == SourceLine():
            problems.append(
                Problem(part.first, f"neither entry nor heading, not read: “{_short(part.text)}”")
            )
    return statistics, problems


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"


class _Numbering:
    """Checks that printed numbers go up or down by one within a section."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._step = 0

    def new_section(self) -> None:
        self._last, self._step = None, 0

    def check(self, part: Part) -> list[Problem]:
        last, number = self._last, part.ordinal
        if number is None:
            return []
        self._last = number
        if last is None:
            return []
        step = number - last
        if number == 1 and step < -1:
            self.new_section()  # a list of its own, although no heading stands above it
            self._last = 1
            return []
        if not self._step and abs(step) <= 1:
            self._step = step
            # Markdown numbers a list by itself when every entry is written with the same number.
            return []
        if step == (self._step or 1):
            self._step = step
            return []
        what = "is repeated" if step == 0 else f"follows {last}: is an entry missing?"
        return [Problem(part.first, f"the number {number} {what}")]
