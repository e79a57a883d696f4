"""Which records are worth comparing: those that share something rare.

Comparing all pairs of 100,000 records is out of reach. Records are therefore put into blocks,
by their rarest title words, by pairs of them, by their first authors, and those that found
nobody by pieces of their title's letters. Blocks that grow beyond `_LARGEST_BLOCK` tell
nothing and are left out, which keeps the work proportional to the number of records.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

from rapidfuzz.distance import Indel

from pubbrowser.merging.works.traits import Traits

_LARGEST_BLOCK = 64
_RAREST_WORDS = 4
_MOST_COMPARED = 8
"""Pairs compared in full per record and round, the best by shared blocks and letters first."""
_SMALL_LIBRARY = 20_000
_MOST_COMPARED_IN_SMALL = 40
_PIECE = 6
"""Letters of a piece of a title; one in `_PIECES_KEPT` of them is a block."""
_PIECES_KEPT = 8
_FIRST_LOOK = 0.5
"""Share of letters below which two titles are not compared further without shared authors."""

_ENOUGH_SHARED = 0.45
"""Worth of shared blocks from which on titles are compared that have few letters in common: two
words of about 20 titles each, or two authors."""

Pairs = Iterator[tuple[int, int]]
Skip = Callable[[int, int], bool]
"""Says whether a record needs no mate in the document of the given number any more."""


def same_blocks(traits: Sequence[Traits], keys: Callable[[Traits], Iterable[str]]) -> Pairs:
    """Give all pairs of different documents that share a key; keys of too many are left out."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(_keys_elsewhere(traits, range(len(traits)), keys)):
        for key in own:
            if key:
                blocks[key].append(index)
    for members in blocks.values():
        if 1 < len(members) <= _LARGEST_BLOCK:
            for place, index in enumerate(members):
                for mate in members[:place]:
                    if traits[mate].document != traits[index].document:
                        yield mate, index


def _keys_elsewhere(
    traits: Sequence[Traits], members: Sequence[int], keys_of: Callable[[Traits], Iterable[str]]
) -> list[Sequence[str]]:
    """Give the keys of each of `members`, without those that the largest document alone has.

    Two records of one document are never compared, so these bring nothing together. Beside a
    large library a few short lists thus cost little more than reading its titles once.
    """
    if not members:
        return []
    [(largest, _)] = Counter(traits[index].document for index in members).most_common(1)
    found: list[Sequence[str]] = [()] * len(members)
    elsewhere: dict[str, str] = {}
    for place, index in enumerate(members):
        if traits[index].document != largest:
            found[place] = own = tuple(keys_of(traits[index]))
            elsewhere.update(zip(own, own, strict=True))
    for place, index in enumerate(members):
        if traits[index].document == largest:
            found[place] = tuple(
                [elsewhere[key] for key in keys_of(traits[index]) if key in elsewhere]
            )
    return found


def title_keys(traits: Traits) -> Iterable[str]:
    """Give the title, and the title with its first author for titles that many papers have."""
    if not traits.key:
        return ()
    first = traits.families[0] if traits.families else ""
    return (traits.key, f"{traits.key}|{first}|{traits.year}")


def word_keys(traits: Traits, frequencies: Counter[str]) -> list[str]:
    """Give the blocks of a record by its title words and its authors."""
    shared = sorted(
        {word for word in traits.words if frequencies[word] > 1 and len(word) > 2},
        key=lambda word: (frequencies[word], word),
    )[:_RAREST_WORDS]
    keys = [word for word in shared if frequencies[word] <= _LARGEST_BLOCK]
    if len(keys) < 3:
        keys += [
            f"{min(a, b)} {max(a, b)}" for n, a in enumerate(shared) for b in shared[:n]
            if frequencies[a] > _LARGEST_BLOCK
        ]  # fmt: skip
    if 4 < traits.record.title.find(":") < 16:
        keys.append(f"^{traits.key[:4]}")  # a method's name, which may have changed
    families = traits.families
    if len(families) > 1:
        keys.append("&" + "&".join(sorted(families[:2])))
    elif families and traits.year is not None:
        # Half-decades that overlap: years that differ by one always share one of the two.
        keys += [f"&{families[0]}&{traits.year // 2}", f"&{families[0]}&+{(traits.year + 1) // 2}"]
    return keys


def piece_keys(traits: Traits) -> list[str]:
    """Give a sample of the pieces of the title's letters, the same sample for every title."""
    key = traits.key
    coded = key.encode("utf-8", "surrogatepass") if not key.isascii() else key.encode("ascii")
    pieces = {coded[n : n + _PIECE] for n in range(len(coded) - _PIECE + 1)}
    kept = [piece for piece in pieces if crc32(piece) % _PIECES_KEPT == 0]
    # In an order of their own: what pieces are worth together is a sum of fractions.
    return ["#" + piece.decode("latin-1") for piece in sorted(kept)]


def ranked_pairs(
    traits: Sequence[Traits],
    members: Sequence[int],
    keys_of: Callable[[Traits], Iterable[str]],
    skip: Skip,
    tick: Callable[[int], None],
) -> Pairs:
    """Give the promising pairs among `members`, for each record at most `_MOST_COMPARED`.

    Promising are those with the most shared blocks, small ones counting more, whose titles
    have letters or whose records have a block of authors in common. `members` are in an order
    that does not depend on the documents' order; `tick` is told how many are done.
    """
    keys = _keys_elsewhere(traits, members, keys_of)
    sizes = Counter(chain.from_iterable(keys))
    worth = {
        key: 1.0 / math.log2(1 + size) for key, size in sizes.items() if 1 < size <= _LARGEST_BLOCK
    }
    del sizes
    most = _MOST_COMPARED_IN_SMALL if len(members) <= _SMALL_LIBRARY else _MOST_COMPARED
    blocks: dict[str, list[int]] = {}
    for done, (index, own) in enumerate(zip(members, keys, strict=True)):
        if done % 1000 == 0:
            tick(done)
        found: dict[int, float] = {}
        for key in own:
            value = worth.get(key)
            if value is None:
                continue
            block = blocks.get(key)
            if block is None:
                blocks[key] = [index]
                continue
            for mate in block:
                found[mate] = found.get(mate, 0.0) + value
            block.append(index)
        if found:
            for mate in _best(traits, index, found, skip)[:most]:
                yield mate, index


def _best(traits: Sequence[Traits], index: int, found: dict[int, float], skip: Skip) -> list[int]:
    """Give the mates worth a full comparison, the most promising first."""
    one = traits[index]
    document, key = one.document, one.key
    ranked = []
    for mate, value in found.items():
        other = traits[mate]
        if other.document == document or skip(index, other.document) or skip(mate, document):
            continue
        letters = Indel.normalized_similarity(key, other.key, score_cutoff=_FIRST_LOOK)
        if letters or value >= _ENOUGH_SHARED:
            ranked.append((-letters - 0.25 * value, mate))
    ranked.sort()
    return [mate for _, mate in ranked]
