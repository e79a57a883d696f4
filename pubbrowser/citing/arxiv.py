"""arXiv's identifiers and subject classes, as far as citations name them.

Source of the classes: arxiv.org/category_taxonomy.
"""

from __future__ import annotations

import re
from collections import defaultdict

from pubbrowser.model import Record
from pubbrowser.model.links import arxiv_id_of

_TAXONOMY = {
    "cs": "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE "
    "NI OH OS PF PL RO SC SD SE SI SY",
    "econ": "EM GN TH",
    "eess": "AS IV SP SY",
    "math": "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG NA NT OA OC PR QA RA "
    "RT SG SP ST",
    "astro-ph": "CO EP GA HE IM SR",
    "cond-mat": "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con",
    "nlin": "AO CD CG PS SI",
    "physics": "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an "
    "ed-ph flu-dyn gen-ph geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph",
    "q-bio": "BM CB GN MN NC OT PE QM SC TO",
    "q-fin": "CP EC GN MF PM PR RM ST TR",
    "stat": "AP CO ME ML OT TH",
}
_UNDIVIDED = ("gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th",
              "quant-ph")  # fmt: skip
_ALIASES = {"cs.NA", "cs.SY", "math.IT"}
"""Second names of math.NA, eess.SY and cs.IT, which have the same code."""
_PRINTED_ID = re.compile(r"(?:abs/|arxiv:\s*)((?:[a-z-]+/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.I)


def arxiv_id(record: Record) -> str:
    """Give the arXiv identifier of `record`, from wherever it names one, or ""."""
    if record.arxiv_id:
        return record.arxiv_id
    for url in (record.url, *(link.url for link in record.links)):
        if identifier := arxiv_id_of(url):
            return identifier
    printed = _PRINTED_ID.search(f"{record.container_title} {record.locator}")
    return printed[1] if printed else ""


def is_from_arxiv(record: Record) -> bool:
    """Say whether a preprint is known to be on arXiv, be its number known or not.

    Pages that list arXiv's papers print the subject class or say so in a heading, and leave
    the number out.
    """
    if record.type != "article":
        return False
    said = f"{record.container_title} {record.section}".casefold()
    return bool(record.category or arxiv_id(record)) or "arxiv" in said


def primary_class(category: str) -> str:
    """Give the full name of the first class in `category`: "cs.LG" for "LG AI".

    Gives "" where the code as printed stands for several classes ("CV" is computer vision and
    complex variables) or for none: a wrong class is worse than none.
    """
    first = next(iter(category.split()), "").casefold()
    known = _BEARERS.get(first, [])
    return known[0] if len(known) == 1 else ""


def _bearers() -> dict[str, list[str]]:
    """Collect the full names of classes by what pages print of them, folded."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for archive, codes in _TAXONOMY.items():
        for code in codes.split():
            name = f"{archive}.{code}"
            bearers[name.casefold()].append(name)
            if name not in _ALIASES:
                bearers[code.casefold()].append(name)
    for name in _UNDIVIDED:
        bearers[name].append(name)
    return bearers


_BEARERS = _bearers()
