"""Works as entries of a .bib file for classic BibTeX.

Sources: Oren Patashnik, "BibTeXing" (1988), for entry types, fields and names; Nicolas Markey,
"Tame the BeaST" (2009), for how BibTeX splits names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id, primary_class
from pubbrowser.citing.initials import dotted
from pubbrowser.citing.latex import escape, escape_text
from pubbrowser.citing.markup import plain
from pubbrowser.citing.titles import protected
from pubbrowser.model import Name, Record, Work

_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "book": "book",
    "chapter": "incollection",
    "thesis": "phdthesis",
    "report": "techreport",
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS_OF_LABEL = 4
_NOT_IN_KEYS = re.compile(r"[\s,{}()\"#%'=~\\]+")


def bibtex(works: Sequence[Work]) -> str:
    """Give `works` as BibTeX, one entry each in the order given, blank lines between them.

    A work that is given twice is written once: BibTeX stops at a repeated key. Characters that
    LaTeX has no form for are UTF-8, all else is ASCII.
    """
    entries = {work.key: _entry(work) for work in works}
    return "\n\n".join(entries.values()) + "\n" if entries else ""


def bibtex_key(key: str) -> str:
    r"""Give `key` as `\cite` can take it: without spaces, commas, braces and their like.

    Keys made here are plain letters and digits and stay; imported ones may hold anything.
    """
    return _NOT_IN_KEYS.sub("_", key).strip("_") or "untitled"


def _entry(work: Work) -> str:
    record = work.merged
    kind, where = _kind(record)
    fields = [
        ("author", _names(record.author, record.authors_truncated)),
        ("editor", _names(record.editor, record.authors_truncated and not record.author)),
        ("key", "" if any(_name(name) for name in work.names) else _label(record.title)),
        ("title", protected(record.title)),
        *where,
        *_common(record, kind),
    ]
    lines = [f"  {name} = {value}" for name, value in _braced(fields)]
    return ",\n".join([f"@{kind}{{{bibtex_key(work.key)}", *lines]) + "\n}"


def _kind(record: Record) -> tuple[str, list[tuple[str, str]]]:
    """Give the type of entry and the fields that say where the work appeared."""
    venue = escape(record.container_title)
    if record.type == "article":
        return _preprint(record)
    if record.type == "document" and facts.is_proceedings(record.container_title):
        return "inproceedings", [("booktitle", venue)]
    kind = _TYPES.get(record.type, "misc")
    if kind == "article":
        return kind, [("journal", venue)]
    if kind in ("inproceedings", "incollection"):
        return kind, [("booktitle", venue)]
    if kind == "phdthesis":
        masters = facts.is_masters_thesis(record)
        return "mastersthesis" if masters else kind, [("school", _institution(record))]
    if kind == "techreport":
        return kind, [("institution", _institution(record))]
    if kind == "book":
        return kind, [("series", venue)] if venue and not record.collection_title else []
    return kind, [("howpublished", escape(facts.venue(record)))]


def _preprint(record: Record) -> tuple[str, list[tuple[str, str]]]:
    """Cite a preprint so that its number prints: standard styles ignore `eprint`.

    The journal "arXiv preprint arXiv:…" is how Google Scholar and most bibliographies put it.
    """
    identifier = arxiv_id(record)
    if not identifier:
        return "misc", [("howpublished", escape(facts.venue(record)))]
    return "article", [
        ("journal", f"arXiv preprint arXiv:{escape_text(identifier)}"),
        ("eprint", escape_text(identifier)),
        ("archivePrefix", "arXiv"),
        ("primaryClass", primary_class(record.category)),
    ]


def _common(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    if kind != "misc" and record.type != "article":
        yield "volume", escape_text(facts.volume(record))
        yield "number", escape_text(record.issue or record.number)
        yield "series", escape(record.collection_title)
        yield "pages", escape_text(facts.pages(record, "--"))
    if record.issued:
        yield "year", str(record.issued.year)
        yield "month", _month(record.issued.month)
    if kind not in ("phdthesis", "mastersthesis", "techreport"):
        yield "publisher", escape(record.publisher)
    yield "address", escape(record.publisher_place)
    yield "isbn", escape_text(", ".join(record.isbn))
    doi = facts.doi(record)
    yield "doi", _verbatim(doi)
    yield "url", _verbatim(facts.address(record))
    yield "note", escape(facts.status(record))


def _label(title: str) -> str:
    """Give the first words of the title: what styles sort and label a work without names by."""
    return escape(" ".join(plain(title).split()[:_WORDS_OF_LABEL]))


def _braced(fields: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the fields that have a value, delimited; months are macros, which take no braces."""
    written: set[str] = set()
    for name, value in fields:
        value = " ".join(value.split())
        if value and name not in written:
            written.add(name)
            yield name, value if name == "month" else f"{{{value}}}"


def _month(month: int) -> str:
    return _MONTHS[month - 1] if 1 <= month <= 12 else ""


def _institution(record: Record) -> str:
    return escape(record.publisher or record.container_title)


def _verbatim(address: str) -> str:
    r"""Give an address as it stands, for `\url` wants it unescaped.

    Braces would upset BibTeX's count of them, and they, backslashes and spaces are no legal
    characters of an address anyway (RFC 3986, §2), so those are percent-encoded.
    """
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", address.strip())


def _names(names: Sequence[Name], truncated: bool) -> str:
    written = [text for name in names if (text := _name(name))]
    if written and truncated:
        written.append("others")
    return " and ".join(written)


def _name(name: Name) -> str:
    """Give one name as "von Last, Jr, First", in braces where BibTeX would take it apart."""
    if name.literal:
        return f"{{{escape(name.literal)}}}"
    particle = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    given = dotted(name.given, name.family)
    if not name.family:
        rest = " ".join(filter(None, (given, particle, name.suffix)))
        return f"{{{escape(rest)}}}" if rest.strip() else ""
    family = _part(name.family, inner_particle=True)
    if particle:
        family = f"{_part(particle)} {family}"
    if not given:
        plain = particle or not re.search(r"[\s,]", name.family)
        alone = plain and not name.suffix and name.family.casefold() != "others"
        return family if alone else f"{{{escape(name.full)}}}"
    return ", ".join(filter(None, (family, _part(name.suffix), _part(given))))


def _part(text: str, *, inner_particle: bool = False) -> str:
    """Give a part of a name, in braces if BibTeX would not see it as one part.

    Commas and "and" end a part, and hyphens alone are none to BibTeX. A family name with a
    lower-case word inside ("Ortega y Gasset") is braced as well when `inner_particle`: BibTeX
    would take all up to that word for a particle.
    """
    words = text.split()
    latex = escape_text(text)  # which turns „ into two commas
    torn = "," in latex or any(word.casefold() == "and" for word in words)
    torn |= bool(text) and not latex.strip("-~ ")
    if inner_particle:
        capital = next((i for i, word in enumerate(words) if word[:1].isupper()), len(words))
        torn |= any(word[:1].islower() for word in words[capital:])
    return f"{{{latex}}}" if torn else latex
