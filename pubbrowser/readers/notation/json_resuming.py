"""Where reading of broken JSON can go on.

What can be held on to is that the entries of a file are alike: objects with the same names, of
which one is usually "title". Every search draws on one account, so that a hostile text costs no
more than a few readings of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Decode = Callable[[str, int], tuple[Any, int]]

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]', re.DOTALL)
_VALUES = re.compile(r"[\s,:]*+(?:[-+.\d][-+.\deE]*+|true|false|null|NaN|-?Infinity)?[\s,:]*+")
_ENTRY_MAY_FOLLOW = re.compile(r"\s*+(?:,\s*+)?+[{\]]")
_OPENING = re.compile(r'\{\s*+"')
_COST_OF_DEPTH = 20_000
"""What an attempt that ends in too deep a nesting is charged with, in characters."""


class Resuming:
    """Finds the next entry of a text behind a broken one."""

    def __init__(self, content: str, decode: Decode) -> None:
        self._content = content
        self._decode = decode
        self._account = 1_000_000 + 10 * len(content)
        """Characters that may still be looked at."""

    def behind(self, start: int, like: Mapping[str, Any]) -> int:
        """Give the offset at which reading goes on behind the broken entry at `start`.

        `like` is an entry of the same array. Gives 0 when nothing readable follows.
        """
        end, is_clean = self._balanced(start)
        if end and not _ENTRY_MAY_FOLLOW.match(self._content, end):
            end = 0
        # With a quotation mark too few, what lies between strings is taken for strings, and the
        # end of a later entry for that of this one.
        return end if end and is_clean else self._next_alike(start + 1, like) or end

    def _next_alike(self, at: int, like: Mapping[str, Any]) -> int:
        while self._account > 0 and (opening := _OPENING.search(self._content, at)):
            try:
                value, end = self._decode(self._content, opening.start())
            except json.JSONDecodeError as error:
                self._account -= error.pos - opening.start() + 100
                at = opening.start() + 1
            except RecursionError:
                self._account -= _COST_OF_DEPTH
                at = opening.start() + 1
            else:
                if _is_alike(value, like):
                    self._account -= end - opening.start()  # it will be decoded once more
                    return opening.start()
                at = end
        return 0

    def member(self, start: int, names: Iterable[str]) -> int:
        """Give the offset behind `start` of the next member that has one of `names` and a list
        or an object as its value; the end of the text where there is none."""
        wanted = "|".join(map(re.escape, names))
        found = re.compile(rf'"(?:{wanted})"\s*+:\s*+[\[{{]').search(self._content, start + 1)
        return found.start() if found else len(self._content)

    def _balanced(self, start: int) -> tuple[int, bool]:
        """Give the offset behind the bracket that closes the one at `start`, 0 without one, and
        whether nothing but values stands between brackets and strings on the way."""
        if not self._content.startswith(("{", "["), start):
            return 0, False
        depth = 0
        end = start
        is_clean = True
        for token in _TOKEN.finditer(self._content, start, start + max(1, self._account)):
            is_clean = is_clean and _VALUES.fullmatch(self._content, end, token.start()) is not None
            end = token.end()
            if (mark := token[0]) in ("{", "["):
                depth += 1
            elif mark in ("}", "]"):
                depth -= 1
            if not depth:
                break
        self._account -= end - start
        return (0, False) if depth else (end, is_clean)


def _is_alike(value: Mapping[str, Any], like: Mapping[str, Any]) -> bool:
    """Say whether an object is an entry, and not an author or the like inside of one."""
    if not like:
        return "title" in value and len(value) > 1
    if "title" in like and "title" not in value:
        return False
    return len(value.keys() & like.keys()) >= min(3, len(like))
