"""An entry divided into title, authors and abstract.

The layout is decided for each entry by itself: pages are pasted together, and parts are
missing. Spaced entries have a line of authors; dense ones have them glued to the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pubbrowser.readers.scholar_feed.author_list import (
    NO_AUTHORS,
    AuthorList,
    authors_likelihood,
    parse_authors,
)
from pubbrowser.readers.scholar_feed.glue import (
    NOTHING_KNOWN,
    Cut,
    Evidence,
    find_cut,
    listed_names,
)
from pubbrowser.readers.scholar_feed.layout import Block, Line

_TITLE_LINES = 3
"""A title runs over no more lines than this."""
_LONGEST_TITLE_LINE = 300
_CONVINCING = 3.0
"""Score of a cut that is believed even where the layout makes a glued line unlikely."""
_PUNCTUATION = "()[]{}$?!.,:;\"'“”‘’*"
_ROUNDS = 3
"""How often names learnt from certain cuts are used to decide the others."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one entry."""

    title: str
    authors: AuthorList = NO_AUTHORS
    abstract: tuple[Line, ...] = ()
    doubtful: bool = False
    """Title and authors were glued, and the place of the cut is not certain."""


def divide_entries(blocks: Sequence[Block], evidence: Evidence = NOTHING_KNOWN) -> list[Parts]:
    """Divide every entry that has a line below its opening line; for the others all is empty.

    Names are learnt on the way: first those that need no cut, then those cut with certainty.
    """
    separate = {i: parts for i, block in enumerate(blocks) if (parts := _with_authors_line(block))}
    glued = {i: block for i, block in enumerate(blocks) if block.body and i not in separate}
    names = set(evidence.names)
    names.update(name for parts in separate.values() for name in parts.authors.names)
    names.update(name for b in glued.values() for name in listed_names(b.body[0].text))
    running = [line for parts in separate.values() for line in parts.abstract]
    running += [line for block in glued.values() for line in block.body[1:]]
    words = evidence.words | _words(running)
    cuts: dict[int, Cut | None] = {}
    for _ in range(_ROUNDS):
        known = Evidence(_full(names), words)
        open_blocks = {i: b for i, b in glued.items() if not ((cut := cuts.get(i)) and cut.certain)}
        cuts |= {i: find_cut(block.body[0].text, known) for i, block in open_blocks.items()}
        learnt = {
            parse_authors(glued[i].body[0].text[cut.position :]).names[0]
            for i in open_blocks
            if (cut := cuts[i]) and cut.certain
        }
        if learnt <= names:
            break
        names |= learnt
    return [
        separate[i] if i in separate else _with_cut(block, cuts[i]) if i in glued else Parts("")
        for i, block in enumerate(blocks)
    ]


def _full(names: set[str]) -> frozenset[str]:
    """Leave out names of one word: they could be any word of a title."""
    return frozenset(name for name in names if " " in name)


def _words(texts: Iterable[Line]) -> frozenset[str]:
    """Give the words of running text, without the punctuation around them."""
    return frozenset(
        word.strip(_PUNCTUATION) for line in texts for word in line.text.split() if len(word) > 1
    )


def _with_authors_line(block: Block) -> Parts | None:
    """Divide an entry that has a line of authors by itself; None where it has none."""
    body = block.body
    for position in range(1, min(len(body), _TITLE_LINES + 1)):
        likelihood = authors_likelihood(body[position].text)
        needed = 0.3 if position == 1 and block.spaced else 0.6 if position == 1 else 0.9
        if likelihood >= needed:
            first = find_cut(body[0].text)
            if likelihood < 0.9 and not block.spaced and first and first.certain:
                return None  # a dense entry whose abstract is as short as a name
            title = " ".join(line.text for line in body[:position])
            return Parts(title, parse_authors(body[position].text), body[position + 1 :])
        if len(body[position].text) > _LONGEST_TITLE_LINE:
            break
    return None


def _with_cut(block: Block, cut: Cut | None) -> Parts:
    """Divide an entry without a line of authors."""
    first, rest = block.body[0].text, block.body[1:]
    if authors_likelihood(first) >= 0.9 and (cut is None or not cut.certain):
        before = first[: cut.position].split() if cut else []
        if len(before) <= 1:  # the whole line is one of authors: the title is missing
            return Parts("", parse_authors(first), rest)
    if cut is None or (block.spaced and cut.score < _CONVINCING):
        return Parts(first, abstract=rest)
    authors = parse_authors(first[cut.position :])
    return Parts(first[: cut.position].rstrip(), authors, rest, doubtful=not cut.certain)
