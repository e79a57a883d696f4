"""What the citing keys copy: as set, else as chosen on the screen last.

Nothing here knows of widgets.
"""

from __future__ import annotations

from pathlib import Path

from pubbrowser.citing.choices import Choice, UnknownChoice, choice_of
from pubbrowser.citing.manner import Manner
from pubbrowser.config import Settings, load_state, save_state, state_path

_RECENT = 6
"""How many choices are remembered as recent."""


class Citations:
    """The defaults of `c` and `t`, the recent choices, and the .bib file of each folder."""

    def __init__(self, settings: Settings) -> None:
        state = load_state()
        self._settings = settings
        self.manner = Manner(settings.style, settings.locale, settings.bold_owner)
        """How references are written where a choice says nothing else."""
        self.default = self._named(settings.citation, state.get("citation", ""), "text")
        """What `c` copies."""
        self.in_text = self._named(settings.in_text, state.get("in-text", ""), "cite")
        """What `t` copies."""
        self.recent = [
            choice
            for word in state.get("recent-citations", "").split("\n")
            if word and (choice := self._known(word)) is not None
        ]
        """The choices used last, the latest first."""

    def _named(self, *words: str) -> Choice:
        """Give the first choice of `words` that there is; the last one there always is."""
        choices = (self._known(word) for word in words if word)
        return self._styled(next(choice for choice in choices if choice is not None))

    def _known(self, word: str) -> Choice | None:
        try:
            return choice_of(word)
        except UnknownChoice:  # the state may name a style that another version had
            return None

    def _styled(self, choice: Choice) -> Choice:
        """Give `choice` with the style it will be written in."""
        if choice.format.takes_style and not choice.style:
            return Choice(choice.format, self.manner.style)
        return choice

    def used(self, choice: Choice) -> None:
        """Remember `choice` as the latest."""
        others = [known for known in self.recent if known != choice]
        self.recent = [choice, *others][:_RECENT]
        save_state(**{"recent-citations": "\n".join(known.notation for known in self.recent)})

    def make_default(self, choice: Choice) -> str:
        """Let `c`, or `t` for in-text citations, copy `choice`; gives that in words.

        It is kept for later runs, unless the settings say otherwise: they come first.
        """
        if choice.format.kind == "in-text":
            self.in_text, key, fixed = choice, "t", self._settings.in_text
            kept = save_state(**{"in-text": choice.notation})
        else:
            self.default, key, fixed = choice, "c", self._settings.citation
            kept = save_state(citation=choice.notation)
        until = " from now on"
        if fixed:
            until = " until you leave: your settings name another"
        elif not kept:
            until = f" until you leave: {state_path().parent} cannot be written to"
        return f"{key} copies {choice.label}{until}"

    def is_default(self, choice: Choice) -> bool:
        """Say whether `c` or `t` copies `choice`."""
        return choice in (self.default, self.in_text)

    @staticmethod
    def bib_file(folder: Path) -> Path | None:
        """Give the .bib file that entries are appended to in `folder`, None when none is chosen."""
        path = load_state().get(f"bib {folder}", "")
        return Path(path) if path else None

    @staticmethod
    def choose_bib_file(folder: Path, path: str) -> None:
        """Remember the .bib file of `folder`."""
        save_state(**{f"bib {folder}": path})
