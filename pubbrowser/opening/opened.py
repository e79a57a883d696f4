"""What opening gives: the corpus, its search, and how it stands to the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from pubbrowser.model import Corpus
from pubbrowser.readers.reader import ReadError
from pubbrowser.store.folder import remove

if TYPE_CHECKING:
    from pubbrowser.citing.named import PaperName
    from pubbrowser.search import Query, Result
    from pubbrowser.search.engine import Engine
    from pubbrowser.store.stored import Arrays, Stored


class Searching(Protocol):
    """What answers queries."""

    def run(self, query: Query) -> Result:
        """Answer `query`. Raises nothing: any text is a question."""


class Names(Protocol):
    """What finds works by their names."""

    def find(self, name: PaperName) -> list[int]:
        """Give the indices of the works with a name."""


class LateEngine:
    """The search over a corpus that is made, or loaded from the store, when it is first needed.

    May be used from several threads.
    """

    def __init__(
        self,
        arrays: Callable[[], Arrays],
        first: Result | None = None,
    ) -> None:
        """Take what gives the arrays of the search, and the answer to the query that asks for
        nothing where that is known without them."""
        self._get_arrays, self._first = arrays, first
        self._arrays: Arrays | None = None
        self._engine: Engine | None = None
        self._lock = Lock()

    def run(self, query: Query) -> Result:
        """Answer `query`. Raises `StoreError` where the store is damaged."""
        plain = not query.filters and query.sort in ("relevance", "newest")
        if self._engine is None and self._first is not None and plain:
            return self._first
        return self.load().run(query)

    def load(self) -> Engine:
        """Give the engine itself; call it in a thread to have it ready for the first search.

        Raises `StoreError` where the store is damaged.
        """
        with self._lock:
            if self._engine is None:
                from pubbrowser.search.engine import Engine  # deferred with numpy

                self._arrays = self._get_arrays()
                self._engine = Engine(self._arrays)
            return self._engine

    @property
    def arrays(self) -> Arrays:
        """What the engine searches in."""
        self.load()
        assert self._arrays is not None
        return self._arrays


def _keep_nothing() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Opened:
    """The corpus of what could be read, and what could not."""

    corpus: Corpus
    engine: LateEngine
    names: Names
    failures: tuple[ReadError, ...] = ()
    skipped: tuple[str, ...] = ()
    """Files met while searching folders that are no publication lists."""
    corrections_path: Path | None = None
    """The corrections that were applied; None where there are none yet."""
    stale: bool = False
    """Documents, corrections or settings are others than those that the store was made of."""
    store: Stored | None = None
    """The store that the corpus is read from; None where the documents were read."""
    keep: Callable[[], bool] = _keep_nothing
    """Writes the store, so that the next opening is quick, and says whether it has; takes long
    for large corpora and is meant for a thread, or for the end. Raises nothing."""

    def check(self) -> None:
        """Compare the store, if there is one, with its checksums; for a thread. What is read of
        it has always been compared already. Raises `StoreError`; then `discard` it."""
        if self.store is not None:
            self.store.verify()

    def discard(self) -> None:
        """Take the store away, because it is damaged; the documents are read the next time."""
        if self.store is not None:
            remove(self.store.path)
