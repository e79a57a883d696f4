"""How sure it is that a text is a .bib file."""

from __future__ import annotations

from pubbrowser.readers.bibtex.delimiters import ENTRY_AHEAD
from pubbrowser.readers.bibtex.scanner import Scanner
from pubbrowser.readers.reader import Text

_HEAD = 20_000
"""How much of a text is looked at, in characters."""
_ENDINGS = (".bib", ".bibtex", ".biblatex")


def sniff(text: Text) -> float:
    """Say how sure it is that `text` is a .bib file.

    Elsewhere entries may be quoted, as in a list of publications that shows how to cite one of
    them; so what counts is the share of the text that stands in entries. In a file named .bib
    one entry is enough, for BibTeX takes all other text as comments.
    """
    content = text.content
    if "@" not in content:
        return 0.0
    if text.ending in _ENDINGS:
        return 0.95 if ENTRY_AHEAD.search(content) else 0.4
    head = content[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    if not ENTRY_AHEAD.search(head):
        return 0.0
    share = _share_in_entries(head)
    return round(0.95 * min(1.0, share / 0.6), 3)


def _share_in_entries(head: str) -> float:
    """Give the share of a text, blanks aside, that stands in entries."""
    scanner = Scanner(head)
    inside = 0
    for entry in scanner.entries():
        if entry.fields:
            inside += _visible(head[entry.start : scanner.end])
    return inside / max(1, _visible(head))


def _visible(text: str) -> int:
    return len("".join(text.split()))
