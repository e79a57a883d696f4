"""BibTeX and BibLaTeX: .bib files, however broken they are.

`scanner` finds entries and their fields (`salvage` what is left of broken ones), `inheritance`
adds what they take from others, `fields` makes a record of each, with `names`, `dates`, `places`
and `latex` for the parts.
"""

from __future__ import annotations

from pubbrowser.model import Document
from pubbrowser.readers.reader import Reader, Text


def _sniff(text: Text) -> float:
    if "@" not in text.content:
        return 0.0
    from pubbrowser.readers.bibtex.sniffing import sniff  # 10 ms of regular expressions

    return sniff(text)


def _read(text: Text) -> Document:
    from pubbrowser.readers.bibtex.reading import read  # 25 ms of them

    return read(text)


READER = Reader("bibtex", "BibTeX or BibLaTeX (.bib)", _sniff, _read)
