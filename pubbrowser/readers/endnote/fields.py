"""From a record of EndNote's XML to a record.

Sources: EndNote's "RSXML.dtd" for the names of elements and EndNote's table of types and fields
for their meaning. Texts may be divided into <style> elements, of which italics and raised or
lowered letters are kept in titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from pubbrowser.model import Date, ItemType, Name, Record, link
from pubbrowser.readers.identifiers import (
    arxiv_number,
    bare_doi,
    isbns,
    several_links,
    web_address,
)
from pubbrowser.readers.markup import block_of, line_of, title_of
from pubbrowser.readers.notation.xml_entries import Element
from pubbrowser.readers.printed_dates import date_of
from pubbrowser.readers.ris.names import read_names

_TYPES: dict[str, ItemType] = {
    "journal article": "article-journal", "electronic article": "article-journal",
    "magazine article": "article-journal", "newspaper article": "article-journal",
    "conference proceedings": "paper-conference", "conference paper": "paper-conference",
    "book": "book", "edited book": "book", "electronic book": "book", "serial": "book",
    "book section": "chapter", "electronic book section": "chapter", "encyclopedia": "chapter",
    "dictionary": "chapter", "thesis": "thesis", "report": "report", "standard": "report",
    "government document": "report", "computer program": "software", "dataset": "dataset",
    "patent": "patent", "web page": "webpage", "blog": "webpage", "online multimedia": "webpage",
    "preprint": "article",
}  # fmt: skip
"""By the printed names of types; every other is a `document`."""
_NUMBERS: dict[str, ItemType] = {
    "17": "article-journal", "43": "article-journal", "19": "article-journal",
    "23": "article-journal", "10": "paper-conference", "47": "paper-conference", "6": "book",
    "28": "book", "44": "book", "57": "book", "5": "chapter", "60": "chapter", "53": "chapter",
    "52": "chapter", "32": "thesis", "27": "report", "58": "report", "46": "report",
    "9": "software", "59": "dataset", "25": "patent", "12": "webpage", "56": "webpage",
}  # fmt: skip
_EDITED_BOOK = ("28", "edited book")
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_WITH_EDITORS = frozenset(("chapter", "paper-conference"))


def read_record(element: Element, line: int) -> Record:
    """Give the record of `element`. Raises nothing."""
    kind, is_edited = _type(element)
    authors, cut = _names(element, "authors")
    editors, editors_cut = (
        _names(element, "secondary-authors") if kind in _WITH_EDITORS else ((), False)
    )
    if is_edited:
        authors, editors = (), authors
    urls = _urls(element)
    doi = bare_doi(_text(element, "electronic-resource-num"))
    if not doi:
        doi = next((found for url in urls if "doi.org/" in url and (found := bare_doi(url))), "")
    container = _container(element)
    arxiv = arxiv_number(
        container, doi, _text(element, "accession-num"), _text(element, "number"), *urls
    )
    if arxiv and kind in ("document", "webpage"):
        kind = "article"
    url = next((url for url in urls if link(url).kind != "pdf"), "")
    number = _text(element, "number")
    is_periodical = kind in ("article-journal", "article")
    label = _text(element, "label")
    return Record(
        type=kind,
        title=title_of(element.child("titles", "title").text(_styled)),
        author=authors,
        editor=editors,
        authors_truncated=cut or (editors_cut and not authors),
        issued=_issued(element),
        container_title="" if kind in ("book", "thesis", "report", "patent") else container,
        collection_title=_collection(element, kind),
        volume=_text(element, "volume"),
        issue=number if is_periodical else "",
        number="" if is_periodical or arxiv else number,
        page=_text(element, "pages"),
        publisher=_text(element, "publisher"),
        publisher_place=_text(element, "pub-location"),
        edition=_text(element, "edition"),
        isbn=isbns(_text(element, "isbn")),
        doi=doi,
        url=url,
        links=several_links(map(link, urls), url),
        arxiv_id=arxiv,
        abstract=block_of(element.child("abstract").text()),
        notes=tuple(_notes(element, kind)),
        affiliation=_text(element, "auth-address"),
        citation_key=label if " " not in label else "",
        line=line,
    )


def _type(element: Element) -> tuple[ItemType, bool]:
    """Give the type, and whether the authors are editors."""
    printed = element.child("ref-type")
    name = printed.attributes.get("name", "").strip().lower()
    number = printed.text().strip()
    kind = _TYPES.get(name) or _NUMBERS.get(number if not name else "", "document")
    return kind, (name or number) in _EDITED_BOOK


def _text(element: Element, *path: str) -> str:
    return line_of(element.child(*path).text())


def _styled(element: Element, text: str) -> str:
    """Keep the faces of <style> that citations print."""
    faces = element.attributes.get("face", "").split() if element.name == "style" else []
    for face in faces:
        if (tag := _FACES.get(face)) and text.strip():
            text = f"<{tag}>{text}</{tag}>"
    return text


def _names(element: Element, role: str) -> tuple[tuple[Name, ...], bool]:
    return read_names(
        [line_of(each.text()) for each in element.child("contributors", role).children("author")]
    )


def _container(element: Element) -> str:
    """Give the full name of a journal or book, else what there is of it."""
    return (
        _text(element, "periodical", "full-title")
        or _text(element, "titles", "secondary-title")
        or _text(element, "alt-periodical", "full-title")
        or _text(element, "periodical", "abbr-1")
        or _text(element, "titles", "alt-title")
    )


def _collection(element: Element, kind: ItemType) -> str:
    if kind == "book":
        return _text(element, "titles", "secondary-title")
    return _text(element, "titles", "tertiary-title") if kind in _WITH_EDITORS else ""


def _issued(element: Element) -> Date | None:
    """Give the date; that of the issue ("Feb 24") adds month and day to the year."""
    dates = element.child("dates")
    return date_of(_text(dates, "year"), _text(dates, "pub-dates", "date"))


def _urls(element: Element) -> list[str]:
    """Give the addresses of a record, each once; files of EndNote's own are no addresses."""
    urls = element.child("urls")
    found = [
        address
        for group in ("related-urls", "web-urls", "pdf-urls", "text-urls")
        for each in urls.child(group).children("url")
        for part in each.text().split()
        if (address := web_address(line_of(part)))
    ]
    return list(dict.fromkeys(found))


def _notes(element: Element, kind: ItemType) -> Iterator[str]:
    if kind in ("thesis", "report") and (told := _text(element, "work-type")):
        yield told
    if note := _text(element, "notes"):
        yield note
    words = [line_of(each.text()) for each in element.child("keywords").children("keyword")]
    if words := list(dict.fromkeys(filter(None, words))):
        yield f"Keywords: {', '.join(words)}"
