"""BibTeX and BibLaTeX: .bib files, however broken they are.

`scanner` finds entries and their fields (`salvage` what is left of broken ones), `inheritance`
adds what they take from others, `fields` makes a record of each, with `names`, `dates`, `places`
and `latex` for the parts.
"""

from pubbrowser.readers.bibtex.reading import FORMAT, BibFile, read, read_bib
from pubbrowser.readers.bibtex.scanner import Entry
from pubbrowser.readers.bibtex.sniffing import sniff
from pubbrowser.readers.reader import Reader

READER = Reader(FORMAT, "BibTeX or BibLaTeX (.bib)", sniff, read)

__all__ = ["READER", "BibFile", "Entry", "read", "read_bib"]
