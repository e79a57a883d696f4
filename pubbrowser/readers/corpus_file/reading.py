"""From the entries of a corpus file to a document.

Records are given the line at which their entry starts in this file, not the one of the
document that they were once read from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pubbrowser.model import Date, Document, Problem, Record, Statistic
from pubbrowser.model.csl import from_csl
from pubbrowser.model.keys import legal_key
from pubbrowser.model.links import doi_in
from pubbrowser.readers.corpus_file.cut_lists import without_others
from pubbrowser.readers.corpus_file.foreign import completed
from pubbrowser.readers.corpus_file.issued import read_issued
from pubbrowser.readers.notation.json_text import plain, read_json
from pubbrowser.readers.notation.marked import Entry, NotationError, Shape
from pubbrowser.readers.reader import ReadError, Text
from pubbrowser.readers.wording import no_doi
from pubbrowser.text import clean_block, clean_line

_FORMAT = "corpus"
_ITEM = Shape()
_ITEMS = Shape(items=_ITEM)
_DOCUMENT = Shape(members={"records": _ITEMS, "problems": _ITEMS})
_FILE = Shape(
    items=_ITEM,
    members={"documents": Shape(items=_DOCUMENT)}
    | dict.fromkeys(("works", "items", "references"), _ITEMS),
)


def read(text: Text) -> Document:
    """Read a corpus or CSL-JSON file as one document.

    Where a file holds several documents, their records are joined. Entries of JSON that break
    its rules become problems. Raises `ReadError` where a syntax error leaves nothing to be read,
    with its line, and for a file of another shape.
    """
    content = text.content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    is_json = content.lstrip()[:1] in ("{", "[")
    faults: list[NotationError] = []
    try:
        root = read_json(content, _FILE, faults) if is_json else _read_yaml(content)
        document = _Reading(text.path, faults).document(root)
        if faults and not document.records:
            raise faults[0]
    except NotationError as error:
        raise ReadError(
            text.path,
            f"this is not valid {'JSON' if is_json else 'YAML'}: {clean_line(str(error))}; "
            "correct this place, or write the file anew with `pubbrowser export`",
            error.place,
        ) from error
    return document


def _read_yaml(content: str) -> Entry:
    from pubbrowser.readers.notation.yaml_text import read_yaml  # yaml costs 15 ms to import

    return read_yaml(content, _FILE)


class _Reading:
    """One file on its way into a document, with what was found unreadable in it."""

    def __init__(self, path: str, faults: list[NotationError]) -> None:
        self._path = path
        self._faults = faults
        self._problems = [
            Problem(fault.line, f"left out: {clean_line(str(fault))}") for fault in faults
        ]
        self._lines_of_keys: dict[str, int] = {}
        """Where the keys of one document, folded, are met first."""

    def document(self, root: Entry) -> Document:
        if isinstance(root.value, list):
            return self._made(self._items(root))
        members = _members(root)
        if "documents" in members:
            return self._joined(members["documents"])
        if "works" in members:
            works = (self._work(entry) for entry in _entries(members["works"]))
            return self._made([work for work in works if work])
        for name in ("items", "references"):
            if name in members:
                return self._made(self._items(members[name]))
        if self._faults:
            raise self._faults[0]
        if members.keys() & {"title", "author", "type"}:
            return self._made(self._items(Entry([Entry(plain(root), root.line)], root.line)))
        raise ReadError(
            self._path,
            "this file has neither `documents` nor `works` nor is it an array of CSL-JSON items; "
            "`pubbrowser export` writes files that can be read",
        )

    def _made(
        self,
        records: list[Record],
        owner: str = "",
        statistics: list[Statistic] | None = None,
    ) -> Document:
        return Document(
            self._path,
            _FORMAT,
            owner=owner,
            statistics=tuple(statistics or ()),
            records=tuple(records),
            problems=tuple(sorted(self._problems, key=lambda problem: problem.line)),
        )

    def _joined(self, documents: Entry) -> Document:
        owners: set[str] = set()
        statistics: list[Statistic] = []
        records: list[Record] = []
        for entry in _entries(documents):
            members = _members(entry)
            if not members:
                self._leave_out(entry, "a document with `records`")
                continue
            owners.add(_line(_value_of(members, "owner")))
            found = _value_of(members, "statistics")
            statistics += map(_statistic, found if isinstance(found, list) else [])
            self._lines_of_keys.clear()
            records += self._records(members.get("records"))
            self._problems += _problems(members.get("problems"))
        owners.discard("")
        return self._made(
            records,
            owners.pop() if len(owners) == 1 else "",
            statistics if len(_entries(documents)) == 1 else None,
        )

    def _items(self, entries: Entry) -> list[Record]:
        """Read CSL-JSON items that another program may have written."""
        records = (self._record(entry.value, entry, foreign=True) for entry in _entries(entries))
        return [record for record in records if record]

    def _records(self, entries: Entry | None) -> list[Record]:
        records = (self._record(entry.value, entry) for entry in _entries(entries))
        return [record for record in records if record]

    def _work(self, entry: Entry) -> Record | None:
        value = entry.value
        return self._record(value.get("csl") if isinstance(value, Mapping) else None, entry)

    def _record(self, item: object, entry: Entry, foreign: bool = False) -> Record | None:
        if not isinstance(item, Mapping):
            self._leave_out(entry, "a CSL-JSON item")
            return None
        cleaned = _cleaned_item(item)
        record = without_others(from_csl(cleaned, entry.line))
        if foreign and not isinstance(cleaned.get("custom"), Mapping):  # else of this program
            record = completed(record, cleaned)
        self._check_key(record)
        issued, remark, problem = read_issued(cleaned.get("issued"))
        if problem:
            self._problems.append(Problem(entry.line, problem))
        accessed = read_issued(cleaned.get("accessed"))
        if unread := accessed.problem or accessed.remark:
            self._problems.append(Problem(entry.line, f"accessed: {unread}"))
        is_new = remark and remark not in record.notes
        notes = (*record.notes, remark) if is_new else record.notes
        return replace(
            record, issued=issued, accessed=accessed.date, notes=notes, doi=self._doi(record)
        )

    def _doi(self, record: Record) -> str:
        doi = doi_in(record.doi)
        if record.doi and not doi:
            self._problems.append(Problem(record.line, no_doi(record.doi)))
        return doi

    def _check_key(self, record: Record) -> None:
        key, legal = record.citation_key, legal_key(record.citation_key)
        if not key:
            return
        if key != legal:
            message = f'the key "{key}" is not legal in citations; "{legal}" takes its place'
            self._problems.append(Problem(record.line, message))
        if first := self._lines_of_keys.get(legal.casefold()):
            message = f'the key "{key}" is that of line {first} too'
            self._problems.append(Problem(record.line, message))
        else:
            self._lines_of_keys[legal.casefold()] = record.line

    def _leave_out(self, entry: Entry, expected: str) -> None:
        self._problems.append(Problem(entry.line, f"left out: {expected} should stand here"))


def _members(entry: Entry) -> dict[str, Entry]:
    """The members of an entry that is an object of the shape, else none."""
    value = entry.value
    return value if isinstance(value, dict) else {}


def _entries(entry: Entry | None) -> list[Entry]:
    """The items of an entry that is an array of the shape, else none."""
    return entry.value if entry and isinstance(entry.value, list) else []


def _value_of(members: dict[str, Entry], name: str) -> Any:
    return members[name].value if name in members else None


def _line(value: object) -> str:
    return clean_line(str(value)) if isinstance(value, (str, int, float)) else ""


def _problems(entries: Entry | None) -> list[Problem]:
    """The problems of the original document, each at the line of this file that tells of it."""
    problems = []
    for entry in _entries(entries):
        if isinstance(entry.value, Mapping) and (text := _line(entry.value.get("message"))):
            problems.append(Problem(entry.line, text))
    return problems


def _statistic(value: Any) -> Statistic:
    members: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    number = members.get("value")
    return Statistic(
        name=_line(members.get("name")),
        value=number if isinstance(number, (int, float)) else _line(number),
        scope=_line(members.get("scope")),
        as_of=_date(_line(members.get("as_of"))),
        source=_line(members.get("source")),
    )


def _date(iso: str) -> Date | None:
    """Read "2025", "2025-09" or "2025-09-20"; None for anything else."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    return Date(*(int(part or 0) for part in found.groups())) if found else None


def _cleaned_item(item: Mapping[str, Any]) -> dict[str, Any]:
    done: dict[int, Any] = {}
    return {
        name: clean_block(value)
        if name == "abstract" and isinstance(value, str)
        else _cleaned(value, done)
        for name, value in item.items()
    }


def _cleaned(value: Any, done: dict[int, Any]) -> Any:
    """Give `value` with every text in it cleaned. `done` holds what was met before: anchors of
    YAML can make a short file refer to the same list a billion times."""
    if isinstance(value, str):
        return clean_line(value)
    if not isinstance(value, (list, dict)):
        return value
    if id(value) not in done:
        done[id(value)] = (
            [_cleaned(part, done) for part in value]
            if isinstance(value, list)
            else {name: _cleaned(part, done) for name, part in value.items()}
        )
    return done[id(value)]
