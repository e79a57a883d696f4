"""A store is used for the documents that it was made of, and for no others."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pubbrowser.store import fingerprints
from pubbrowser.store.fingerprints import (
    Fingerprints,
    NotRegularError,
    look_at,
    unchanged,
    with_contents,
)

LONG_AGO = 1_600_000_000


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "papers.md"
    path.write_text("one paper")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every document count as too large to be read each time."""
    monkeypatch.setattr(fingerprints, "_ALWAYS_COMPARED", -1)


def taken(path: Path, later: float = 60) -> Fingerprints:
    """The fingerprint of a document, taken when it had been at rest for a while."""
    prints = with_contents(look_at([(str(path), True)]))
    return replace(prints, taken=time.time_ns() + int(later * 1e9))


def present(path: Path, later: float = 120) -> Fingerprints:
    return replace(look_at([(str(path), True)]), taken=time.time_ns() + int(later * 1e9))


def replace_keeping_times(path: Path, text: str) -> None:
    """Write other text of the same length into a file, and set its times to what they were."""
    about = path.stat()
    path.write_text(text)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def test_the_same_document_is_unchanged(document: Path) -> None:
    assert unchanged(taken(document), present(document))


def test_another_content_of_the_same_length_and_time_is_a_change(document: Path) -> None:
    before = taken(document)
    replace_keeping_times(document, "two paper")
    assert not unchanged(before, present(document))


@pytest.mark.usefixtures("large")
def test_large_documents_at_rest_are_not_read(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = taken(document), present(document)
    monkeypatch.setattr(fingerprints, "_content", lambda file: pytest.fail("it was read"))
    assert unchanged(before, after)


@pytest.mark.usefixtures("large")
def test_large_documents_with_the_old_time_set_again_are_read(document: Path) -> None:
    before = taken(document)
    replace_keeping_times(document, "two paper")
    assert not unchanged(before, present(document))


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("later", [-10.0, 0.0, 2.0], ids=["future", "now", "just now"])
def test_documents_changed_just_before_are_read(document: Path, later: float) -> None:
    """A second change within the same tick of the clock leaves the times as they are."""
    document.write_text("two paper")
    before = taken(document, later)
    same_times = replace(before, files=(replace(before.files[0], content="of another text"),))
    assert not unchanged(same_times, present(document))
    assert unchanged(before, present(document))


@pytest.mark.usefixtures("large")
def test_documents_are_read_when_the_clock_has_gone_back(document: Path) -> None:
    before = taken(document, later=3600)
    other = replace(before, files=(replace(before.files[0], content="of another text"),))
    assert unchanged(other, present(document, later=7200))
    assert not unchanged(other, present(document, later=0))


@pytest.mark.usefixtures("large")
def test_a_document_that_was_only_touched_is_unchanged(document: Path) -> None:
    before = taken(document)
    document.rename(document.with_suffix(".old"))
    document.write_text("one paper")
    os.utime(document, (LONG_AGO + 1, LONG_AGO + 1))
    assert unchanged(before, present(document))


def test_another_day_of_modification_is_a_change(document: Path) -> None:
    """Readers take the year of dates without one from it."""
    before = taken(document)
    os.utime(document, (LONG_AGO + 400 * 86400, LONG_AGO + 400 * 86400))
    assert not unchanged(before, present(document))


def test_another_name_or_one_more_file_is_a_change(document: Path) -> None:
    before = taken(document)
    other = document.with_name("other.md")
    other.write_text("one paper")
    os.utime(other, (LONG_AGO, LONG_AGO))
    assert not unchanged(before, present(other))
    assert not unchanged(before, look_at([(str(document), True), (str(other), True)]))
    assert not unchanged(before, look_at([(str(document), False)]))


def test_pipes_and_missing_files_have_no_fingerprint(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path / "missing", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(NotRegularError):
            look_at([(str(path), True)])


def test_a_document_that_goes_away_has_no_content(document: Path) -> None:
    prints = look_at([(str(document), True)])
    document.unlink()
    with pytest.raises(NotRegularError):
        with_contents(prints)
