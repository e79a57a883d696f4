"""From the fields of an entry to a record.

What stands where, beside the fields that are named alike (BibTeX's name first, then biblatex's):

- container title: `journal`/`journaltitle`, `booktitle`, else `howpublished`, `eventtitle` or
  `organization`, as the type has it; subtitles follow after a colon
- collection title: `series`; collection number: `number` of books and of what is inside them,
  where they have a series; issue: `number` of articles, else `issue`; number: `number` of others
- pages: `pages`; article number: `eid`, `articleno`; chapter number: `chapter`
- publisher: `publisher`, `school` or `institution`, `organization`, `holder`; place:
  `address`/`location`
- accessed: `lastchecked`, `lastaccessed`, `accessed`/`urldate`; genre: `type` of theses and
  reports, or the degree that the type of the entry names
- arXiv number: `eprint`, or what `journal`, `volume` ("abs/…") and `url` say; class:
  `primaryclass`/`eprintclass`
- `note`: note; notes: `pubstate`, `addendum`, `annote`/`annotation`, `type` of others,
  keywords, a `howpublished` beside another container, a year that is none

An `@inbook` with chapter or pages but no `booktitle` is that of BibTeX, whose `title` is the
book's ("BibTeXing", §3.1); that of biblatex has a `booktitle`.

Left out: what only programs and styles read (`timestamp`, `file`, `langid`, `issn`, …) and roles
that a `Record` has no place for (`translator`, …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pubbrowser.model import Date, ItemType, Record
from pubbrowser.model.records import TYPES_IN_SERIES
from pubbrowser.readers.bibtex.dates import date_of
from pubbrowser.readers.bibtex.entry_types import DEGREES, TYPES, UNREMARKABLE
from pubbrowser.readers.bibtex.latex import decode
from pubbrowser.readers.bibtex.names import NameReader
from pubbrowser.readers.bibtex.places import Places, places_of, without_arxiv_id
from pubbrowser.readers.bibtex.protection import protected_words
from pubbrowser.readers.bibtex.scanner import Entry
from pubbrowser.readers.dates import read_date
from pubbrowser.readers.wording import excerpt, no_doi
from pubbrowser.text import clean_line

Fields = Mapping[str, str]

_ARCHIVE = re.compile(
    r"\W*(?:arxiv|(?-i:CoRR)|computing research repository|biorxiv|medrxiv|chemrxiv|psyarxiv|"
    r"eartharxiv|techrxiv|ssrn|preprints?|e-?prints?|hal|osf)\b(?!.*\b(?:journal|proceedings|letters)\b)",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"\W*(?:arxiv(?:\W+(?:e-?prints?|preprints?|repository|org))*|CoRR)\W*\Z", re.I)
_ADDRESS = re.compile(
    r"(?:available (?:at|from|online)\W*|online\W*|url\W*)?https?://\S+", re.IGNORECASE
)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_CONTAINERS: dict[ItemType, tuple[str, ...]] = {
    "article-journal": ("journaltitle", "journal", "booktitle"),
    "paper-conference": ("booktitle", "journaltitle", "journal", "eventtitle"),
    "chapter": ("booktitle", "journaltitle", "journal", "maintitle"),
    "book": ("maintitle",),
    "thesis": (),
    "report": (),
    "webpage": ("journaltitle", "journal", "booktitle", "organization", "howpublished"),
    "speech": ("eventtitle", "booktitle", "journal", "howpublished"),
}
_ANY_CONTAINER = ("journaltitle", "journal", "booktitle", "howpublished", "eventtitle")
_TITLES = ("title", "maintitle", "booktitle")
_SUBTITLES = {"journaltitle": "journalsubtitle", "booktitle": "booksubtitle"}
_ACCESSED = ("urldate", "lastchecked", "lastaccessed", "accessed")
_WITH_GENRE = ("thesis", "report")
_STATES = {
    "inpreparation": "In preparation", "submitted": "Submitted", "forthcoming": "Forthcoming",
    "inpress": "In press", "prepublished": "Prepublished",
}  # fmt: skip


def read_record(entry: Entry, fields: Fields, names: NameReader) -> tuple[Record, list[str]]:
    """Give the record of `entry`, and what is wrong with it in words.

    `fields` are those of the entry with all that it inherits.
    """
    problems: list[str] = []
    places = places_of(fields)
    kind, container_field = _type_and_container(entry.type, fields, places)
    container = _container(fields, container_field)
    publisher = _publisher(kind, fields, container_field)
    if entry.type == "misc" and container == _text(fields, "publisher"):
        container = ""  # said twice, for BibTeX's styles print no publisher of a `@misc`
    volume = _text(fields, "volume")
    if kind == "article" and places.arxiv_id:
        bare = without_arxiv_id(container)
        container = "arXiv" if container and (not bare or _ARXIV.match(bare)) else bare
        volume = "" if volume.startswith("abs/") else volume
    author = names.read(fields.get("author", ""))
    editor = names.read(fields.get("editor", ""))
    for name in author.unclear + editor.unclear:
        problems.append(
            f'"{excerpt(name)}" has too many commas for a name; put "and" between names'
        )
    issued, remark_on_date, problem = date_of(fields)
    problems += [problem] if problem else []
    problems += [no_doi(places.no_doi)] if places.no_doi else []
    accessed, problem = _accessed(fields)
    problems += [problem] if problem else []
    number, series = _text(fields, "number"), _text(fields, "series")
    is_in_series = bool(series) and kind in TYPES_IN_SERIES
    is_periodical = kind in ("article-journal", "article")
    notes = [clean_line(remark_on_date)] if remark_on_date else []
    notes += _notes(kind, fields, container_field)
    record = Record(
        type=kind,
        title=_title(fields),
        protected_words=_protected_words(fields),
        author=author.names,
        editor=editor.names,
        authors_truncated=author.truncated or (editor.truncated and not author.names),
        editors_truncated=editor.truncated and bool(author.names),
        issued=issued,
        container_title=container,
        collection_title=series,
        collection_number=number if is_in_series else "",
        volume=volume,
        issue=(number or _text(fields, "issue")) if is_periodical else _text(fields, "issue"),
        number="" if is_periodical or is_in_series else number,
        page=_text(fields, "pages"),
        chapter_number=_text(fields, "chapter"),
        article_number=_first(fields, "eid", "articleno", "article-number"),
        publisher=publisher,
        publisher_place=_first(fields, "address", "location"),
        edition=_text(fields, "edition"),
        version=_text(fields, "version"),
        genre=_genre(kind, entry.type, fields),
        isbn=_isbn(fields),
        doi=places.doi,
        url=places.url,
        accessed=accessed,
        links=places.links,
        arxiv_id=places.arxiv_id,
        openreview_id=places.openreview_id,
        category=_first(fields, "primaryclass", "eprintclass"),
        abstract=_abstract(fields),
        note=_text(fields, "note"),
        notes=tuple(dict.fromkeys(notes)),
        affiliation=_first(fields, "affiliation", "affiliations"),
        citation_key=clean_line(entry.key),
        line=entry.line,
    )
    return record, problems


def _type_and_container(entry_type: str, fields: Fields, places: Places) -> tuple[ItemType, str]:
    """Give the type, and the field that names what the work appeared in ("" for none)."""
    kind = TYPES.get(entry_type, "document")
    containers = _CONTAINERS.get(kind, _ANY_CONTAINER)
    field = next((name for name in containers if fields.get(name, "").strip()), "")
    if kind in ("article-journal", "document", "webpage"):
        name = decode(fields[field]) if field else ""
        in_archive = _ARCHIVE.match(name) is not None and field != "booktitle"
        numbered = bool(places.arxiv_id or fields.get("eprint")) and (
            not field or field in ("organization", "howpublished")
        )
        if in_archive or numbered:
            return "article", field
    if entry_type == "inbook" and not field and _first(fields, "chapter", "pages"):
        return "book", ""
    if kind == "document" and field == "booktitle":
        return "paper-conference" if _text(fields, "pages") else kind, field
    if field == "howpublished" and places.url and not _container(fields, field):
        return "webpage" if kind == "document" else kind, ""
    return kind, field


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return clean_line(decode(value)) if value else ""


def _first(fields: Fields, *names: str) -> str:
    return next((text for name in names if (text := _text(fields, name))), "")


def _title(fields: Fields) -> str:
    title = _first(fields, *_TITLES)
    return _with_subtitle(title, _text(fields, "subtitle"))


def _protected_words(fields: Fields) -> tuple[str, ...]:
    title = next((fields[name] for name in _TITLES if _text(fields, name)), "")
    return tuple(
        dict.fromkeys(protected_words(title) + protected_words(fields.get("subtitle", "")))
    )


def _with_subtitle(title: str, subtitle: str) -> str:
    if not subtitle or subtitle in title:
        return title
    return f"{title} {subtitle}" if title.endswith((":", "?", "!", "–")) else f"{title}: {subtitle}"


def _container(fields: Fields, name: str) -> str:
    if not name:
        return ""
    text = _with_subtitle(_text(fields, name), _text(fields, _SUBTITLES.get(name, "")))
    if name == "howpublished" and "://" in text:
        text = _ADDRESS.sub("", text).strip(" ,;:.()")
    return text


def _publisher(kind: ItemType, fields: Fields, container_field: str) -> str:
    names = ["publisher", "holder", "organization"]
    institutions = ["school", "institution"]
    names = institutions + names if kind in ("thesis", "report") else names + institutions
    return _first(fields, *(name for name in names if name != container_field))


def _isbn(fields: Fields) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in re.split(r"[,;]", _text(fields, "isbn")):
        words = part.split()
        numbers += words if all(len(word) >= 10 for word in words) else ["".join(words)]
    return tuple(filter(None, numbers))


def _abstract(fields: Fields) -> str:
    latex = fields.get("abstract")
    if not latex:
        return ""
    paragraphs = _PARAGRAPHS.split(latex) if "\n" in latex else [latex]
    return "\n".join(filter(None, (clean_line(decode(paragraph)) for paragraph in paragraphs)))


def _accessed(fields: Fields) -> tuple[Date | None, str]:
    """Give the date at which the address was looked at, and what is wrong with it in words."""
    name = next((name for name in _ACCESSED if _text(fields, name)), "")
    if not name:
        return None, ""
    printed = _text(fields, name)
    read = read_date(printed)
    unread = read.date is None and not read.problem
    problem = f'"{excerpt(printed)}" is no date that can be read' if unread else read.problem
    return read.date, f"{name}: {problem}" if problem else ""


def _genre(kind: ItemType, entry_type: str, fields: Fields) -> str:
    """Give what kind of thesis or report it is, where that says more than its type."""
    if kind not in _WITH_GENRE:
        return ""
    printed = _text(fields, "type")
    if not printed or printed.lower() in UNREMARKABLE:
        return DEGREES.get(entry_type, "")
    return DEGREES.get(printed.lower(), printed)


def _notes(kind: ItemType, fields: Fields, container_field: str) -> Iterator[str]:
    """Give the remarks on a work that have no field of their own."""
    if state := _text(fields, "pubstate"):
        yield _STATES.get(state.lower(), state)
    sort = _text(fields, "type")
    if kind not in _WITH_GENRE and sort and sort.lower() not in UNREMARKABLE:
        yield sort
    if container_field != "howpublished" and (how := _container(fields, "howpublished")):
        yield how
    for name in ("addendum", "annote", "annotation"):
        if text := _text(fields, name):
            yield text
    if keywords := _first(fields, "keywords", "keyword"):
        yield f"Keywords: {keywords}"
