"""Correcting what the documents say, or what merging has made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message

from pubbrowser.ui.screens.citing import CitingScreen

if TYPE_CHECKING:
    from pubbrowser.model import Source
    from pubbrowser.search.engine import Engine
    from pubbrowser.ui.correcting import Change, Corrected, Corrector


class CorrectScreen(CitingScreen):
    """Joins and splits papers, makes people one, sets fields; every step can be taken back."""

    @dataclass
    class CorrectionMade(Message):
        """The corpus has been merged anew with a correction."""

        corrected: Corrected
        engine: Engine

    @dataclass
    class CorrectionFailed(Message):
        """A correction could not be made."""

        reason: str

    _corrector: Corrector | None = None
    _place: Source | None = None
    """Where the cursor is to go when the correction that is being made is shown."""

    def action_join_marked(self) -> None:
        """Make the marked papers one."""
        from pubbrowser.ui.correcting import joining

        if self.browsing is None:
            return
        works = self.browsing.targets(self.current)
        if len(works) < 2:
            self.foot.say("Mark the entries that are one paper with Space, then J joins", "note")
            return
        words = f"{len(works)} papers joined to one"
        self._place = works[0].records[0][0]
        self._correct(joining(self.browsing.corpus, works), words)

    def action_split_work(self) -> None:
        """Make the entries of the paper papers of their own again."""
        from pubbrowser.ui.correcting import splitting

        if self.browsing is None or self.current is None:
            return
        work = self._work(self.current)
        if len(work.records) < 2:
            self.foot.say("Only one entry tells of this paper; there is nothing to split", "note")
            return
        words = f"Split into {len(work.records)} papers"
        self._correct(splitting(self.browsing.corpus, work), words)

    def action_alias_people(self) -> None:
        """Make the chosen authors one person."""
        from pubbrowser.ui.correcting import RefusedError, making_one

        if self.browsing is None:
            return
        people = [self._person(number) for number in self.browsing.query.people]
        if len(people) < 2:
            self.foot.say("Choose the names that are one person with a, then A joins them", "note")
            return
        names = " and ".join(person.name.full for person in people)
        try:
            change = making_one(self.browsing.corpus, self.browsing.query.people)
        except RefusedError as error:
            self.foot.say(str(error), "failed")
        else:
            self._correct(change, f"{names} are one person")

    def action_edit_field(self) -> None:
        """Set a field of the paper."""
        from pubbrowser.ui.correcting import EDITABLE, present_value
        from pubbrowser.ui.screens.chooser import ChooserScreen

        if self.browsing is None or self.current is None:
            return
        work = self._work(self.current)
        values = [present_value(work, field) for field, _ in EDITABLE]
        choices = [
            Content.assemble(f"{words.partition(',')[0]:<29}", (value, "$foreground-muted"))
            for (_, words), value in zip(EDITABLE, values, strict=True)
        ]

        def ask(position: int | None) -> None:
            if position is not None:
                self._ask_value(*EDITABLE[position], values[position])

        self.app.push_screen(ChooserScreen("Field to correct", choices), ask)

    def _ask_value(self, field: str, words: str, value: str) -> None:
        from pubbrowser.ui.correcting import RefusedError, setting
        from pubbrowser.ui.screens.question import QuestionScreen

        if self.browsing is None or self.current is None or (corrector := self.corrector) is None:
            return
        corpus, work = self.browsing.corpus, self._work(self.current)

        def fault(answer: str) -> str:
            try:
                return corrector.fault(setting(corpus, work, field, answer))
            except RefusedError as error:
                return str(error)

        def keep(answer: str | None) -> None:
            if answer is not None and answer != value:
                change = setting(corpus, work, field, answer)
                self._correct(change, f"{words.partition(',')[0].capitalize()} corrected")

        self.app.push_screen(QuestionScreen(words.capitalize(), value, fault), keep)

    def action_undo_correction(self) -> None:
        """Take the last correction of this session back."""
        if self.browsing is None:
            return
        if self._corrector is None:
            self.foot.say("Nothing has been corrected since the start", "note")
            return
        corrector, corpus = self._corrector, self.browsing.corpus
        self._in_thread(lambda: corrector.take_back(corpus))

    @property
    def corrector(self) -> Corrector | None:
        """What writes corrections; None, which is said, for the sample: it is not the person's."""
        from pubbrowser.ui.correcting import Corrector

        if self.sample:
            self.foot.say("The bundled sample is not corrected; open documents of yours", "note")
            return None
        if self._corrector is None:
            self._corrector = Corrector(self.paths, self.corrections or self.opened_corrections)
        return self._corrector

    def _correct(self, change: Change, words: str) -> None:
        if self.browsing is not None and (corrector := self.corrector) is not None:
            corpus = self.browsing.corpus
            self._in_thread(lambda: corrector.make(corpus, change, words))

    def _in_thread(self, work: Callable[[], Corrected | None]) -> None:
        """Do something to the corrections, which merges the documents anew, off the screen."""

        def run() -> None:
            from pubbrowser.merging.corrections import CorrectionsError
            from pubbrowser.search.engine import Engine
            from pubbrowser.system.files import WriteError
            from pubbrowser.ui.correcting import RefusedError

            try:
                corrected = work()
            except (CorrectionsError, RefusedError, WriteError, OSError) as error:
                self.post_message(self.CorrectionFailed(f"Not corrected: {error}"))
                return
            if corrected is None:
                self.post_message(self.CorrectionFailed("There is no correction to take back"))
            else:
                self.post_message(self.CorrectionMade(corrected, Engine.of(corrected.corpus)))

        Thread(target=run, daemon=True).start()

    @on(CorrectionFailed)
    def _say_failed(self, event: CorrectionFailed) -> None:
        self.foot.say(event.reason, "failed")

    @on(CorrectionMade)
    def _show_corrected(self, event: CorrectionMade) -> None:
        if self.browsing is None:
            return
        place, self._place = self._place, None
        if place is None and self.current is not None:
            place = self._work(self.current).records[0][0]
        self.browsing = self.browsing.carried_over(event.corrected.corpus, event.engine)
        self.show_corpus(place)
        self.foot.say(event.corrected.words)
