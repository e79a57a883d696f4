"""arXiv's subject classes, and the splitting of classes that a page prints glued together.

Source: the category taxonomy at arxiv.org/category_taxonomy. The feed prints a class without
its archive and in capitals: "cs.LG" as "LG", "physics.comp-ph" as "COMP-PH".
"""

from __future__ import annotations

_TAXONOMY = {
    "astro-ph": "CO EP GA HE IM SR",
    "cond-mat": "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con",
    "cs": "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE "
    "NI OH OS PF PL RO SC SD SE SI SY",
    "econ": "EM GN TH",
    "eess": "AS IV SP SY",
    "math": "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA "
    "RT SG SP ST",
    "nlin": "AO CD CG PS SI",
    "physics": "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph "
    "flu-dyn gen-ph geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph",
    "q-bio": "BM CB GN MN NC OT PE QM SC TO",
    "q-fin": "CP EC GN MF PM PR RM ST TR",
    "stat": "AP CO ME ML OT TH",
    "gr-qc": "", "hep-ex": "", "hep-lat": "", "hep-ph": "", "hep-th": "", "math-ph": "",
    "nucl-ex": "", "nucl-th": "", "quant-ph": "",
}  # fmt: skip


def _codes() -> frozenset[str]:
    codes = set(_TAXONOMY)
    for archive, classes in _TAXONOMY.items():
        codes.update(classes.split())
        codes.update(f"{archive}.{name}" for name in classes.split())
    return frozenset(codes | {code.upper() for code in codes})


CODES = _codes()
"""Every class as arXiv writes it, with and without its archive, and all of these in capitals."""

_LONGEST = max(map(len, CODES))


def split_codes(glued: str) -> list[str]:
    """Split classes that are printed without spaces: "LGCOMP-PH" gives ["LG", "COMP-PH"].

    Spaces and commas that are there separate too. A run that is not made of known codes from
    its first to its last letter stays as one.
    """
    return [code for run in glued.replace(",", " ").split() for code in _split_run(run)]


def are_codes(text: str) -> bool:
    """Say whether `text` consists of known classes only."""
    codes = split_codes(text)
    return bool(codes) and all(code in CODES for code in codes)


def _split_run(run: str) -> list[str]:
    """Give the split of `run` into the fewest codes, in doubt with the longest code first."""
    best: list[list[str] | None] = [None] * len(run) + [[]]
    for start in range(len(run) - 1, -1, -1):
        for end in range(min(len(run), start + _LONGEST), start, -1):
            rest = best[end]
            if rest is not None and run[start:end] in CODES:
                chosen = best[start]
                if chosen is None or len(rest) + 1 < len(chosen):
                    best[start] = [run[start:end], *rest]
    return best[0] or [run]
