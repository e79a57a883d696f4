"""From paths to texts, and from paths to documents."""

from __future__ import annotations

import codecs
import datetime
import io
import os
import sys
from pathlib import Path

import pytest

from pubbrowser.opening import open_paths, read_documents
from pubbrowser.readers.files import decode, find_files, load, read_path
from pubbrowser.readers.reader import ReadError, Text
from pubbrowser.readers.registry import READERS, read_text
from pubbrowser.sample import sample_paths

CORPUS = "works:\n- csl: {type: book, title: A, author: [{family: Bell}]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "b.yaml": CORPUS,
        "a.YML": CORPUS,
        "notes.txt": "buy milk\n",
        "image.png": "x",
        ".hidden.md": CORPUS,
        ".git/config.txt": CORPUS,
        "more/c.json": '[{"type": "book", "title": "C", "author": []}]',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    return tmp_path


def found(*paths: Path) -> list[tuple[str, bool]]:
    return [(Path(file).name, named) for file, named in find_files(map(str, paths), [])]


def test_a_folder_is_searched_in_the_order_of_names(folder: Path) -> None:
    assert found(folder) == [
        ("a.YML", False),
        ("b.yaml", False),
        ("notes.txt", False),
        ("c.json", False),
    ]


def test_a_file_that_is_named_may_have_any_ending(folder: Path) -> None:
    assert found(folder / "image.png") == [("image.png", True)]


def test_a_file_is_found_once(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "b.yaml")
    assert [name for name, _ in found(folder / "b.yaml", folder)].count("b.yaml") == 1
    assert len(found(folder)) == 4


def test_a_path_that_does_not_exist_is_an_error(folder: Path) -> None:
    failures: list[ReadError] = []
    files = find_files([str(folder / "missing"), str(folder / "b.yaml")], failures)
    assert [Path(file).name for file, _ in files] == ["b.yaml"]
    assert [str(error) for error in failures] == [f"{folder}/missing: no such file or folder"]


@pytest.mark.parametrize(
    "content",
    [
        "Müller “x”".encode(),
        codecs.BOM_UTF8 + "Müller “x”".encode(),
        codecs.BOM_UTF16_LE + "Müller “x”".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Müller “x”".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Müller “x”".encode("utf-32-le"),
        "Müller “x”".encode("cp1252"),
        "Müller “x”".encode("utf-16-le"),
        "Müller “x”".encode("utf-16-be"),
    ],
)
def test_encodings_are_recognised(content: bytes) -> None:
    assert decode(content, "a.md") == "Müller “x”"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("ISO-8859-2", "iso-8859-2"),
        ("UTF-8", "cp1252"),
        ("no-such-thing", "cp1252"),
        ("zlib_codec", "cp1252"),
    ],
)
def test_an_xml_document_may_name_its_encoding(declared: str, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{declared}"?><a>'.encode() + b"\xe6\xb1</a>"
    expected = b"\xe6\xb1".decode(encoding)
    assert decode(content, "a.xml").endswith(f"<a>{expected}</a>")


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.pdf: this is a binary file"):
        decode(b"%PDF-1.7\n\x00\x01", "a.pdf")


def test_a_text_knows_the_day_of_its_file(folder: Path) -> None:
    path = folder / "b.yaml"
    day = datetime.datetime(2024, 5, 17, 12)
    os.utime(path, (day.timestamp(), day.timestamp()))
    assert load(str(path)) == Text(CORPUS, str(path), day.date())


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CORPUS.encode())))
    text = load("-")
    assert (text.content, text.path) == (CORPUS, "<stdin>")


def test_errors_of_the_system_are_read_errors(folder: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read: is a directory"):
        load(str(folder))


def test_an_unknown_layout_says_which_are_known(folder: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_path(str(folder / "notes.txt"))
    assert all(reader.description in str(caught.value) for reader in READERS)


def test_an_empty_file_is_said() -> None:
    with pytest.raises(ReadError, match="empty"):
        read_text(Text(" \n", "a.md", datetime.date(2024, 1, 1)))


def test_names_of_formats_differ() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)


def test_one_broken_file_does_not_keep_the_others_from_being_read(folder: Path) -> None:
    (folder / "broken.yaml").write_text("works:\n- csl: {'\n")
    opened = open_paths([str(folder), str(folder / "missing.md")])
    assert sum(len(document.records) for document in opened.corpus.documents) == 3
    assert [Path(error.path).name for error in opened.failures] == ["missing.md", "broken.yaml"]
    assert [Path(path).name for path in opened.skipped] == ["notes.txt"]


def test_a_named_file_that_is_no_list_is_a_failure(folder: Path) -> None:
    opened = open_paths([str(folder / "notes.txt")])
    assert (len(opened.failures), opened.skipped) == (1, ())


def test_paths_that_overlap_are_read_once(folder: Path) -> None:
    paths = [str(folder), str(folder / "b.yaml"), f"{folder}/./b.yaml"]
    documents, _, _ = read_documents(paths)
    assert len(documents) == 3


def test_progress_is_told_before_each_file(folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_documents([str(folder)], lambda *report: told.append(report))
    assert told[0] == ("reading a.YML", 0, 4)
    assert told[-1] == ("merging", 4, 4)


def test_the_sample_is_found() -> None:
    opened = open_paths(sample_paths())
    assert (len(opened.corpus.documents), len(opened.corpus.works)) == (4, 152)
    assert opened.failures == ()


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    assert "pipe.md" not in [name for name, _ in found(folder)]


def test_a_device_is_no_document() -> None:
    with pytest.raises(ReadError, match="this is a device"):
        load("/dev/zero")


def test_a_date_that_no_calendar_has_is_passed_over(folder: Path) -> None:
    try:
        os.utime(folder / "b.yaml", (253402300800, 253402300800))
    except OSError:
        pytest.skip("this file system holds no such date")
    assert load(str(folder / "b.yaml")).content


def test_deep_nesting_is_an_error_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    author = "[" * 900 + "]" * 900
    path.write_text(f'[{{"type": "book", "title": "T", "author": {author}}}]', "utf-8")
    documents, failures, _ = read_documents([str(path)])
    assert documents or "nested" in str(failures[0])


def test_an_unreadable_file_in_a_folder_is_a_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, failures, skipped = read_documents([str(folder)])
    assert [Path(failure.path).name for failure in failures] == ["b.yaml"]
    assert "b.yaml" not in [Path(path).name for path in skipped]


def test_corrections_are_no_document(tmp_path: Path) -> None:
    (tmp_path / "pubbrowser.yaml").write_text("works:\n- csl: {title: A}\n")
    (tmp_path / "list.yaml").write_text("works:\n- csl: {title: A}\n")
    (tmp_path / "mine.yaml").write_text("tags: {x: [A]}\n")
    documents, _, skipped = read_documents([str(tmp_path)], corrections=str(tmp_path / "mine.yaml"))
    assert [Path(document.path).name for document in documents] == ["list.yaml"]
    assert skipped == []


def test_corrections_beside_the_documents_are_opened_with_them(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("works:\n- csl: {title: A}\n")
    assert open_paths([str(tmp_path)]).corrections_path is None
    (tmp_path / "pubbrowser.yaml").write_text("tags: {x: [A]}\n")
    opened = open_paths([str(tmp_path)])
    assert opened.corrections_path == tmp_path / "pubbrowser.yaml"
    assert [work.tags for work in opened.corpus.works] == [("x",)]
    (tmp_path / "mine.yaml").write_text("tags: {y: [A]}\n")
    opened = open_paths([str(tmp_path)], corrections=tmp_path / "mine.yaml")
    assert [work.tags for work in opened.corpus.works] == [("y",)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [CORPUS, "@book{a, title={Müller}}\r\n", "山田: a long list\n"])
def test_utf_16_without_a_mark_is_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "content",
    [
        b"\0",
        b"\0\0\0\0",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        bytes(range(256)),
        b"\x01\0\x02\0\x03\0\x04\0",
        b"\x00\x01\x00\x02\x00\x03",
        b"text with one zero\0 in it",
        "text".encode("utf-32-le"),
    ],
)
def test_zero_bytes_of_other_files_are_no_utf_16(content: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(content, "a.bin")
