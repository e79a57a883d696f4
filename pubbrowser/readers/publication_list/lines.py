"""What each line of a publication list is by itself, before its neighbours are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pubbrowser.readers.publication_list.marks import read_marks
from pubbrowser.readers.publication_list.sections import is_plain_heading
from pubbrowser.text import clean_line

LineKind = Literal[
    "blank",
    "heading",
    "numbered",
    "bullet",
    "table",
    "furniture",  # rules, page numbers, front matter, comments: nothing to read
    "text",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document."""

    number: int
    """1-based."""
    kind: LineKind
    indent: int = 0
    """Columns of white space in front, a tab counting as four."""
    content: str = ""
    """The cleaned text without its number, bullet or heading marks; a table's line is raw."""
    ordinal: int | None = None
    """The printed number of a numbered line."""
    level: int = 0
    """Depth of a heading, 1 the highest."""


_ATX_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,200}>(.+?)</h\1>", re.IGNORECASE)
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?")
_NUMBER = re.compile(
    r"(?:\[[A-Z]{0,3}-?(?P<square>\d{1,7})\]\.?|\((?P<round>\d{1,7})\)|(?P<plain>\d{1,7})\\?[.)])"
    r"(?:\s+(?P<rest>\S.*)|(?=$))"
)
_BULLET = re.compile(r"(?:[-*+•‣▪●◦–—·]|\\[-*+])(?:\s+(?P<rest>\S.*)|$)")
_RULE = re.compile(r"([-*_=])(?:\s?\1){2,}")
_UNDERLINE = re.compile(r"(=|-){3,}")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)\s+\d+(?:\s*(?:/|of|von)\s*\d+)?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3}\s*/\s*\d{1,3}",
    re.IGNORECASE,
)
_CELL_NUMBER = re.compile(r"[\d.,%’' ]*\d[\d.,%’' ]*")
_LONGEST_FRONT_MATTER = 60


def read_lines(raw: Sequence[str]) -> list[Line]:
    """Classify every line of a document; the result has as many lines as `raw`."""
    hidden = _hidden_lines(raw)
    lines: list[Line] = []
    for number, text in enumerate(raw, start=1):
        if number in hidden:
            lines.append(Line(number, "furniture" if clean_line(text) else "blank"))
            continue
        line = _read_line(number, text)
        previous = lines[-1] if lines else None
        if line.kind == "furniture" and previous and _UNDERLINE.fullmatch(clean_line(text)):
            alone = len(lines) < 2 or lines[-2].kind != "text"
            if previous.kind == "text" and alone and len(previous.content) <= 80:
                level = 1 if "=" in text else 2
                lines[-1] = replace(previous, kind="heading", level=level)
        lines.append(line)
    return _with_plain_headings(lines)


def _read_line(number: int, raw: str) -> Line:
    content = clean_line(raw)
    if not content:
        return Line(number, "blank")
    expanded = raw.expandtabs(4)
    indent = len(expanded) - len(expanded.lstrip())
    if _is_table_row(raw):
        return Line(number, "table", indent, raw)
    if found := _ATX_HEADING.fullmatch(content):
        title = found[2].rstrip("#").rstrip() or found[2]
        return Line(number, "heading", indent, _plain(title), level=len(found[1]))
    if found := _HTML_HEADING.fullmatch(content):
        return Line(number, "heading", indent, _plain(found[2]), level=int(found[1]))
    if _RULE.fullmatch(content) or _PAGE_NUMBER.fullmatch(content):
        return Line(number, "furniture", indent, content)
    if found := _NUMBER.fullmatch(content):
        ordinal = int(found["square"] or found["round"] or found["plain"])
        return Line(number, "numbered", indent, found["rest"] or "", ordinal)
    if found := _BULLET.fullmatch(content):
        return Line(number, "bullet", indent, found["rest"] or "")
    return Line(number, "text", indent, content)


def _plain(marked: str) -> str:
    return clean_line(read_marks(marked).text)


def _is_table_row(raw: str) -> bool:
    """A row has cells between tabs, figures in all but the first, or stands between pipes."""
    stripped = clean_line(raw)
    if stripped.startswith("|") and stripped.count("|") > 1:
        return True
    if "\t" not in raw.strip("\r\n \f"):
        return False
    cells = [cell.strip() for cell in raw.split("\t")]
    if raw.startswith("\t") and len([cell for cell in cells if cell]) > 1:
        return all(len(cell) <= 30 for cell in cells)  # a row of column heads
    figures = cells[1:]
    return (
        bool(cells[0])
        and any(figures)
        and all(_CELL_NUMBER.fullmatch(cell) for cell in figures if cell)
    )


def _hidden_lines(raw: Sequence[str]) -> set[int]:
    """Numbers of lines that a page does not show: front matter, comments, code fences."""
    hidden: set[int] = set()
    first = next((i for i, text in enumerate(raw) if text.strip()), len(raw))
    if first < len(raw) and raw[first].strip() == "---":
        for i in range(first + 1, min(first + _LONGEST_FRONT_MATTER, len(raw))):
            if raw[i].strip() == "---":
                hidden |= set(range(first + 1, i + 2))
                break
    opened: int | None = None
    closing = ""
    for number, text in enumerate(raw, start=1):
        stripped = text.strip()
        if opened is None and number not in hidden:
            if stripped.startswith("<!--"):
                opened, closing = number, "-->"
            elif stripped.startswith(("```", "~~~")):
                opened, closing = number, stripped[:3]
                continue
        if opened is not None and closing in stripped:
            hidden |= set(range(opened, number + 1))
            opened = None
    return hidden


def _with_plain_headings(lines: list[Line]) -> list[Line]:
    """Turn lines that stand alone and read as a heading into headings."""
    result = []
    for i, line in enumerate(lines):
        before = lines[i - 1].kind if i else "blank"
        if line.kind == "text" and before in ("blank", "heading", "furniture"):
            bold = _BOLD_LINE.fullmatch(line.content)
            if is_plain_heading(bold[1] if bold else line.content):
                title = _plain(bold[1] if bold else line.content)
                line = replace(line, kind="heading", content=title, level=6)
        result.append(line)
    return result
