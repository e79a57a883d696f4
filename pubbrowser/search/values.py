"""What the fields of a query are compared with that hold values, not running text."""

from __future__ import annotations

from collections.abc import Iterable

from pubbrowser.model import ItemType, Work
from pubbrowser.search.conditions import ValueField
from pubbrowser.text import fold

TYPE_WORDS: dict[ItemType, tuple[str, ...]] = {
    "article-journal": ("article-journal", "journal article"),
    "paper-conference": ("paper-conference", "conference paper", "workshop paper"),
    "book": ("book",),
    "chapter": ("chapter",),
    "article": ("article", "preprint"),
    "thesis": ("thesis",),
    "report": ("report",),
    "software": ("software",),
    "dataset": ("dataset",),
    "speech": ("speech", "talk"),
    "patent": ("patent",),
    "webpage": ("webpage", "web page"),
    "document": ("document", "other"),
}
"""For each type its names, folded: CSL's own ("article" is a preprint there) and plain ones."""


def values_of(field: ValueField, work: Work) -> tuple[str, ...]:
    """Give the values of `field` in `work`, folded; a query asks what one of them begins with.

    Documents go by their path and by their file's name.
    """
    if field == "type":
        return TYPE_WORDS[work.merged.type]
    return tuple(map(fold, _printed(field, work)))


def _printed(field: ValueField, work: Work) -> Iterable[str]:
    if field == "category":
        return work.merged.category.split()
    if field == "tag":
        return work.tags
    if field == "key":
        return (work.key,)
    paths = dict.fromkeys(source.path for source, _ in work.records)
    return dict.fromkeys(
        name for path in paths for name in (path, path.replace("\\", "/").rpartition("/")[2])
    )
