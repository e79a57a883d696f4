"""A small file of each format that programs and databases write, as its entries and their frame.

Every entry has the title "Paper N", so that tests can tell which of them were read.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pubbrowser.readers.reader import Text


@dataclass(frozen=True)
class Sample:
    """How files of a format are written."""

    format: str
    entry: Callable[[int], str]
    before: str = ""
    between: str = ""
    after: str = ""

    def file(self, *numbers: int) -> str:
        """Give a file with the entries `numbers`."""
        return self.before + self.between.join(map(self.entry, numbers)) + self.after

    def ends(self, *numbers: int) -> list[int]:
        """Give the offsets behind each of the entries `numbers` of a file."""
        ends = []
        at = len(self.before)
        for number in numbers:
            at += len(self.entry(number))
            ends.append(at)
            at += len(self.between)
        return ends


def text_of(content: str, path: str = "some.file") -> Text:
    """Give `content` as a text whose path says nothing of its format."""
    return Text(content, path, datetime.date(2026, 1, 1))


def _csl(number: int) -> dict[str, Any]:
    return {
        "id": f"key{number}",
        "type": "article-journal",
        "title": f"Paper {number}",
        "author": [{"family": "Bell", "given": "Jocelyn"}],
        "issued": {"date-parts": [[1968, 2]]},
        "container-title": "Journal {of, Things}",
    }


def _zotero(number: int) -> dict[str, Any]:
    return {
        "itemType": "journalArticle",
        "title": f"Paper {number}",
        "creators": [{"creatorType": "author", "firstName": "Jocelyn", "lastName": "Bell"}],
        "date": "1968-02-24",
        "citationKey": f"key{number}",
        "attachments": [{"itemType": "attachment", "title": "PDF", "url": "https://x.org/a.pdf"}],
    }


def _crossref(number: int) -> dict[str, Any]:
    return {
        "DOI": f"10.1000/{number}",
        "type": "journal-article",
        "reference-count": 3,
        "title": [f"Paper {number}"],
        "author": [{"family": "Bell", "given": "Jocelyn", "sequence": "first"}],
        "issued": {"date-parts": [[1968, 2, 24]]},
        "container-title": ["Journal of Things"],
        "reference": [{"key": "1", "article-title": "x", "year": "1960"}],
    }


def _openalex(number: int) -> dict[str, Any]:
    return {
        "id": f"https://openalex.org/W{number}",
        "title": f"Paper {number}",
        "type": "article",
        "publication_year": 1968,
        "publication_date": "1968-02-24",
        "authorships": [{"author": {"display_name": "Jocelyn Bell"}}],
        "abstract_inverted_index": {"Signals": [0], "pulse.": [1]},
    }


def _semantic_scholar(number: int) -> dict[str, Any]:
    return {
        "paperId": f"{number:040x}",
        "externalIds": {"DOI": f"10.1000/{number}"},
        "title": f"Paper {number}",
        "year": 1968,
        "authors": [{"authorId": "1", "name": "Jocelyn Bell"}],
        "references": [{"paperId": "f", "title": "Another"}],
    }


def _nbib(number: int) -> str:
    return (
        f"PMID- {number + 1000}\nOWN - NLM\nDP  - 1968 Feb 24\nTI  - Paper {number}.\n"
        "AB  - Signals that\n      pulse.\nFAU - Bell, Jocelyn\nAU  - Bell J\nJT  - Nature\n"
        "PT  - Journal Article\n"
    )


def _endnote(number: int) -> str:
    return (
        '<record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>\n'
        "<contributors><authors><author><style face='normal'>Bell, Jocelyn</style></author>"
        f"</authors></contributors>\n<titles><title><style face='normal'>Paper {number}</style>"
        "</title><secondary-title>Nature</secondary-title></titles>\n"
        "<dates><year>1968</year></dates></record>"
    )


def _atom(number: int) -> str:
    return (
        f"<entry>\n<id>http://arxiv.org/abs/2001.{number:05}v2</id>\n"
        f"<published>2020-01-02T00:00:00Z</published>\n<title>Paper\n {number}</title>\n"
        "<summary>Signals &amp; pulses.</summary>\n<author><name>Jocelyn Bell</name></author>\n"
        '<arxiv:primary_category term="cs.LG"/>\n</entry>'
    )


def _bibtex(number: int) -> str:
    return (
        f"@article{{key{number},\n  title = {{Paper {number}}},\n  author = {{Bell, Jocelyn}},\n"
        "  year = 1968\n}\n"
    )


def _ris(number: int) -> str:
    return f"TY  - JOUR\nTI  - Paper {number}\nAU  - Bell, Jocelyn\nPY  - 1968\nER  - \n"


def _pages(
    form: str, item: Callable[[int], dict[str, Any]], *wraps: tuple[str, str]
) -> list[Sample]:
    """Give a format of JSON as a list, indented, in each of `wraps`, and as JSON Lines."""

    def plain(number: int) -> str:
        return json.dumps(item(number))

    def indented(number: int) -> str:
        return json.dumps(item(number), indent=2)

    return [
        Sample(form, plain, "[", ", ", "]"),
        *(Sample(form, indented, before, ",\n", after) for before, after in wraps),
        Sample(form, plain, between="\n"),
    ]


JSON = (
    *_pages("corpus", _csl, ("[\n", "\n]\n"), ('{"items": [\n', "]}")),
    *_pages(
        "zotero",
        _zotero,
        ('{"config": {"id": "x", "label": "BetterBibTeX JSON"}, "items": [\n', "\n]}\n"),
    ),
    *_pages(
        "crossref",
        _crossref,
        ('{"status": "ok", "message-type": "work-list", "message": {"items": [', "]}}"),
    ),
    *_pages("openalex", _openalex, ('{"meta": {"count": 2}, "results": [', '], "group_by": []}')),
    *_pages("semantic-scholar", _semantic_scholar, ('{"total": 2, "data": [', "]}")),
)
TAGGED = (
    Sample("pubmed", _nbib, between="\n"),
    Sample("ris", _ris, between="\n"),
    Sample("bibtex", _bibtex, between="\n"),
)
XML = (
    Sample(
        "endnote-xml", _endnote,
        '<?xml version="1.0" encoding="UTF-8"?><xml><records>', "", "</records></xml>",
    ),
    Sample(
        "arxiv-feed", _atom,
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom">\n<title>ArXiv Query</title>\n', "\n",
        "\n</feed>\n",
    ),
)  # fmt: skip
ALL = (*JSON, *TAGGED, *XML)
