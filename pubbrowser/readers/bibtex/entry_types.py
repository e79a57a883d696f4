"""The types of BibTeX and biblatex as those of CSL.

Sources: "BibTeXing" (1988), §3.1; biblatex manual 3.20, §2.1.
"""

from __future__ import annotations

from pubbrowser.model import ItemType

TYPES: dict[str, ItemType] = {
    "article": "article-journal", "suppperiodical": "article-journal",
    "review": "article-journal",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "book": "book", "mvbook": "book", "booklet": "book", "collection": "book",
    "mvcollection": "book", "proceedings": "book", "mvproceedings": "book", "manual": "book",
    "reference": "book", "mvreference": "book", "periodical": "book",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "incollection": "chapter", "suppcollection": "chapter", "inreference": "chapter",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "bachelorsthesis": "thesis",
    "techreport": "report", "report": "report",
    "software": "software", "softwareversion": "software", "softwaremodule": "software",
    "codefragment": "software",
    "dataset": "dataset", "data": "dataset",
    "patent": "patent",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
    "website": "webpage",
    "presentation": "speech", "talk": "speech", "lecture": "speech", "unpublished": "document",
    "preprint": "article",
}  # fmt: skip
"""Every other type is a `document`."""

DEGREES = {
    "mastersthesis": "Master's thesis",
    "mathesis": "Master's thesis",
    "bachelorsthesis": "Bachelor's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
}
"""What tells a lower degree: types of BibTeX, and biblatex's strings for `type`."""

UNREMARKABLE = frozenset(
    ("phdthesis", "phd thesis", "ph.d. thesis", "techreport", "resreport", "technical report",
     "software", "datacd", "audiocd", "patent", "patentde", "patenteu", "patentfr", "patentuk",
     "patentus", "article", "misc", "preprint")
)  # fmt: skip
"""Values of `type` that say no more than the type of the entry does."""

PARENT_TITLES = {
    "inproceedings": "booktitle", "conference": "booktitle", "incollection": "booktitle",
    "inbook": "booktitle", "bookinbook": "booktitle", "suppbook": "booktitle",
    "suppcollection": "booktitle", "inreference": "booktitle", "article": "journaltitle",
    "suppperiodical": "journaltitle",
}  # fmt: skip
"""For children of a cross-reference: the field that the title of the parent becomes."""
