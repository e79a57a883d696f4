"""Names of keys as settings may give them: a character, a named key, each with modifiers.

The names are those of Textual: special keys have names of their own, signs that of Unicode in
lower case with underscores, some of them a shorter one.
"""

from __future__ import annotations

import re
import unicodedata

_MODIFIER = re.compile(r"(?:ctrl|shift|alt|super|hyper|meta)\+(?=.)")
_FUNCTION = re.compile(r"f(?:[1-9]|1\d|2[0-4])")
_SPECIAL = frozenset(
    ("backspace", "backtab", "begin", "delete", "down", "end", "enter", "escape", "home", "insert",
     "left", "pagedown", "pageup", "pause", "return", "right", "space", "tab", "up")
)  # fmt: skip
_SHORT = frozenset(("at", "backslash", "circumflex_accent", "minus", "plus", "slash", "underscore"))


def is_key(name: str) -> bool:
    """Say whether `name` is that of a key: "x", "ctrl+n", "f5", "question_mark"."""
    name = name.strip()
    while found := _MODIFIER.match(name):
        name = name[found.end() :]
    return (
        len(name) == 1
        or name in _SPECIAL
        or name in _SHORT
        or _FUNCTION.fullmatch(name) is not None
        or _is_character(name)
    )


def _is_character(name: str) -> bool:
    if name != name.lower():
        return False
    for between in (" ", "-"):
        try:
            unicodedata.lookup(name.replace("_", between))
        except KeyError:
            continue
        return True
    return False
