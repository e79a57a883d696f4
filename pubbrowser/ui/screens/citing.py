"""Copying papers: as citations in any format, or a part of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from pubbrowser.model import Work
from pubbrowser.ui.screens.papers import PapersScreen
from pubbrowser.ui.widgets.foot_line import Tone
from pubbrowser.ui.wording import counted

if TYPE_CHECKING:
    from pubbrowser.citing.choices import Choice
    from pubbrowser.ui.citations import Citations
    from pubbrowser.ui.errands import Copied, Errand
    from pubbrowser.ui.screens.cite import Chosen
    from pubbrowser.ui.screens.text import TextChoice
    from pubbrowser.ui.yanking import Form, Part

# What is needed only when a key asks for it is imported there: writers of citations, dialogs and
# their widgets are 50 ms that the first frame need not wait for.

_UNNOTICED = 0.5
"""Seconds that copying may take without a word that it is under way."""


class CitingScreen(PapersScreen):
    """Copies the paper under the cursor, or the marked ones."""

    @dataclass
    class CitingFailed(Message):
        """A citation could not be written."""

        reason: str

    @dataclass
    class PrintingWanted(Message):
        """A text is to be printed when the browser is left."""

        text: str

    @cached_property
    def citations(self) -> Citations:
        """What the keys copy."""
        from pubbrowser.ui.citations import Citations

        return Citations(self.settings)

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

        self.app.push_screen(CiteScreen(works, self.citations), do)

    def action_yank(self) -> None:
        """Copy what the next key stands for."""
        from pubbrowser.ui.screens.yank import YankScreen

        works = self._targets()
        if not works:
            return

        def do(wanted: Part | Form | None) -> None:
            from pubbrowser.citing.choices import choice_of
            from pubbrowser.ui.errands import part
            from pubbrowser.ui.yanking import Part

            if isinstance(wanted, Part):
                self._copy(lambda: part(works, wanted))
            elif wanted is not None:
                default = self.citations.default
                self._cite(works, choice_of(wanted.notation) if wanted.notation else default)

        self.app.push_screen(YankScreen(works), do)

    # Copying

    def _cite(self, works: Sequence[Work], choice: Choice) -> None:
        from pubbrowser.ui.errands import citation

        manner = self.citations.manner
        self._copy(lambda: citation(works, choice, manner))

    @work(group="copying", exclusive=True)
    async def _copy(self, errand_of: Callable[[], Errand]) -> None:
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.system.helpers import GivenUpError

        try:
            # A style that is used for the first time takes some tenths of a second.
            errand = await asyncio.to_thread(errand_of)
        except StyleError as error:
            self.foot.say(f"Not copied: {error}", "failed")
            return
        copying = self.copying.start(errand)
        ended = asyncio.wrap_future(copying)
        await asyncio.wait([ended], timeout=_UNNOTICED)
        if not ended.done():
            self.foot.say(f"Copying {errand.what} …", "note")
        try:
            copied = await ended
        except GivenUpError:  # for a newer one, which will have its say
            return
        self.copying.told(copying)
        self._say_copied(copied)

    def _say_copied(self, copied: Copied) -> None:
        failed = copied.result.outcome == "failed"
        if failed and not copied.errand.not_opened:
            self._offer_text(copied.errand.text, copied.words)
        elif copied.errand.not_opened:
            self.foot.say(copied.words, "note")
        else:
            tone: Tone = "done" if copied.result.outcome == "verified" else "note"
            self.foot.say(copied.words + self._hidden_marks(), tone)

    def copy_instead(self, errand: Errand) -> None:
        self._copy(lambda: errand)

    def _hidden_marks(self) -> str:
        if self.browsing is None or not self.browsing.marked:
            return ""
        shown = set(self.browsing.result.ids)
        hidden = sum(number not in shown for number in self.browsing.marked)
        return f" ({hidden} of them not shown now)" if hidden else ""

    def _offer_text(self, text: str, why: str) -> None:
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

        self.app.push_screen(TextScreen(text, why), do)

    # Saving

    def _save_citations(self, works: Sequence[Work], choice: Choice) -> None:
        from pubbrowser.ui.errands import citation, fault_of_new_file, unused_path
        from pubbrowser.ui.screens.question import QuestionScreen

        manner = self.citations.manner
        proposal = unused_path(Path.cwd(), "citations", choice.format.extension)

        def save(answer: str | None) -> None:
            if answer is not None:
                self._save(answer, lambda: citation(works, choice, manner))

        title = f"Save {choice.label} of {counted(len(works), 'paper')} as"
        self.app.push_screen(QuestionScreen(title, proposal.name, fault_of_new_file), save)

    @work(thread=True, group="saving", exit_on_error=False)
    def _save(self, path: str, errand_of: Callable[[], Errand]) -> None:
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.system.files import WriteError
        from pubbrowser.ui.errands import save_new

        try:
            words = save_new(errand_of(), path)
        except (OSError, StyleError, WriteError) as error:
            self.post_message(self.CitingFailed(f"Not saved: {error}"))
        else:
            self.app.call_from_thread(self.foot.say, words)
