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
