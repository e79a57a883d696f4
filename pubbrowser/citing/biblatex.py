r"""Works as entries of a .bib file for BibLaTeX and biber, in Unicode.

Source: the biblatex manual (version 3.18), §2.1 entry types, §2.2 fields, §2.3.1 dates,
§4.9.2.11 and §4.9.2.13 for the keys of `type` and `pubstate`.

What stands where, beside the fields that are named alike:

- names: see `tex_names`; `others` for a list cut at "et al."
- date: `date` in ISO 8601, as far as it is known
- container title: `journaltitle`, `booktitle`, `institution` of theses and reports,
  `organization` online, `eventtitle` of talks, `series` of a book, else `howpublished` (with
  the locator as printed)
- collection title: `series`; collection number or number: `number`; issue: `number`, or `issue`
  where it is a word ("Spring")
- pages: `pages`; article number: `eid`; chapter number: `chapter`
- arXiv number: `eprint` with `eprinttype = {arxiv}` and, where it is sure, `eprintclass`
- publisher: `publisher`, `institution` of theses and reports, `organization` of what has no
  publisher in BibLaTeX, `holder` of a patent; place: `location`
- edition: `edition`, as a number where it is one, else in its words
- ISBN: `isbn`, the first of several: biber refuses a list
- accessed: `urldate`; genre of theses and reports: `type`
- DOI, address of the paper: `doi`, `url`, unescaped; no `url` that repeats the arXiv number
- status: `pubstate` where it is one of BibLaTeX's, else `note` in full; own note: `note`
- tags: `keywords`

Left out, because .bib files are copied into papers: abstract, awards, links to code,
demonstrations and further copies, OpenReview's number, affiliations and scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id, is_from_arxiv, primary_class
from pubbrowser.citing.editions import edition_number
from pubbrowser.citing.entries import Entry, Field, verbatim, write_entries
from pubbrowser.citing.latex import escape, escape_text
from pubbrowser.citing.latex_unicode import unicode_letters
from pubbrowser.citing.tex_names import NameParts, name_list
from pubbrowser.citing.titles import protected
from pubbrowser.model import Record, Work
from pubbrowser.model.links import arxiv_id_of
from pubbrowser.readers.bibtex import doi_values

_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "thesis": "thesis",
    "report": "report",
    "software": "software",
    "dataset": "dataset",
    "patent": "patent",
    "speech": "unpublished",
}
_CONTAINERS = {
    "article": "journaltitle",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "book": "series",
    "collection": "series",
    "proceedings": "series",
    "thesis": "institution",
    "report": "institution",
    "online": "organization",
    "unpublished": "eventtitle",
}
"""The field that names the container, by type of entry; `howpublished` for all others."""
_THESIS_TYPES: dict[facts.ThesisKind, str] = {
    "doctorate": "phdthesis",
    "habilitation": "Habilitation",
    "master": "mathesis",
    "bachelor": "Bachelor’s thesis",
}
"""Words that biblatex translates, or the words themselves."""
_BOOKS = ("book", "collection", "proceedings")
_WITH_CHAPTERS = (*_BOOKS, "incollection", "inproceedings", "thesis", "report")
_PUBLISHERS = {
    "thesis": "institution",
    "report": "institution",
    "online": "organization",
    "unpublished": "organization",
    "misc": "organization",
    "software": "organization",
    "patent": "holder",
}
"""The field that names the publisher where it is not `publisher`."""
_STATES = {
    "in preparation": "inpreparation",
    "submitted": "submitted",
    "under review": "submitted",
    "in review": "submitted",
    "in revision": "submitted",
    "accepted": "forthcoming",
    "to appear": "forthcoming",
    "forthcoming": "forthcoming",
    "in press": "inpress",
    "online first": "prepublished",
    "ahead of print": "prepublished",
}
_LISTS = frozenset(("publisher", "institution", "organization", "location"))
"""Fields that biber splits at "and"."""
_SPLIT = re.compile(r"\b(and|others)\b", re.IGNORECASE)

_text = partial(escape_text, letters=unicode_letters)
_prose = partial(escape, letters=unicode_letters)
_NO_PART_OF_NAMES = str.maketrans("", "", "{}\\~^<>|")
"""What biber 2.18 makes initials of that do not compile; in names leftovers of other programs."""
_WORD_OF_SIGNS = re.compile(r"\s[&%#$_]")


def _name_part(text: str) -> str:
    text = " ".join(text.translate(_NO_PART_OF_NAMES).split())
    # Braced, "Berg & Co" has one initial; else the "&" would have one too.
    return f"{{{_text(text)}}}" if _WORD_OF_SIGNS.search(text) else _text(text)


def _literal(text: str) -> str:
    latex = _text(text.translate(_NO_PART_OF_NAMES))
    return f"{{{latex}}}" if latex.strip() else ""


# Biber 2.18 counts commas in braces as well, and leaves out an entry with three in a name.
_NAMES = NameParts(_name_part, _name_part, _literal, most_commas=2)


def biblatex(works: Sequence[Work]) -> str:
    """Give `works` as BibLaTeX, one entry each in the order given, blank lines between them.

    A work that is given twice is written once. Text is Unicode; what TeX takes for a command
    is escaped.
    """
    return write_entries(works, _entry)


def _entry(work: Work) -> Entry:
    record = work.merged
    kind = _kind(record)
    fields = [
        ("author", name_list(record.author, record.authors_truncated, _NAMES)),
        ("editor", name_list(record.editor, facts.editors_truncated(record), _NAMES)),
        ("title", protected(record.title, record.protected_words, unicode_letters)),
        *_where(record, kind),
        *_place_inside(record, kind),
        ("date", facts.iso_date(record)),
        *_state(record),
        ("edition", _prose(str(edition_number(record.edition) or record.edition))),
        ("isbn", _text(record.isbn[0] if record.isbn else "")),
        ("doi", doi_values.encode(facts.doi(record))),
        *_addresses(record),
        ("urldate", facts.iso(record.accessed)),
        ("version", _prose(record.version)),
        ("keywords", _text(", ".join(tag.replace(",", " ") for tag in work.tags))),
    ]
    return Entry(kind, [(name, _one_item(name, value)) for name, value in fields])


def _kind(record: Record) -> str:
    """Give the type of entry; what is online only counts as `online` if it says where."""
    if record.type == "book":
        if record.author or not record.editor:
            return "book"
        return "proceedings" if facts.is_proceedings(record.title) else "collection"
    if record.type == "document":
        if facts.is_proceedings(record.container_title):
            return "inproceedings"
        return "misc"
    if record.type in ("article", "webpage"):
        found = arxiv_id(record) or facts.doi(record) or facts.address(record)
        return "online" if found else "misc"
    return _TYPES[record.type]


def _where(record: Record, kind: str) -> Iterator[Field]:
    """Give the fields that say where the work appeared; of two of one name the first counts."""
    own_genre = _prose(facts.own_genre(record))
    if kind == "thesis":
        yield "type", own_genre or _THESIS_TYPES[facts.thesis_kind(record)]
    if kind == "report":
        yield "type", own_genre or "techreport"
    publisher = _PUBLISHERS.get(kind, "publisher")
    if publisher == "institution":
        yield publisher, _prose(record.publisher)
    if not _is_numbered_preprint(record):  # whose archive is named by `eprinttype`
        yield _CONTAINERS.get(kind, "howpublished"), _container(record, kind)
    yield "series", _prose(record.collection_title)
    yield publisher, (_literal if publisher == "holder" else _prose)(record.publisher)
    yield "location", _prose(record.publisher_place)


def _container(record: Record, kind: str) -> str:
    if kind in _CONTAINERS:
        # A book in two series belongs to the collection; its container says the same again.
        in_collection = kind in _BOOKS and record.collection_title
        return "" if in_collection else _prose(record.container_title)
    if record.container_title:
        return _prose(facts.venue(record))
    return "arXiv preprint" if is_from_arxiv(record) else ""


def _place_inside(record: Record, kind: str) -> Iterator[Field]:
    if _is_numbered_preprint(record):
        return
    number = record.issue or facts.number(record)
    is_word = kind == "article" and len(number) > 3 and not re.search(r"\d", number)
    yield "volume", _text(facts.volume(record))
    yield "issue" if is_word else "number", _text(number)
    yield "eid", _text(record.article_number)
    yield "chapter", _text(record.chapter_number) if kind in _WITH_CHAPTERS else ""
    yield "pages", _text(facts.page_range(record, "--"))


def _is_numbered_preprint(record: Record) -> bool:
    return record.type == "article" and bool(arxiv_id(record))


def _state(record: Record) -> Iterator[Field]:
    """Give a remark that is one of BibLaTeX's states as such, which styles translate."""
    bare = facts.status(record).strip(" .()").casefold()
    if bare in _STATES:
        yield "pubstate", _STATES[bare]
        others = "" if record.note.strip(" .()").casefold() == bare else record.note
        yield "note", _prose(others)
    else:
        yield "note", _prose(facts.remark(record))


def _addresses(record: Record) -> Iterator[Field]:
    address = facts.address(record)
    identifier = arxiv_id(record)
    if not identifier or arxiv_id_of(address) != identifier:
        yield "url", verbatim(address)
    yield "eprint", verbatim(identifier)
    if identifier or is_from_arxiv(record):
        yield "eprinttype", "arxiv"
        yield "eprintclass", primary_class(record.category)


def _one_item(field: str, value: str) -> str:
    """Keep "Taylor and Francis" from being taken for a list of two."""
    return f"{{{value}}}" if field in _LISTS and _SPLIT.search(value) else value
