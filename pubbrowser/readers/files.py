"""From paths to texts: folders are searched, encodings recognised, nothing is written."""

from __future__ import annotations

import codecs
import datetime
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pubbrowser.model import Document, Problem
from pubbrowser.readers.reader import ReadError, Text, UnknownLayoutError
from pubbrowser.readers.unpacking import ENDING, is_packed, unpacked

STANDARD_INPUT = "-"
CORRECTIONS_NAME = "pubbrowser.yaml"
"""The file beside documents that holds the user's corrections; it is no document itself."""
_SUFFIXES = frozenset(
    (
        ".md", ".markdown", ".txt", ".text", ".yaml", ".yml", ".json", ".jsonl", ".ndjson", ".bib",
        ".bibtex", ".biblatex", ".ris", ".nbib", ".xml", ".atom",
    )
)  # fmt: skip
"""Endings of files that are opened when a folder is searched, also packed (.bib.gz); one named
outright may have any."""

_HEAD = 8192
"""How many bytes tell a text from a binary file."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that no text holds; escape sequences may be left in what a program printed."""
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]{1,39})[\"']")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_path(path: str) -> Document:
    """Read the document at `path`, or standard input for "-".

    Raises `ReadError` when the file cannot be opened or is of no known format.
    """
    # Deferred with all the readers: what is in the store is not read again.
    from pubbrowser.readers.registry import read_text

    return read_text(load(path))


def load(path: str) -> Text:
    """Load the text at `path`, unpack it and recognise its encoding. Raises `ReadError`."""
    try:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise ReadError(path, "standard input is closed")
            content, modified = sys.stdin.buffer.read(), datetime.date.today()
            path = "<stdin>"
        else:
            file = Path(path)
            about = file.stat()
            if stat.S_ISCHR(about.st_mode) or stat.S_ISBLK(about.st_mode):
                raise ReadError(path, "this is a device, not a file")
            content = file.read_bytes()
            modified = _date_of(about.st_mtime)
    except OSError as error:
        raise ReadError(
            path, f"cannot be read: {(error.strerror or str(error)).lower()}"
        ) from error
    problems: tuple[Problem, ...] = ()
    if is_packed(content):
        content, problems = unpacked(content, path)
    return Text(decode(content, path), path, modified, problems)


def _date_of(seconds: float) -> datetime.date:
    try:
        return datetime.date.fromtimestamp(seconds)
    except (OSError, OverflowError, ValueError):  # a year that the calendar does not have
        return datetime.date.today()


def decode(content: bytes, path: str) -> str:
    """Decode `content` as `encoding_of` tells, or as an XML document says. Raises `ReadError` for
    binary files."""
    mark, encoding = encoding_of(content)
    if not (mark or encoding.startswith("utf-16")) and b"\0" in content[:_HEAD]:
        raise UnknownLayoutError(path, "this is a binary file, not a text")
    if encoding == "cp1252" and (declared := _XML_ENCODING.match(content[:200])):
        encoding = _known_encoding(declared[1].decode("ascii")) or encoding
    return content[len(mark) :].decode(encoding, errors="replace")


def _known_encoding(name: str) -> str:
    """Give Python's name of a text encoding, "" where it has none."""
    try:
        found = codecs.lookup(name)
        b"a".decode(name)
    except (LookupError, ValueError):  # also for codecs that are not of texts
        return ""
    return "" if found.name.startswith(("utf", "idna", "punycode", "unicode")) else found.name


def encoding_of(content: bytes) -> tuple[bytes, str]:
    """Give the byte-order mark of `content` (b"" for none) and the encoding of what follows it.

    Without a mark that is UTF-16 where the zero bytes say so, else UTF-8, else Windows-1252, the
    most frequent encoding of old pages.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return mark, encoding
    if utf_16 := _unmarked_utf_16(content[:_HEAD]):
        return b"", utf_16
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"


def _unmarked_utf_16(head: bytes) -> str:
    """Give the UTF-16 that `head` can hardly not be, "" if there is none.

    In UTF-16 each ASCII character has a zero byte, which stands first or second by byte order. A
    text that is mostly ASCII so has them in at least half of its characters and never at the
    other place, while the zeros of a binary file stand at both.
    """
    head = head[: len(head) // 2 * 2]
    first, second = head[::2].count(0), head[1::2].count(0)
    if not head or min(first, second) or max(first, second) * 4 < len(head):
        return ""
    encoding = "utf-16-be" if first else "utf-16-le"
    text = head.decode(encoding, errors="replace")
    return encoding if not _NO_TEXT.search(text) else ""


def find_files(paths: Iterable[str], failures: list[ReadError]) -> list[tuple[str, bool]]:
    """Give every file that `paths` stand for, each once, with whether it was named outright.

    Folders are searched, in the order of names, without hidden files and folders and without
    files of corrections. A file found in a folder need not be a list of publications; one that
    was named outright should be. For a path that does not exist an error is added to
    `failures`.
    """
    found: dict[str, tuple[str, bool]] = {}
    for path in paths:
        try:
            for file, named in _files_of(path, failures):
                identity = file if file == STANDARD_INPUT else os.path.realpath(file)
                first, named_before = found.get(identity, (file, False))
                found[identity] = (first, named or named_before)
        except ReadError as error:
            failures.append(error)
    return list(found.values())


def corrections_near(path: str) -> bool:
    """Say whether a file of corrections lies in any folder above `path`, or in it.

    It need not be the one that belongs to `path`; but where there is none, none does.
    """
    if path == STANDARD_INPUT:
        return False
    place = Path(path)
    try:
        folders = {*place.resolve().parents, place, place.parent, place.resolve()}
        return any((folder / CORRECTIONS_NAME).is_file() for folder in folders)
    except (OSError, RuntimeError, ValueError):
        return False


def _files_of(path: str, failures: list[ReadError]) -> Iterator[tuple[str, bool]]:
    def note(error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        failures.append(ReadError(str(error.filename), f"cannot be searched: {reason}"))

    if path != STANDARD_INPUT and not os.path.exists(path):
        raise ReadError(path, "no such file or folder")
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield path, True
        return
    for folder, subfolders, names in os.walk(path, onerror=note):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            # A pipe that lies in a folder would be waited for without end.
            if _may_be_document(name) and not stat.S_ISFIFO(_mode(file)):
                yield file, False


def _may_be_document(name: str) -> bool:
    ending = os.path.splitext(name.lower().removesuffix(ENDING))[1]
    return not name.startswith(".") and ending in _SUFFIXES and name != CORRECTIONS_NAME


def _mode(file: str) -> int:
    try:
        return os.stat(file).st_mode
    except OSError:
        return 0  # a dead link: reading it says what is wrong
