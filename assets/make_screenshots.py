"""Make the screenshots of the README with the program itself, on the bundled sample.

    python assets/make_screenshots.py [FOLDER]

writes SVG files into FOLDER, by default into this one. Needs nothing but pubbrowser.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from textual.widgets import Static

from pubbrowser.sample import sample_paths
from pubbrowser.ui.app import PubBrowserApp

SCENES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "browser": (
        (132, 38),
        ("slash", *"relevance prop", "enter", "space", "j", "h", "left", "shift+left",
         "shift+left", "shift+left", "escape"),
    ),
    "citing": (
        (120, 34),
        ("slash", *"clever hans", "enter", "space", "space", "C", *"nature", "down", "up"),
    ),
    "small": ((80, 24), ("slash", *"clever hans", "enter")),
}  # fmt: skip
"""For each picture the size of the window, and the keys that lead to it."""


async def take(name: str, folder: Path) -> Path:
    """Press the keys of a scene and save what is on the screen; gives the path."""
    size, keys = SCENES[name]
    app = PubBrowserApp(sample_paths(), sample=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        while "papers" not in str(app.screen.query_one("#status", Static).visual):
            await pilot.pause(0.05)
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause(0.02)
        busy = [worker for worker in app.workers if worker.group in ("preview", "styles")]
        await app.workers.wait_for_complete(busy)
        await pilot.pause(0.5)
        path = folder / f"{name}.svg"
        path.write_text(app.export_screenshot(title="pubbrowser"), "utf-8")
        return path


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name in SCENES:
        print(asyncio.run(take(name, folder)))


if __name__ == "__main__":
    main()
