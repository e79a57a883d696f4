"""The browser as a picker: Enter chooses papers, and the program leaves with their citations."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from pubbrowser.model import Work
from pubbrowser.ui.actions import Action, Pane
from pubbrowser.ui.picking import Picking
from pubbrowser.ui.screens.filing import here
from pubbrowser.ui.screens.main import MainScreen

if TYPE_CHECKING:
    from pubbrowser.ui.app import PubBrowserApp

_NOTHING_PICKED, _NOTHING_READ = 1, 3
"""The exit codes when the picker is left without a choice, and where there was none to make."""


class PickScreen(MainScreen):
    """Starts in the search; Enter in the search, the list or the details picks."""

    AUTO_FOCUS = "#search"

    @dataclass
    class Picked(Message):
        """Papers were picked, and their citations written."""

        text: str

    def __init__(self, paths: Sequence[str], picking: Picking, **options: Any) -> None:
        super().__init__(paths, **options)
        self.picking = picking
        self._under_way = False
        """Whether citations are being written, after which the picker ends."""

    def on_mount(self) -> None:
        self.query_one("#search", Input).value = self.picking.query

    def hints(self, pane: Pane) -> tuple[list[tuple[str, str]], list[Action]]:
        keys, actions = super().hints(pane)
        if pane in ("papers", "search", "details"):
            keys = [("Enter", "pick"), *(key for key in keys if key[0] != "Enter")]
        if pane == "search":
            keys.append(("↓", "to the list, where Space marks"))
        return keys, [action for action in actions if action.name != "show_details"]

    # Picking

    def action_show_details(self) -> None:
        if self._under_way:
            return
        if self.browsing is None:  # nobody has seen yet what there is to pick
            self.foot.say("The documents are still being read; then Enter picks", "note")
        elif works := self._targets():
            self._under_way = True
            self._write(works)

    @on(Input.Submitted, "#search")
    def _pick_found(self, event: Input.Submitted) -> None:
        event.prevent_default()  # the search is not left for the list
        self.catch_up()  # what is picked is what the words find, not what they found before
        self.action_show_details()

    @work(group="picking", exit_on_error=False)
    async def _write(self, works: Sequence[Work]) -> None:
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.ui.errands import citation

        choice, manner = self.picking.choice, self.picking.manner
        try:
            bib = self.citations.bib_file(here())
            errand = await asyncio.to_thread(citation, works, choice, manner, bib)
        except StyleError as error:
            self._under_way = False
            self.foot.say(f"Not picked: {error}", "failed")
        else:
            self.post_message(self.Picked(errand.text))

    @on(Picked)
    def _leave_with(self, event: Picked) -> None:
        cast("PubBrowserApp", self.app).leave_with(event.text)

    # Leaving

    def action_step_back(self) -> None:
        searching = self.pane == "search"
        if self.browsing is None:
            self.nothing_to_take_back()
        elif searching and self.query_one("#search", Input).value:
            self.action_drop("text")
        elif searching and not self.browsing.filters():
            self.nothing_to_take_back()
        else:
            super().action_step_back()

    def nothing_to_take_back(self) -> None:
        self.action_quit()

    def action_quit(self) -> None:
        self.app.exit(return_code=_NOTHING_READ if self.nothing_read else _NOTHING_PICKED)
