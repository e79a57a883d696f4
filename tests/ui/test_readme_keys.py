"""The README's table of keys is that of the program, key by key."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from pubbrowser.ui.actions import ACTIONS, FIXED_KEYS


def test_readme_names_every_key_and_no_other(repository: Path) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    section = readme.partition("\n## Keys\n")[2].partition("\n## ")[0]
    table = set(re.findall(r"^\| `(.+?)` \| (.+?) \|$", section, re.MULTILINE))
    known = {(action.key_names, action.help) for action in ACTIONS}
    known |= {(keys, text) for _, keys, text in FIXED_KEYS}
    assert table == known


async def test_screenshots_can_be_made(repository: Path, tmp_path: Path) -> None:
    script = runpy.run_path(str(repository / "assets" / "make_screenshots.py"))
    for name in script["SCENES"]:
        made = await script["take"](name, tmp_path)
        assert "<svg" in made.read_text("utf-8")
        assert (repository / "assets" / made.name).exists()
