"""What is done with papers: marking them, opening their links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message

from pubbrowser.citing.markup import plain
from pubbrowser.model import Link, Work
from pubbrowser.ui import wording
from pubbrowser.ui.screens.open import OpenScreen
from pubbrowser.ui.widgets.detail_pane import DetailPane
from pubbrowser.ui.widgets.foot_line import FootLine

if TYPE_CHECKING:
    from pubbrowser.ui.errands import Errand, Opened

# What is needed only when a key asks for it is imported there: writers of citations, dialogs and
# their widgets are 50 ms that the first frame need not wait for.


class PapersScreen(OpenScreen):
    """Acts on the paper under the cursor, or on the marked ones."""

    @dataclass
    class OpeningEnded(Message):
        """Links were opened, or not."""

        opened: Opened

    @property
    def foot(self) -> FootLine:
        """The line for keys and messages."""
        return self.query_one(FootLine)

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

    def hidden_marks(self) -> str:
        """Say how many of the marked papers, which are acted on, are not in the list now."""
        if self.browsing is None or not self.browsing.marked:
            return ""
        shown = self.browsing.result.ids
        hidden = sum(number not in shown for number in self.browsing.marked)
        return f" ({hidden} of them not shown now)" if hidden else ""

    # Opening

    def action_open_repository(self) -> None:
        works = self.browsing.targets(self.current) if self.browsing is not None else []
        hint = "; O opens the page" if any(map(wording.pages, works)) else ""
        none = f"No code repository is known for {{}}{hint}"
        self._open_some(wording.repositories, "Code repositories", none)

    def action_open_page(self) -> None:
        self._open_some(lambda work: wording.pages(work)[:1], "Pages", "No page is known for {}")

    def action_open_link(self, number: int) -> None:
        links = self.query_one("#details", DetailPane).links
        if 0 < number <= len(links):
            self._open_links([links[number - 1]])
        else:
            self.foot.say(f"There is no link {number}", "note")

    def _open_some(self, links_of: Callable[[Work], Sequence[Link]], title: str, none: str) -> None:
        works = self._targets()
        if not works:
            return
        work_of = {link: work for work in reversed(works) for link in links_of(work)}
        links = list(dict.fromkeys(link for work in works for link in links_of(work)))
        if not links:
            these = "this paper" if len(works) == 1 else "the marked papers"
            self.foot.say(none.format(these), "note")
            return
        if len(links) > 1:
            from pubbrowser.ui.screens.chooser import ChooserScreen

            titles = [
                f"  {plain(work_of[link].merged.title)}" if len(works) > 1 else "" for link in links
            ]
            choices = [
                Content.assemble(link.url, (title, "$foreground-muted"))
                for link, title in zip(links, titles, strict=True)
            ]
            several = Content(f"all {len(links)}")

            def open_chosen(position: int | None) -> None:
                if position is not None:
                    self._open_links(links if position == len(links) else [links[position]])

            start = len(choices) if len(works) > 1 else 0
            self.app.push_screen(ChooserScreen(title, [*choices, several], start), open_chosen)
        else:
            self._open_links(links)

    @work(thread=True, group="opening-links", exit_on_error=False)
    def _open_links(self, links: Sequence[Link]) -> None:
        from pubbrowser.ui.errands import run_open

        self.post_message(self.OpeningEnded(run_open(links)))

    @on(OpeningEnded)
    def _say_opened(self, event: OpeningEnded) -> None:
        if event.opened.instead is None:
            self.foot.say(event.opened.words)
        else:
            self.copy_instead(event.opened.instead)

    def copy_instead(self, errand: Errand) -> None:
        """Copy what could not be opened; the screen that copies knows how."""
        raise NotImplementedError
