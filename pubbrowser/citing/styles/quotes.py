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
_MARKS = {
    "'": Mark.SINGLE_QUOTED,
    "‘": Mark.SINGLE_QUOTED,
    "’": Mark.SINGLE_QUOTED,
    "“": Mark.DOUBLE_QUOTED,
    "”": Mark.DOUBLE_QUOTED,
    # Straight ones are what typewriters have: the locale's own are meant.
    '"': Mark.QUOTED,
}
_QUOTED = (Mark.QUOTED, Mark.SINGLE_QUOTED, Mark.DOUBLE_QUOTED)
_OPENING = {opening(mark): mark for mark in _QUOTED}
_CLOSING = {closing(mark): mark for mark in _QUOTED}


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
            mark = _MARKS[character]
            written.append(opening(mark) if index in pairs else closing(mark))
        else:
            written.append("’" if character == "'" else character)
    return "".join(written)


def with_quotes(text: str, quotes: Sequence[str]) -> str:
    """Give marked `text` with the quotation marks of a locale instead of the marks for them.

    `quotes` holds the outer opening, outer closing, inner opening and inner closing sign. What
    a title has in single or double signs keeps the kind where it stands in no others.
    """
    # In British English single signs are the outer ones.
    single_is_inner = quotes[0] not in _SINGLE
    written = []
    inside: list[bool] = []
    for character in text:
        if mark := _OPENING.get(character):
            if inside:
                inner = not inside[-1]
            else:
                inner = mark is not Mark.QUOTED and (
                    single_is_inner == (mark is Mark.SINGLE_QUOTED)
                )
            inside.append(inner)
            written.append(quotes[2 if inner else 0])
        elif character in _CLOSING:
            written.append(quotes[3 if inside and inside.pop() else 1])
        else:
            written.append(character)
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
