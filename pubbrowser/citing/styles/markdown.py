"""Text and emphasis in Markdown (CommonMark 0.31, "Backslash escapes", "Emphasis")."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~^$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CITATION = re.compile(r"(?<![\w.])@(?=\w)")
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+#>=])(?=[\s#=+>-]|$)")
_TAGS = {"*": ("<em>", "</em>"), "**": ("<strong>", "</strong>")}


def escaped(text: str) -> str:
    """Give `text` so that Markdown, pandoc's included, shows it as it is."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _CITATION.sub(r"\@", _ENTITY.sub(r"\&", text))


def paragraph(text: str) -> str:
    """Give Markdown `text` so that its start makes no list, heading or quotation of it."""
    return _LIST.sub(lambda m: rf"{m[1]}\{m[2]}" if m[1] else rf"\{m[3]}", text)


def emphasised(inside: str, sign: str, before: str, after: str) -> str:
    """Give Markdown `inside` between `sign`, or between tags where signs would not be read.

    `before` and `after` are the characters that stand beside it ("" for none).
    """
    text = inside.strip()
    head, tail = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    can_open = head or _parts(before) or (before.isalnum() and text[0].isalnum())
    can_close = tail or _parts(after) or (after.isalnum() and text[-1].isalnum())
    clear = before != "*" and "*" not in (text[0], text[-1]) and after != "*"
    if can_open and can_close and clear:
        return f"{head}{sign}{text}{sign}{tail}"
    start, end = _TAGS[sign]
    return f"{head}{start}{text}{end}{tail}"


def _parts(character: str) -> bool:
    """Say whether `character` is none, a space or punctuation, as CommonMark counts them."""
    return not character or character.isspace() or unicodedata.category(character)[0] in "PS"
