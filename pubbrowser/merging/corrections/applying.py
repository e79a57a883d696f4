"""Fields that a person has set, put into a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pubbrowser.merging.corrections.values import FieldValue
from pubbrowser.model import Record


def apply_fields(record: Record, fields: Mapping[str, FieldValue]) -> Record:
    """Give `record` with the values of `fields`, whose names are those of `Record`.

    What a document said about an old value goes with it: that a list of authors was cut, that
    a year was inferred, the locator as printed, the link to another DOI.
    """
    if not fields:
        return record
    changes: dict[str, object] = dict(fields)
    if "author" in fields:
        changes |= {"authors_truncated": False, "owner_positions": ()}
    if "editor" in fields:
        changes["editors_truncated"] = False
    if "url" in fields:
        changes.setdefault("accessed", None)
    if "issued" in fields:
        changes["year_inferred"] = False
    if "abstract" in fields:
        changes["abstract_truncated"] = False
    outdated = {kind for kind, field in (("doi", "doi"), ("arxiv", "arxiv_id")) if field in fields}
    if outdated and "links" not in fields:
        changes["links"] = tuple(link for link in record.links if link.kind not in outdated)
    changed: Record = replace(record, **changes)  # type: ignore[arg-type]
    if fields.keys() & {"volume", "issue", "page"}:
        changed = replace(changed, locator=_locator(changed))
    return changed


def _locator(record: Record) -> str:
    issue = f"({record.issue})" if record.issue else ""
    pages = f":{record.page}" if record.page and (record.volume or issue) else record.page
    return f"{record.volume}{issue}{pages}"
