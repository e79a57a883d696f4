"""The screen: a Textual app over the corpus. Nothing outside this package imports textual."""

from __future__ import annotations

from collections.abc import Sequence


def run(paths: Sequence[str], *, sample: bool = False) -> int:
    """Open the browser on `paths` and give the exit code of the program when it is left.

    `sample` says that the paths are the bundled sample's, so that the screen can tell. Raises
    `ConfigError` when the settings cannot be used.
    """
    from pubbrowser.config import load_settings
    from pubbrowser.ui.app import KNOWN, PubBrowserApp

    app = PubBrowserApp(paths, sample=sample, settings=load_settings(known=KNOWN))
    app.run()
    for text in app.printed_on_leaving:
        print(text)
    return app.return_code or 0
