"""What was kept is opened again without reading, as long as it is what reading would give."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pubbrowser.citing.named import names_in
from pubbrowser.opening import Opened, documents, open_paths, open_stored
from pubbrowser.readers.files import corrections_near
from pubbrowser.search import Query
from pubbrowser.store import origin
from tests.unit.opening.conftest import ENTRIES, NAMES, everything, kept


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read, in turn."""
    noted: list[str] = []
    read_path = documents.read_path

    def note(path: str) -> Any:
        noted.append(path)
        return read_path(path)

    monkeypatch.setattr(documents, "read_path", note)
    return noted


def opened_again(folder: Path, cache: Path, **options: Any) -> Opened:
    """What the store gives, which has to be what reading all documents gives."""
    opened = open_paths([str(folder)], cache=cache, **options)
    assert everything(opened) == everything(open_paths([str(folder)], **options))
    return opened


def test_the_second_opening_reads_no_document(folder: Path, cache: Path, reads: list[str]) -> None:
    first = kept(folder, cache)
    assert len(reads) == 3
    reads.clear()
    second = open_paths([str(folder)], cache=cache)
    assert everything(second) == everything(first)
    assert second.store is not None
    assert not second.stale
    assert reads == []
    assert not second.keep()  # it is there already


def test_records_of_documents_are_those_of_the_works(folder: Path, cache: Path) -> None:
    first, second = kept(folder, cache), open_paths([str(folder)], cache=cache)
    for read, stored in zip(first.corpus.documents, second.corpus.documents, strict=True):
        assert list(stored.records) == list(read.records)
        assert stored.records[-1] == read.records[-1]
        assert stored.records[:1] == read.records[:1]


def test_merging_what_was_stored_gives_the_same_again(folder: Path, cache: Path) -> None:
    from pubbrowser.merging import merge

    kept(folder, cache)
    corpus = open_paths([str(folder)], cache=cache).corpus
    assert merge(corpus.documents) == corpus


def test_the_answer_shown_first_needs_no_index(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = kept(folder, cache).engine.run(Query())
    opened = open_paths([str(folder)], cache=cache)
    monkeypatch.setattr(opened.engine, "load", lambda: pytest.fail("the index was loaded"))
    for sort in ("relevance", "newest"):
        result = opened.engine.run(Query(sort=sort))
        assert list(result.ids) == list(expected.ids)
        assert list(result.people_counts) == list(expected.people_counts)
        assert result.people_counts[0] == expected.people_counts[0]
        assert list(result.people_counts[1:3]) == list(expected.people_counts)[1:3]
        assert result.year_counts == expected.year_counts


def test_papers_are_found_by_all_their_names(folder: Path, cache: Path) -> None:
    kept(folder, cache)
    opened = open_paths([str(folder)], cache=cache)
    places = {
        name: opened.names.find(found)
        for name in (*NAMES, "doi:10.1234/horses")
        for found in names_in(name)[-1:]
    }
    clever, early = (
        next(n for n, work in enumerate(opened.corpus.works) if word in work.merged.title)
        for word in ("Clever", "Early")
    )
    assert places == {
        NAMES[0]: [clever],
        NAMES[1]: [early],
        NAMES[2]: [clever],
        NAMES[3]: [],
        "doi:10.1234/horses": [clever],
    }


def test_without_a_cache_nothing_is_kept(folder: Path, cache: Path) -> None:
    assert not open_paths([str(folder)]).keep()
    assert not cache.exists()


def _edit(folder: Path) -> None:
    entries = folder / "entries.bib"
    entries.write_text(ENTRIES.replace("Early Start", "Later Start"), "utf-8")


def _edit_and_hide_it(folder: Path) -> None:
    """The same length, and the same time of modification."""
    entries = folder / "entries.bib"
    about = entries.stat()
    entries.write_text(ENTRIES.replace("Early Start", "Other Start"), "utf-8")
    os.utime(entries, ns=(about.st_atime_ns, about.st_mtime_ns))


def _add(folder: Path) -> None:
    (folder / "more.bib").write_text("@book{b, title={More Horses}, year=1999}", "utf-8")


def _remove(folder: Path) -> None:
    (folder / "papers.md").unlink()


def _rename(folder: Path) -> None:
    (folder / "papers.md").rename(folder / "list.md")


def _correct(folder: Path) -> None:
    (folder / "pubbrowser.yaml").write_text(
        "fields:\n  - of: An Early Start\n    set: {title: A Very Early Start}\n", "utf-8"
    )


def _replace_by_a_folder(folder: Path) -> None:
    (folder / "entries.bib").unlink()
    (folder / "entries.bib").mkdir()


CHANGES = (
    _edit, _edit_and_hide_it, _add, _remove, _rename, _correct, _replace_by_a_folder,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_documents_are_read(change: Any, folder: Path, cache: Path) -> None:
    first = kept(folder, cache)
    change(folder)
    opened = opened_again(folder, cache)
    assert opened.store is None
    assert everything(opened) != everything(first)
    assert opened.keep()
    assert opened_again(folder, cache).store is not None


@pytest.mark.parametrize("change", CHANGES)
def test_the_old_state_can_be_shown_meanwhile(change: Any, folder: Path, cache: Path) -> None:
    first = kept(folder, cache)
    change(folder)
    old = open_stored([str(folder)], None, "", cache)
    assert old is not None
    assert old.stale
    assert everything(old) == everything(first)
    new = open_paths([str(folder)], cache=cache)
    assert new.keep()
    assert everything(old) == everything(first)  # it stays readable when it has been replaced
    fresh = open_stored([str(folder)], None, "", cache)
    assert fresh is not None
    assert not fresh.stale
    assert everything(fresh) == everything(new)


def test_another_pattern_of_keys_gives_other_keys(folder: Path, cache: Path) -> None:
    kept(folder, cache)
    opened = opened_again(folder, cache, key_pattern="{word}{year}")
    assert opened.store is None
    assert opened.keep()
    assert opened_again(folder, cache, key_pattern="{word}{year}").store is not None
    assert opened_again(folder, cache).store is None


def test_other_corrections_are_applied(folder: Path, cache: Path, tmp_path: Path) -> None:
    kept(folder, cache)
    named = tmp_path / "mine.yaml"
    named.write_text("fields:\n  - of: An Early Start\n    set: {title: Mine}\n", "utf-8")
    opened = opened_again(folder, cache, corrections=named)
    assert opened.store is None
    assert opened.keep()
    assert opened_again(folder, cache, corrections=named).store is not None
    named.write_text("fields:\n  - of: An Early Start\n    set: {title: Thine}\n", "utf-8")
    assert opened_again(folder, cache, corrections=named).store is None


def test_another_program_reads_the_documents(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(folder, cache)
    monkeypatch.setattr(origin, "__version__", "99")
    origin.program.cache_clear()
    try:
        assert opened_again(folder, cache).store is None
    finally:
        monkeypatch.undo()
        origin.program.cache_clear()


def test_a_document_that_was_only_touched_is_not_read(
    folder: Path, cache: Path, reads: list[str]
) -> None:
    kept(folder, cache)
    about = (folder / "papers.md").stat()
    os.utime(folder / "papers.md", ns=(about.st_atime_ns, about.st_mtime_ns + 1))
    reads.clear()
    assert open_paths([str(folder)], cache=cache).store is not None
    assert reads == []


def test_documents_that_change_while_they_are_read_are_not_kept(folder: Path, cache: Path) -> None:
    opened = open_paths([str(folder)], cache=cache)
    _edit_and_hide_it(folder)
    assert not opened.keep()
    assert not list(cache.glob("*"))


def test_failures_are_reported_each_time(folder: Path, cache: Path) -> None:
    paths = [str(folder), str(folder / "notes.txt"), str(folder / "missing.md")]
    first = open_paths(paths, cache=cache)
    assert first.keep()
    second = open_paths(paths, cache=cache)
    assert second.store is not None
    assert sorted(map(str, second.failures)) == sorted(map(str, first.failures))
    assert {failure.path for failure in second.failures} == {paths[1], paths[2]}


def test_pipes_are_read_and_not_kept(tmp_path: Path, cache: Path) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, ENTRIES.encode())
    os.close(write_end)
    opened = open_paths([f"/dev/fd/{read_end}"], cache=cache)
    os.close(read_end)
    assert len(opened.corpus) == 2
    assert not opened.keep()


def test_two_ways_of_naming_the_documents_are_kept_apart(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(folder, cache)
    monkeypatch.chdir(folder)
    opened = open_paths(["papers.md"], cache=cache)
    assert opened.keep()
    again = open_paths(["papers.md"], cache=cache)
    assert again.store is not None
    assert [d.path for d in again.corpus.documents] == ["papers.md"]
    assert len(list(cache.glob("*.store"))) == 2


def test_works_are_read_one_by_one(folder: Path, cache: Path) -> None:
    first = kept(folder, cache).corpus
    works: Sequence[Any] = open_paths([str(folder)], cache=cache).corpus.works
    assert works[0] is works[0]
    assert works[-1] == first.works[-1]
    assert works[1:] == list(first.works[1:])
    assert first.works[1] in works
    assert works.index(first.works[1]) == 1
    with pytest.raises(IndexError):
        works[len(works)]


def test_corrections_count_wherever_they_can_lie(folder: Path, tmp_path: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    assert not corrections_near(str(inner))
    assert not corrections_near("-")
    assert not corrections_near("no such\0file")
    for place in (inner, folder, tmp_path):
        (place / "pubbrowser.yaml").write_text("")
        assert corrections_near(str(inner))
        assert corrections_near(str(inner / "papers.md"))
        (place / "pubbrowser.yaml").unlink()
