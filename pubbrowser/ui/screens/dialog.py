"""What all screens have in common that are shown over the main one."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType

_SECOND_LOOK = 0.3
"""Seconds after which a dialog that has been shown is painted again."""


class Dialog(ModalScreen[ScreenResultType]):
    """A screen over the main one, which is painted once more a moment after it is shown.

    Textual gives up a frame that falls into a batch of its updates, which happens on a busy
    machine, and asks for it again only when something else happens: the dialog would have the
    keyboard and not be seen.
    """

    def on_screen_resume(self) -> None:
        self.set_timer(_SECOND_LOOK, self._paint)

    def _paint(self) -> None:
        self.refresh(layout=True)
