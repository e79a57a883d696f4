"""The browser as a picker: Enter chooses papers, and the program leaves with their citations."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from textual import on, work
from textual.widgets import Input

from pubbrowser.model import Work
from pubbrowser.ui.actions import Action, Pane
from pubbrowser.ui.picking import Picking
from pubbrowser.ui.screens.main import MainScreen

_NOTHING_PICKED = 1
"""The exit code when the picker is left without a choice."""


class PickScreen(MainScreen):
    """Starts in the search; Enter in the search, the list or the details picks."""

    AUTO_FOCUS = "#search"

    def __init__(self, paths: Sequence[str], picking: Picking, **options: Any) -> None:
        super().__init__(paths, **options)
        self.picking = picking

    def on_mount(self) -> None:
        self.query_one("#search", Input).value = self.picking.query

    def hints(self, pane: Pane) -> tuple[list[tuple[str, str]], list[Action]]:
        keys, actions = super().hints(pane)
        if pane in ("papers", "search", "details"):
            keys = [("Enter", "pick"), *(key for key in keys if key[0] != "Enter")]
        return keys, [action for action in actions if action.name != "show_details"]

    def action_show_details(self) -> None:
        if works := self._targets():
            self._write(works)

    @on(Input.Submitted, "#search")
    def _pick_found(self) -> None:
        self.catch_up()  # what is picked is what the words find, not what they found before
        self.action_show_details()

    @work(group="picking", exit_on_error=False)
    async def _write(self, works: Sequence[Work]) -> None:
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.ui.errands import citation

        choice, manner = self.picking.choice, self.picking.manner
        try:
            errand = await asyncio.to_thread(citation, works, choice, manner)
        except StyleError as error:
            self.foot.say(f"Not picked: {error}", "failed")
        else:
            self.post_message(self.PrintingWanted(errand.text, and_leave=True))

    def nothing_to_take_back(self) -> None:
        self.action_quit()

    def action_quit(self) -> None:
        self.app.exit(return_code=_NOTHING_PICKED)
