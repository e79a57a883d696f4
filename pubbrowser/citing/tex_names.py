r"""Names as BibTeX and biber read them: "von Last, Jr, First and {Moss Group} and others".

Sources: Nicolas Markey, "Tame the BeaST" (2009), part 4, for how names are split; the biblatex
manual, §2.3.3, says that biber splits them alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pubbrowser.citing.initials import dotted
from pubbrowser.citing.latex import escape_text
from pubbrowser.model import Name

_APOSTROPHES = ("'", "’")


class NameParts(NamedTuple):
    """How text becomes LaTeX in each part of a name."""

    family: Callable[[str], str] = escape_text
    given: Callable[[str], str] = escape_text
    literal: Callable[[str], str] = lambda text: f"{{{escape_text(text)}}}"
    """For what must stay in one piece; with its braces."""
    most_commas: int | None = None
    """A name with more of them, braces or not, is written in one piece."""


def name_list(names: Sequence[Name], truncated: bool, parts: NameParts) -> str:
    """Give `names` joined by "and"; "and others" ends a list that was printed with "et al."."""
    written = [text for name in names if (text := tex_name(name, parts))]
    if written and truncated:
        written.append("others")
    return " and ".join(written)


def tex_name(name: Name, parts: NameParts) -> str:
    """Give one name as "von Last, Jr, First", in braces where it would be taken apart.

    Literal names stand in braces of their own. Dropping and non-dropping particles are both
    the "von" part, for .bib files know one kind; one that ends in an apostrophe is joined to
    the family name. Initials get full stops. "" stands for a name without letters or signs.
    """
    if name.literal.strip():
        return parts.literal(name.literal)
    particle = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    given = dotted(name.given, name.family)
    if not name.family.strip():
        rest = " ".join(filter(None, (given, particle, name.suffix)))
        return parts.literal(rest) if rest.strip() else ""
    family = name.family
    if particle.endswith(_APOSTROPHES):
        particle, family = "", particle + family
    elided = family is not name.family
    von_last = _part(family, parts.family, parts, inner_particle=not elided)
    if particle.strip():
        von_last = f"{_part(particle, parts.family, parts)} {von_last}"
    if not given.strip():
        one_word = bool(particle) or not re.search(r"[\s,]", family)
        alone = one_word and not name.suffix and family.casefold() != "others"
        return von_last if alone else parts.literal(name.full)
    suffix, first = (_part(text, parts.given, parts) for text in (name.suffix, given))
    written = ", ".join(filter(None, (von_last, suffix, first)))
    too_many = parts.most_commas is not None and written.count(",") > parts.most_commas
    return parts.literal(name.full) if too_many else written


def _part(
    text: str, escape: Callable[[str], str], parts: NameParts, *, inner_particle: bool = False
) -> str:
    """Give a part of a name, in braces if it would not be seen as one part.

    Commas and "and" end a part, and hyphens alone are none to BibTeX; brackets in family names
    upset the labels that natbib takes apart. A family name with a
    lower-case word inside ("Ortega y Gasset") is braced as well when `inner_particle`: all up
    to that word would be taken for a particle. So is one in lower case throughout: biber 2.18
    takes all of "boyd, danah" for a particle.
    """
    words = text.split()
    latex = escape(text)  # which may turn „ into two commas
    torn = "," in latex or any(word.casefold() == "and" for word in words)
    torn |= bool(words) and not latex.strip("-~ ")
    torn |= escape is parts.family and re.search(r"[][()]", latex) is not None
    if inner_particle:
        capital = next((i for i, word in enumerate(words) if word[:1].isupper()), len(words))
        torn |= any(word[:1].islower() for word in words[capital:] or words[:1])
    return parts.literal(text) if torn else latex
