"""Copying papers: as citations in any format, or a part of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from pubbrowser.model import Work
from pubbrowser.ui.screens.filing import FilingScreen, here
from pubbrowser.ui.widgets.foot_line import Tone

if TYPE_CHECKING:
    from pubbrowser.citing.choices import Choice
    from pubbrowser.ui.errands import Copied, Errand
    from pubbrowser.ui.screens.cite import Chosen
    from pubbrowser.ui.screens.text import TextChoice
    from pubbrowser.ui.yanking import Yank

# What is needed only when a key asks for it is imported there: writers of citations, dialogs and
# their widgets are 50 ms that the first frame need not wait for.

_UNNOTICED = 0.5
"""Seconds that copying may take without a word that it is under way."""


class CitingScreen(FilingScreen):
    """Copies the paper under the cursor, or the marked ones."""

    @dataclass
    class PrintingWanted(Message):
        """A text is to be printed when the browser is left."""

        text: str

    _last: Copied | None = None

    # The keys

    def action_copy_citation(self) -> None:
        if works := self._targets():
            self._cite(works, self.citations.default)

    def action_copy_bibtex(self) -> None:
        self._cite_as("bibtex")

    def action_copy_in_text(self) -> None:
        if works := self._targets():
            self._cite(works, self.citations.in_text)

    def _cite_as(self, notation: str) -> None:
        from pubbrowser.citing.choices import choice_of

        if works := self._targets():
            self._cite(works, choice_of(notation))

    def action_choose_citation(self) -> None:
        """Choose a format or style with a preview, then copy or save."""
        from pubbrowser.ui.screens.cite import CiteScreen

        works = self._targets()
        if not works:
            return

        def do(chosen: Chosen | None) -> None:
            if chosen is None:
                return
            self.citations.used(chosen.choice)
            if chosen.what == "copy":
                self._cite(works, chosen.choice)
            else:
                self._save_citations(works, chosen.choice)

        bib = self.citations.bib_file(here())
        self.app.push_screen(CiteScreen(works, self.citations, bib), do)

    def action_yank(self) -> None:
        """Copy what the next key stands for."""
        from pubbrowser.ui.screens.yank import YankScreen

        works = self._targets()
        if not works:
            return

        def do(wanted: Yank | str | None) -> None:
            from pubbrowser.citing.choices import choice_of
            from pubbrowser.ui.errands import part
            from pubbrowser.ui.yanking import Last, Part

            if isinstance(wanted, str):
                self.foot.say(wanted, "note")
            elif isinstance(wanted, Part):
                bib = self.citations.bib_file(here())
                self._copy(lambda: part(works, wanted, bib))
            elif isinstance(wanted, Last):
                self._show_last()
            elif wanted is not None:
                default = self.citations.default
                self._cite(works, choice_of(wanted.notation) if wanted.notation else default)

        self.app.push_screen(YankScreen(works, has_last=self._last is not None), do)

    # Copying

    def _cite(self, works: Sequence[Work], choice: Choice) -> None:
        from pubbrowser.ui.errands import citation

        manner, bib = self.citations.manner, self.citations.bib_file(here())
        self._copy(lambda: citation(works, choice, manner, bib))

    def _copy(self, errand_of: Callable[[], Errand]) -> None:
        # At once, and not in the worker: the next key may be the one for leaving.
        self._tell(self.copying.start(errand_of))

    @work(group="copying", exclusive=True)
    async def _tell(self, copying: Future[Copied]) -> None:
        """Say how it went as soon as that is known."""
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.system.helpers import GivenUpError

        ended = asyncio.wrap_future(copying)
        await asyncio.wait([ended], timeout=_UNNOTICED)
        if not ended.done():
            self.foot.say("Copying …", "note")
        try:
            copied = await ended
        except GivenUpError:  # for a newer one, which will have its say
            return
        except StyleError as error:
            self.copying.told(copying)
            self.foot.say(f"Not copied: {error}", "failed")
            return
        self.copying.told(copying)
        self._say_copied(copied)

    def _say_copied(self, copied: Copied) -> None:
        self._last = copied
        failed = copied.result.outcome == "failed"
        if failed and not copied.errand.not_opened:
            self._offer_text(copied.errand.text, copied.words, "Not copied")
        elif copied.errand.not_opened:
            self.foot.say(copied.words, "note")
        else:
            tone: Tone = "done" if copied.result.outcome == "verified" else "note"
            shown = "; yv shows it" if copied.result.outcome == "sent" else ""
            old = " · from before the documents changed" if self.outdated else ""
            self.foot.say(copied.words + shown + old + self.hidden_marks(), tone)

    def copy_instead(self, errand: Errand) -> None:
        self._copy(lambda: errand)

    def _show_last(self) -> None:
        if self._last:
            self._offer_text(self._last.errand.text, self._last.words, "Copied last")

    def _offer_text(self, text: str, why: str, heading: str) -> None:
        from pubbrowser.system.files import WriteError
        from pubbrowser.ui.errands import save_beside
        from pubbrowser.ui.screens.text import TextScreen

        def do(choice: TextChoice | None) -> None:
            if choice == "save":
                try:
                    path = save_beside(text, Path.cwd())
                except (OSError, WriteError) as error:  # the folder itself may be gone
                    self.foot.say(f"Not saved: {error}", "failed")
                else:
                    self.foot.say(f"Saved to {path}")
            elif choice == "print":
                self.post_message(self.PrintingWanted(text))
                self.foot.say("Will be printed when you leave", "note")

        self.app.push_screen(TextScreen(text, why, heading), do)
