"""The title of an entry: in quotes, else as a marked span, else a sentence or line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pubbrowser.readers.publication_list.canvas import TAKEN, Canvas
from pubbrowser.readers.publication_list.remarks import is_remark
from pubbrowser.readers.publication_list.venue import is_venue_name
from pubbrowser.text import clean_line

_CLOSERS = {"“": '”“"', "„": '“”"', "«": "»", "»": "«", '"': '"', "‟": "”"}
_QUOTES = re.compile('[“”„«»"‟]')
_STANDS_BEFORE = ".,:;)]–—-" + TAKEN
_SHORTEST_QUOTED = 2
_MOST_QUOTES = 40
_SENTENCE_END = re.compile(r"[.?!](?=\s|\x00|$)")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:vs|al|Dr|St|cf|e\.g|i\.e|No|Vol|approx))$")
_AFTER = re.compile(r"[\s.,;:]{0,6}")
_VENUE_CUE = re.compile(r"(?:In|Dans):\s")
_SEPARATOR = re.compile(r"[\s.,;:\x00–—-]*")


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A title and the stretch it takes, quotes and punctuation included."""

    title: str
    start: int
    end: int


def clean_title(printed: str) -> str:
    """Give a title without the punctuation that ends it as a sentence; "?" and "!" belong to it."""
    title = clean_line(printed).rstrip(" ,;:")
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1].rstrip()
    return title


def find_quoted_title(canvas: Canvas) -> TitleFound | None:
    """Find the first text in quotes that stands where a title can: at the beginning of a line or
    after punctuation, not in the middle of a sentence."""
    text = canvas.free()
    for opening in list(_QUOTES.finditer(text))[:_MOST_QUOTES]:
        start = opening.start()
        if opening[0] not in _CLOSERS or not _opens(text, start):
            continue
        before = text[:start].rstrip(" ")
        if before and before[-1] != "\n" and before[-1] not in _STANDS_BEFORE:
            continue
        end = _closing_quote(text, start)
        if end is None or end - start - 1 < _SHORTEST_QUOTED or TAKEN in text[start:end]:
            continue
        after = _AFTER.match(text, end + 1)
        stop = end + 1 + len(after[0].rstrip()) if after else end + 1
        return TitleFound(clean_title(text[start + 1 : end]), start, stop)
    return None


def _opens(text: str, position: int) -> bool:
    after = text[position + 1 : position + 2]
    before = text[position - 1] if position else " "
    return bool(after) and not after.isspace() and not before.isalnum()


def _closing_quote(text: str, start: int) -> int | None:
    """Find the quote that closes the one at `start`; pairs of quotes inside are passed over."""
    opener = text[start]
    closers = _CLOSERS[opener]
    depth = 0
    last: int | None = None
    for found in _QUOTES.finditer(text, start + 1):
        position, quote = found.start(), found[0]
        inner = quote in _CLOSERS and _opens(text, position) and _starts_word(text, position)
        if inner and (quote == opener or quote not in closers):
            depth += 1
        elif quote in closers or depth:
            last = position if quote in closers else last
            if depth == 0:
                return position
            depth -= 1
    return last


def _starts_word(text: str, position: int) -> bool:
    return text[position - 1].isspace() or text[position - 1] in "([{-–—/"


def find_marked_title(canvas: Canvas, start: int) -> TitleFound | None:
    """Find a title that is set in bold or italics or is a link, at `start` after separators."""
    text = canvas.free()
    begin = _skip_separators(text, start)
    spans = [
        span
        for span in canvas.spans
        if begin <= span.start <= begin + 1 and canvas.is_free(span.start, span.end)
    ]
    for span in spans:
        printed = text[span.start : span.end]
        if (span.kind == "italic" and is_venue_name(printed)) or is_remark(printed):
            continue
        if len(printed.split()) >= 2 or (span.kind == "bold" and len(printed) > 3):
            after = _AFTER.match(text, span.end)
            stop = span.end + len(after[0].rstrip()) if after else span.end
            return TitleFound(clean_title(printed), span.start, stop)
    return None


def find_plain_title(canvas: Canvas, start: int) -> TitleFound | None:
    """Take the sentence or line at `start`, which ends before italics or what has been taken."""
    text = canvas.free()
    begin = _skip_separators(text, start)
    if begin >= len(text) or _VENUE_CUE.match(text, begin):
        return None
    stop = canvas.line_end(begin)
    taken = text.find(TAKEN, begin, stop)
    stop = taken if taken >= 0 else stop
    for span in canvas.spans:
        if (
            span.kind == "italic"
            and begin < span.start < stop
            and is_venue_name(text[span.start : span.end])
        ):
            stop = span.start
            break
    for found in _SENTENCE_END.finditer(text, begin, stop):
        if not _ABBREVIATION.search(text[max(begin, found.start() - 8) : found.start()]):
            stop = found.end()
            break
    title = clean_title(text[begin:stop])
    return TitleFound(title, begin, stop) if any(map(str.isalpha, title)) else None


def _skip_separators(text: str, start: int) -> int:
    found = _SEPARATOR.match(text, start)
    return found.end() if found else start
