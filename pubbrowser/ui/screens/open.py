"""Opening the documents, in a thread, while the screen is there already."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from pubbrowser.ui.browsing import Browsing
from pubbrowser.ui.queries import samples
from pubbrowser.ui.screens.browse import BrowseScreen
from pubbrowser.ui.widgets.foot_line import FootLine
from pubbrowser.ui.widgets.search_input import SearchInput
from pubbrowser.ui.widgets.status_line import StatusLine
from pubbrowser.ui.widgets.year_histogram import YearHistogram
from pubbrowser.ui.wording import counted

if TYPE_CHECKING:
    from pubbrowser.opening import Opened, Progress


_BAR_CELLS = 20
"""Length of the progress bar."""


_SOUGHT_AMONG = 20_000
"""Papers among which the one under the cursor is looked for when documents have changed: in a
store each of them would have to be read."""


class OpenScreen(BrowseScreen):
    """Reads the documents once the first frame is shown, and says how far it has come."""

    @dataclass
    class Progressed(Message):
        """Opening has come so far."""

        phase: str
        done: int
        total: int
        left: str
        """How long it will still take, in words; "" where that cannot be told."""

    @dataclass
    class DocumentsOpened(Message):
        """The documents have been read and can be searched."""

        opened: Opened

    @dataclass
    class OpeningFailed(Message):
        """Opening ended in an error that nothing was prepared for."""

        error: Exception

    outdated = False
    """What is shown comes from the store, and the documents have changed since."""

    # Opening

    def on_mount(self) -> None:
        self._say_title("")
        self.query_one(StatusLine).show_progress("Opening …")
        # The first frame before the thread, which would compete for the interpreter with it.
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        # Not a worker: leaving waits for those, and would last as long as the reading.
        Thread(target=self._open_in_thread, daemon=True).start()

    def _open_in_thread(self) -> None:
        from pubbrowser.opening import Pace

        pace = Pace()

        def report(phase: str, done: int, total: int) -> None:
            left = pace.left(phase, done, total)
            self.post_message(self.Progressed(phase, done, total, left))

        with suppress(RuntimeError):  # the event loop is gone: the browser was left meanwhile
            try:
                if not self._open_stored(report):
                    self._read(report)
            except Exception as error:  # the thread has nobody to raise it to
                self.post_message(self.OpeningFailed(error))

    def _open_stored(self, report: Progress) -> bool:
        """Show what is in the store, and say whether that is how things stand."""
        from pubbrowser.opening import open_stored
        from pubbrowser.store.errors import StoreError

        pattern = self.settings.citation_key
        if self.cache is None or not (
            opened := open_stored(self.paths, self.corrections, pattern, self.cache)
        ):
            return False
        try:
            self.post_message(self.DocumentsOpened(opened))
            opened.engine.load().warm_up()
            opened.check()
        except StoreError:
            opened.discard()
            return False
        return not opened.stale

    def _read(self, report: Progress) -> None:
        """Read the documents, show them, and keep them for the next time."""
        from pubbrowser.opening import open_paths

        opened = open_paths(
            self.paths, report, self.corrections, self.settings.citation_key, self.cache
        )
        opened.engine.load()
        self.post_message(self.DocumentsOpened(opened))
        opened.engine.load().warm_up()
        opened.keep()

    @on(Progressed)
    def _show_progress(self, event: Progressed) -> None:
        of = ""
        if event.total > 1:
            filled = event.done * _BAR_CELLS // event.total
            bar = "█" * filled + "░" * (_BAR_CELLS - filled)
            of = f" {bar} {event.done:,} of {event.total:,}"
            if event.left:
                of += f", {event.left}"
        self.query_one(StatusLine).show_progress(f"{event.phase.capitalize()}{of} …")

    @on(OpeningFailed)
    def _show_failure(self, event: OpeningFailed) -> None:
        from pubbrowser.merging.corrections import CorrectionsError

        if not isinstance(event.error, CorrectionsError):
            raise event.error
        self.app.exit(return_code=2, message=f"pubbrowser: {event.error}")

    @on(DocumentsOpened)
    def _show_documents(self, event: DocumentsOpened) -> None:
        corpus, failures = event.opened.corpus, event.opened.failures
        self._failures = failures
        self._say_title(self._documents_words(event.opened))
        self.opened_corrections = event.opened.corrections_path
        self.outdated = event.opened.stale
        if self.outdated:
            self.query_one(FootLine).say(
                "Documents have changed: they are read anew; until then, this is how they were",
                "note",
            )
        if self.browsing is not None:  # what was in the store has been shown meanwhile
            place = None
            if self.current is not None and len(corpus) <= _SOUGHT_AMONG:
                place = self._work(self.current).records[0][0]
            self.browsing = self.browsing.carried_over(corpus, event.opened.engine)
            self.show_corpus(place)
            return
        self.browsing = Browsing(corpus, event.opened.engine)
        self.query_one(YearHistogram).replace_years(self.browsing.all_years)
        self.papers.show_doubtful(self.browsing.doubtful)
        search = self.query_one(SearchInput)
        search.offer(samples(corpus))
        self.browsing.ask(text=search.value)
        self._search(to_top=True)
        if failures:
            others = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
            self.query_one(FootLine).say(f"{failures[0]}{others}", "failed")
            if not corpus.documents:
                self.nothing_read = True

    def _documents_words(self, opened: Opened) -> str:
        documents = opened.corpus.documents
        problems = sum(len(document.problems) for document in documents)
        problems += len(opened.corpus.findings)
        if self.sample:
            words = "bundled sample · open your own: pubbrowser FILE …"
        elif len(documents) == 1:
            words = Path(documents[0].path).name
        else:
            words = counted(len(documents), "document")
        records = sum(len(document.records) for document in documents)
        if records > len(opened.corpus):
            words += f" · {counted(len(opened.corpus), 'paper')} from {records:,} entries"
        if opened.failures:
            words += f" · {counted(len(opened.failures), 'file')} not read"
        if problems:
            words += f" · {counted(problems, 'thing')} to check: pubbrowser check"
        return words

    def _say_title(self, words: str) -> None:
        self.query_one("#title-line", Static).update(
            Content.assemble(("pubbrowser", "bold $text-accent"), f"  {words}")
        )
