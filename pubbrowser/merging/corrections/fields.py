"""Fields that can be set: their names, and how their values are written.

The names are CSL-JSON's, as `model.csl.to_csl` writes them; beside them those of an item's
`custom` object that a person would correct.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from pubbrowser.merging.corrections.identifiers import arxiv_id_in, doi_in
from pubbrowser.merging.corrections.notation import Items, Members, Node, Scalar
from pubbrowser.merging.corrections.values import FieldValue
from pubbrowser.model import Date, Link, Name, Record, link
from pubbrowser.model.records import ITEM_TYPES
from pubbrowser.readers.names import parse_name
from pubbrowser.text import clean_block, clean_line

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "non_dropping_particle",
    "dropping-particle": "dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}


class FieldError(Exception):
    """A value is not what its field can have; `line` is where it stands."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_field(name: str, node: Node) -> tuple[str, FieldValue]:
    """Read the value of the field `name`; give the field's name in `Record` and the value.

    `~` stands for "not given". Raises `FieldError`; `KeyError` when there is no such field.
    """
    field, read = FIELDS[name]
    if isinstance(node, Scalar) and node.empty:
        return field, _NOT_GIVEN[field]
    return field, read(name, node)


def _text(name: str, node: Node) -> str:
    if not isinstance(node, Scalar):
        raise FieldError(f"{name} should be a text; put quotes around it", node.line)
    return clean_line(node.text)


def _block(name: str, node: Node) -> str:
    return clean_block(node.text) if isinstance(node, Scalar) else _text(name, node)


def _texts(name: str, node: Node) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, Items) else (node,)
    return tuple(text for text in (_text(name, each) for each in nodes) if text)


def _type(name: str, node: Node) -> str:
    text = _text(name, node)
    if text not in ITEM_TYPES:
        raise FieldError(
            f"there is no type {text!r}; there are: {', '.join(ITEM_TYPES)}", node.line
        )
    return text


def _date(name: str, node: Node) -> Date:
    if isinstance(node, Members):  # as CSL-JSON writes it: {date-parts: [[2021, 5]]}
        parts = {key.text: value for key, value in node.members}.get("date-parts")
        while isinstance(parts, Items) and parts.items and isinstance(parts.items[0], Items):
            parts = parts.items[0]
        text = "-".join(_texts(name, parts)) if isinstance(parts, Items) else ""
    else:
        text = _text(name, node)
    found = _DATE.fullmatch(text)
    date = Date(*(int(part or 0) for part in found.groups())) if found else None
    if date is None or not _is_real(date):
        raise FieldError(
            f"{name} should be a year, a month or a day, such as 2021, 2021-05 or 2021-05-03",
            node.line,
        )
    return date


def _is_real(date: Date) -> bool:
    try:
        datetime.date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return bool(date.month) or not date.day


def _doi(name: str, node: Node) -> str:
    text = _text(name, node)
    if not (doi := doi_in(text)):
        raise FieldError(f"{text!r} is no DOI; one looks like 10.1038/nature12373", node.line)
    return doi


def _arxiv(name: str, node: Node) -> str:
    text = _text(name, node)
    if not (identifier := arxiv_id_in(text)):
        raise FieldError(
            f"{text!r} is no arXiv identifier; one looks like 1902.10178 or cs/0112017", node.line
        )
    return identifier


def _url(name: str, node: Node) -> str:
    text = _text(name, node)
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        sound = False
    if not sound:
        raise FieldError(f"{text!r} is no web address; one begins with https://", node.line)
    return text


def _links(name: str, node: Node) -> tuple[Link, ...]:
    nodes = node.items if isinstance(node, Items) else (node,)
    return tuple(_link(name, each) for each in nodes)


def _link(name: str, node: Node) -> Link:
    if not isinstance(node, Members):
        return link(_url(name, node))
    parts = {key.text: value for key, value in node.members}
    if "url" not in parts or parts.keys() - {"url", "label"}:
        raise FieldError(f"an entry of {name} should be an address or {{url, label}}", node.line)
    label = _text("label", parts["label"]) if "label" in parts else ""
    return link(_url("url", parts["url"]), label)


def _names(name: str, node: Node) -> tuple[Name, ...]:
    if not isinstance(node, Items):
        raise FieldError(
            f'{name} should be a list of names, such as ["Weber, Anna", "Müller, K.-R."]',
            node.line,
        )
    return tuple(_name(name, each) for each in node.items)


def _name(field: str, node: Node) -> Name:
    if not isinstance(node, Members):
        text = _text(f"a name of {field}", node)
        if not text:
            raise FieldError(f"a name of {field} is empty", node.line)
        return parse_name(text)
    parts = {}
    for key, value in node.members:
        if key.text not in _NAME_PARTS:
            known = ", ".join(_NAME_PARTS)
            raise FieldError(
                f"a name has no part {clean_line(key.text)!r}; there are: {known}", key.line
            )
        parts[_NAME_PARTS[key.text]] = _text(key.text, value)
    name = Name(**parts)
    if not name.full:
        raise FieldError(f"a name of {field} is empty", node.line)
    return name


FIELDS: Mapping[str, tuple[str, Callable[[str, Node], FieldValue]]] = {
    "type": ("type", _type),
    "title": ("title", _text),
    "author": ("author", _names),
    "editor": ("editor", _names),
    "issued": ("issued", _date),
    "container-title": ("container_title", _text),
    "collection-title": ("collection_title", _text),
    "collection-number": ("collection_number", _text),
    "volume": ("volume", _text),
    "issue": ("issue", _text),
    "page": ("page", _text),
    "chapter-number": ("chapter_number", _text),
    "number": ("number", _text),
    "publisher": ("publisher", _text),
    "publisher-place": ("publisher_place", _text),
    "edition": ("edition", _text),
    "version": ("version", _text),
    "genre": ("genre", _text),
    "ISBN": ("isbn", _texts),
    "DOI": ("doi", _doi),
    "URL": ("url", _url),
    "accessed": ("accessed", _date),
    "abstract": ("abstract", _block),
    "note": ("note", _text),
    "arxiv_id": ("arxiv_id", _arxiv),
    "openreview_id": ("openreview_id", _text),
    "article_number": ("article_number", _text),
    "affiliation": ("affiliation", _text),
    "links": ("links", _links),
    "notes": ("notes", _texts),
}
"""For each field that can be set: its name in `Record`, and what reads its value."""

_NOT_GIVEN: Mapping[str, FieldValue] = {
    field: getattr(Record(), field) for field, _ in FIELDS.values()
}
