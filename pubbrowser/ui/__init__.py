"""The screen: a Textual app over the corpus. Nothing outside this package imports textual."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubbrowser.ui.picking import Picking


def run(
    paths: Sequence[str],
    *,
    sample: bool = False,
    corrections: Path | None = None,
    cache: Path | None = None,
    picking: Picking | None = None,
) -> int:
    """Open the browser on `paths` and give the exit code of the program when it is left.

    `sample` says that the paths are the bundled sample's, so that the screen can tell;
    `corrections` is the file of corrections, by default the one beside the documents;
    `cache` is the folder of stores, without which every document is read; with `picking` papers
    are chosen and printed. Raises `ConfigError` when the settings cannot be
    used.
    """
    from pubbrowser.config import load_settings
    from pubbrowser.ui.app import KNOWN, PubBrowserApp

    settings = load_settings(known=KNOWN)
    app = PubBrowserApp(
        paths,
        sample=sample,
        settings=settings,
        corrections=corrections,
        cache=cache,
        picking=picking,
    )
    try:
        app.run()
    finally:
        if untold := app.copying.finish():
            _say(untold)
    # What a program waits for is the citations that were picked and nothing else.
    beside = sys.stdout if picking is None else sys.stderr
    for text in app.printed_on_leaving:
        print(text.removesuffix("\n"), file=beside)
    if app.picked is not None:
        print(app.picked.removesuffix("\n"))
    return app.return_code or 0


def _say(words: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may have been what went first
        print(f"pubbrowser: {words}", file=sys.stderr)
