"""Opening a set of paths: from the store where it is up to date, else by reading and merging."""

from pubbrowser.opening.corrected import corrections_for, corrections_path
from pubbrowser.opening.documents import Progress, no_progress, read_documents
from pubbrowser.opening.opened import LateEngine, Opened, Searching
from pubbrowser.opening.opening import open_paths, open_stored
from pubbrowser.opening.pace import Pace

__all__ = [
    "LateEngine",
    "Opened",
    "Pace",
    "Progress",
    "Searching",
    "corrections_for",
    "corrections_path",
    "no_progress",
    "open_paths",
    "open_stored",
    "read_documents",
]
