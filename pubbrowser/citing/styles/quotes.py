"""Quotation marks and apostrophes: those of titles read as marks, all written by nesting.

CSL 1.0.2, "Locale Files - Terms": `open-quote` and `open-inner-quote` alternate with the depth,
for the marks that a style sets as for those that a title brings along.
"""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.citing.styles.marks import MARK_OF, Mark, closing, opening

_SIGNS = frozenset("“”‘’\"'")
_PARTNER = {"”": "“", "’": "‘"}
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset("([{–—-/“‘\"'")
_KINDS = {
    opening(Mark.QUOTED): False,
    closing(Mark.QUOTED): False,
    opening(Mark.SINGLE_QUOTED): True,
    closing(Mark.SINGLE_QUOTED): True,
}


def with_quotes_marked(text: str) -> str:
    """Give `text` with marks for its paired quotation marks, apostrophes curled.

    Signs without a partner stay as they are.
    """
    if not any(character in _SIGNS for character in text):
        return text
    pairs = _pairs(text)
    closers = {end: start for start, end in pairs.items()}
    written = []
    for index, character in enumerate(text):
        if index in pairs or index in closers:
            mark = Mark.SINGLE_QUOTED if character in _SINGLE else Mark.QUOTED
            written.append(opening(mark) if index in pairs else closing(mark))
        else:
            written.append("’" if character == "'" else character)
    return "".join(written)


def with_quotes(text: str, quotes: Sequence[str]) -> str:
    """Give marked `text` with the quotation marks of a locale instead of the marks for them.

    `quotes` holds the outer opening, outer closing, inner opening and inner closing sign. What
    a title has in single signs keeps them where it stands in no others.
    """
    written = []
    inside: list[bool] = []
    for character in text:
        single = _KINDS.get(character)
        if single is None:
            written.append(character)
        elif character == opening(Mark.QUOTED) or character == opening(Mark.SINGLE_QUOTED):
            inner = not inside[-1] if inside else single
            inside.append(inner)
            written.append(quotes[2 if inner else 0])
        else:
            inner = inside.pop() if inside else single
            written.append(quotes[3 if inner else 1])
    return "".join(written)


def _pairs(text: str) -> dict[int, int]:
    """Give the places of closing signs by those of the opening ones."""
    pairs: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for index, sign in enumerate(text):
        if sign not in _SIGNS:
            continue
        before, after = _beside(text, index, -1), _beside(text, index, 1)
        if sign in "“‘":
            waiting.append((sign, index))
        elif sign in _SINGLE and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        elif sign in _PARTNER:
            _close(waiting, _PARTNER[sign], index, pairs)
        elif before and not before.isspace() and not after.isalnum():
            _close(waiting, sign, index, pairs)
        elif after and not after.isspace() and (not before or _may_precede(before)):
            waiting.append((sign, index))
    return pairs


def _close(waiting: list[tuple[str, int]], sign: str, index: int, pairs: dict[int, int]) -> None:
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0] == sign:
            pairs[waiting[place][1]] = index
            del waiting[place:]
            return


def _may_precede(character: str) -> bool:
    return character.isspace() or character in _BEFORE_OPENING


def _beside(text: str, index: int, step: int) -> str:
    """Give the next character that is no mark, "" at the ends of the text."""
    index += step
    while 0 <= index < len(text) and text[index] in MARK_OF:
        index += step
    return text[index] if 0 <= index < len(text) else ""
