"""Where two pieces of a reference meet: no mark of punctuation and no space stands twice.

CSL 1.0.2 leaves this to processors ("Affixes", "Delimiter"); the pairs are those of the
reference processor citeproc-js. Only the seam is looked at: an ellipsis inside a title stays.
Punctuation goes inside closing quotation marks where the locale says so (specification,
"Style Options", `punctuation-in-quote`), and nowhere does a full stop follow "Why?”".
"""

from __future__ import annotations

from collections.abc import Iterable

from pubbrowser.citing.styles.marks import CLOSINGS, OPENINGS, Mark, closing

_PUNCTUATION = frozenset(".,:;!?")
_SEAM = _PUNCTUATION | {" "}
_MERGED = {
    "!.": "!", "!:": "!", "?.": "?", "?:": "?", ":.": ":", ":!": "!", ":?": "?",
    ";.": ";", ";:": ";", ";!": "!", ";?": "?",
}  # fmt: skip
"""What becomes of two different marks that meet; other pairs stay as they are."""
_INTO_QUOTES = frozenset(".,!?")
_END_QUOTES = tuple(closing(mark) for mark in (Mark.QUOTED, Mark.SINGLE_QUOTED, Mark.DOUBLE_QUOTED))


def concat(left: str, right: str, punctuation_in_quote: bool = False) -> str:
    """Give `left` followed by `right`, with one mark of punctuation where theirs meet."""
    if not left or not right:
        return left or right
    start = 0
    while start < len(right) and right[start] in OPENINGS:
        start += 1
    if start == len(right) or right[start] not in _SEAM:
        return left + right
    end = len(left)
    quote = -1
    while end and (left[end - 1] in CLOSINGS or left[end - 1] in OPENINGS):
        end -= 1
        if left[end] in _END_QUOTES:
            quote = end
    first = right[start]
    last = left[end - 1] if end else ""
    kept = _merge(last, first)
    rest = right[:start] + right[start + 1 :]
    if kept is None:
        if quote >= 0 and punctuation_in_quote and first in _INTO_QUOTES:
            return left[:quote] + first + left[quote:] + rest
        return left + right
    if quote >= 0 and kept != last and not punctuation_in_quote:
        return left + right
    return left[: end - 1] + kept + left[end:] + rest


def _merge(last: str, first: str) -> str | None:
    """Give the one character that stands for both, None where both stay."""
    if last == first:
        return last
    return _MERGED.get(last + first)


def join(texts: Iterable[str | None], delimiter: str, punctuation_in_quote: bool = False) -> str:
    """Give the texts that are not empty with `delimiter` between them."""
    joined = ""
    for text in texts:
        if text:
            if joined and delimiter:
                joined = concat(joined, delimiter, punctuation_in_quote)
            joined = concat(joined, text, punctuation_in_quote)
    return joined
