"""Browsing: papers, details, authors and years, all showing one query.

The screen alone holds the state (`Browsing`) and answers the widgets' messages; the widgets do
not know each other. Every change of the query goes through `_ask`, so that list, details,
counts and what the keys act on cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import Any

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from pubbrowser.model import Source
from pubbrowser.search import Query, Result, Sort
from pubbrowser.search.language import Flaw, parse
from pubbrowser.ui.browsing import Filter
from pubbrowser.ui.cells import fit
from pubbrowser.ui.details import details_of
from pubbrowser.ui.screens.layout import LayoutScreen
from pubbrowser.ui.widgets.detail_pane import DetailPane
from pubbrowser.ui.widgets.foot_line import FootLine
from pubbrowser.ui.widgets.line_list import LineList
from pubbrowser.ui.widgets.people_pane import PeoplePane
from pubbrowser.ui.widgets.search_input import SearchInput
from pubbrowser.ui.widgets.status_line import Pill, StatusLine
from pubbrowser.ui.widgets.year_histogram import YearHistogram

_SEARCH_HERE = 50_000
"""Up to so many works a search takes a few milliseconds and runs on the spot; beyond, in a
thread."""
_ORDERS: dict[Sort, str] = {
    "relevance": "best first",
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "author": "by first author",
    "document": "as listed",
}
"""How the status line names the order of the list."""
_FLAW = 20
"""Cells of a part of the query in the status line."""
_DETAILS_AFTER = 0.05
"""Seconds between two changes of the details while the cursor is moving."""


class BrowseScreen(LayoutScreen):
    """Answers what the widgets ask, and shows the answer in all of them."""

    _details_timer: Timer | None = None
    _details_shown_at = 0.0

    @dataclass
    class Answered(Message):
        """A search in a thread has ended."""

        query: Query
        result: Result
        to_top: bool

    # The query

    def _ask(self, *, to_top: bool = False, **changes: Any) -> None:
        """Change the query and show its answer, the cursor on the paper it was on, if any."""
        if self.browsing is not None:
            self.browsing.ask(**changes)
            self._search(to_top)

    def _search(self, to_top: bool = False) -> None:
        """Find the answer to the present query and show it."""
        assert self.browsing is not None
        if len(self.browsing.corpus) <= _SEARCH_HERE:
            self._show_result(self.browsing.engine.run(self.browsing.query), to_top)
        else:
            self._search_in_thread(self.browsing.query, to_top)

    @work(thread=True, exclusive=True, group="search")
    def _search_in_thread(self, query: Query, to_top: bool) -> None:
        assert self.browsing is not None
        result = self.browsing.engine.run(query)
        _ = len(result.people_counts)  # counts everyone, which would hold up the screen
        self.post_message(self.Answered(query, result, to_top))

    @on(Answered)
    def _show_answer(self, event: Answered) -> None:
        if self.browsing is not None and event.query == self.browsing.query:  # else it is stale
            self._show_result(event.result, event.to_top)

    def show_corpus(self, place: Source | None) -> None:
        """Show `browsing` after it has been replaced; the cursor on the work with the record
        that stands at `place`."""
        browsing = self.browsing
        assert browsing is not None
        self.query_one(YearHistogram).replace_years(browsing.all_years)
        self.query_one(PeoplePane).forget()
        self.papers.show_doubtful(browsing.doubtful)
        self.papers.show_marked(browsing.marked.keys())
        ids = browsing.result.ids
        rows = (
            row for row, n in enumerate(ids) if any(at == place for at, _ in self._work(n).records)
        )
        self._show_rows(next(rows, 0))

    def catch_up(self) -> None:
        """Show the answer to the present query even if a thread is still looking for it."""
        if self.browsing is not None and self.browsing.answered != self.browsing.query:
            self._show_result(self.browsing.engine.run(self.browsing.query), to_top=True)

    def _show_result(self, result: Result, to_top: bool = False) -> None:
        browsing = self.browsing
        assert browsing is not None
        kept = None if to_top else self.current
        browsing.result, browsing.answered = result, browsing.query
        try:
            cursor = 0 if kept is None else result.ids.index(kept)
        except ValueError:
            cursor = 0
        self._show_rows(cursor)

    def _show_rows(self, cursor: int) -> None:
        """Show the present result in all panes, the cursor on row `cursor`."""
        browsing = self.browsing
        assert browsing is not None
        result = browsing.result
        self.set_class(not result.ids, "-empty")
        asked = parse(browsing.query.text).condition
        self.papers.show(result.ids, result.marks, cursor, asked)
        everyone = len(browsing.corpus.people)
        self.query_one(PeoplePane).show(result.people_counts, browsing.query.people, everyone)
        self.query_one(YearHistogram).show(result.year_counts, browsing.query.years)
        self._show_status()
        self._show_details()
        if not result.ids:
            self._show_empty()

    def _show_status(self) -> None:
        browsing = self.browsing
        if browsing is None:
            return
        pills = [
            Pill(browsing.filter_words(name), f"screen.drop({name!r})")
            for name in browsing.filters()
        ]
        flaws = parse(browsing.query.text).flaws
        rest = [
            f"{_left_out(browsing.query.text, flaw)} left out"
            for flaw in flaws
            if not flaw.unfinished
        ]
        if browsing.marked:
            rest.append(f"{len(browsing.marked):,} marked")
        if browsing.query.sort != "relevance" or browsing.query.text.strip():
            rest.append(_ORDERS[browsing.query.sort])
        self.query_one(StatusLine).show(browsing.count_words(), pills, rest)

    def _show_empty(self) -> None:
        browsing = self.browsing
        assert browsing is not None
        lines = [Content.styled("Nothing to show.", "bold"), Content("")]
        if browsing.filters():
            words = " · ".join(browsing.filter_words(name) for name in browsing.filters())
            lines[0] = Content.assemble(("No paper for ", "bold"), (words, "bold $text-accent"))
            lines.append(Content("Esc drops the last filter, R drops all of them."))
        elif browsing.corpus.documents:
            lines.append(Content("The documents hold no publications."))
        else:
            lines[0] = Content.styled("None of the files could be read:", "bold")
            lines += [Content(f"• {failure}") for failure in self._failures]
        self.query_one("#empty", Static).update(Content("\n").join(lines))

    # The details follow the cursor, a little behind while it runs

    @on(LineList.CursorMoved, "#papers")
    def _follow_cursor(self) -> None:
        rows = self.papers.row_count
        place = f" · {self.papers.cursor + 1:,}/{rows:,}" if rows else ""
        self.query_one("#papers-pane").border_title = Content(f"Papers{place}")
        self.query_one(FootLine).fade()
        if self._details_timer is not None:
            return
        wait = self._details_shown_at + _DETAILS_AFTER - monotonic()
        if wait <= 0:
            self._show_details()
        else:
            self._details_timer = self.set_timer(wait, self._show_details)

    def _show_details(self) -> None:
        if self._details_timer is not None:
            self._details_timer.stop()
            self._details_timer = None
        self._details_shown_at = monotonic()
        pane = self.query_one("#details", DetailPane)
        if self.browsing is None or self.current is None:
            pane.show_nothing(Content.styled("No paper is chosen.", "$foreground-muted"))
            return
        browsing = self.browsing
        shown = self._work(self.current)
        findings = browsing.findings.get(self.current, ())
        found, chosen = browsing.result.marks, browsing.query.people
        pane.show(details_of(shown, browsing.corpus, found, chosen, findings))

    # What the widgets ask for

    @on(Input.Changed, "#search")
    def _search_typed(self, event: Input.Changed) -> None:
        if self.browsing is not None and event.value != self.browsing.query.text:
            self._ask(text=event.value, to_top=True)
        self.advise()

    def advise(self) -> None:
        """Say what is wrong with the query that is being typed, if anything is."""
        search = self.query_one(SearchInput)
        flaws = search.parsed.flaws if search.has_focus else ()
        self.query_one(FootLine).advise(flaws[-1].hint if flaws else "")

    @on(Input.Submitted, "#search")
    def _leave_search(self) -> None:
        self.set_focus(self.papers)

    @on(PeoplePane.PersonToggled)
    def _person_toggled(self, event: PeoplePane.PersonToggled) -> None:
        self.action_toggle_person(event.person)

    @on(YearHistogram.RangeChosen)
    def _years_chosen(self, event: YearHistogram.RangeChosen) -> None:
        self._ask(years=event.years)

    def action_toggle_person(self, person: int) -> None:
        """Filter by a person, or no longer."""
        if self.browsing is not None:
            self.browsing.toggle_person(person)
            self._search()

    def action_drop(self, name: Filter) -> None:
        """Drop one filter."""
        self._ask(**{name: getattr(Query(), name)})
        if name == "text":
            self.query_one("#search", Input).value = ""


def _left_out(text: str, flaw: Flaw) -> str:
    """Give the part of a query that is left out, in few cells."""
    return fit(text[flaw.start : flaw.end].strip(), _FLAW).rstrip()
