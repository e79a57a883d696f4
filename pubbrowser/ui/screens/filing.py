"""Writing papers to files: citations to a new one, entries to a .bib file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from pubbrowser.model import Work
from pubbrowser.ui.screens.papers import PapersScreen
from pubbrowser.ui.wording import counted

if TYPE_CHECKING:
    from pubbrowser.citing.choices import Choice
    from pubbrowser.ui.citations import Citations
    from pubbrowser.ui.errands import Errand


class FilingScreen(PapersScreen):
    """Writes the paper under the cursor, or the marked ones, to files."""

    @cached_property
    def citations(self) -> Citations:
        """What the keys copy."""
        from pubbrowser.ui.citations import Citations

        return Citations(self.settings)

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
        self.app.push_screen(QuestionScreen(title, proposal.name, fault_of_new_file, "saves"), save)

    @work(group="saving", exit_on_error=False)
    async def _save(self, path: str, errand_of: Callable[[], Errand]) -> None:
        from pubbrowser.citing.styles import StyleError
        from pubbrowser.system.files import WriteError
        from pubbrowser.ui.errands import save_new

        try:
            words = await asyncio.to_thread(lambda: save_new(errand_of(), path))
        except (OSError, StyleError, WriteError) as error:
            self.foot.say(f"Not saved: {error}", "failed")
        else:
            self.foot.say(words)

    # Appending to a .bib file

    def action_append_to_bib(self) -> None:
        """Append to the .bib file of this folder; ask which it is where none is chosen yet."""
        if works := self._targets():
            if chosen := self.citations.bib_file(here()):
                self._append(chosen, works)
            else:
                self._choose_bib_file(works)

    def action_choose_bib_file(self) -> None:
        """Append to another .bib file, now and from now on."""
        if works := self._targets():
            self._choose_bib_file(works)

    def _choose_bib_file(self, works: Sequence[Work]) -> None:
        from pubbrowser.ui.bib_file import fault, path_of, proposal
        from pubbrowser.ui.screens.question import QuestionScreen

        folder = here()

        def append(answer: str | None) -> None:
            if answer is not None:
                self.citations.choose_bib_file(folder, str(path_of(answer)))
                self._append(path_of(answer), works)

        chosen = self.citations.bib_file(folder)
        value = proposal(folder, str(chosen) if chosen else "")
        title = f"Append {counted(len(works), 'paper')} to the .bib file of this folder"
        self.app.push_screen(QuestionScreen(title, value, fault, "appends"), append)

    @work(group="appending", exit_on_error=False)
    async def _append(self, path: Path, works: Sequence[Work]) -> None:
        from pubbrowser.citing.appending import AppendError
        from pubbrowser.system.files import WriteError
        from pubbrowser.ui.bib_file import append_works

        try:
            words = await asyncio.to_thread(append_works, path, works)
        except AppendError as error:
            self.foot.say(f"Nothing added to {path.name}: {error}; F chooses another", "failed")
        except WriteError as error:
            self.foot.say(f"Nothing added: {error}; F chooses another file", "failed")
        else:
            self.foot.say(words + self.hidden_marks())


def here() -> Path:
    """Give the folder that the browser was started in; the root when it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")
