"""Plain-text references in author-date form, close to the APA style (7th edition, 2020).

APA's sentence case for titles is left out on purpose: which capitals are names' cannot be told
by a program, so titles stand as printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.citing import facts
from pubbrowser.citing.arxiv import arxiv_id
from pubbrowser.citing.initials import initials
from pubbrowser.citing.markup import plain
from pubbrowser.model import Name, Record, Work
from pubbrowser.text import fold

_MOST_NAMES = 20
"""APA 7, §9.8: up to twenty authors are named; of more, the first nineteen and the last."""
_KINDS_IN_BRACKETS = {
    "software": "Computer software", "dataset": "Data set", "speech": "Conference presentation",
}  # fmt: skip


def reference(work: Work) -> str:
    """Give `work` as one line of a list of references, without any marks.

    "Berg, K.-R., & Sommer, A. (2019). What nets see. Journal of Seeing, 10(2), 1–9."
    """
    record = work.merged
    author = _author(record)
    title = _title(record)
    year = f"({record.issued.year})." if record.issued else "(n.d.)."
    # Without an author the title leads (APA 7, §9.12).
    start = [_ended(author), year, _ended(title)] if author else [_ended(title), year]
    parts = [*start, _ended(_source(record)), _link(record)]
    return " ".join(" ".join(part for part in parts if part).split())


def references(works: Sequence[Work]) -> str:
    """Give the references of `works` one per line, by author, year and title, none twice."""
    lines = dict.fromkeys(reference(work) for work in sorted(works, key=_order))
    return "".join(f"{line}\n" for line in lines)


def _order(work: Work) -> tuple[object, ...]:
    names = [fold(name.family or name.surname) for name in work.names[:1]]
    # Works without a date come before the dated ones of an author (APA 7, §9.46).
    return (names or [fold(work.merged.title)], work.year or 0, fold(work.merged.title), work.id)


def _author(record: Record) -> str:
    if record.author:
        return _list(record.author, record.authors_truncated)
    if record.editor and record.type != "chapter":
        return f"{_list(record.editor, record.authors_truncated)} {_editor_mark(record.editor)}"
    return ""


def _list(names: Sequence[Name], truncated: bool) -> str:
    written = [text for name in names if (text := _inverted(name))]
    if truncated and written:
        return ", ".join([*written, "et al."])
    if len(written) > _MOST_NAMES:
        return ", ".join(written[: _MOST_NAMES - 1]) + f", … {written[-1]}"
    if len(written) < 2:
        return "".join(written)
    return f"{', '.join(written[:-1])}, & {written[-1]}"


def _inverted(name: Name) -> str:
    """Give "de Groot, A., Jr." of a name in parts, a literal name as it is."""
    if name.literal or not name.family:
        return name.full
    given = " ".join(filter(None, (initials(name.given, name.family), name.dropping_particle)))
    return ", ".join(filter(None, (name.surname, given, name.suffix)))


def _in_reading_order(name: Name) -> str:
    if name.literal or not name.family:
        return name.full
    first = initials(name.given, name.family)
    return " ".join(filter(None, (first, name.dropping_particle, name.surname, name.suffix)))


def _editor_mark(editors: Sequence[Name]) -> str:
    return "(Eds.)" if len(editors) > 1 else "(Ed.)"


def _title(record: Record) -> str:
    title = plain(record.title)
    if record.type == "thesis":
        degree = "Master’s thesis" if facts.is_masters_thesis(record) else "Doctoral dissertation"
        school = plain(record.publisher or record.container_title)
        return f"{title} [{', '.join(filter(None, (degree, school)))}]".strip()
    if record.type == "report" and record.number:
        return f"{title} (Report No. {record.number})".strip()
    if kind := _KINDS_IN_BRACKETS.get(record.type):
        return f"{title} [{kind}]".strip()
    return title


def _source(record: Record) -> str:
    """Say where the work appeared."""
    venue = plain(record.container_title)
    publisher = plain(record.publisher)
    if record.type == "thesis":
        return ""
    if record.type == "article" and (identifier := arxiv_id(record)):
        return f"arXiv:{identifier}"
    if record.type == "chapter" or _is_conference_paper(record):
        book = " ".join(filter(None, (_editors_of_book(record), venue, _place_in_book(record))))
        return " ".join(filter(None, (_ended(f"In {book}") if book else "", publisher)))
    if record.type == "article-journal":
        return ", ".join(filter(None, (venue, _volume_and_issue(record), facts.pages(record, "–"))))
    if record.type == "book":
        series = plain(record.collection_title)
        return " ".join(filter(None, (_ended(series), publisher)))
    return " ".join(filter(None, (_ended(plain(facts.venue(record))), publisher)))


def _is_conference_paper(record: Record) -> bool:
    return record.type == "paper-conference" or (
        record.type == "document" and facts.is_proceedings(record.container_title)
    )


def _editors_of_book(record: Record) -> str:
    written = [text for name in record.editor if (text := _in_reading_order(name))]
    if not written:
        return ""
    names = ", ".join(written[:-1]) + (", & " if len(written) > 2 else " & ") + written[-1]
    return f"{names if len(written) > 1 else written[0]} {_editor_mark(record.editor)},"


def _place_in_book(record: Record) -> str:
    """Give "(Vol. 9, pp. 63–71)"; what is no range of numbers stands as printed."""
    volume, pages = facts.volume(record), facts.pages(record, "–")
    if pages and record.page:
        several = "–" in pages or "," in pages
        pages = f"{'pp.' if several else 'p.'} {pages}" if pages[0].isdigit() else pages
    elif pages:
        pages = f"Article {pages}"
    inside = ", ".join(filter(None, (f"Vol. {volume}" if volume else "", pages)))
    return f"({inside})" if inside else ""


def _volume_and_issue(record: Record) -> str:
    volume = facts.volume(record)
    return f"{volume}({record.issue})" if volume and record.issue else volume or record.issue


def _link(record: Record) -> str:
    doi = facts.doi(record)
    return f"https://doi.org/{doi}" if doi else facts.address(record)


def _ended(sentence: str) -> str:
    """Give `sentence` with a full stop unless it ends in a mark of its own: "Why?", "A. B."."""
    sentence = sentence.strip()
    closing = sentence.rstrip("\"'”’»)]")
    # A bracket after the mark starts anew ("(Eds.)" wants its full stop), a quotation does not.
    ends = sentence.endswith((".", "?", "!", "…")) or (
        sentence.endswith(("”", "’", '"', "'", "»")) and closing.endswith((".", "?", "!", "…"))
    )
    return sentence if ends or not sentence else f"{sentence}."
