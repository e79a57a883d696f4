"""What using a store can end in."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A store cannot be used: it is damaged, of another kind, or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
