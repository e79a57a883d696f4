"""OSC 52, the control sequence that asks a terminal to copy a text.

Source: xterm's "Control Sequences" (ctlseqs), "Operating System Commands", Ps = 5 2.
"""

from __future__ import annotations

import base64

_LIMIT = 75_000
"""Bytes of base64 that common terminals take; some drop longer sequences without a word."""
_SCREEN_CHUNK = 76
"""GNU screen passes device control strings on, but only short ones."""


class TooLongError(ValueError):
    """The text is longer than terminals take. The message is for the person."""


def osc52(text: str, *, in_screen: bool = False) -> str:
    """Give the sequence that asks the terminal to put `text` on its clipboard.

    `in_screen` wraps it so that GNU screen hands it through. Raises `TooLongError`.
    """
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(encoded) > _LIMIT:
        raise TooLongError(f"{len(encoded) // 1000} KB are too much for a terminal's clipboard")
    if not in_screen:
        return f"\x1b]52;c;{encoded}\x07"
    chunks = (
        encoded[start : start + _SCREEN_CHUNK] for start in range(0, len(encoded), _SCREEN_CHUNK)
    )
    return "\x1bP\x1b]52;c;" + "\x1b\\\x1bP".join(chunks) + "\x07\x1b\\"
