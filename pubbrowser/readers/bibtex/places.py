"""Where an entry says that its work can be found: DOI, arXiv number, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pubbrowser.model import Link, link
from pubbrowser.model.links import arxiv_id_in_doi, arxiv_id_of, doi_in, host_and_path
from pubbrowser.readers.bibtex import doi_values
from pubbrowser.readers.bibtex.latex import decode, verbatim
from pubbrowser.readers.scholar_feed.abstract_links import find_links
from pubbrowser.text import clean_line

_ARXIV_ID = re.compile(
    r"(?<![\w./])((?:[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?![\w.]*\d)"
)
_PREFIXED_ARXIV_ID = re.compile(
    r"(?:abs/|arxiv\s*[:.]\s*)((?:[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)"
    r"(?:\s*\[[\w.-]{2,20}\])?",
    re.IGNORECASE,
)
_OPENREVIEW = re.compile(r"[?&]id=([\w-]{8,14})")
_ARCHIVE_FIELDS = ("archiveprefix", "eprinttype")
_LABELS = {
    "code": "Code", "github": "Code", "repository": "Code", "software_url": "Code",
    "demo": "Demo", "pdf": "PDF", "html": "", "website": "", "project": "Project", "poster":
    "Poster", "slides": "Slides", "video": "Video", "supp": "Supplement", "blog": "Blog",
    "bdsk-url-1": "", "bdsk-url-2": "", "ee": "",
}  # fmt: skip
"""Fields of people's own that hold an address, with what to call it."""
_TEXTS = ("note", "howpublished", "annote", "annotation", "addendum", "abstract")


@dataclass(frozen=True, slots=True)
class Places:
    """Identifiers and addresses of one entry."""

    doi: str = ""
    arxiv_id: str = ""
    openreview_id: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    """Addresses other than `url`, and `url` too where it leads to code or a demo."""
    no_doi: str = ""
    """What stands in the place of a DOI and is none."""


def places_of(fields: Mapping[str, str]) -> Places:
    """Collect the identifiers and addresses of an entry."""
    printed = clean_line(doi_values.decode(verbatim(fields.get("doi", ""))))
    doi = doi_in(printed)
    url = _url(fields)
    links = {each.url: each for each in _links(fields)}
    main = link(url) if url else None
    if main and main.kind not in ("repo", "demo"):
        links.pop(url, None)
    elif main:
        links = {url: main} | links
    openreview = ""
    if "openreview.net" in url and host_and_path(url)[0] == "openreview.net":
        openreview = found[1] if (found := _OPENREVIEW.search(url)) else ""
    return Places(
        doi=doi,
        arxiv_id=_arxiv_id(fields, url),
        openreview_id=openreview,
        url=url,
        links=tuple(links.values()),
        no_doi="" if doi else printed,
    )


def without_arxiv_id(venue: str) -> str:
    """Give the name of an archive without the number in it: "arXiv preprint arXiv:…"."""
    return _PREFIXED_ARXIV_ID.sub("", venue).strip(" ,;:()")


def _url(fields: Mapping[str, str]) -> str:
    url = clean_line(verbatim(fields.get("url", "")))
    if url or "http" not in (how := fields.get("howpublished", "")):
        return url
    # `howpublished` of old styles is nothing but an address.
    found = find_links(clean_line(decode(how)))
    return found[0].url if found else ""


def _links(fields: Mapping[str, str]) -> Iterator[Link]:
    for name, label in _LABELS.items():
        value = fields.get(name)
        if value and (url := clean_line(verbatim(value))).startswith(("http://", "https://")):
            yield link(url, label)
    for name in _TEXTS:
        if "http" in fields.get(name, ""):
            yield from find_links(clean_line(verbatim(fields[name])))
    if r"\href" in (title := fields.get("title", "")):
        yield from find_links(title)


def _arxiv_id(fields: Mapping[str, str], url: str) -> str:
    eprint = clean_line(verbatim(fields.get("eprint", "")))
    archive = next((decode(fields[name]) for name in _ARCHIVE_FIELDS if fields.get(name)), "")
    if eprint and archive.strip().lower() in ("", "arxiv"):
        eprint = re.sub(r"^(?:https?://arxiv\.org/(?:abs|pdf)/|arxiv:\s*)", "", eprint, flags=re.I)
        if archive or _ARXIV_ID.fullmatch(eprint):
            return eprint
    for name in ("arxivid", "arxiv_id", "arxiv"):
        if found := _ARXIV_ID.search(verbatim(fields.get(name, ""))):
            return found[1]
    for name in ("journal", "journaltitle", "howpublished", "volume", "note", "number"):
        value = fields.get(name, "")
        if ("/" in value or ":" in value or "." in value) and (
            found := _PREFIXED_ARXIV_ID.search(verbatim(value))
        ):
            return found[1]
    if "arxiv" in url and (identifier := arxiv_id_of(url)):
        return identifier
    return arxiv_id_in_doi(verbatim(fields.get("doi", "")))
