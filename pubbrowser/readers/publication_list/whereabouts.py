"""Where a work appeared: venue, locator, publisher, and the editors of the volume it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pubbrowser.model import Name
from pubbrowser.readers.names import name_likeness, read_names
from pubbrowser.readers.publication_list.canvas import TAKEN, Canvas
from pubbrowser.readers.publication_list.locator import Locator, find_locator
from pubbrowser.readers.publication_list.publisher import find_publisher
from pubbrowser.readers.publication_list.remarks import is_remark
from pubbrowser.readers.publication_list.venue import (
    Venue,
    is_venue_name,
    read_venue,
    stands_for_openreview,
)
from pubbrowser.text import clean_line

_CUE = re.compile(r"(?:^|[\n\x00.,;])\s?(?P<cue>(?:In|in|Dans|dans):?)\s(?=\S)")
_EDITORS = re.compile(
    r"\s?\((?:Eds?|eds?|Hrsg|hrsg|Éds?|éds?)\.?\)[.,:]?\s?|, (?:eds?|editors?)\.?, "
)
_GROUP = re.compile(r"[\s.,]{0,4}\(([^()\s\x00]{9,12})\)")
_PLAIN_END = re.compile(
    r"\n|\x00|\.\s|[\s,;]{1,2}(?:vol|no|pp?|pages?|bd|s|seiten)\b\.?\s?\d|\s\d{1,4}\(\d|\s\d{1,5}:\d|"
    r"\s\d{1,6}\s?[-–]{1,2}\s?\d|,\s\d{1,4}(?:\s?\(|,)",
    re.IGNORECASE,
)
_GAP = re.compile(r"[ ,]{0,3}\x00+(?=[ ,])")
_LONGEST_VENUE = 400
_LONGEST_LOCATOR = 200


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Venue, place in it, publisher; parts that are not given are empty."""

    venue: Venue = field(default_factory=Venue)
    locator: Locator = field(default_factory=Locator)
    publisher: str = ""
    publisher_place: str = ""
    openreview_id: str = ""
    editor: tuple[Name, ...] = ()


def take_whereabouts(canvas: Canvas, start: int) -> Whereabouts:
    """Take what stands after the title (from `start` on) and says where the work appeared."""
    editor: tuple[Name, ...] = ()
    cue = _CUE.search(canvas.free(), start)
    begin = start
    if cue:
        canvas.take(cue.start("cue"), cue.end("cue"))
        begin, editor = _take_volume_editors(canvas, cue.end())
    span = _italic_venue(canvas, begin, after_cue=cue is not None)
    if span is None and (cue or not canvas.free_spans("italic", begin)):
        span = _plain_venue(canvas, begin, after_cue=cue is not None)
    if span is None:
        return _after_venue(canvas, _publisher_start(canvas, begin), Venue(), editor)
    venue = read_venue(canvas.take(*span))
    return _after_venue(canvas, span[1], venue, editor)


def _italic_venue(canvas: Canvas, begin: int, after_cue: bool) -> tuple[int, int] | None:
    for span in canvas.free_spans("italic", begin):
        if after_cue and canvas.free()[begin : span.start].strip(" \n" + TAKEN):
            return None  # the words after "In" are the venue, these italics something else
        printed = canvas.text[span.start : span.end]
        if after_cue or is_venue_name(printed) or not is_remark(printed):
            return span.start, span.end
    return None


def _plain_venue(canvas: Canvas, begin: int, after_cue: bool) -> tuple[int, int] | None:
    text = canvas.free()
    position = begin
    while position < len(text):
        while position < len(text) and text[position] in " \n.,;:|" + TAKEN:
            position += 1
        found = _PLAIN_END.search(text, position, min(len(text), position + _LONGEST_VENUE))
        end = found.start() if found else canvas.line_end(position)
        if position >= end:
            return None
        printed = text[position:end]
        locates = (
            found is not None
            and found[0][-1] != "\n"
            and find_locator(text[end : end + _LONGEST_LOCATOR])[1] > 0
        )
        named = is_venue_name(printed) or (locates and any(map(str.isalpha, printed)))
        if after_cue or (named and not is_remark(printed)):
            return position, end
        position = canvas.line_end(end) if found is None or found[0] == "\n" else end + 1
    return None


def _take_volume_editors(canvas: Canvas, begin: int) -> tuple[int, tuple[Name, ...]]:
    """Take "J. Doe and A. Roe (Eds.), " after "In"; gives where the venue begins, and the names."""
    text = canvas.free()
    found = _EDITORS.search(text, begin, min(len(text), begin + _LONGEST_VENUE))
    if not found or name_likeness(text[begin : found.start()]) < 0.75:
        return begin, ()
    names = read_names(text[begin : found.start()]).names
    canvas.take(begin, found.end())
    return found.end(), tuple(each.name for each in names)


def _publisher_start(canvas: Canvas, begin: int) -> int:
    text = canvas.free()
    while begin < len(text) and text[begin] in " \n.,;" + TAKEN:
        begin += 1
    return begin


def _after_venue(canvas: Canvas, begin: int, venue: Venue, editor: tuple[Name, ...]) -> Whereabouts:
    """Read locator, identifier and publisher off the rest of the venue's line."""
    line = canvas.free()[: canvas.line_end(begin)]
    locator, openreview_id = Locator(), venue.openreview_id
    if venue.container_title:
        # The year may have stood between the venue and its volume.
        gap = _GAP.match(line, begin)
        begin = gap.end() if gap else begin
        locator, length = find_locator(line[begin : begin + _LONGEST_LOCATOR])
        canvas.take(begin, begin + length)
        begin += length
    if venue.locator and not locator.printed:
        locator = Locator(venue.locator)
    if (group := _GROUP.match(line, begin)) and stands_for_openreview(
        group[1], venue.container_title
    ):
        openreview_id = clean_line(group[1])
        canvas.take(*group.span())
        begin = group.end()
    publisher = find_publisher(line, begin)
    if publisher:
        canvas.take(publisher.start, publisher.end)
    return Whereabouts(
        venue,
        _cleaned(locator),
        clean_line(publisher.value) if publisher else "",
        clean_line(publisher.place) if publisher else "",
        openreview_id or clean_line(locator.openreview_id),
        editor,
    )


def _cleaned(locator: Locator) -> Locator:
    return replace(
        locator,
        printed=clean_line(locator.printed),
        volume=clean_line(locator.volume),
        issue=clean_line(locator.issue),
        page=clean_line(locator.page),
        article_number=clean_line(locator.article_number),
    )
