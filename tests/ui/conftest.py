"""The browser, driven by keys and mouse without a terminal, with its surroundings replaced."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from pubbrowser.config import DEFAULTS, Settings
from pubbrowser.model import Work
from pubbrowser.sample import sample_paths
from pubbrowser.system.browser import OpenResult
from pubbrowser.system.clipboard import CopyResult
from pubbrowser.system.helpers import Stop
from pubbrowser.ui import errands
from pubbrowser.ui.app import PubBrowserApp
from pubbrowser.ui.screens.main import MainScreen

SMALL_LIST = """\
# Publications of Ada Example

## Journal Articles

1. **Example A**, Müller K-R and de Lange T (2021).
"Clever Horses and What They Learn".
In: *Journal of Equine Studies* 12(3):45–67.
<https://github.com/example/clever-horses> | <https://github.com/example/horse-toolbox>
2. Wickstrøm K and **Example A** (2019).
"Why [/] Brackets Break Things".
In: *Annals of Markup* 7:101.
<https://github.com/example/brackets>

## Contributions to Conference Proceedings

1. Müller K-R, Tanaka H and **Example A** (2023).
"Horses Revisited".
In: *Proceedings of the Stable Workshop* 1–9. (Best Paper Award)
<https://arxiv.org/abs/2301.00001>
2. Tanaka H (2016).
"An Early Start".
In: *Proceedings of the Morning Conference* 11–12
"""


@dataclass
class Surroundings:
    """What the browser has copied and opened, and what its surroundings answer."""

    copied: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    copy_result: CopyResult = field(
        default_factory=lambda: CopyResult("verified", "the system clipboard")
    )
    open_result: OpenResult = field(default_factory=lambda: OpenResult(True))


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    """A clipboard and a web browser that only note what they are given."""
    noted = Surroundings()

    def copy(
        text: str, *, send_to_terminal: Callable[[str], None] | None, stop: Stop
    ) -> CopyResult:
        noted.copied.append(text)
        return noted.copy_result

    def open_url(url: str) -> OpenResult:
        noted.opened.append(url)
        return noted.open_result

    monkeypatch.setattr(errands, "copy", copy)
    monkeypatch.setattr(errands, "open_url", open_url)
    return noted


@dataclass
class Browser:
    """The running app with words for what tests ask of it."""

    app: PubBrowserApp
    pilot: Pilot[None]

    @property
    def screen(self) -> MainScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def work(self) -> Work:
        """The work under the cursor."""
        assert self.screen.current is not None
        return self.screen._work(self.screen.current)

    @property
    def titles(self) -> list[str]:
        """Titles of all papers in the list, in its order."""
        browsing = self.screen.browsing
        assert browsing is not None
        return [browsing.work(number).merged.title for number in browsing.result.ids]

    @property
    def status(self) -> str:
        return self.text("#status")

    @property
    def message(self) -> str:
        return self.screen.foot.message

    @property
    def details(self) -> str:
        return self.text("#details-text")

    def text(self, selector: str) -> str:
        """The plain text of a static widget of the main screen."""
        return str(self.screen.query_one(selector, Static).visual)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        """Wait until workers have ended, and the details have followed the cursor."""
        await self.pilot.pause()
        # Workers of the default group wait for the answer to a question on the screen.
        running = [worker for worker in self.app.workers if worker.group != "default"]
        if running:
            await self.app.workers.wait_for_complete(running)
        await self.pilot.pause(0.08)


Open = Callable[..., AbstractAsyncContextManager[Browser]]


@pytest.fixture
def small_list(tmp_path: Path) -> Path:
    """A short publication list of our own making."""
    path = tmp_path / "example.md"
    path.write_text(SMALL_LIST, "utf-8")
    return path


@pytest.fixture
def open_browser(surroundings: Surroundings, small_list: Path) -> Open:
    """Opens the browser: on the small list, on `paths`, or with sample=True on the sample;
    with `cache` as a folder of stores."""

    @asynccontextmanager
    async def open_it(
        paths: Sequence[Path] = (),
        *,
        sample: bool = False,
        size: tuple[int, int] = (120, 40),
        settings: Settings = DEFAULTS,
        cache: Path | None = None,
    ) -> AsyncIterator[Browser]:
        files = sample_paths() if sample else [str(path) for path in paths or [small_list]]
        app = PubBrowserApp(files, sample=sample, settings=settings, cache=cache)
        async with app.run_test(size=size) as pilot:
            browser = Browser(app, pilot)
            for _ in range(500):
                if browser.screen.browsing is not None:
                    break
                await pilot.pause(0.02)
            await browser.settle()
            yield browser

    return open_it
