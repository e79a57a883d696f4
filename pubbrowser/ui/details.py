"""Everything that is known of one work, as content for the detail pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from pubbrowser.citing.completeness import missing
from pubbrowser.model import Corpus, Finding, Link, Record, Source, Work
from pubbrowser.search import Marks
from pubbrowser.text import words
from pubbrowser.ui import wording

MATCH = "bold underline $text-warning"
MATCH_SIGN = "bold $text-warning"
_DIM = "$foreground-muted"
_LABEL = "$text-accent"


@dataclass(frozen=True, slots=True)
class Details:
    """What the detail pane shows of a work, and the links in the order of their numbers."""

    content: Content
    links: Sequence[Link]


def details_of(
    work: Work,
    corpus: Corpus,
    found: Marks,
    chosen: Sequence[int],
    findings: Sequence[Finding] = (),
) -> Details:
    """Put everything known of `work` into words.

    `found` is marked in all texts; people in `chosen` are shown as filtered by; `findings` are
    those about the work.
    """
    record = work.merged
    links = wording.all_links(work)
    parts: list[Content] = [
        marked(record.title or "(no title)", found, "bold"),
        _people(work, corpus, found, chosen),
    ]
    if line := wording.publication_line(record):
        parts.append(marked(line, found, "italic"))
    parts.append(_facts(record))
    if lacks := missing(record):
        parts.append(
            Content.assemble(("! ", MATCH_SIGN), ("to cite: ", _LABEL), (" · ".join(lacks), _DIM))
        )
    parts += [Content.assemble(("★ ", _LABEL), marked(note, found)) for note in record.notes]
    if record.note:
        parts.append(marked(record.note, found))
    if record.abstract:
        ending = " …" if record.abstract_truncated else ""
        cut = Content.styled(ending + " (cut off in the document)" if ending else "", _DIM)
        parts += [Content(""), Content.assemble(marked(record.abstract, found), cut)]
    if links:
        parts.append(Content(""))
        parts += [_link(number, link) for number, link in enumerate(links, start=1)]
    parts += [Content(""), *_origin(work)]
    if findings:
        parts.append(Content(""))
        for finding in findings:
            message = finding.message
            for document in corpus.documents:
                message = message.replace(document.path, wording.short_path(document.path))
            parts.append(Content.assemble(("? ", MATCH), message))
    return Details(Content("\n").join(part for part in parts if part is not None), links)


def marked(text: str, found: Marks, style: str = "") -> Content:
    """Give `text` in `style` as plain content, with what the search has found marked in it."""
    content = Content.styled(text, style) if style else Content(text)
    for start, end in found.spans(text):
        content = content.stylize(MATCH, start, end)
    return content


def _people(work: Work, corpus: Corpus, found: Marks, chosen: Sequence[int]) -> Content:
    names = work.names
    if not names:
        return Content.styled("authors not given", _DIM)
    parts: list[Content] = []
    for position, name in enumerate(names):
        style = ""
        meta: dict[str, str] = {}
        # A name that stands twice in a list is one person: then positions do not correspond.
        if len(work.people) == len(names):
            person = work.people[position]
            meta = {"@click": f"screen.toggle_person({person})"}
            if corpus.people[person].owner:
                style = "bold"
            if person in chosen:
                style = "bold reverse"
        content = marked(name.full, found, style)
        parts.append(content.stylize(Style.from_meta(meta)) if meta else content)
    people = Content(", ").join(parts)
    if work.merged.authors_truncated:
        people += Content.styled(" et al.", _DIM)
    if not work.merged.author:
        people += Content.styled(" (eds.)" if len(names) > 1 else " (ed.)", _DIM)
    if work.merged.affiliation:
        people += Content.styled(f" · {work.merged.affiliation}", _DIM)
    return people


def _facts(record: Record) -> Content:
    date = record.issued.iso if record.issued else "no date"
    if record.year_inferred and record.issued:
        date += " (year inferred)"
    facts = [date, wording.TYPE_SIGNS[record.type][1]]
    facts += [record.genre] if record.genre else []
    facts += [f"version {record.version}"] if record.version else []
    facts += [f"accessed {record.accessed.iso}"] if record.accessed else []
    if record.category and record.category not in wording.venue_text(record):
        facts.append(record.category)
    if record.has_code:
        facts.append("marked as having code")
    facts += [f"ISBN {number}" for number in record.isbn]
    return Content.styled(" · ".join(facts), _DIM)


def _link(number: int, link: Link) -> Content:
    name = link.label or wording.LINK_NAMES[link.kind]
    click = Style.from_meta({"@click": f"screen.open_link({number})"})
    return Content.assemble(
        (f"{number:>2} ", _LABEL),
        (f"{name:<5} ", _DIM),
        Content.styled(link.url, "underline").stylize(click),
    )


def _origin(work: Work) -> list[Content]:
    """Say where the work comes from: its key, its versions, and who says what of it."""
    lines: list[Content] = [Content.assemble(("key  ", _LABEL), (work.key, _DIM))]
    if work.tags:
        lines.append(Content.assemble(("tags ", _LABEL), " · ".join(work.tags)))
    for number, (source, record) in enumerate(work.records):
        section = record.section if len(work.records) == 1 else _version(record)
        cited = " · cited" if number == 0 and len(work.records) > 1 else ""
        said = f"{_place(source)}{' · ' if section else ''}{section}{cited}"
        lines.append(Content.assemble(("from ", _LABEL), (said, _DIM)))
    if len(work.records) > 1:
        lines += [Content(""), *_provenance(work)]
    return lines


def _place(source: Source) -> str:
    return f"{wording.short_path(source.path)}:{source.line}"


def _version(record: Record) -> str:
    """Name one version of a paper: when, as what and where it appeared."""
    date = record.issued.iso if record.issued else ""
    kind = wording.TYPE_SIGNS[record.type][1]
    venue = wording.venue_text(record)
    return " · ".join(filter(None, (date, kind, venue)))


_FIELD_NAMES = {
    "title": "title",
    "author": "authors",
    "editor": "editors",
    "issued": "date",
    "container_title": "venue",
    "collection_title": "series",
    "collection_number": "number",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "chapter_number": "chapter",
    "article_number": "article",
    "publisher": "publisher",
    "publisher_place": "place",
    "edition": "edition",
    "version": "version",
    "genre": "kind",
    "isbn": "ISBN",
    "arxiv_id": "arXiv",
    "openreview_id": "OpenReview",
    "doi": "DOI",
    "url": "address",
    "accessed": "accessed",
    "category": "class",
    "affiliation": "from",
    "abstract": "abstract",
    "links": "links",
    "notes": "notes",
}
"""Words for the fields whose source is told, in the order of the details."""


def _provenance(work: Work) -> list[Content]:
    """Say for each field which document it is from, and what other documents say instead."""
    lines = []
    for field, name in _FIELD_NAMES.items():
        source = work.sources.get(field)
        if source is None:
            continue
        line = Content.assemble((f"{name:<11}", _LABEL), (_place(source), _DIM))
        for other, record in work.records:
            if other != source and _contradicts(record, work.merged, field):
                said = _said(record, field)
                line += Content.styled(f"\n  ↳ {_place(other)} says: {said}", _DIM)
        lines.append(line)
    return lines


def _contradicts(record: Record, merged: Record, field: str) -> bool:
    """Whether a record says something else in a field than what was chosen.

    Capitals, a date that is more exact, and a list of authors that is cut or has initials
    are no contradictions.
    """
    said, chosen = _said(record, field), _said(merged, field)
    if not said or not chosen:
        return False
    if field == "issued":
        return record.issued is not None and said[:4] != chosen[:4]
    if field == "author":
        families = [words(name.surname) for name in record.author]
        chosen_families = [words(name.surname) for name in merged.author]
        told = record.authors_truncated
        return families != (chosen_families[: len(families)] if told else chosen_families)
    return words(said) != words(chosen)


def _said(record: Record, field: str) -> str:
    """Put what a record says in a field into a line, as far as it is worth comparing."""
    if field == "issued":
        return record.issued.iso if record.issued else ""
    if field == "author":
        more = " et al." if record.authors_truncated else ""
        return ", ".join(name.full for name in record.author) + more
    value = getattr(record, field)
    # Abstracts are too long to compare; links, notes and numbers of all documents are kept.
    return value if isinstance(value, str) and field != "abstract" else ""
