"""What whole screens look like, as text: compare the files in `snapshots/` with your eyes.

A changed screen fails; look at the difference and, when it is wanted, run the tests once with
PUBBROWSER_UPDATE_SNAPSHOTS=1.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ui.conftest import Browser, Open

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "PUBBROWSER_UPDATE_SNAPSHOTS"

SCENES: dict[str, tuple[str, ...]] = {
    "first": (),
    "found": ("slash", *"relevance", "enter", "j", "space"),
    "people": ("a", *"mull", "enter"),
    "years": ("h", "left", "left", "shift+left", "shift+left"),
    "details": ("j", "enter"),
    "nothing": ("slash", *"zzzz"),
    "help": ("question_mark",),
    "sort": ("s",),
    "citing": ("space", "space", "C", "down"),
    "copying": ("y",),
    "repositories": ("slash", *"zennit", "enter", "o"),
}
SIZES = ((60, 20), (80, 24), (120, 36), (180, 50))


def screen_text(browser: Browser) -> str:
    """Give the visible screen as lines of text, without the spaces at their ends."""
    lines = [strip.text for strip in browser.app.screen._compositor.render_strips()]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
async def test_screen_looks_as_it_did(
    open_browser: Open, scene: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])  # paths on screen are relative to it
    async with open_browser(sample=True, size=size) as browser:
        await browser.press(*SCENES[scene])
        shown = screen_text(browser)
    path = SNAPSHOTS / f"{scene}-{size[0]}x{size[1]}.txt"
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, "utf-8")
    assert path.exists(), f"no snapshot yet; run with {UPDATE}=1"
    assert shown == path.read_text("utf-8")
