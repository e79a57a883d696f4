"""The main screen: browsing, and every action of the registry on what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from pubbrowser.model import Link, Work
from pubbrowser.search import SORTS
from pubbrowser.system.files import WriteError
from pubbrowser.ui import errands, wording
from pubbrowser.ui.actions import ACTIONS, Pane, bindings
from pubbrowser.ui.errands import Copied, Errand, Opened
from pubbrowser.ui.screens.browse import BrowseScreen
from pubbrowser.ui.screens.chooser import ChooserScreen
from pubbrowser.ui.screens.text import TextChoice, TextScreen
from pubbrowser.ui.widgets.detail_pane import DetailPane
from pubbrowser.ui.widgets.foot_line import FootLine, Tone
from pubbrowser.ui.widgets.line_list import LineList
from pubbrowser.ui.widgets.people_pane import PeoplePane

_PANES: tuple[tuple[Pane, str], ...] = (
    ("search", "#search-line"),
    ("people", "#people"),
    ("years", "#years"),
    ("details", "#details"),
    ("papers", "#papers-pane"),
)


class MainScreen(BrowseScreen):
    """Answers the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        *(Binding(str(n), f"open_link({n})", show=False) for n in range(1, 10)),
    ]

    @dataclass
    class CopyEnded(Message):
        """Something was copied, or not."""

        copied: Copied

    @dataclass
    class OpeningEnded(Message):
        """Links were opened, or not."""

        opened: Opened

    @dataclass
    class PrintingWanted(Message):
        """A text is to be printed when the browser is left."""

        text: str

    @property
    def foot(self) -> FootLine:
        """The line for keys and messages."""
        return self.query_one(FootLine)

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
        self.foot.show_keys([action for action in ACTIONS if pane in action.panes])

    def _go_to(self, pane: Pane) -> None:
        """Give the keyboard to a pane, and show it where it was hidden for want of room."""
        self.set_class(pane in ("people", "years"), "-show-side")
        self.set_class(pane == "years", "-show-years")
        self.set_class(pane == "details", "-show-details")
        if pane == "people":
            self.query_one(PeoplePane).focus_field()
        elif pane == "search":
            self.query_one("#search", Input).focus()
        else:
            self.query_one(f"#{pane}").focus()

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
                self.foot.say("All papers are shown; q leaves", "note")
                return
            if text != self.browsing.query.text:
                self.query_one("#search", Input).value = ""
            self._search()
            self.foot.say(f"Dropped {dropped}", "note")

    def action_clear_filters(self) -> None:
        if self.browsing is not None:
            self.browsing.drop_all()
            self.query_one("#search", Input).value = ""
            self.query_one(PeoplePane).clear()
            self._search()

    def action_filter_code(self) -> None:
        if self.browsing is not None:
            self._ask(with_code=not self.browsing.query.with_code)

    @work
    async def action_sort(self) -> None:
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
        position = await self.app.push_screen_wait(
            ChooserScreen(
                "Order of the list",
                [Content(names[sort]) for sort in SORTS],
                SORTS.index(self.browsing.query.sort),
            )
        )
        if position is not None:
            self._ask(sort=SORTS[position])

    # Marks

    def action_mark(self) -> None:
        if self.browsing is None or self.current is None:
            return
        self.browsing.toggle_mark(self.current)
        self.papers.show_marked(self.browsing.marked.keys())
        self.papers.action_cursor_down()
        self._show_status()

    def action_unmark_all(self) -> None:
        if self.browsing is None:
            return
        before = len(self.browsing.marked)
        now = self.browsing.toggle_all_marks()
        self.papers.show_marked(self.browsing.marked.keys())
        self._show_status()
        if now:
            self.foot.say(f"{wording.counted(now, 'mark')} brought back", "note")
        elif before:
            self.foot.say(f"{wording.counted(before, 'mark')} removed; U brings them back", "note")
        else:
            self.foot.say("Nothing is marked; Space marks a paper", "note")

    def _targets(self) -> list[Work]:
        """Give the works to act on, and say so when there are none."""
        works = self.browsing.targets(self.current) if self.browsing is not None else []
        if not works:
            self.foot.say("No paper is chosen", "note")
        return works

    # Copying

    def action_copy_citation(self) -> None:
        self._copy_as(self.settings.citation)

    def action_copy_bibtex(self) -> None:
        self._copy_as("bibtex")

    def _copy_as(self, format_name: str) -> None:
        if works := self._targets():
            self._copy(errands.citation(works, format_name))

    @work(thread=True, group="copying", exit_on_error=False)
    def _copy(self, errand: Errand) -> None:
        self.post_message(self.CopyEnded(errands.run_copy(errand, self._send_to_terminal)))

    def _send_to_terminal(self, sequence: str) -> None:
        """Write an escape sequence to the terminal, in turn with what the screen writes."""
        self.app.call_from_thread(self._write_to_driver, sequence)

    def _write_to_driver(self, sequence: str) -> None:
        driver = self.app._driver  # Textual has no public way to write a sequence of one's own
        if driver is not None:
            driver.write(sequence)
            driver.flush()

    @on(CopyEnded)
    def _say_copied(self, event: CopyEnded) -> None:
        copied = event.copied
        if copied.result.outcome == "failed":
            self._offer_text(copied.errand.text, copied.words)
        else:
            tone: Tone = "done" if copied.result.outcome == "verified" else "note"
            self.foot.say(copied.words + self._hidden_marks(), tone)

    def _hidden_marks(self) -> str:
        if self.browsing is None or not self.browsing.marked:
            return ""
        shown = set(self.browsing.result.ids)
        hidden = sum(number not in shown for number in self.browsing.marked)
        return f" ({hidden} of them not shown now)" if hidden else ""

    @work
    async def _offer_text(self, text: str, why: str) -> None:
        choice: TextChoice | None = await self.app.push_screen_wait(TextScreen(text, why))
        if choice == "save":
            try:
                path = errands.save_beside(text, Path.cwd())
            except WriteError as error:
                self.foot.say(str(error), "failed")
            else:
                self.foot.say(f"Saved to {path}")
        elif choice == "print":
            self.post_message(self.PrintingWanted(text))
            self.foot.say("Will be printed when you leave", "note")

    # Opening

    def action_open_repository(self) -> None:
        self._open_some(
            wording.repositories,
            "Code repositories",
            "No code repository is known for {}; O opens its page",
        )

    def action_open_page(self) -> None:
        self._open_some(lambda work: wording.pages(work)[:1], "Pages", "No page is known for {}")

    def action_open_link(self, number: int) -> None:
        links = self.query_one("#details", DetailPane).links
        if 0 < number <= len(links):
            self._open_links([links[number - 1]])
        else:
            self.foot.say(f"There is no link {number}", "note")

    @work
    async def _open_some(
        self, links_of: Callable[[Work], Sequence[Link]], title: str, none: str
    ) -> None:
        works = self._targets()
        if not works:
            return
        links = list(dict.fromkeys(link for work in works for link in links_of(work)))
        if not links:
            these = "this paper" if len(works) == 1 else "the marked papers"
            self.foot.say(none.format(these), "note")
            return
        if len(links) > 1:
            choices = [Content(link.url) for link in links]
            several = Content(f"all {len(links)}")
            position = await self.app.push_screen_wait(
                ChooserScreen(title, [*choices, several], len(choices) if len(works) > 1 else 0)
            )
            if position is None:
                return
            links = links if position == len(links) else [links[position]]
        self._open_links(links)

    @work(thread=True, group="opening-links", exit_on_error=False)
    def _open_links(self, links: Sequence[Link]) -> None:
        self.post_message(self.OpeningEnded(errands.run_open(links, self._send_to_terminal)))

    @on(OpeningEnded)
    def _say_opened(self, event: OpeningEnded) -> None:
        self.foot.say(event.opened.words, "done" if event.opened.worked else "note")

    # Program

    def action_help(self) -> None:
        from pubbrowser.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        self.app.exit(return_code=3 if self.nothing_read else 0)
