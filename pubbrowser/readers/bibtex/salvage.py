"""What can be told of an entry whose braces or quotation marks do not match.

The only thing to hold on to is that people and programs put fields on lines of their own, or at
least behind commas: a value ends where the next field begins.
"""

from __future__ import annotations

import re

from pubbrowser.readers.bibtex.strings import Strings, TooLongError

_COMMON = (
    "abstract|address|annote|archiveprefix|author|booktitle|chapter|crossref|date|day|doi|edition|"
    "editor|eid|eprint|eprinttype|howpublished|institution|isbn|issn|issue|journal|journaltitle|"
    "keywords|language|location|month|note|number|organization|pages|primaryclass|publisher|"
    "school|series|subtitle|title|type|url|urldate|volume|year"
)
_FIELD = re.compile(
    r"(?:^[ \t]*+(?P<own>[A-Za-z_][\w:.+/*-]*+)"
    rf"|,[ \t]*+(?P<inline>{_COMMON}))\s*+=\s*+(?=[{{\"\w])",
    re.MULTILINE | re.IGNORECASE,
)
_END_OF_ENTRY = re.compile(r"\n[ \t]*+[})][ \t,]*+(?:\n|\Z)|\n[ \t]*+\n")
_BRACES = re.compile(r"[{}]")


def fields(text: str, macros: Strings) -> dict[str, str]:
    """Give the fields of a broken entry; `text` goes from its opening to the next entry.

    Of fields that are given twice the first one counts.
    """
    starts = list(_FIELD.finditer(text))
    found: dict[str, str] = {}
    for position, start in enumerate(starts):
        is_last = position + 1 == len(starts)
        end = len(text) if is_last else starts[position + 1].start()
        name = (start["own"] or start["inline"]).lower()
        if value := _value(text[start.end() : end], macros):
            found.setdefault(name, value)
    return found


def _value(text: str, macros: Strings) -> str:
    if text[0] == "{" and (end := _closing(text)):
        return text[1 : end - 1]
    if ended := _END_OF_ENTRY.search(text):
        text = text[: ended.start()]
    text = text.rstrip(" \t\n,")
    if text[:1] == '"':
        end = text.rfind('"')
        return text[1:end] if end > 0 else text[1:].rstrip("}) \t\n")
    if text[:1] == "{":
        return _without_last_braces(text[1:])
    bare = text.rstrip("}) \t\n")
    try:
        return macros.value(bare)
    except TooLongError:
        return ""
    finally:
        macros.end_value()


def _closing(text: str) -> int:
    """Give the offset behind the brace that closes the first one, 0 if there is none or if more
    stands behind it than the end of a field."""
    depth = 0
    for brace in _BRACES.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end() if not text[brace.end() :].strip(" \t\n,})") else 0
    return 0


def _without_last_braces(text: str) -> str:
    """Drop the closing braces at the end that have no partner in `text`."""
    surplus = text.count("}") - text.count("{")
    while surplus > 0 and text.rstrip().endswith("}"):
        text = text.rstrip()[:-1]
        surplus -= 1
    return text.rstrip()
