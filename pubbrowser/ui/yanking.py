"""What `y` and a second key copy: parts of a paper, and each format.

Nothing here knows of widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pubbrowser.citing.markup import plain
from pubbrowser.citing.order import in_order
from pubbrowser.model import Work
from pubbrowser.ui.wording import pages, repositories


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper that can be copied by itself."""

    key: str
    label: str
    text_of: Callable[[Work], str]
    """Gives the part of a work, "" where it has none."""
    between: str = "\n"
    """What stands between the parts of several works."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format in which papers can be copied."""

    key: str
    label: str
    notation: str
    """The choice (`citing.choices`); "" for what `c` copies."""


def _doi(work: Work) -> str:
    from pubbrowser.citing import facts  # deferred, with what it compiles

    return facts.doi(work.merged)


def _link(work: Work) -> str:
    return next((link.url for link in pages(work)), "")


def _code(work: Work) -> str:
    return "\n".join(link.url for link in repositories(work))


PARTS: tuple[Part, ...] = (
    Part("k", "key", lambda work: work.key),
    Part("t", "title", lambda work: plain(work.merged.title)),
    Part("d", "DOI", _doi),
    Part("l", "link", _link),
    Part("o", "code", _code),
    Part("a", "abstract", lambda work: work.merged.abstract, between="\n\n"),
)


@dataclass(frozen=True, slots=True)
class Last:
    """The text that was copied last, to be looked at and saved."""

    key: str
    label: str


FORMS: tuple[Form, ...] = (
    Form("y", "as c does", ""),
    Form("r", "reference", "text"),
    Form("m", "Markdown", "markdown"),
    Form("h", "HTML", "html"),
    Form("b", "BibTeX", "bibtex"),
    Form("x", "BibLaTeX", "biblatex"),
    Form("i", "RIS", "ris"),
    Form("j", "CSL-JSON", "csl-json"),
    Form("c", "\\cite", "cite"),
    Form("p", "\\citep", "citep"),
    Form("e", "\\citet", "citet"),
    Form("u", "\\autocite", "autocite"),
    Form("n", "pandoc", "pandoc"),
    Form("s", "Typst", "typst"),
)


LAST = Last("v", "view last")
Yank = Part | Form | Last
YANKS: tuple[Yank, ...] = (*PARTS, *FORMS, LAST)
"""Everything that the key after `y` can ask for, in the order of the hint."""


def part_of(works: Sequence[Work], part: Part) -> tuple[str, int]:
    """Give the parts of `works` as one text, none twice, and of how many works they are."""
    texts = [text for work in in_order(works) if (text := part.text_of(work))]
    return part.between.join(dict.fromkeys(texts)), len(texts)
