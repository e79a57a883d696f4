"""Which stretches of a title its document protects from change of case.

Documents name words and phrases (`Record.protected_words`); here they are found in the title,
which may be that of another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pubbrowser.model.tags import pairs, tag_spans

OPEN, CLOSE = "\ufdd2", "\ufdd3"
"""Signs around what is protected: two characters that Unicode keeps free for a program's use."""

_MARKS = str.maketrans("", "", OPEN + CLOSE)
_MATH = re.compile(r"(?<!\\)\$(?:\\.|[^$\\])+\$")
_GOES_ON = r"[\w\u0300-\u036f]"


def with_protection(title: str, words: Sequence[str], shown: str = "") -> str:
    """Give `title` with `OPEN` and `CLOSE` around each of `words` in it, wherever it stands.

    `shown` is the title in another spelling of the same length, which is given in its place.
    Words count as whole words, in their case; of words that overlap the longest counts.
    """
    shown = shown or title
    if OPEN in title or CLOSE in title:
        title = shown = title.translate(_MARKS)
    pieces = []
    end = 0
    for start, stop in _spans(title, words) if words else ():
        pieces += [shown[end:start], OPEN, shown[start:stop], CLOSE]
        end = stop
    return "".join([*pieces, shown[end:]])


def _spans(title: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Give where the words stand, in order, no two overlapping."""
    # Inside of math and of tags nothing begins or ends.
    opaque = [found.span() for found in _MATH.finditer(title)]
    tagged = pairs(title)
    opaque += tag_spans(title)
    taken: list[tuple[int, int]] = []
    for word in sorted(filter(None, words), key=len, reverse=True):
        for start, stop in _places(title, word):
            cuts = any(first < at < last for first, last in opaque for at in (start, stop))
            overlaps = any(start < last and first < stop for first, last in taken)
            parts = any((start <= tag.start < stop) != (start < tag.stop <= stop) for tag in tagged)
            if not (cuts or overlaps or parts):
                taken.append((start, stop))
    return sorted(taken)


def _places(title: str, word: str) -> Iterator[tuple[int, int]]:
    before = r"(?<!\w)" if re.match(_GOES_ON, word) else ""
    after = rf"(?!{_GOES_ON})" if re.match(_GOES_ON, word[-1]) else ""
    for found in re.finditer(f"{before}{re.escape(word)}{after}", title):
        yield found.span()
