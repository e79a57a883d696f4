"""Identifiers and addresses as databases and reference managers write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pubbrowser.model import Link, link
from pubbrowser.model.links import arxiv_id_in_doi, arxiv_id_of, host_and_path

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV_NUMBER = r"((?:[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?![\w.]*\d)"
_PREFIXED_ARXIV = re.compile(rf"\barxiv\s*[:.]\s*{_ARXIV_NUMBER}", re.IGNORECASE)
_BARE_ARXIV = re.compile(_ARXIV_NUMBER)
_PUBMED = re.compile(r"(?:pmid\W*|pubmed\.ncbi\.nlm\.nih\.gov/|/pubmed/)?(\d{1,9})/?", re.I)
_PMC = re.compile(r"(?:pmcid\W*|\S*/articles/)?(?:PMC)?(\d{1,9})/?", re.IGNORECASE)
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-])")


def bare_doi(text: str) -> str:
    """Give the DOI in "doi:10.…", "https://doi.org/10.…" and the like, "" where there is none."""
    found = _DOI.search(text)
    return found[0].rstrip(".,;") if found else ""


def arxiv_number(*texts: str) -> str:
    """Give the arXiv number that the first of `texts` names: an address, a DOI of arXiv's, or
    "arXiv:1706.03762v5 [cs.CL]"."""
    for text in texts:
        if "://" in text and (number := arxiv_id_of(text)):
            return number
        if number := arxiv_id_in_doi(text):
            return number
        if found := _PREFIXED_ARXIV.search(text):
            return found[1]
    return ""


def bare_arxiv_number(text: str) -> str:
    """Give the arXiv number in a field that holds nothing else, with or without "arXiv:"."""
    found = _BARE_ARXIV.fullmatch(text.strip())
    return found[1] if found else arxiv_number(text)


def web_address(text: str) -> str:
    """Give `text` if it is an address with a host for a browser, else ""."""
    text = text.strip()
    if not text.lower().startswith(("http://", "https://")) or " " in text:
        return ""
    return text if host_and_path(text)[0] else ""


def pubmed_link(number: str) -> Link | None:
    """Give the address of a paper in PubMed by its number (PMID) or address."""
    found = _PUBMED.fullmatch(re.sub(r"^https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov)?", "", number))
    return link(f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/", "PubMed") if found else None


def pmc_link(number: str) -> Link | None:
    """Give the address of a paper in PubMed Central by its number (PMCID) or address."""
    found = _PMC.fullmatch(number.strip())
    return (
        link(f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{found[1]}/", "PubMed Central")
        if found
        else None
    )


def isbns(text: str) -> tuple[str, ...]:
    """Give the ISBNs in `text`, as printed, each once; ISSNs and remarks such as "(pbk.)" go."""
    return tuple(dict.fromkeys(found[0] for found in _ISBN.finditer(text)))


def several_links(links: Iterable[Link | None], url: str = "") -> tuple[Link, ...]:
    """Give `links` each once, in order, without those that are missing or lead to `url`."""
    return tuple({each.url: each for each in links if each and each.url != url}.values())


def page_range(first: str, last: str) -> str:
    """Give "first–last", or the one that there is."""
    if not first or not last or first == last or re.search(r"[-–]", first):
        return first or last
    return f"{first}–{last}"
