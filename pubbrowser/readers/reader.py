"""What every reader of an input format is, and the error that reading can end in."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass

from pubbrowser.model import Document, Problem


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text on its way into a reader.

    `content` is decoded but not cleaned: readers clean what they take out of it.
    `captured` is the day on which the page was saved as far as the file tells (its date of
    modification); a reader uses it only for what the page itself leaves open.
    """

    content: str
    path: str
    captured: datetime.date
    problems: tuple[Problem, ...] = ()
    """What was found wrong on the way from the file to the text."""

    @property
    def ending(self) -> str:
        """The ending of the file's name in lower case, with that of packed files left out:
        ".bib" of "Paper.BIB.gz"; "" where it has none."""
        return os.path.splitext(self.path.lower().removesuffix(".gz"))[1]


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    """The format's name in `Document.format` and on the command line."""
    description: str
    """A few words for people: "scholar feed page (scholarfeed.org)"."""
    sniff: Callable[[Text], float]
    """How sure the reader is, 0 to 1, that a text is of its format; 0 means "not mine"."""
    read: Callable[[Text], Document]
    """Read a text completely. What cannot be read becomes a problem of the document; raises
    `ReadError` when nothing can be made of it."""


class ReadError(Exception):
    """A document could not be read. Its message is for the person at the terminal."""

    def __init__(self, path: str, message: str, line: int = 0) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line


class UnknownLayoutError(ReadError):
    """A text was read but is no list of publications in any layout that is known."""
