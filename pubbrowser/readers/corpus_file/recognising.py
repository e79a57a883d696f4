"""Telling corpus files and CSL-JSON from other JSON and YAML by their first lines."""

from __future__ import annotations

import re

from pubbrowser.readers.reader import Text

_HEAD = 4096
"""How much of a text is looked at, in characters."""

# Types of CSL 1.0.2 that no other kind of JSON is likely to use, and those that are plain words.
_TELLING_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article-(?:journal|magazine|newspaper)|paper-conference|post-weblog'
    r"|entry-(?:dictionary|encyclopedia)|review-book|legal_case|motion_picture"
    r'|personal_communication)"'
)
_COMMON_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article|book|chapter|classic|collection|dataset|document|entry|event'
    r"|manuscript|pamphlet|patent|periodical|post|report|review|software|speech|standard"
    r'|thesis|webpage)"'
)
_BIBLIOGRAPHIC = re.compile(
    r'"(?:author|editor)"\s*:\s*\[|"(?:issued|date-parts|DOI'
    r'|(?:container|collection)-title|(?:collection|chapter)-number|publisher-place)"\s*:'
)
_TITLE = re.compile(r'"title"\s*:')
_SCHEMA = re.compile(r'"type"\s*:\s*"object"|"\$schema"\s*:')
"""What a description of data has, and never data."""

_JSON_CORPUS = (
    (re.compile(r'"documents"\s*:\s*\['), re.compile(r'"(?:path|records|format)"|\[\s*\]')),
    (re.compile(r'"works"\s*:\s*\['), re.compile(r'"csl"|\[\s*\]')),
)
_YAML_CORPUS = (
    (
        re.compile(r"^documents:", re.MULTILINE),
        re.compile(r"^[ -]*(?:path|records|format):|\[\]", re.MULTILINE),
    ),
    (re.compile(r"^works:", re.MULTILINE), re.compile(r"^[ -]*csl:|\[\]", re.MULTILINE)),
)
"""What each shape starts with, and what must stand near it."""


def sniff(text: Text) -> float:
    """Say how sure it is, by the first 4 kB, that `text` is a corpus or CSL-JSON."""
    head = text.content[:_HEAD].lstrip("\ufeff \t\r\n")
    corpus = _JSON_CORPUS if head.startswith("{") else _YAML_CORPUS
    if any(start.search(head) and near.search(head) for start, near in corpus):
        return 0.95
    return _items(head) if re.match(r"\{|\[\s*(?:\{|\]\s*$)", head) else 0.0


def _items(head: str) -> float:
    if _SCHEMA.search(head):
        return 0.0
    if _TELLING_TYPE.search(head):
        return 0.95
    bibliographic = bool(_BIBLIOGRAPHIC.search(head))
    if _COMMON_TYPE.search(head):
        return 0.9 if bibliographic else 0.5 if _TITLE.search(head) else 0.0
    return 0.4 if bibliographic and _TITLE.search(head) else 0.0
