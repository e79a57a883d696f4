"""RIS, the format that most reference managers and publishers' pages export."""

from pubbrowser.readers.reader import Reader
from pubbrowser.readers.ris.reading import FORMAT, read, sniff

READER = Reader(FORMAT, "RIS (.ris)", sniff, read)
