"""The layout of the browser: which panes there are, and which give way in a small window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from pubbrowser.config import Settings
from pubbrowser.model import Person, Work
from pubbrowser.ui.browsing import Browsing
from pubbrowser.ui.copying import Copying
from pubbrowser.ui.widgets.detail_pane import DetailPane
from pubbrowser.ui.widgets.foot_line import FootLine
from pubbrowser.ui.widgets.paper_list import PaperList
from pubbrowser.ui.widgets.people_pane import PeoplePane
from pubbrowser.ui.widgets.search_input import SearchInput
from pubbrowser.ui.widgets.status_line import StatusLine
from pubbrowser.ui.widgets.year_histogram import YearHistogram


class LayoutScreen(Screen[None]):
    """Holds the panes and the state that they show; the sizes stand in `main.tcss`."""

    # Textual declares these as instance variables, so they cannot be ClassVar.
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (80, "-medium"),
        (120, "-wide"),
        (170, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-short"), (28, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = "#papers"

    def __init__(
        self,
        paths: Sequence[str],
        *,
        sample: bool,
        settings: Settings,
        copying: Copying,
        corrections: Path | None = None,
        cache: Path | None = None,
    ) -> None:
        super().__init__()
        self.paths, self.sample, self.settings = paths, sample, settings
        self.copying = copying
        self.corrections = corrections
        """The file of corrections; None for the one beside the documents."""
        self.cache = cache
        """The folder of stores; None where every document is to be read."""
        self.browsing: Browsing | None = None
        """None until the documents have been read."""
        self.opened_corrections: Path | None = None
        """The file of corrections that was found beside the documents."""
        self.nothing_read = False
        """Whether not one of the files could be read."""
        self._failures: Sequence[Exception] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="title-line", markup=False)
        with Horizontal(id="search-line"):
            yield Static("/", id="search-sign", markup=False)
            yield SearchInput(id="search")
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield self._titled(PeoplePane(self._person, id="people"), "Authors")
                yield self._titled(YearHistogram(id="years"), "Years")
            with Vertical(id="main"):
                with Vertical(id="papers-pane") as papers:
                    self._titled(papers, "Papers")
                    yield PaperList(self._work, id="papers")
                    yield Static(id="empty", markup=False)
                yield self._titled(DetailPane(id="details"), "Details")
        yield StatusLine(id="status", markup=False)
        yield FootLine(id="foot")

    @staticmethod
    def _titled(pane: Any, title: str) -> Any:
        pane.add_class("pane")
        pane.border_title = Content(title)
        return pane

    # What is where

    @property
    def papers(self) -> PaperList:
        """The list of papers."""
        return self.query_one("#papers", PaperList)

    @property
    def current(self) -> int | None:
        """Index of the work under the cursor, None when none is shown."""
        if self.browsing is None or not self.browsing.result.ids:
            return None
        return self.browsing.result.ids[self.papers.cursor]

    def _work(self, number: int) -> Work:
        assert self.browsing is not None
        return self.browsing.work(number)

    def _person(self, number: int) -> Person:
        assert self.browsing is not None
        return self.browsing.corpus.people[number]
