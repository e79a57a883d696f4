"""The cache: what the program could work out again, kept to be quicker."""

from __future__ import annotations

import os
from pathlib import Path

CACHE_VARIABLE = "PUBBROWSER_CACHE"
"""Environment variable that names another cache folder."""


def cache_folder() -> Path | None:
    """Give the folder of stores, whether there is one or not; None where there can be none."""
    try:
        if named := os.environ.get(CACHE_VARIABLE):
            return Path(named).expanduser()
        import platformdirs

        return Path(platformdirs.user_cache_dir("pubbrowser", appauthor=False))
    except RuntimeError:  # nobody knows where the home folder is
        return None
