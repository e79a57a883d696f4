"""The main screen: panes, filters, and the keys of all actions."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from pubbrowser.search import SORTS
from pubbrowser.ui.actions import ACTIONS, PANE_HINTS, Action, Pane, bindings
from pubbrowser.ui.screens.correct import CorrectScreen
from pubbrowser.ui.widgets.line_list import LineList
from pubbrowser.ui.widgets.people_pane import PeoplePane
from pubbrowser.ui.widgets.year_histogram import YearHistogram

_PANES: tuple[tuple[Pane, str], ...] = (
    ("search", "#search-line"),
    ("people", "#people"),
    ("years", "#years"),
    ("details", "#details"),
    ("papers", "#papers-pane"),
)


class MainScreen(CorrectScreen):
    """Answers the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        *(Binding(str(n), f"open_link({n})", show=False) for n in range(1, 10)),
    ]

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane that has the keyboard."""
        focused = self.focused
        if focused is not None:
            for name, selector in _PANES:
                if self.query_one(selector) in focused.ancestors_with_self:
                    return name
        return "papers"

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        pane = self.pane
        self.set_class(pane in ("people", "years"), "-show-side")
        self.set_class(pane == "years", "-show-years")
        self.set_class(pane == "details", "-show-details")
        self.foot.show_keys(*self.hints(pane))
        self.advise()

    def hints(self, pane: Pane) -> tuple[list[tuple[str, str]], list[Action]]:
        """Give the keys of a pane itself and the actions that are named while it is used."""
        return [*PANE_HINTS[pane]], [action for action in ACTIONS if pane in action.panes]

    def _go_to(self, pane: Pane) -> None:
        """Give the keyboard to a pane, and show it where it was hidden for want of room."""
        self.set_class(pane in ("people", "years"), "-show-side")
        self.set_class(pane == "years", "-show-years")
        self.set_class(pane == "details", "-show-details")
        target = self.query_one("#people-narrow" if pane == "people" else f"#{pane}")
        if not target.focusable:
            self.app.stylesheet.update(self)  # it was hidden until the classes changed just now
        # At once, and not as `Widget.focus` does when all keys that wait have been given out:
        # letters typed fast after "/" must not run as commands of the list.
        self.set_focus(target)

    def action_search(self) -> None:
        self._go_to("search")

    def action_filter_people(self) -> None:
        self._go_to("people")

    def action_filter_years(self) -> None:
        self._go_to("years")

    def action_show_details(self) -> None:
        if self.current is not None:
            self._go_to("details")

    @on(LineList.RowChosen, "#papers")
    def _row_chosen(self) -> None:
        self.action_show_details()

    def action_next_pane(self) -> None:
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        ring: tuple[Pane, ...] = ("papers", "details", "people", "years", "search")
        self._go_to(ring[(ring.index(self.pane) + by) % len(ring)])

    @on(events.Key)
    def _leave_search_downwards(self, event: events.Key) -> None:
        if event.key == "down" and self.pane == "search":
            event.stop()
            self._go_to("papers")

    @on(YearHistogram.Done)
    def _years_done(self) -> None:
        self._go_to("papers")

    # Filters

    def action_step_back(self) -> None:
        pane = self.pane
        if pane == "people" and self.query_one(PeoplePane).narrowed:
            self.query_one(PeoplePane).clear()
        elif pane == "search":
            if self.query_one("#search", Input).value:
                self.action_drop("text")
            self._go_to("papers")
        elif pane != "papers":
            self._go_to("papers")
        elif self.browsing is not None:
            text = self.browsing.query.text
            dropped = self.browsing.drop_last()
            if not dropped:
                self.nothing_to_take_back()
                return
            if text != self.browsing.query.text:
                self.query_one("#search", Input).value = ""
            self._search()
            self.foot.say(f"Dropped {dropped}", "note")

    def nothing_to_take_back(self) -> None:
        """Answer `Esc` where there is no step left to take back."""
        self.foot.say("All papers are shown; q leaves", "note")

    def action_clear_filters(self) -> None:
        if self.browsing is not None:
            self.browsing.drop_all()
            self.query_one("#search", Input).value = ""
            self.query_one(PeoplePane).clear()
            self._search()

    def action_filter_code(self) -> None:
        if self.browsing is not None:
            self._ask(with_code=not self.browsing.query.with_code)

    def action_sort(self) -> None:
        from pubbrowser.ui.screens.chooser import ChooserScreen

        if self.browsing is None:
            return
        names = {
            "relevance": "relevance, or newest while nothing is searched for",
            "newest": "newest first",
            "oldest": "oldest first",
            "title": "title",
            "author": "first author",
            "document": "as the documents list them",
        }
        chooser = ChooserScreen(
            "Order of the list",
            [Content(names[sort]) for sort in SORTS],
            SORTS.index(self.browsing.query.sort),
        )

        def sort_by(position: int | None) -> None:
            if position is not None:
                self._ask(sort=SORTS[position])

        self.app.push_screen(chooser, sort_by)

    # Program

    def action_help(self) -> None:
        from pubbrowser.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        self.app.exit(return_code=3 if self.nothing_read else 0)
