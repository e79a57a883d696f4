"""Links of an entry, with the words printed for them, and identifiers without a link."""

from __future__ import annotations

import re

from pubbrowser.model import Link, link
from pubbrowser.model.links import arxiv_id_of, doi_of
from pubbrowser.readers.publication_list.canvas import Canvas
from pubbrowser.readers.publication_list.marks import Span
from pubbrowser.text import clean_line

_LABEL_BEFORE = re.compile(r"(?:^|[|\n\x00.;,(\[]|\s{2})\s?([^|\n\x00.;,:()\[\]]{1,40}):\s?$")
_LONGEST_LABEL = 60
_BARE_DOI = re.compile(r"(?:\b(?:doi|DOI)\b[:\s]{1,3})(10\.\d{4,9}/[^\s\x00]{1,200})")
_BARE_ARXIV = re.compile(
    r"[\[(]?\s?\barXiv:\s?((?:[a-z-]{1,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)"
    r"(?:\s?\[[\w.-]{1,20}\])?\s?[\])]?",
    re.IGNORECASE,
)


def take_plain_links(canvas: Canvas) -> list[tuple[int, Link]]:
    """Take the links that are printed as addresses, each with a label such as "Demo:" before it.

    Gives (position, link) in order.
    """
    taken = []
    end = 0
    for span in canvas.free_spans("link"):
        if not _is_address(canvas.text[span.start : span.end], span):
            continue
        before = canvas.text[max(end, span.start - _LONGEST_LABEL) : span.start]
        found = _LABEL_BEFORE.search(before)
        label = clean_line(found[1]) if found else ""
        label_start = span.start - (len(before) - found.start(1)) if found else span.start
        canvas.take(label_start, span.end)
        end = span.end
        taken.append((span.start, link(clean_line(span.url), label)))
    return taken


def take_worded_links(canvas: Canvas, start: int) -> list[tuple[int, Link]]:
    """Take the links from `start` on whose words are their label: [Code](…), [PDF](…)."""
    taken = []
    for span in canvas.free_spans("link", start):
        label = clean_line(canvas.text[span.start : span.end]).strip("[]() ")
        if span.url and span.url.startswith(("http://", "https://")):
            taken.append((span.start, link(clean_line(span.url), label)))
            canvas.take(span.start, span.end)
    return taken


def title_link(canvas: Canvas, start: int, end: int) -> list[tuple[int, Link]]:
    """Give the link that the title at `start` to `end` itself is: it has no label."""
    return [
        (span.start, link(clean_line(span.url)))
        for span in canvas.spans
        if span.kind == "link"
        and span.url.startswith(("http://", "https://"))
        and span.start < end
        and start < span.end
    ]


def take_bare_identifiers(canvas: Canvas) -> tuple[str, str]:
    """Take a DOI and an arXiv id that are printed without a link; gives ("", "") for none."""
    doi = arxiv_id = ""
    if found := _BARE_DOI.search(canvas.free()):
        doi = found[1].rstrip(".,;)]")
        canvas.take(found.start(), found.start(1) + len(doi))
    if found := _BARE_ARXIV.search(canvas.free()):
        arxiv_id = found[1]
        canvas.take(*found.span())
    return clean_line(doi), clean_line(arxiv_id)


def identifiers_of(links: list[Link]) -> tuple[str, str]:
    """Give the first DOI and the first arXiv id among the addresses of `links`."""
    doi = next((found for each in links if (found := doi_of(each.url))), "")
    arxiv_id = next((found for each in links if (found := arxiv_id_of(each.url))), "")
    return doi, arxiv_id


def _is_address(text: str, span: Span) -> bool:
    shown = text.strip().rstrip("/")
    return shown.startswith(("http://", "https://")) or shown == span.url.rstrip("/")
