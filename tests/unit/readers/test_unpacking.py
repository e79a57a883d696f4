"""Packed files: read as what they hold, up to damage, and never without end."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.opening import read_documents
from pubbrowser.readers import unpacking
from pubbrowser.readers.files import find_files, load, read_path
from pubbrowser.readers.reader import ReadError
from pubbrowser.readers.unpacking import is_packed, unpacked
from tests.unit.readers.samples import ALL, Sample


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: f"{sample.format} {sample.before[:8]!r}")
def test_every_format_is_read_packed(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "papers.gz"
    path.write_bytes(gzip.compress(sample.file(1, 2).encode()))
    document = read_path(str(path))
    assert document.format == sample.format
    assert [record.title for record in document.records] == ["Paper 1", "Paper 2"]


def test_the_ending_tells_behind_that_of_packed_files(tmp_path: Path) -> None:
    path = tmp_path / "Papers.BIB.gz"
    path.write_bytes(gzip.compress(b"Free text.\n\n@article{a, title = {A}}"))
    assert load(str(path)).ending == ".bib"
    assert read_path(str(path)).format == "bibtex"


def test_a_folder_is_searched_for_packed_files(tmp_path: Path) -> None:
    for name in ("a.bib.gz", "b.json.GZ", "c.nbib", "d.tar.gz", "e.gz", "f.xml", "g.jsonl.gz"):
        (tmp_path / name).write_bytes(b"x")
    names = [Path(file).name for file, _ in find_files([str(tmp_path)], [])]
    assert names == ["a.bib.gz", "b.json.GZ", "c.nbib", "f.xml", "g.jsonl.gz"]


def test_standard_input_may_be_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(b"@article{a, title = {A}}")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(packed)))
    assert read_path("-").records[0].title == "A"


def test_files_of_several_members_are_read_to_the_end() -> None:
    assert unpacked(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", "x") == (
        b"one two",
        (),
    )


def test_a_file_that_is_cut_off_is_read_up_to_the_cut(tmp_path: Path) -> None:
    entries = "".join(f"@article{{k{n}, title = {{Title {n}}}}}\n" for n in range(5000))
    path = tmp_path / "a.bib.gz"
    path.write_bytes(gzip.compress(entries.encode())[:-3000])
    document = read_path(str(path))
    assert 100 < len(document.records) < 5000
    assert document.problems[0].message.startswith("the packed file is cut off")


def test_damage_is_told_of() -> None:
    packed = bytearray(gzip.compress(b"x" * 100))
    packed[-6] ^= 0xFF  # of the checksum
    assert unpacked(bytes(packed), "x")[1][0].message.startswith("the packed file is damaged")


def test_a_file_without_anything_to_unpack_is_an_error() -> None:
    with pytest.raises(ReadError, match=r"x\.gz: this \.gz file is damaged"):
        unpacked(b"\x1f\x8b\x08rest", "x.gz")


def test_a_file_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_USUAL_LARGEST", 2 << 20)
    with pytest.raises(ReadError, match=r"b\.gz: unpacked, this file has more than 2 MB"):
        unpacked(gzip.compress(b"\0" * (8 << 20)), "b.gz")


def test_a_bomb_does_not_keep_other_files_from_being_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unpacking, "_USUAL_LARGEST", 1 << 20)
    (tmp_path / "bomb.bib.gz").write_bytes(gzip.compress(b" " * (4 << 20)))
    (tmp_path / "good.bib").write_bytes(b"@article{a, title = {A}}")
    documents, failures, _ = read_documents([str(tmp_path)])
    assert [len(document.records) for document in documents] == [1]
    assert "more than 1 MB" in str(failures[0])


@given(st.lists(st.binary(max_size=50), min_size=1, max_size=3))
def test_what_was_packed_comes_back(members: list[bytes]) -> None:
    assert unpacked(b"".join(map(gzip.compress, members)), "x") == (b"".join(members), ())


@given(st.binary(max_size=60), st.integers(0, 60))
def test_any_bytes_are_unpacked_or_refused(content: bytes, cut: int) -> None:
    for each in (b"\x1f\x8b\x08" + content, gzip.compress(content)[:cut] + content):
        if is_packed(each):
            try:
                unpacked(each, "x")
            except ReadError:
                continue


def test_entries_that_are_much_alike_are_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_USUAL_LARGEST", 1 << 16)
    content = "".join(ALL[0].entry(number) for number in range(5000)).encode()
    assert unpacked(gzip.compress(content), "x") == (content, ())
