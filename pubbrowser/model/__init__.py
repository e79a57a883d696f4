"""The values that flow through the program: frozen dataclasses without behaviour of their own."""

from pubbrowser.model.dates import Date
from pubbrowser.model.links import Link, LinkKind, link
from pubbrowser.model.names import Name
from pubbrowser.model.records import Document, ItemType, Problem, Record, Statistic
from pubbrowser.model.works import Corpus, Finding, FindingKind, Person, Source, Work

__all__ = [
    "Corpus",
    "Date",
    "Document",
    "Finding",
    "FindingKind",
    "ItemType",
    "Link",
    "LinkKind",
    "Name",
    "Person",
    "Problem",
    "Record",
    "Source",
    "Statistic",
    "Work",
    "link",
]
