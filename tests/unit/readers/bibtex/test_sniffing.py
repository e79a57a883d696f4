"""Telling .bib files from other texts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pubbrowser.readers.files import find_files, read_path
from pubbrowser.readers.reader import Text
from pubbrowser.readers.registry import read_text

ENTRY = "@article{bell68,\n  title = {Pulsating},\n  author = {Bell, J.},\n  year = 1968\n}\n"
LIST = """# Publications

1. Bell, J. (1968). "Observation of a Rapidly Pulsating Radio Source." *Nature*, 217, 709-713.
2. Bell, J., Hale, K. (1969). "Second Observation of Radio Sources." *Nature*, 218, 12-15.
3. Hale, K. (1970). "Third Observation of the Radio Sources." *Nature*, 219, 112-115.
4. Hale, K., Bell, J. (1971). "Fourth Observation of Sources." *Nature*, 220, 2-5.

"""


def format_of(content: str, path: str = "x.txt") -> str:
    return read_text(Text(content, path, datetime.date(2026, 1, 1))).format


@pytest.mark.parametrize("path", ["refs.bib", "refs.txt", "<stdin>"])
def test_entries_are_recognised_wherever_they_stand(path: str) -> None:
    assert format_of(ENTRY, path) == "bibtex"


def test_comments_may_take_more_room_than_entries_in_a_bib_file() -> None:
    assert format_of("This is a comment of mine.\n" * 2000 + ENTRY, "refs.bib") == "bibtex"


def test_a_list_that_quotes_an_entry_stays_a_list() -> None:
    assert format_of(f"{LIST}\n```bibtex\n{ENTRY}```\n", "cv.md") == "publication-list"


def test_a_broken_file_named_bib_is_read_as_one() -> None:
    assert format_of("@article{bell68, title = {Pulsating", "refs.bib") == "bibtex"


def test_bib_and_ris_files_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.bib", "b.ris", "c.pdf"):
        (tmp_path / name).write_text("x")
    assert [Path(path).name for path, _ in find_files([str(tmp_path)], [])] == ["a.bib", "b.ris"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.bib").write_bytes(ENTRY.replace("Pulsating", "Größe – ñ").encode(encoding))
    assert read_path(str(tmp_path / "a.bib")).records[0].title == "Größe – ñ"
