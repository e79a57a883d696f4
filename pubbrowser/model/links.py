"""Links of a paper, with what each of them leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

LinkKind = Literal["repo", "demo", "arxiv", "doi", "pdf", "site"]
LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)

_REPO_HOSTS = frozenset(
    (
        "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "git.sr.ht", "sr.ht",
        "sourceforge.net", "framagit.org", "gitee.com",
    )
)  # fmt: skip
_PDF_PATH = re.compile(r"\.pdf$", re.IGNORECASE)
_DEMO_LABEL = re.compile(r"\bdemo\b", re.IGNORECASE)
_CODE_LABEL = re.compile(
    r"\b(code|repo(sitory)?|implementation|software|github|gitlab)\b", re.IGNORECASE
)
_ARXIV_ID = re.compile(
    r"(?:abs|pdf|html)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)"
)
_ARXIV_DOI = re.compile(
    r"\b10\.48550/arxiv\.((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_WRITTEN_DOI = re.compile(
    r"(?:(?:https?://)?(?:(?:www\.|dx\.)?doi\.org|[\w.-]{0,40}doi[.-]org\.[\w.-]{1,80})/"
    r"|doi\s*[:=]?\s*)*+(10\.\d[\d.]*+/\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A web address with its kind and the words that stood before or around it."""

    url: str
    kind: LinkKind = "site"
    label: str = ""


def link(url: str, label: str = "") -> Link:
    """Give a `Link` whose kind is read off the label, the host and the path of `url`."""
    return Link(url, link_kind(url, label), label)


def link_kind(url: str, label: str = "") -> LinkKind:
    """Say what `url` leads to; a label such as "Demo" or "Code" goes before the host."""
    host, path = host_and_path(url)
    if _DEMO_LABEL.search(label):
        return "demo"
    if host in ("doi.org", "dx.doi.org"):
        return "doi"
    if host == "arxiv.org" or host.endswith(".arxiv.org"):
        return "arxiv"
    if _PDF_PATH.search(path):
        return "pdf"
    on_forge = host in _REPO_HOSTS or host.startswith(("gitlab.", "git."))
    names_project = len(path.strip("/").split("/")) >= 2
    if (on_forge and names_project) or _CODE_LABEL.search(label):
        return "repo"
    return "site"


def host_and_path(url: str) -> tuple[str, str]:
    """Give the lower-case host (without "www.") and the path of `url`, empty where it has none."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # for instance a bracket left open: "http://[x"
        return "", ""
    return host.removeprefix("www."), parts.path


def arxiv_id_of(url: str) -> str:
    """Give the arXiv identifier in an arxiv.org address, or "" when there is none."""
    host, path = host_and_path(url)
    if host != "arxiv.org" and not host.endswith(".arxiv.org"):
        return ""
    found = _ARXIV_ID.search(path)
    return found[1] if found else ""


def arxiv_id_in_doi(doi: str) -> str:
    """Give the arXiv identifier that arXiv's own DOIs hold ("10.48550/arXiv.1706.03762"), or ""."""
    found = _ARXIV_DOI.search(doi)
    return found[1] if found else ""


def doi_in(text: str) -> str:
    """Give the bare DOI that `text` is, or "" when it is none ("none", "in press").

    An address at doi.org, also through a library's proxy, and "doi:" before it go. Source: the
    DOI Handbook, §2.2: a DOI is "10.", the number of its registrant, "/", and any characters.
    """
    found = _WRITTEN_DOI.fullmatch(text.strip())
    return found[1] if found else ""


def doi_of(url: str) -> str:
    """Give the DOI in a doi.org address, or "" when there is none."""
    host, path = host_and_path(url)
    if host not in ("doi.org", "dx.doi.org"):
        return ""
    found = _DOI.search(path)
    return found[0] if found else ""
