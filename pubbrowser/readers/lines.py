"""Which line of a text an offset stands on."""

from __future__ import annotations


class Lines:
    """Lines of offsets in a text; cheap while the offsets asked for rise."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._counted = 0
        self._line = 1

    def of(self, offset: int) -> int:
        """Give the 1-based line that the character at `offset` stands on."""
        if offset < self._counted:
            return self._content.count("\n", 0, offset) + 1
        self._line += self._content.count("\n", self._counted, offset)
        self._counted = offset
        return self._line
