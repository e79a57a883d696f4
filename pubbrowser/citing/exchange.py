"""Works, people and documents as JSON and YAML for other programs.

The shapes are those that the command line promises ("export" and "parse" with `--format json`);
items of works are CSL-JSON 1.0.2.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pubbrowser.citing.manner import Manner, Markup
from pubbrowser.model import Corpus, Document, Person, Statistic, Work
from pubbrowser.model.csl import to_csl

_NAMES_IN_CSL = {
    "container_title": "container-title",
    "collection_title": "collection-title",
    "collection_number": "collection-number",
    "publisher_place": "publisher-place",
    "chapter_number": "chapter-number",
    "isbn": "ISBN",
    "doi": "DOI",
    "url": "URL",
    "citation_key": "id",
}
"""Fields of a record that CSL-JSON spells otherwise; what stands in `custom` is spelt as here."""


def csl_json(works: Sequence[Work]) -> str:
    """Give `works` as a JSON array of CSL-JSON items, each with its citation key as `id`."""
    return to_json([_item(work) for work in works])


def _item(work: Work) -> dict[str, Any]:
    """Give the CSL-JSON item of `work`, an article number as the page, where all styles look."""
    item = to_csl(work.merged, work.key)
    if number := work.merged.article_number:
        item.setdefault("page", number)
    return item


def works_json(
    corpus: Corpus, works: Sequence[Work], manner: Manner | None = None
) -> dict[str, Any]:
    """Give `works` of `corpus` and the people on them as plain lists and dictionaries.

    A person's "works" counts the whole corpus, not only the works given. With a `manner` each
    work has its reference, as text and as HTML; then raises `StyleError`.
    """
    people = dict.fromkeys(index for work in works for index in work.people)
    return {
        "works": [_work(corpus, work) | _references(work, manner) for work in works],
        "people": [_person(corpus.people[index]) for index in sorted(people)],
    }


def documents_json(documents: Sequence[Document]) -> dict[str, Any]:
    """Give `documents` as read, before merging, as plain lists and dictionaries."""
    return {"documents": [_document(document) for document in documents]}


def to_json(data: object) -> str:
    """Give plain data as indented JSON with a final newline, Unicode as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_yaml(data: Any) -> str:
    """Give plain data as YAML, in the order of `data` and with unbroken lines."""
    import yaml  # deferred: only this output needs it

    # A file name that is no UTF-8 reaches Python as lone surrogates, which YAML has no form for.
    data = _without_surrogates(data)
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # several times as fast, if built in
    text: str = yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text


def _without_surrogates(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "replace").decode() if not data.isascii() else data
    if isinstance(data, dict):
        return {key: _without_surrogates(value) for key, value in data.items()}
    return [_without_surrogates(value) for value in data] if isinstance(data, list) else data


def _work(corpus: Corpus, work: Work) -> dict[str, Any]:
    return {
        "id": work.id,
        "key": work.key,
        "csl": to_csl(work.merged, work.key),
        "records": [{"path": source.path, "line": source.line} for source, _ in work.records],
        "people": [corpus.people[index].id for index in work.people],
        "tags": list(work.tags),
        "sources": {
            _NAMES_IN_CSL.get(field, field): str(source) for field, source in work.sources.items()
        },
    }


def _references(work: Work, manner: Manner | None) -> dict[str, str]:
    if manner is None:
        return {}
    from pubbrowser.citing.styles import reference  # deferred: only this output needs it

    written: dict[str, str] = {}
    markups: tuple[tuple[str, Markup], ...] = (("reference", "text"), ("reference_html", "html"))
    for name, markup in markups:
        written[name] = reference(
            work,
            manner.style,
            locale=manner.locale,
            markup=markup,
            bold_owner=manner.bold_owner,
        )
    return written


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name.full,
        "variants": list(person.variants),
        "works": person.works,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "owner": document.owner,
        "statistics": [_statistic(statistic) for statistic in document.statistics],
        "records": [to_csl(record) for record in document.records],
        "problems": [{"line": p.line, "message": p.message} for p in document.problems],
    }


def _statistic(statistic: Statistic) -> dict[str, Any]:
    return {
        "name": statistic.name,
        "value": statistic.value,
        "scope": statistic.scope,
        "as_of": statistic.as_of.iso if statistic.as_of else None,
        "source": statistic.source,
    }
