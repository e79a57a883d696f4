"""What is read from a container file is what was written, or an error: never anything else."""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.store.container import Container, ContainerWriter
from pubbrowser.store.errors import StoreError

ROWS = [b"", b"one", b"a longer row " * 50, b"\0" * 500, "ünïcödé".encode()]


def _written(rows: list[bytes]) -> bytes:
    file = io.BytesIO()
    writer = ContainerWriter(file)
    writer.add("text", b"hello ", b"there")
    writer.add("numbers", array("I", range(100)))
    writer.add("nothing")
    writer.add_rows("rows", rows)
    writer.finish({"name": "caf\udce9"})
    return file.getvalue()


CONTENT = _written(ROWS)


def _everything(path: Path) -> list[object]:
    with Container(path) as container:
        return [
            container.about,
            container.read("text"),
            list(container.numbers("numbers", "I")),
            container.read("nothing"),
            [container.row("rows", number) for number in range(container.row_count("rows"))],
            list(container.rows("rows")),
        ]


EXPECTED = [{"name": "caf\udce9"}, b"hello there", list(range(100)), b"", ROWS, ROWS]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("container") / "x.store"


def test_everything_comes_back(path: Path) -> None:
    path.write_bytes(CONTENT)
    assert _everything(path) == EXPECTED
    with Container(path) as container:
        for name in container.names:
            container.verify(name)


@given(st.lists(st.binary(max_size=700), max_size=20))
def test_all_rows_come_back(path: Path, rows: list[bytes]) -> None:
    path.write_bytes(_written(rows))
    with Container(path) as container:
        assert list(container.rows("rows")) == rows
        assert [container.row("rows", number) for number in range(len(rows))] == rows


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed_or_of_no_importance(path: Path, at: int, bits: int) -> None:
    path.write_bytes(CONTENT[:at] + bytes([CONTENT[at] ^ bits]) + CONTENT[at + 1 :])
    _assert_right_or_refused(lambda: _everything(path))


@given(st.integers(0, len(CONTENT) - 1))
def test_a_file_cut_short_is_refused(path: Path, length: int) -> None:
    path.write_bytes(CONTENT[:length])
    with pytest.raises(StoreError):
        _everything(path)


@given(st.binary(max_size=200))
def test_any_other_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError):
        _everything(path)


def test_rows_that_have_changed_places_are_refused(path: Path) -> None:
    same_length = [b"first", b"other"]
    content = _written(same_length)
    places = [content.index(row) - 5 for row in same_length]  # with checksum and mark before them
    rows = [content[place : place + 10] for place in places]
    exchanged = content[: places[0]] + rows[1] + rows[0] + content[places[1] + 10 :]
    path.write_bytes(exchanged)
    with Container(path) as container:
        for read in (lambda: container.row("rows", 0), lambda: list(container.rows("rows"))):
            with pytest.raises(StoreError, match="'rows' is damaged"):
                read()


def test_what_is_not_there_cannot_be_read(path: Path) -> None:
    path.write_bytes(CONTENT)
    with Container(path) as container, pytest.raises(StoreError, match="no section 'other'"):
        container.read("other")
    with pytest.raises(StoreError):
        Container(path.with_name("missing.store"))


def test_a_file_that_is_replaced_stays_readable(path: Path) -> None:
    path.write_bytes(CONTENT)
    with Container(path) as container:
        path.unlink()
        assert container.row("rows", 1) == b"one"


def _assert_right_or_refused(read: Callable[[], list[object]]) -> None:
    try:
        found = read()
    except StoreError:
        return
    assert found == EXPECTED
