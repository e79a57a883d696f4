"""Records as CSL-JSON items and back.

Source of the names and shapes: the CSL-JSON schema 1.0.2 (citation-style-language/schema).
What CSL has no word for stands in the item's `custom` object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pubbrowser.model.dates import Date
from pubbrowser.model.links import LINK_KINDS, Link, link_kind
from pubbrowser.model.names import Name
from pubbrowser.model.records import ITEM_TYPES, ItemType, Record

_NO_CASE = re.compile(r"<span\s+class=[\"']nocase[\"']>(.*?)</span>", re.IGNORECASE)
_WORD_END, _WORD_START = re.compile(r"\w+\Z"), re.compile(r"\w+")

_TEXT_FIELDS = {
    "title": "title",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "collection_number": "collection-number",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "chapter_number": "chapter-number",
    "number": "number",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "version": "version",
    "genre": "genre",
    "doi": "DOI",
    "url": "URL",
    "abstract": "abstract",
    "note": "note",
}
_NAME_PARTS = {
    "family": "family",
    "given": "given",
    "non_dropping_particle": "non-dropping-particle",
    "dropping_particle": "dropping-particle",
    "suffix": "suffix",
    "literal": "literal",
}
_ITEM_TYPES: dict[str, ItemType] = {known: known for known in ITEM_TYPES}
_OUR_PARTS = {theirs: ours for ours, theirs in _NAME_PARTS.items()}
_NO_NAME = Name()
_CUSTOM_TEXT = (
    "section",
    "category",
    "arxiv_id",
    "openreview_id",
    "article_number",
    "locator",
    "affiliation",
)
_CUSTOM_LISTS = ("notes", "protected_words")
_CUSTOM_FLAGS = (
    "has_code", "authors_truncated", "editors_truncated", "abstract_truncated", "year_inferred",
)  # fmt: skip
_PREPRINT = "preprint"
"""The genre of all works of the type `article`, as Zotero has it; no record needs to say it."""


def to_csl(record: Record, item_id: str = "") -> dict[str, Any]:
    """Give `record` as one CSL-JSON item; fields that are not given are left out.

    `item_id` becomes the item's `id`; without one it is the record's own citation key.
    """
    item: dict[str, Any] = {}
    if identifier := item_id or record.citation_key:
        item["id"] = identifier
    item["type"] = record.type
    for role, names in (("author", record.author), ("editor", record.editor)):
        if names:
            item[role] = [name_to_csl(name) for name in names]
    for name, date in (("issued", record.issued), ("accessed", record.accessed)):
        if date:
            item[name] = {"date-parts": [date.parts]}
    for ours, theirs in _TEXT_FIELDS.items():
        if value := getattr(record, ours):
            item[theirs] = value
    if record.isbn:
        item["ISBN"] = " ".join(record.isbn)
    if record.type == "article":
        item.setdefault("genre", _PREPRINT)
    if custom := _custom(record):
        item["custom"] = custom
    return item


def _custom(record: Record) -> dict[str, Any]:
    custom: dict[str, Any] = {}
    if record.line:
        custom["line"] = record.line
    for name in _CUSTOM_TEXT:
        if value := getattr(record, name):
            custom[name] = value
    for name in _CUSTOM_FLAGS:
        if getattr(record, name):
            custom[name] = True
    if record.links:
        custom["links"] = [
            {"url": link.url, "kind": link.kind, "label": link.label} for link in record.links
        ]
    for name in _CUSTOM_LISTS:
        if values := getattr(record, name):
            custom[name] = list(values)
    if record.owner_positions:
        custom["owner_positions"] = list(record.owner_positions)
    if record.score is not None:
        custom["score"] = record.score
    return custom


def name_to_csl(name: Name) -> dict[str, str]:
    """Give `name` as a CSL-JSON name variable, parts that are empty left out."""
    return {
        theirs: getattr(name, ours) for ours, theirs in _NAME_PARTS.items() if getattr(name, ours)
    }


def from_csl(item: Mapping[str, Any], line: int | None = None) -> Record:
    """Read a CSL-JSON item; the inverse of `to_csl` for every item that it wrote.

    `line` is that of the record; by default the one that `custom` names.
    Values of another type than the schema allows are turned into text or left out: files
    written by other programs are not always valid. Raises nothing. The text is not cleaned.
    """
    custom = item.get("custom")
    custom = custom if isinstance(custom, Mapping) else {}
    fields: dict[str, Any] = {
        ours: _text(item.get(theirs)) for ours, theirs in _TEXT_FIELDS.items()
    }
    if line is None:
        printed = custom.get("line")
        line = printed if isinstance(printed, int) else 0
    if custom:
        fields |= _custom_fields(custom)
    number = fields.get("article_number")
    if number and fields["page"] == number:
        fields["page"] = ""  # written for programs that know no article numbers
    fields["title"], spans = _without_spans(fields["title"])
    if spans:
        protected = fields.get("protected_words", ())
        fields["protected_words"] = tuple(dict.fromkeys((*protected, *spans)))
    kind = _item_type(item.get("type"))
    if kind == "article" and fields["genre"].casefold() == _PREPRINT:
        fields["genre"] = ""
    return Record(
        **fields,
        type=kind,
        author=_names(item.get("author")),
        editor=_names(item.get("editor")),
        issued=_date(item.get("issued")),
        accessed=_date(item.get("accessed")),
        isbn=tuple(_text(item.get("ISBN")).replace(",", " ").split()),
        citation_key=_text(item.get("id")),
        line=line,
    )


def _custom_fields(custom: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: _text(custom.get(name)) for name in _CUSTOM_TEXT}
    fields |= {name: custom.get(name) is True for name in _CUSTOM_FLAGS}
    fields |= {name: _texts(custom.get(name)) for name in _CUSTOM_LISTS}
    fields["protected_words"] = tuple(dict.fromkeys(fields["protected_words"]))
    score = custom.get("score")
    fields["links"] = _links(custom.get("links"))
    fields["owner_positions"] = tuple(
        p for p in _list(custom.get("owner_positions")) if isinstance(p, int)
    )
    fields["score"] = float(score) if isinstance(score, (int, float)) else None
    return fields


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, _list(value))))


def _without_spans(title: str) -> tuple[str, list[str]]:
    """Give `title` without the spans that keep its words from change of case, and these words.

    Source: the CSL-JSON documentation, "HTML-like tags". A part of a word stands for all of it.
    """
    words: list[str] = []
    if "<" not in title:
        return title, words
    while found := _NO_CASE.search(title):
        before, inside, after = title[: found.start()], found[1], title[found.end() :]
        title = before + inside + after
        left, right = _WORD_END.search(before), _WORD_START.match(after)
        word = f"{left[0] if left else ''}{inside}{right[0] if right else ''}".strip()
        if word:
            words.append(word)
    return title, words


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _item_type(value: object) -> ItemType:
    return _ITEM_TYPES.get(value, "document") if isinstance(value, str) else "document"


def _names(value: object) -> tuple[Name, ...]:
    names = (
        _name(entry) if isinstance(entry, dict) else Name(literal=_text(entry))
        for entry in _list(value)
    )
    return tuple(name for name in names if name != _NO_NAME)


def _name(entry: Mapping[str, Any]) -> Name:
    return Name(**{_OUR_PARTS[part]: _text(entry[part]) for part in entry.keys() & _OUR_PARTS})


def _date(value: object) -> Date | None:
    """Read a date; of a range the first date counts, and a raw text its leading ISO date."""
    if not isinstance(value, Mapping):
        return None
    dates = _list(value.get("date-parts"))
    parts = _list(dates[0]) if dates else _text(value.get("raw")).split("-")
    numbers = []
    for part in parts[:3]:
        try:
            numbers.append(int(part))
        except (OverflowError, TypeError, ValueError):
            break
    if not numbers or not 0 < numbers[0] <= 9999:
        return None
    month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else 0
    day = numbers[2] if month and len(numbers) > 2 and 1 <= numbers[2] <= 31 else 0
    return Date(numbers[0], month, day)


def _links(value: object) -> tuple[Link, ...]:
    links = []
    for entry in _list(value):
        if isinstance(entry, Mapping) and (url := _text(entry.get("url"))):
            label = _text(entry.get("label"))
            kind = entry.get("kind")
            known = next((known for known in LINK_KINDS if known == kind), None)
            links.append(Link(url, known or link_kind(url, label), label))
    return tuple(links)
