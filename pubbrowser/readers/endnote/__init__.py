"""EndNote's XML: what EndNote and other reference managers export under this name."""

from pubbrowser.readers.endnote.reading import FORMAT, read, sniff
from pubbrowser.readers.reader import Reader

READER = Reader(FORMAT, "EndNote XML", sniff, read)
