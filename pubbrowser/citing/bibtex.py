r"""Works as entries of a .bib file for classic BibTeX.

Sources: Oren Patashnik, "BibTeXing" (1988), for entry types, fields and names; Nicolas Markey,
"Tame the BeaST" (2009), for how BibTeX splits names and cuts them.

What stands where, beside the fields that are named alike:

- names: see `tex_names`; `others` for a list cut at "et al."
- year, month: as far as the date goes; the day has no place here
- container title: `journal`, `booktitle`, `school`, `institution`, `series` of a book,
  `howpublished` of what has no type of its own (with the locator as printed; where there is no
  container the publisher)
- collection title: `series`; issue, collection number or number: `number`, left out
  where styles refuse it
- pages or article number: `pages` ("206", "14:1--27"); chapter number: `chapter`, of a part of a
  book that has no title of its own in an `@inbook`
- arXiv number: `eprint`, `archivePrefix`, of preprints `journal = {arXiv preprint arXiv:ID}` as
  well; its class, where it is sure: `primaryClass`
- edition: `edition`, as a word where it is a number ("Third"), without "edition", which styles add
- publisher: `publisher`, or `school` and `institution`; place: `address`; ISBNs: "a, b"
- DOI, address of the paper: `doi`, `url`, unescaped; accessed and version, which standard styles
  ignore: `urldate`, `version`; genre of theses and reports: `type`
- note and status: `note`

Left out, because .bib files are copied into papers: abstract, tags, awards, links to code,
demonstrations and further copies, OpenReview's number, affiliations and scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id, is_from_arxiv, primary_class
from pubbrowser.citing.editions import edition_in_words
from pubbrowser.citing.entries import Entry, Field, verbatim, write_entries
from pubbrowser.citing.latex import escape, escape_text
from pubbrowser.citing.markup import plain
from pubbrowser.citing.tex_names import NameParts, name_list
from pubbrowser.citing.titles import protected
from pubbrowser.model import Record, Work
from pubbrowser.model.keys import legal_key
from pubbrowser.readers.bibtex import doi_values

_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "book": "book",
    "chapter": "incollection",
    "thesis": "phdthesis",
    "report": "techreport",
}
_THESES = ("phdthesis", "mastersthesis")
_THESIS_TYPES: dict[facts.ThesisKind, str] = {
    "bachelor": "Bachelor's thesis",
    "habilitation": "Habilitation",
}
"""What `type` says of theses that BibTeX has no entries for."""
_BOOKS = ("book", "inbook")
_IN_BOOKS = ("inproceedings", "incollection", *_BOOKS)
_WITH_CHAPTERS = ("inbook", "incollection")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDS_OF_LABEL = 4


def bibtex(works: Sequence[Work]) -> str:
    """Give `works` as BibTeX, one entry each in the order given, blank lines between them.

    A work that is given twice is written once: BibTeX stops at a repeated key. Characters that
    LaTeX has no form for are UTF-8, all else is ASCII.
    """
    return write_entries(works, _entry)


def _entry(work: Work) -> Entry:
    record = work.merged
    kind, where = _kind(record)
    author = name_list(record.author, record.authors_truncated, _PARTS)
    editor = name_list(record.editor, facts.editors_truncated(record), _PARTS)
    if kind in _BOOKS and author:
        editor = ""  # standard styles take one of them and warn of the other
    fields = [
        ("author", author),
        ("editor", editor),
        ("key", "" if author or (editor and kind in _BOOKS) else _label(work)),
        ("title", protected(record.title, record.protected_words)),
        *where,
        *_common(record, kind),
    ]
    return Entry(kind, fields)


def _kind(record: Record) -> tuple[str, list[Field]]:
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
        degree = facts.thesis_kind(record)
        kind = "mastersthesis" if degree in ("master", "bachelor") else kind
        return kind, [("school", _institution(record)), ("type", _thesis_type(record, degree))]
    if kind == "techreport":
        genre = escape(facts.own_genre(record))
        return kind, [("institution", _institution(record)), ("type", genre)]
    if kind == "book":
        kind = "inbook" if facts.names_part_of_book(record) else kind
        return kind, [("series", venue)] if venue and not record.collection_title else []
    return kind, [("howpublished", _how_published(record))]


def _thesis_type(record: Record, degree: facts.ThesisKind) -> str:
    return escape(facts.own_genre(record)) or _THESIS_TYPES.get(degree, "")


def _preprint(record: Record) -> tuple[str, list[Field]]:
    """Cite a preprint so that its number prints: standard styles ignore `eprint`.

    The journal "arXiv preprint arXiv:…" is how Google Scholar and most bibliographies put it.
    Where the number is not known, "arXiv preprint" says at least where to look.
    """
    identifier = arxiv_id(record)
    if not identifier:
        how = _how_published(record)
        if not how and is_from_arxiv(record):
            how = "arXiv preprint"
        return "misc", [("howpublished", how)]
    return "article", [
        ("journal", f"arXiv preprint arXiv:{escape_text(identifier)}"),
        *_eprint(record),
    ]


def _eprint(record: Record) -> Iterator[Field]:
    """Give the number on arXiv, which standard styles ignore and those of publishers print."""
    if identifier := arxiv_id(record):
        yield "eprint", escape_text(identifier)
        yield "archivePrefix", "arXiv"
        yield "primaryClass", primary_class(record.category)


def _how_published(record: Record) -> str:
    if record.type == "patent" and record.number:
        return escape(", ".join(filter(None, (f"Patent {record.number}", record.container_title))))
    return escape(facts.venue(record) if record.container_title else record.publisher)


def _common(record: Record, kind: str) -> Iterator[Field]:
    if not (record.type == "article" and kind == "article"):
        yield from _place_inside(record, kind)
    if record.issued:
        yield "year", str(record.issued.year)
        yield "month", _month(record.issued.month)
    if kind not in (*_THESES, "techreport"):
        yield "publisher", escape(record.publisher)
    yield "address", escape(record.publisher_place)
    yield "edition", escape(edition_in_words(record.edition))
    yield "isbn", escape_text(", ".join(record.isbn))
    yield "doi", doi_values.encode(facts.doi(record))
    if kind != "misc":  # of which only preprints would have a number
        yield from _eprint(record)
    yield "url", verbatim(facts.address(record))
    yield "urldate", facts.iso(record.accessed)
    yield "version", escape(record.version)
    yield "note", escape(facts.remark(record))


def _place_inside(record: Record, kind: str) -> Iterator[Field]:
    """Give volume, number, series and pages.

    Of books and what is inside them, standard styles print a volume or a number in a series,
    never both, and warn where there are both or a number without a series.
    """
    volume, number = facts.volume(record), record.issue or facts.number(record)
    in_series = record.collection_title and not volume
    yield "volume", escape_text(volume)
    yield "number", escape_text(number) if kind not in _IN_BOOKS or in_series else ""
    yield "series", escape(record.collection_title)
    if kind in _WITH_CHAPTERS:
        yield "chapter", escape_text(record.chapter_number)
    yield "pages", escape_text(facts.pages(record, "--"))


def _label(work: Work) -> str:
    """Give what styles sort and label a work without names by: the first words of its title.

    Signs and math are left out, for styles cut the label after three letters.
    """
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", plain(work.merged.title))[:_WORDS_OF_LABEL]
    label = " ".join(words) or re.sub(r"\W|_", "", legal_key(work.key)) or "Untitled"
    return _family(label)


def _month(month: int) -> str:
    return _MONTHS[month - 1] if 1 <= month <= 12 else ""


def _institution(record: Record) -> str:
    return escape(record.publisher or record.container_title)


_COMMAND_OR_MATH = re.compile(r"(?<![\\{])\\[&%$#_]|(?<!\\)\$(?:\\.|[^$\\])*\$")
_FIRST_LETTER_BEYOND_ASCII = re.compile(
    r"^([^A-Za-z{\\\x80-\U0010ffff]*)([^\x00-\x7f][\u0300-\u036f]*)"
)
_STARTS_PLAINLY = re.compile(
    r"(?=[ .,:'`0-9-]*(?:[A-Za-z]|$))(?:[A-Za-z0-9 .,:'`-]{3}|[A-Za-z0-9 .,:'`-]*$)"
)


def _family(text: str) -> str:
    r"""Give part of a name so that BibTeX can cut it: labels are made of its first letters.

    To BibTeX a group such as `{\&}` is one letter, while it would cut `\&` after the backslash
    and letters beyond ASCII, which it knows as bytes, in their middle. So commands are put into
    groups, and words with letters that LaTeX has no command for are one group: `{\relax 山田}`.
    """
    return " ".join(map(_uncut_word, _grouped(escape_text(text)).split()))


def _given(text: str) -> str:
    r"""Give given names so that their initials are whole letters: `{\relax Ю}рий`."""
    return re.sub(r"[^\s~-]+", _uncut_initial, _grouped(escape_text(text)))


def _uncut_initial(word: re.Match[str]) -> str:
    return _FIRST_LETTER_BEYOND_ASCII.sub(r"\1{\\relax \2}", word[0])


def _literal(text: str) -> str:
    latex = escape_text(text)
    plainly = _STARTS_PLAINLY.match(latex)
    return f"{{{latex}}}" if plainly else rf"{{\relax {latex}}}"


def _grouped(latex: str) -> str:
    return _COMMAND_OR_MATH.sub(_group, latex)


def _group(found: re.Match[str]) -> str:
    math = found[0].startswith("$")
    return rf"{{\ensuremath{{{found[0][1:-1]}}}}}" if math else f"{{{found[0]}}}"


def _uncut_word(word: str) -> str:
    return word if word.isascii() else rf"{{\relax {word}}}"


_PARTS = NameParts(_family, _given, _literal)
