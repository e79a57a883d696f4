"""From the elements of an XML file to a document: what the readers of XML share."""

from __future__ import annotations

from collections.abc import Callable

from pubbrowser.model import Document, Problem, Record
from pubbrowser.readers.notation.marked import NotationError
from pubbrowser.readers.notation.xml_entries import Element, xml_entries
from pubbrowser.readers.reader import Text


def document_of(
    text: Text, form: str, name: str, read_record: Callable[[Element, int], Record]
) -> Document:
    """Read each element called `name` with `read_record`, which is given its line too."""
    faults: list[NotationError] = []
    records = []
    problems = []
    content = text.content.replace("\r\n", "\n").replace("\r", "\n")
    for entry in xml_entries(content, name, faults):
        record = read_record(entry.element, entry.line)
        if record.title or record.author or record.editor:
            records.append(record)
        else:
            problems.append(
                Problem(entry.line, "left out: this entry has neither a title nor an author")
            )
    problems += [Problem(fault.line, f"left out: {fault}") for fault in faults]
    problems.sort(key=lambda problem: problem.line)
    return Document(text.path, form, records=tuple(records), problems=tuple(problems))
