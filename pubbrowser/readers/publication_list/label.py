"""Which span of an entry is its title, authors, year, venue, locator, links and remarks: the
second of the two steps of reading a publication list.

What is most certain is taken first (links, a title in quotes, the year), so that what is less
certain has fewer places to be. Whatever nothing takes becomes a remark: nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pubbrowser.model import Link, Name
from pubbrowser.readers.names import name_likeness
from pubbrowser.readers.publication_list import authors, linking, title, years
from pubbrowser.readers.publication_list.canvas import TAKEN, Canvas
from pubbrowser.readers.publication_list.locator import Locator
from pubbrowser.readers.publication_list.marks import read_marks
from pubbrowser.readers.publication_list.publisher import find_isbns
from pubbrowser.readers.publication_list.remarks import is_second_entry, split_remarks
from pubbrowser.readers.publication_list.whereabouts import Whereabouts, take_whereabouts


@dataclass(slots=True)
class Labelled:
    """What an entry says, field by field, as printed and cleaned. Empty means "not given"."""

    title: str = ""
    names: tuple[Name, ...] = ()
    editors: bool = False
    """The names are those of editors."""
    authors_truncated: bool = False
    owner_positions: tuple[int, ...] = ()
    owner_names: tuple[str, ...] = ()
    year: int | None = None
    where: Whereabouts = field(default_factory=Whereabouts)
    isbn: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    doi: str = ""
    arxiv_id: str = ""
    notes: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    """Those of `notes` that stand where no remark is expected or look like another entry."""

    @property
    def locator(self) -> Locator:
        """Where in the venue the work stands."""
        return self.where.locator


def label(entry: str) -> Labelled:
    """Label the text of one entry, given without its number or bullets, one line to a line."""
    canvas = Canvas(read_marks(entry))
    labelled = Labelled()
    links = linking.take_plain_links(canvas)
    isbns = find_isbns(canvas.free())
    labelled.isbn = tuple(isbn.value for isbn in isbns)
    for isbn in isbns:
        canvas.take(isbn.start, isbn.end)

    title_found = _take_authors_title_year(canvas, labelled)
    links += linking.title_link(canvas, title_found.start, title_found.end) if title_found else []
    start = title_found.start if title_found else 0
    links += linking.take_worded_links(canvas, start)
    doi, arxiv_id = linking.take_bare_identifiers(canvas)
    labelled.where = take_whereabouts(canvas, start)

    labelled.links = tuple(link for _, link in sorted(links, key=lambda pair: pair[0]))
    doi_linked, arxiv_linked = linking.identifiers_of(list(labelled.links))
    labelled.doi = doi or doi_linked
    labelled.arxiv_id = labelled.where.venue.arxiv_id or arxiv_id or arxiv_linked
    _take_remarks(canvas, labelled, start)
    return labelled


def _take_authors_title_year(canvas: Canvas, labelled: Labelled) -> title.TitleFound | None:
    quoted = title.find_quoted_title(canvas)
    if quoted:
        canvas.take(quoted.start, quoted.end)
    year = years.find_year(canvas)
    if year:
        labelled.year = year.year
        # A year in a venue's italics belongs to the venue's name as well: "Workshop 2024".
        if not canvas.within("italic", year.start):
            canvas.take(year.start, year.end)
    if quoted:
        authors_found = _authors_around(canvas, quoted)
        found: title.TitleFound | None = quoted
    else:
        found, authors_found = _unquoted(canvas, year)
    if found:
        labelled.title = found.title
    if authors_found:
        labelled.names = authors_found.names
        labelled.editors = authors_found.editors
        labelled.authors_truncated = authors_found.truncated
        labelled.owner_positions = authors_found.owner_positions
        labelled.owner_names = authors_found.owner_names
    return found


def _authors_around(canvas: Canvas, quoted: title.TitleFound) -> authors.AuthorsFound | None:
    """Authors stand before a title in quotes, or in one of the lines after it."""
    before = canvas.free()[: quoted.start]
    # The year may stand between authors and title with remarks behind it: "(2024). In press.".
    end = before.find(TAKEN)
    end = end if end >= 0 and before[:end].strip() else quoted.start
    if any(map(str.isalpha, before[:end])) and name_likeness(before[:end]) > 0.3:
        return _take_authors(canvas, 0, end)
    if not any(map(str.isalpha, before)) and (
        span := authors.following_authors(canvas, quoted.end)
    ):
        return _take_authors(canvas, *span)
    return None


def _unquoted(
    canvas: Canvas, year: years.YearFound | None
) -> tuple[title.TitleFound | None, authors.AuthorsFound | None]:
    end = authors.leading_authors_end(canvas, year.start if year else None)
    if end is not None:
        authors_found = _take_authors(canvas, 0, end)
        return _take_title(canvas, end), authors_found
    found = _take_title(canvas, 0)
    span = authors.following_authors(canvas, found.end) if found else None
    return found, _take_authors(canvas, *span) if span else None


def _take_title(canvas: Canvas, start: int) -> title.TitleFound | None:
    found = title.find_marked_title(canvas, start) or title.find_plain_title(canvas, start)
    if found:
        canvas.take(found.start, found.end)
    return found


def _take_authors(canvas: Canvas, start: int, end: int) -> authors.AuthorsFound | None:
    found = authors.read_authors(canvas, start, end)
    if found:
        canvas.take(found.start, found.end)
    return found


def _take_remarks(canvas: Canvas, labelled: Labelled, title_start: int) -> None:
    notes = list(labelled.where.venue.notes)
    misplaced = []
    for rest in canvas.left_over():
        remarks = split_remarks(canvas.text[rest.start : rest.end])
        notes += remarks
        misplaced += [
            remark for remark in remarks if rest.start < title_start or is_second_entry(remark)
        ]
    labelled.notes = tuple(notes)
    labelled.not_understood = tuple(misplaced)
