"""How works are put into words on screen: short author lists, venues, signs of types."""

from __future__ import annotations

import os

from pubbrowser.citing.editions import edition_as_ordinal, edition_number
from pubbrowser.model import ItemType, Link, LinkKind, Record, Work
from pubbrowser.sample import is_sample

TYPE_SIGNS: dict[ItemType, tuple[str, str]] = {
    "article-journal": ("J", "journal article"),
    "paper-conference": ("C", "conference or workshop paper"),
    "book": ("B", "book"),
    "chapter": ("§", "chapter"),
    "article": ("P", "preprint"),
    "thesis": ("T", "thesis"),
    "report": ("R", "report"),
    "software": ("S", "software"),
    "dataset": ("D", "dataset"),
    "speech": ("L", "talk"),
    "patent": ("N", "patent"),
    "webpage": ("W", "web page"),
    "document": ("·", "other"),
}
"""For each type: one letter for the list, and its name."""

CODE_SIGN = "</>"
"""Stands in the list where a repository is known, or a page says that there is code."""

LINK_NAMES: dict[LinkKind, str] = {
    "repo": "code",
    "demo": "demo",
    "arxiv": "arXiv",
    "doi": "DOI",
    "pdf": "PDF",
    "site": "site",
}


def short_authors(work: Work) -> str:
    """Give the surnames of the first and last authors: "Weber, Lapuschkin … Samek"."""
    names = [name.surname for name in work.names]
    if len(names) > 3:
        names = [f"{names[0]}, {names[1]} … {names[-1]}"]
    shown = ", ".join(names)
    return f"{shown} et al." if shown and work.merged.authors_truncated else shown


def year_text(record: Record) -> str:
    """Give the year in four characters, "n.d." where none is known."""
    return f"{record.issued.year:>4}" if record.issued else "n.d."


def venue_text(record: Record) -> str:
    """Give where the paper appeared, in few words: venue, arXiv identifier or subject class."""
    if record.arxiv_id and record.container_title in ("", "CoRR"):
        return f"arXiv:{record.arxiv_id}"
    if record.container_title:
        return record.container_title
    if record.publisher:
        return record.publisher
    if record.category:
        return f"arXiv {record.category}"
    return ""


def publication_line(record: Record) -> str:
    """Give venue, edition, volume, pages and publisher in one line, as far as they are known."""
    parts = [venue_text(record)] if venue_text(record) else []
    if record.collection_title:
        number = f", no. {record.collection_number}" if record.collection_number else ""
        parts.append(f"{record.collection_title}{number}")
    if edition := edition_as_ordinal(record.edition):
        parts.append(f"{edition} ed." if edition_number(edition) else edition)
    volume = record.volume + (f"({record.issue})" if record.issue else "")
    where = [f"vol. {volume}"] if volume else []
    if record.chapter_number:
        where.append(f"ch. {record.chapter_number}")
    if record.article_number:
        where.append(f"article {record.article_number}")
    if record.page:
        where.append(f"pp. {record.page}")
    if record.openreview_id:
        where.append(f"OpenReview {record.openreview_id}")
    if where:
        parts.append(", ".join(where))
    publisher = record.publisher if record.publisher != venue_text(record) else ""
    place = record.publisher_place
    if publisher or place:
        parts.append(f"{publisher}, {place}" if publisher and place else publisher or place)
    return " · ".join(parts)


def repositories(work: Work) -> list[Link]:
    """Give the code repositories of `work`, in the order of the documents."""
    return _unique([link for link in work.merged.links if link.kind == "repo"])


def pages(work: Work) -> list[Link]:
    """Give the pages of the paper itself, the most binding first: DOI, arXiv, site, PDF."""
    record = work.merged
    links = [link for link in record.links if link.kind in ("doi", "arxiv", "site", "pdf")]
    if record.doi:
        links.append(Link(f"https://doi.org/{record.doi}", "doi"))
    if record.arxiv_id:
        links.append(Link(f"https://arxiv.org/abs/{record.arxiv_id}", "arxiv"))
    if record.openreview_id:
        links.append(Link(f"https://openreview.net/forum?id={record.openreview_id}", "site"))
    if record.url:
        links.append(Link(record.url, "site"))
    order = ("doi", "arxiv", "site", "pdf")
    return _unique(sorted(links, key=lambda link: order.index(link.kind)))


def all_links(work: Work) -> list[Link]:
    """Give every link of `work`, repositories and demos first, then its pages."""
    others = [link for link in work.merged.links if link.kind in ("repo", "demo")]
    return _unique([*others, *pages(work), *work.merged.links])


def _unique(links: list[Link]) -> list[Link]:
    """Give `links` without those whose address stands earlier already."""
    unique: dict[str, Link] = {}
    for link in links:
        unique.setdefault(link.url.rstrip("/").lower(), link)
    return list(unique.values())


def short_path(path: str) -> str:
    """Give `path` as people would write it: relative to this folder, or to their home.

    Of the bundled sample the name of the file is enough.
    """
    if is_sample(path):
        return os.path.basename(path)
    folder, home = os.getcwd(), os.path.expanduser("~")
    for base, sign in ((folder, ""), (home, "~" + os.sep)):
        if path.startswith(base.rstrip(os.sep) + os.sep):
            return sign + path[len(base.rstrip(os.sep)) + 1 :]
    return path


def counted(number: int, one: str, many: str = "") -> str:
    """Give "1 paper", "23 papers", "1,204 papers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
