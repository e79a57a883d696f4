"""Lists of names that end in "others", as other programs write what is cut in a .bib file."""

from __future__ import annotations

from dataclasses import replace

from pubbrowser.model import Name, Record

_OTHERS = frozenset(("others", "et al", "et al."))


def without_others(record: Record) -> Record:
    """Give `record` with "others" at the end of its names as what it means: the list is cut."""
    author, editor = _is_cut(record.author), _is_cut(record.editor)
    if author:
        record = replace(record, author=record.author[:-1], authors_truncated=True)
    if not editor:
        return record
    record = replace(record, editor=record.editor[:-1])
    if record.author:
        return replace(record, editors_truncated=True)
    return replace(record, authors_truncated=True)


def _is_cut(names: tuple[Name, ...]) -> bool:
    return len(names) > 1 and names[-1].full.casefold() in _OTHERS
