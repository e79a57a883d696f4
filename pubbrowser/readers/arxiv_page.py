"""Reader of arXiv author pages (arxivlens.com), copied as text.

The page prints the owner, "N papers on arXiv", some headings, and then the title and the
abstract of each paper in turn, one line each. It prints neither authors nor dates. Abstracts
are mostly cut off with "...".

A line that is missing must not shift all that follow, so titles and abstracts are told apart
by how they look, all lines of the page together (`_label`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pubbrowser.model import Document, Problem, Record, Statistic
from pubbrowser.readers.reader import Reader, Text
from pubbrowser.text import clean_block, clean_line, split_lines

FORMAT = "arxiv-author-page"
_SECTION = "Papers on arXiv"

_COUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9}) papers? on arxiv", re.IGNORECASE)
_LIST_HEADING = re.compile(r"papers on arxiv:?", re.IGNORECASE)
_NAVIGATION = frozenset({"academic profile", "statistics", "similar authors"})
_HEADING = re.compile(r"(?:[^\W\d_][\w'’&/-]*\s?){1,4}:?")
"""A heading that other pages may have: a few words without figures and full stops."""
_HEAD_LINES = 60
"""A page's head is not longer than this, similar authors included."""

_CUT_OFF = re.compile(r"\s*(?:\.\.\.+|…)$")
_SENTENCE_BREAK = re.compile(r"[a-z)\d]\. [A-Z]")
_SENTENCE_START = re.compile(r"(?:We|In this|This|The \w+ of|Recent|Here|Motivation)\b")

_MATH = re.compile(r"(\$[^$]+\$)")
_TAGS = re.compile(
    r"</?(?:a|b|br|code|div|em|font|i|p|small|span|strong|sub|sup|tt|u)(?:\s[^<>=]*=[^<>]*)?\s?/?>",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_|`)(?=\S)([^*_`]+?)(?<=\S)\1(?![\w*_])")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\(https?://[^\s()]+\)")
_LIST_MARK = re.compile(r"^(?:#{1,6}|[-*+])\s+")


class Line(NamedTuple):
    """A line that is not blank: its 1-based number in the document, and its cleaned text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines of the document and what became of it."""

    kind: Literal["header", "entry", "problem"]
    first: int
    last: int


def sniff(text: Text) -> float:
    """Say how sure it is, 0 to 1, that `text` is an arXiv author page.

    It is when "N papers on arXiv" or the page's headings stand on top and titles and abstracts
    take turns below; a list of publications with a section of this name has no such turns.
    """
    lines = _lines(text.content[:30_000])
    top = [line.text for line in lines[:_HEAD_LINES]]
    counted = any(_COUNT.fullmatch(line) for line in top[:8])
    headings = sum(line.lower() in _NAVIGATION for line in top[:20])
    listed = any(_LIST_HEADING.fullmatch(line) for line in top)
    if not (counted or (listed and headings)) and not (listed and len(lines) >= 4):
        return 0.0
    body = lines[_head_length(lines) :][:40]
    turns = len(body) >= 2 and 0.4 <= sum(_is_abstract(line) for line in body) / len(body) <= 0.6
    if counted and listed:
        return 0.99 if turns else 0.8
    if counted or headings >= 2:
        return 0.9 if turns else 0.4
    return 0.7 if turns and any(_CUT_OFF.search(line.text) for line in body) else 0.0


def read(text: Text) -> Document:
    """Read an author page. Raises nothing: what cannot be read becomes a problem."""
    lines = _lines(text.content)
    start = _head_length(lines)
    owner, statistics, unread = _read_head(lines[:start])
    problems = [
        Problem(line.number, f"before the first paper, not understood: “{_excerpt(line.text)}”")
        for line in unread
    ]
    records = []
    for title, abstract in _pairs(lines[start:]):
        if title is None:
            excerpt = _excerpt(abstract[0].text)
            problems.append(Problem(abstract[0].number, f"abstract without a title: “{excerpt}”"))
            continue
        if not abstract:
            message = f"no abstract follows this title: “{_excerpt(title.text)}”"
            problems.append(Problem(title.number, message))
        printed = clean_block("\n".join(line.text for line in abstract))
        whole = _CUT_OFF.sub("", printed)
        records.append(
            Record(
                type="article",
                title=_plain_title(title.text),
                abstract=whole,
                abstract_truncated=whole != printed,
                line=title.number,
                section=_SECTION,
            )
        )
    if not records:
        problems.append(Problem(0, "no paper found below the head of the page"))
    return Document(text.path, FORMAT, owner, statistics, tuple(records), tuple(problems))


def account(text: Text) -> list[Span]:
    """Say for every non-blank line of a page what it was read as, in ranges that do not overlap."""
    lines = _lines(text.content)
    start = _head_length(lines)
    unread = set(_read_head(lines[:start])[2])
    spans = [
        Span("problem" if line in unread else "header", line.number, line.number)
        for line in lines[:start]
    ]
    for title, abstract in _pairs(lines[start:]):
        parts = [title, *abstract] if title else abstract
        spans.append(Span("entry" if title else "problem", parts[0].number, parts[-1].number))
    return spans


def _lines(content: str) -> list[Line]:
    numbered = enumerate(split_lines(content), start=1)
    return [Line(number, text) for number, raw in numbered if (text := clean_line(raw))]


def _head_length(lines: Sequence[Line]) -> int:
    """Count the lines before the first title: up to the list's heading, else by their look."""
    top = lines[:_HEAD_LINES]
    for position, line in enumerate(top):
        if _LIST_HEADING.fullmatch(line.text):
            return position + 1
    for position, (line, following) in enumerate(zip(top, lines[1:], strict=False)):
        known = line.text.lower() in _NAVIGATION or _COUNT.fullmatch(line.text)
        if not known and not _is_abstract(line) and _is_abstract(following):
            return position
    known_lines = [i for i, line in enumerate(top) if _COUNT.fullmatch(line.text)]
    return known_lines[0] + 1 if known_lines else 0


def _read_head(lines: Sequence[Line]) -> tuple[str, tuple[Statistic, ...], list[Line]]:
    """Give owner, statistics and the lines that were not understood.

    The owner stands above the count, else on top. Headings say nothing, nor do the names below
    "Similar Authors", which are other people's.
    """
    count = next((i for i, line in enumerate(lines) if _COUNT.fullmatch(line.text)), None)
    unknown: list[int] = []
    below = ""
    for position, line in enumerate(lines):
        lowered = line.text.lower()
        if lowered in _NAVIGATION or _LIST_HEADING.fullmatch(line.text):
            below = lowered
        elif position != count and below != "similar authors":
            unknown.append(position)
    candidates = [i for i in unknown if count is None or i < count] if lines else []
    owner = None
    if candidates:
        owner = candidates[0] if count is None else candidates[-1]
        unknown.remove(owner)
    statistics: tuple[Statistic, ...] = ()
    if count is not None and (found := _COUNT.fullmatch(lines[count].text)):
        statistics = (Statistic("papers", int(found[1].replace(",", "")), source="arXiv"),)
    unread = [lines[i] for i in unknown if not _HEADING.fullmatch(lines[i].text)]
    return lines[owner].text if owner is not None else "", statistics, unread


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line | None, list[Line]]]:
    """Give each title with the lines of its abstract; None for an abstract without a title."""
    title: Line | None = None
    abstract: list[Line] = []
    for line, is_abstract in zip(lines, _label(lines), strict=True):
        ended = bool(abstract) and bool(_CUT_OFF.search(abstract[-1].text))
        if is_abstract and not ended:
            abstract.append(line)
            continue
        if title or abstract:
            yield title, abstract
        title, abstract = (None, [line]) if is_abstract else (line, [])
    if title or abstract:
        yield title, abstract


def _label(lines: Sequence[Line]) -> list[bool]:
    """Say for each line whether it is an abstract: the likeliest sequence (Viterbi's algorithm).

    Titles and abstracts take turns; a break in the turns costs as much as a line that looks
    clearly like the other kind.
    """
    if not lines:
        return []
    best = [0.0, -_BREAK]  # a page that begins with an abstract has lost a title
    choices: list[tuple[bool, bool]] = []
    for position, line in enumerate(lines):
        if position:
            title, abstract = best  # the scores so far, by what the line before was
            choices.append((abstract > title - _BREAK, abstract - _BREAK > title))
            best = [max(abstract, title - _BREAK), max(title, abstract - _BREAK)]
        best[1] += _abstract_evidence(line.text)
    labels = [best[1] > best[0]]
    for choice in reversed(choices):
        labels.append(choice[labels[-1]])
    return labels[::-1]


_BREAK = 3.0


def _is_abstract(line: Line) -> bool:
    return _abstract_evidence(line.text) > 0


def _abstract_evidence(line: str) -> float:
    """Weigh whether a line is an abstract (above 0) or a title (below 0), by itself."""
    length = len(line)
    evidence = 4.0 if length >= 200 else 2.0 if length >= 140 else 0.0 if length >= 100 else -1.5
    evidence -= 1.0 * (length < 60)
    if _CUT_OFF.search(line):
        evidence += 4.0
    elif line.endswith((".", ".)", ".”", '."')):
        evidence += 3.0
    evidence += 1.5 * bool(_SENTENCE_BREAK.search(line[:2000]))
    evidence += 1.0 * bool(_SENTENCE_START.match(line))
    words = [word for word in line[:400].split() if word.isalpha() and len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return evidence - 1.5 * (len(words) > 2 and capitals >= 0.6 * len(words))


def _plain_title(printed: str) -> str:
    """Remove the marks of HTML and Markdown, outside mathematics."""
    parts = _MATH.split(_LIST_MARK.sub("", printed))
    for position in range(0, len(parts), 2):
        part = _MARKDOWN_LINK.sub(r"\1", _TAGS.sub("", html.unescape(parts[position])))
        parts[position] = _EMPHASIS.sub(r"\2", part)
    return clean_line("".join(parts)) or printed


def _excerpt(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


READER = Reader(
    name=FORMAT,
    description="arXiv author page (arxivlens.com)",
    sniff=sniff,
    read=read,
)
