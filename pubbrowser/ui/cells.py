"""Cutting text to a number of terminal cells, with the matched words kept styled."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

_ELLIPSIS = "…"
_LONGEST_LOSS = 9
"""How many cells may be left empty so that a text is cut at the end of a word."""


def fit(text: str, width: int) -> str:
    """Give `text` in exactly `width` cells: filled with spaces, or cut at a word with "…"."""
    # A cell holds at least no character; ten per cell is more than any script needs, and a
    # title of a megabyte is not measured in full.
    text = text[: width * 10]
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    kept = set_cell_size(text, width - 1)
    head, space, _ = kept.rpartition(" ")
    # A long last word is cut rather than lost: its beginning says more than a gap.
    if space and cell_len(head) >= width - _LONGEST_LOSS:
        kept = head
    return set_cell_size(kept.rstrip(" ,;:-–—…") + _ELLIPSIS, width)


def excerpt(
    text: str, spans: Sequence[tuple[int, int]], width: int
) -> tuple[str, list[tuple[int, int]]]:
    """Give what stands around the first of `spans` in exactly `width` cells, and the spans in it.

    A quarter of the cells goes to what stands before, so that the eye finds the place at once;
    more where the text ends soon after.
    """
    first = spans[0][0]
    start = 0
    if cell_len(text[: width * 10]) > width:
        after = cell_len(text[first : first + width])
        room = max(width // 4, width - after - cell_len(_ELLIPSIS))
        head = text[max(0, first - width) : first]
        while cell_len(head) > room:
            head = head.partition(" ")[2]
        start = first - len(head)
    sign = _ELLIPSIS if start else ""
    shown = sign + text[start : start + width * 10].replace("\n", " ")
    moved = len(sign) - start
    inside = [(first + moved, last + moved) for first, last in spans if first >= start]
    if cell_len(shown) > width:  # few cells, so no word is lost to a cut at its beginning
        shown = set_cell_size(shown, width - 1).rstrip() + _ELLIPSIS
    return set_cell_size(shown, width), inside


def marked_segments(
    text: str, spans: Sequence[tuple[int, int]], style: Style, mark: Style
) -> list[Segment]:
    """Give `text` as segments in `style`, with `spans` of it in `mark`.

    Spans may reach beyond the end of `text`: what is cut off is not marked.
    """
    segments = []
    position = 0
    for start, end in spans:
        if start >= len(text):
            break
        if start > position:
            segments.append(Segment(text[position:start], style))
        segments.append(Segment(text[start:end], mark))
        position = end
    if position < len(text):
        segments.append(Segment(text[position:], style))
    return segments
