"""Where braces and quotation marks close, in a text in which some do not."""

from __future__ import annotations

import re

FIELD_NAME = r"[A-Za-z_][\w:.+/*-]*+"
"""The name of a field, as a part of regular expressions."""
ENTRY_AHEAD = re.compile(
    rf"@\s*+(?:(?:string|[A-Za-z][\w-]*+)\s*+[{{(]\s*+(?:[^\s,{{}}=\"]{{0,300}}+\s*+,\s*+)?+{FIELD_NAME}\s*+="
    r"|(?:comment|preamble)\s*+[{(])",
    re.IGNORECASE,
)
"""What can hardly be anything but the beginning of an entry, wherever it stands."""

_FLAT_BRACES = re.compile(r"\{[^{}@]*+(?:\{[^{}@]*+\}[^{}@]*+)*+\}")
_BRACES = re.compile(r"[{}]|^[ \t]*+@", re.MULTILINE)
_FLAT_QUOTES = re.compile(r"\"[^\"{}@]*+\"")
_QUOTES = re.compile(r"[\"{}]|^[ \t]*+@", re.MULTILINE)


class Delimiters:
    """The braces and quotation marks of one text.

    What is found unclosed is remembered, so that no brace is looked for twice.
    """

    def __init__(self, content: str) -> None:
        self._content = content
        self._unclosed: set[int] = set()

    def closing(self, opening: int) -> int:
        """Give the offset behind what closes the brace or quotation mark at `opening`, else 0.

        A line that begins an entry ends the search.
        """
        if self._content[opening] == "{":
            return self.closing_brace(opening)
        return self._closing_quote(opening)

    def closing_brace(self, opening: int) -> int:
        """Give the offset behind the brace that closes the one at `opening`, 0 if there is none."""
        if flat := _FLAT_BRACES.match(self._content, opening):
            return flat.end()
        if opening in self._unclosed:
            return 0
        open_braces = []
        for found in _BRACES.finditer(self._content, opening):
            mark = found[0]
            if mark == "{":
                open_braces.append(found.start())
            elif mark == "}":
                open_braces.pop()
                if not open_braces:
                    return found.end()
            elif ENTRY_AHEAD.match(self._content, found.end() - 1):
                break
        self._unclosed.update(open_braces)
        return 0

    def _closing_quote(self, opening: int) -> int:
        if flat := _FLAT_QUOTES.match(self._content, opening):
            return flat.end()
        position = opening + 1
        while found := _QUOTES.search(self._content, position):
            mark = found[0]
            if mark == '"':
                return found.end()
            if mark == "}" or (mark != "{" and ENTRY_AHEAD.match(self._content, found.end() - 1)):
                return 0
            position = self.closing_brace(found.start()) if mark == "{" else found.end()
            if not position:
                return 0
        return 0
