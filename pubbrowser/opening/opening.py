"""Opening paths: the store where it is up to date, else reading, merging and a new store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pubbrowser.citing.named import ScannedNames
from pubbrowser.model import Corpus, Work
from pubbrowser.opening.corrected import corrections_for, corrections_path
from pubbrowser.opening.documents import Progress, found_files, no_progress, read_files
from pubbrowser.opening.opened import LateEngine, Opened
from pubbrowser.readers.files import STANDARD_INPUT
from pubbrowser.readers.reader import ReadError
from pubbrowser.search import Query, Result
from pubbrowser.store.errors import StoreError
from pubbrowser.store.fingerprints import NotRegularError, look_at, with_contents
from pubbrowser.store.folder import note_use, remove, store_path, sweep
from pubbrowser.store.origin import Origin, program, same_origin
from pubbrowser.store.stored import Arrays, Contents, Stored, save

_CHECKED_AT_ONCE = 32 << 20
"""Bytes up to which a store is compared with its checksums before it is used: 16 ms."""
_SHOWN_FIRST = 200
"""Rows and people of a larger one that are."""


def open_paths(
    paths: Sequence[str],
    progress: Progress = no_progress,
    corrections: Path | None = None,
    key_pattern: str = "",
    cache: Path | None = None,
) -> Opened:
    """Open all documents that `paths` stand for, with the corrections to them, as they are.

    `corrections` is the file to use instead of the one beside the documents, `key_pattern` that
    of citation keys ("" for the usual one), `cache` the folder of stores; without it every
    document is read. Raises `CorrectionsError`.
    """
    if cache is not None:
        stored = open_stored(paths, corrections, key_pattern, cache)
        if stored is not None and not stored.stale:
            return stored
    return _read(paths, progress, corrections, key_pattern, cache)


def open_stored(
    paths: Sequence[str], corrections: Path | None, key_pattern: str, cache: Path
) -> Opened | None:
    """Give what the store in `cache` has of `paths`, even when that is `stale`; None for nothing.

    Stale is what `open_paths` would give otherwise by now. It takes milliseconds. A store that
    is damaged is taken away. Raises `CorrectionsError` where there are several corrections.
    """
    if STANDARD_INPUT in paths:
        return None
    applied = corrections_path(paths, corrections)
    place = store_path(cache, paths)
    if not place.exists():
        return None
    failures: list[ReadError] = []
    present = _origin(found_files(paths, failures, str(applied or "")), applied, key_pattern)
    try:
        store = Stored(place)
        fresh = present is not None and same_origin(store.origin, present)
        corpus, first = store.corpus(), store.first()
        if store.size <= _CHECKED_AT_ONCE:
            store.verify()
        else:
            _read_first(corpus, first)
    except NotRegularError:
        return None
    except StoreError:
        remove(place)
        return None
    note_use(place)
    sweep(cache)
    return Opened(
        corpus,
        LateEngine(store.arrays, first),
        store.names(corpus),
        (*failures, *store.failures),
        store.skipped,
        applied,
        stale=not fresh,
        store=store,
    )


def _read_first(corpus: Corpus, first: Result) -> None:
    """Read what is shown first, while an error can still be answered by reading the documents."""
    for number in first.ids[:_SHOWN_FIRST]:
        corpus.works[number]
    for person, _ in first.people_counts[:_SHOWN_FIRST]:
        corpus.people[person]


def _read(
    paths: Sequence[str],
    progress: Progress,
    corrections: Path | None,
    key_pattern: str,
    cache: Path | None,
) -> Opened:
    """Read and merge all documents, and prepare to keep the outcome."""
    from pubbrowser.merging import merge  # deferred: what is stored needs none of it
    from pubbrowser.merging.key_patterns import DEFAULT_PATTERN

    corrected = corrections_for(paths, corrections)
    applied = Path(corrected.path) if corrected.path else None
    not_found: list[ReadError] = []
    files = found_files(paths, not_found, corrected.path)
    # Before reading: what changes meanwhile makes the store stale, and not wrong.
    before = _with_contents(_origin(files, applied, key_pattern)) if cache else None
    documents, not_read, skipped = read_files(files, progress)
    corpus = merge(documents, corrected, progress, key_pattern or DEFAULT_PATTERN)
    engine = LateEngine(lambda: _indexed(corpus, progress))
    names = ScannedNames(corpus.works)
    opened = Opened(corpus, engine, names, (*not_found, *not_read), tuple(skipped), applied)
    if cache is None or before is None:
        return opened
    origin, place = before, store_path(cache, paths)

    def keep() -> bool:
        try:
            if not same_origin(origin, _looked_at_again(origin)):
                return False
            first = engine.run(Query())
            save(place, origin, Contents(corpus, engine.arrays, first, not_read, skipped))
        except (NotRegularError, OSError):  # a full disk, a folder that cannot be written to
            return False
        finally:
            sweep(cache)
        return True

    return replace(opened, keep=keep)


def _indexed(corpus: Corpus, progress: Progress) -> Arrays:
    from pubbrowser.search.build import build_arrays  # deferred with numpy, which it imports

    return build_arrays(_reported(corpus.works, progress), corpus.people)


def _reported(works: Sequence[Work], progress: Progress) -> Iterator[Work]:
    for number, work in enumerate(works):
        if number % 1000 == 0:
            progress("indexing", number, len(works))
        yield work


def _origin(
    files: Sequence[tuple[str, bool]], corrections: Path | None, key_pattern: str
) -> Origin | None:
    """Give what the outcome follows from; None where it has to be read to be known."""
    try:
        return Origin(
            look_at(files),
            look_at([(str(corrections), True)] if corrections else []),
            key_pattern,
            program(),
        )
    except NotRegularError:
        return None


def _with_contents(origin: Origin | None) -> Origin | None:
    try:
        return origin and replace(
            origin,
            documents=with_contents(origin.documents),
            corrections=with_contents(origin.corrections),
        )
    except NotRegularError:
        return None


def _looked_at_again(origin: Origin) -> Origin:
    documents = [(file.path, file.named) for file in origin.documents.files]
    corrections = [(file.path, file.named) for file in origin.corrections.files]
    return replace(origin, documents=look_at(documents), corrections=look_at(corrections))
