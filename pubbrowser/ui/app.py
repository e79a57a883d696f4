"""The application: one main screen, the themes, and the command palette."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from pubbrowser.config import DEFAULTS, Known, Settings, load_state, save_state
from pubbrowser.ui.actions import ACTIONS
from pubbrowser.ui.copying import Copying
from pubbrowser.ui.keys import OneKeyAtATime
from pubbrowser.ui.screens.main import MainScreen
from pubbrowser.ui.themes import DARK, LIGHT, WITHOUT_COLOUR

if TYPE_CHECKING:
    from pubbrowser.ui.picking import Picking

KNOWN = Known(
    themes={*BUILTIN_THEMES, DARK.name, LIGHT.name},
    keys={action.name: action.keys for action in ACTIONS},
)
"""What settings may name."""


_INTERRUPTED = 130
"""The exit code of a picker that Ctrl-C has ended, as shells report it: what waits for citations
is to stop as well."""


class PubBrowserApp(OneKeyAtATime, App[None]):
    """The terminal browser for publication lists."""

    TITLE = "pubbrowser"
    CSS_PATH = "screens/main.tcss"  # of the default screen, whose own CSS_PATH is not loaded
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        paths: Sequence[str],
        *,
        sample: bool = False,
        settings: Settings = DEFAULTS,
        corrections: Path | None = None,
        cache: Path | None = None,
        picking: Picking | None = None,
    ) -> None:
        """Make the browser for `paths`; `sample` says that they are the bundled sample's, and
        `corrections` is the file of corrections when it is not the one beside them, `cache` the
        folder of stores, without which every document is read. With `picking` the browser
        chooses papers and leaves."""
        without_colour = "NO_COLOR" in os.environ
        # Textual chooses its colour filters before a theme can be set.
        super().__init__(ansi_color=True if without_colour else None)
        self._paths, self._sample, self._corrections = paths, sample, corrections
        self._cache = cache
        self._picking = picking
        self.printed_on_leaving: list[str] = []
        """Texts to print once the screen is gone."""
        self.picked: str | None = None
        """The citations of the papers that were picked."""
        self.copying = Copying(self._send_to_terminal)
        self.settings = settings
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = self._first_theme()
        self.set_keymap(dict(settings.keys))

    def _first_theme(self) -> str:
        """Give the theme to start with: none of our own where no colours are wanted, else the
        one of the settings, else the one that was chosen last."""
        if "NO_COLOR" in os.environ:
            return WITHOUT_COLOUR
        wanted = self.settings.theme or load_state().get("theme", "")
        return wanted if wanted in self.available_themes else DARK.name

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != WITHOUT_COLOUR:
            save_state(theme=theme.name)

    def get_default_screen(self) -> Screen[None]:
        options: dict[str, Any] = {
            "sample": self._sample,
            "settings": self.settings,
            "copying": self.copying,
            "corrections": self._corrections,
            "cache": self._cache,
        }
        if self._picking is None:
            return MainScreen(self._paths, **options)
        from pubbrowser.ui.screens.pick import PickScreen  # deferred: rarely wanted

        return PickScreen(self._paths, self._picking, **options)

    @on(MainScreen.PrintingWanted)
    def _print_on_leaving(self, event: MainScreen.PrintingWanted) -> None:
        self.printed_on_leaving.append(event.text)

    def leave_with(self, picked: str) -> None:
        """Leave with citations that were picked, unless the person has just left without."""
        if self._picking is not None and self.return_code is None:
            self.picked = picked
            self.exit(return_code=0)

    def get_driver_class(self) -> type[Driver]:
        driver_class = super().get_driver_class()
        if driver_class.__name__ != "LinuxDriver":
            return driver_class
        from pubbrowser.ui.driver import LastingDriver  # what it is made of is not for Windows

        return LastingDriver

    def _send_to_terminal(self, sequence: str) -> None:
        """Write a control sequence, from another thread, in turn with what the screen writes.

        Raises `OSError` when the screen has been left.
        """
        try:
            self.call_from_thread(self._write_to_driver, sequence)
        except (RuntimeError, CancelledError) as error:
            raise OSError("the screen has been left") from error

    def _write_to_driver(self, sequence: str) -> None:
        driver = self._driver  # Textual has no public way to write a sequence of one's own
        if driver is None or not self.is_running:
            raise RuntimeError
        driver.write(sequence)
        driver.flush()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if isinstance(screen, MainScreen):
            for action in ACTIONS:
                if action.in_palette:
                    run = getattr(screen, f"action_{action.name}")
                    yield SystemCommand(action.help, f"Key: {action.key_names}", run)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    async def action_leave(self) -> None:
        """Leave at once, whatever is open."""
        self.exit(return_code=0 if self._picking is None else _INTERRUPTED)
