"""Quotation marks by nesting and locale, and apostrophes.

CSL 1.0.2, "Locale Files - Terms": `open-quote` and `open-inner-quote` alternate with the depth,
for the marks that a style sets as for those that a title brings along.
"""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.citing.styles.marks import MARK_OF, Mark, closing, opening

_BEGIN, _END = opening(Mark.QUOTED), closing(Mark.QUOTED)
_CURLY = {"”": "“", "’": "‘"}
_CANDIDATES = frozenset(f"{_BEGIN}{_END}“”‘’\"'")
_BEFORE_OPENING = frozenset("([{–—-/“‘\"'")


def with_quotes(text: str, quotes: Sequence[str]) -> str:
    """Give marked `text` with all quotation marks as `quotes` has them.

    `quotes` holds the outer opening, outer closing, inner opening and inner closing mark.
    Straight and curly marks without a partner stay, straight single ones as apostrophes.
    """
    if not any(character in _CANDIDATES for character in text):
        return text
    pairs = _pairs(text)
    closers = set(pairs.values())
    written = []
    depth = 0
    for index, character in enumerate(text):
        if index in pairs:
            written.append(quotes[0 if depth % 2 == 0 else 2])
            depth += 1
        elif index in closers:
            depth -= 1
            written.append(quotes[1 if depth % 2 == 0 else 3])
        elif character in (_BEGIN, _END):
            continue
        else:
            written.append("’" if character == "'" else character)
    return "".join(written)


def _pairs(text: str) -> dict[int, int]:
    """Give the places of closing marks by those of the opening ones."""
    pairs: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character not in _CANDIDATES:
            continue
        if character in (_BEGIN, "“", "‘"):
            waiting.append((character, index))
        elif character in (_END, "”", "’"):
            wanted = _BEGIN if character == _END else _CURLY[character]
            _close(waiting, wanted, index, text, pairs)
        elif not _close_straight(waiting, character, index, text, pairs) and _opens(text, index):
            waiting.append((character, index))
    return pairs


def _close(
    waiting: list[tuple[str, int]], wanted: str, index: int, text: str, pairs: dict[int, int]
) -> None:
    if wanted == "‘" and _beside(text, index, 1).isalnum() and _beside(text, index, -1).isalnum():
        return  # an apostrophe
    for place in range(len(waiting) - 1, -1, -1):
        kind, start = waiting[place]
        if kind == wanted:
            pairs[start] = index
            del waiting[place:]
            return
        if kind == _BEGIN:
            return


def _close_straight(
    waiting: list[tuple[str, int]], character: str, index: int, text: str, pairs: dict[int, int]
) -> bool:
    before, after = _beside(text, index, -1), _beside(text, index, 1)
    if before.isspace() or not before or after.isalnum():
        return False
    for place in range(len(waiting) - 1, -1, -1):
        kind, start = waiting[place]
        if kind == character:
            pairs[start] = index
            del waiting[place:]
            return True
        if kind == _BEGIN:
            break
    return False


def _opens(text: str, index: int) -> bool:
    before, after = _beside(text, index, -1), _beside(text, index, 1)
    return (not before or before.isspace() or before in _BEFORE_OPENING) and (
        bool(after) and not after.isspace()
    )


def _beside(text: str, index: int, step: int) -> str:
    """Give the next character that is no mark, "" at the ends of the text or of a quotation."""
    index += step
    while 0 <= index < len(text):
        if text[index] in (_BEGIN, _END):
            return ""
        if text[index] not in MARK_OF:
            return text[index]
        index += step
    return ""
