"""Everything that is known of one work, as content for the detail pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from pubbrowser.model import Corpus, Link, Record, Work
from pubbrowser.search import Marks
from pubbrowser.ui import wording

MATCH = "bold underline $text-warning"
_DIM = "$foreground-muted"
_LABEL = "$text-accent"


@dataclass(frozen=True, slots=True)
class Details:
    """What the detail pane shows of a work, and the links in the order of their numbers."""

    content: Content
    links: Sequence[Link]


def details_of(work: Work, corpus: Corpus, found: Marks, chosen: Sequence[int]) -> Details:
    """Put everything known of `work` into words.

    `found` is marked in all texts; people in `chosen` are shown as filtered by.
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
    lines = [Content.assemble(("key  ", _LABEL), (work.key, _DIM))]
    for source, record in work.records:
        section = f" · {record.section}" if record.section else ""
        place = f"{wording.short_path(source.path)}:{source.line}"
        lines.append(Content.assemble(("from ", _LABEL), (f"{place}{section}", _DIM)))
    return lines
