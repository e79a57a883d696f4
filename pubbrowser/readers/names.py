"""Lists of printed names: where one name ends, and which part of a name is what.

Four shapes are known: "Doe J A" (family name, then initials), "Doe, J. A." (the same with a
comma), "J. A. Doe" and "Jane Doe". The parts are given as printed, never corrected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pubbrowser.model import Name
from pubbrowser.text import clean_line

_SEPARATOR = re.compile(r"[,;·•]|&|(?<![\w.])(?:and|und|et(?!\s+al\b))(?!\w)| [-–] ")
_ET_AL = re.compile(
    r"(?<!\w)(?:et\s+al\b\.?|u\.\s?a\.|and\s+(?:\d+\s+)?others)|\.\.\.|…", re.IGNORECASE
)
_FOOTNOTE_MARKS = "*†‡§¶#^✝¹²³⁴⁵⁶⁷⁸⁹⁰"
_EDGES = " \t\n\r\f\v,;:()[]{}\x00" + _FOOTNOTE_MARKS
_SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
_ORGANISATION = re.compile(
    r"\b(?:collaboration|consortium|team|group|project|network|committee|initiative|"
    r"society|institute|university|association|contributors)\b",
    re.IGNORECASE,
)
_NOT_IN_NAMES = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "as",
        "is",
        "are",
        "or",
        "that",
        "this",
        "we",
        "my",
        "our",
        "its",
        "it",
        "not",
        "how",
        "what",
        "why",
        "when",
        "where",
        "via",
        "under",
        "using",
        "can",
        "into",
        "between",
        "during",
    ]
)
_LONGEST_NAME = 70
_MOST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One name of a list with its place in the text that it was found in."""

    name: Name
    printed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one list, in order; `truncated` says that it ends in "et al."."""

    names: tuple[PrintedName, ...] = ()
    truncated: bool = False


def read_names(text: str) -> NameList:
    """Split a printed list of names at commas, semicolons, "and", "&" and their like.

    Nothing is left out but separators, footnote marks and "et al.": a part that is no name of a
    person comes back as a `Name` with only `literal` set.
    """
    truncated = _ET_AL.search(text) is not None
    if truncated:
        text = _ET_AL.sub(lambda found: "," + " " * (len(found[0]) - 1), text)
    names = []
    for start, end in _name_spans(text):
        printed = clean_line(text[start:end])
        names.append(PrintedName(parse_name(printed), printed, start, end))
    if _gives_initials_only(names):
        names = [replace(each, name=_after_initials(each)) for each in names]
    return NameList(tuple(names), truncated)


def _gives_initials_only(names: list[PrintedName]) -> bool:
    """Say whether a list prints initials for given names: then "R. Doe Roe" has a double family
    name, which elsewhere is "R. Doe" as given name."""
    givens = [each.name.given for each in names if each.name.given]
    return len(givens) > 2 and sum(map(is_initials, givens)) * 4 >= len(givens) * 3


def _after_initials(printed: PrintedName) -> Name:
    tokens = printed.printed.split()
    if "," in printed.printed or not printed.name.given or not _is_initial(tokens[0]):
        return printed.name
    first = next((i for i, token in enumerate(tokens) if not _is_initial(token)), 0)
    if not first or printed.name.suffix or any(map(_is_initial, tokens[first:])):
        return printed.name
    return _with_particle(tokens[first:], " ".join(tokens[:first]), "")


def parse_name(printed: str) -> Name:
    """Give the parts of one name in any of the known shapes.

    A single word and the name of an organisation become `literal`.
    """
    printed = clean_line(printed)
    if is_organisation(printed):
        return Name(literal=printed)
    family, comma, given = printed.partition(",")
    if comma and family.strip() and given.strip(" ,"):
        given, _, suffix = given.strip(" ,").partition(",")
        return _with_particle(family.split(), given.strip(), suffix.strip())
    tokens = printed.split()
    suffix = tokens.pop() if len(tokens) > 2 and tokens[-1] in _SUFFIXES else ""
    if len(tokens) < 2:
        return Name(literal=printed)
    first_initial = len(tokens)
    while first_initial > 1 and _is_initial(tokens[first_initial - 1]):
        first_initial -= 1
    if first_initial < len(tokens) and not all(map(_is_initial, tokens[:first_initial])):
        return _with_particle(tokens[:first_initial], " ".join(tokens[first_initial:]), suffix)
    return _given_first(tokens, suffix)


def is_organisation(printed: str) -> bool:
    """Say whether a word in `printed` makes it the name of an organisation: "Team Moss"."""
    return _ORGANISATION.search(printed) is not None


def name_likeness(text: str) -> float:
    """Say how much `text` looks like a list of names: the share, 0 to 1, of parts that could be
    a person's name or an organisation's."""
    text = _ET_AL.sub(",", text)
    parts = [text[start:end] for start, end in _name_spans(text)]
    if not parts:
        return 0.0
    return sum(map(looks_like_name, parts)) / len(parts)


def looks_like_name(part: str) -> bool:
    """Say whether `part` could be one person's or organisation's name, by its shape alone."""
    part = part.strip(_EDGES)
    if not part or len(part) > _LONGEST_NAME or any(c.isdigit() or c in '“”"?!:' for c in part):
        return False
    tokens = part.replace(",", " ").split()
    if not 2 <= len(tokens) <= 7:
        return False
    if _ORGANISATION.search(part):
        return True
    if not any(token[0].isupper() and len(token) > 1 for token in tokens):
        return _is_caseless(part)
    plain = sum(token[0].islower() and not token.startswith(("d'", "d’")) for token in tokens)
    return plain <= 2 and not tokens[-1][0].islower() and _NOT_IN_NAMES.isdisjoint(tokens)


def is_initials(part: str) -> bool:
    """Say whether `part` is nothing but initials: "J", "J. A.", "K-R", "QM"."""
    tokens = part.split()
    return bool(tokens) and all(map(_is_initial, tokens))


def _is_initial(token: str) -> bool:
    if token in _SUFFIXES:
        return False
    letters = re.sub(r"[.\-‐‑–'’]", "", token)
    if not letters.isalpha():
        return False
    if letters.isupper() and len(letters) <= _MOST_INITIALS:
        return True
    # "Yu." and "Ch.-H." abbreviate names whose first sound takes two letters.
    return token.endswith(".") and len(letters) <= 3 and letters[0].isupper()


def _is_caseless(part: str) -> bool:
    """Scripts without capitals (Chinese, Arabic, …) give no evidence by case."""
    letters = [c for c in part if c.isalpha()]
    return bool(letters) and not any(c.isupper() or c.islower() for c in letters)


def _name_spans(text: str) -> list[tuple[int, int]]:
    """Give the trimmed span of each name, "Doe, J. A." taken together."""
    if ";" in text:
        return _spans_between(text, re.compile(r";|&|(?<![\w.])(?:and|und)(?!\w)"))
    chunks = _spans_between(text, re.compile(r"(?<![\w.])(?:and|und)(?!\w)|&"))
    if len(chunks) > 1 and all(_is_family_comma_given(text[s:e]) for s, e in chunks):
        return chunks
    spans = _spans_between(text, _SEPARATOR)
    initials = [is_initials(text[start:end]) for start, end in spans]
    if sum(initials) * 3 < len(spans):
        return spans
    joined: list[tuple[int, int]] = []
    complete = True
    for (start, end), only_initials in zip(spans, initials, strict=True):
        if only_initials and not complete:
            joined[-1] = (joined[-1][0], end)
            complete = True
        else:
            joined.append((start, end))
            complete = only_initials
    return joined


def _is_family_comma_given(text: str) -> bool:
    family, comma, given = text.partition(",")
    if not comma or "," in given:
        return False
    capitalised = [token for token in family.split() if token[0].isupper()]
    return len(capitalised) == 1 and 1 <= len(given.split()) <= 2


def _spans_between(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for found in separator.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    trimmed = (_trim(text, *span) for span in spans)
    return [(start, end) for start, end in trimmed if start < end]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _with_particle(family: list[str], given: str, suffix: str) -> Name:
    """A name whose family part is known: lower-case words in front of it are its particle."""
    first = 0
    while first < len(family) - 1 and family[first].islower():
        first += 1
    return Name(
        family=" ".join(family[first:]),
        given=given,
        non_dropping_particle=" ".join(family[:first]),
        suffix=suffix,
    )


def _given_first(tokens: list[str], suffix: str) -> Name:
    """A name that ends in the family name: "Jane van der Doe"."""
    family = len(tokens) - 1
    particle = family
    while particle > 1 and tokens[particle - 1].islower():
        particle -= 1
    return Name(
        family=tokens[family],
        given=" ".join(tokens[:particle]),
        non_dropping_particle=" ".join(tokens[particle:family]),
        suffix=suffix,
    )
