"""PubMed's format (.nbib), also called MEDLINE: what PubMed exports to reference managers."""

from pubbrowser.readers.pubmed.reading import FORMAT, read, sniff
from pubbrowser.readers.reader import Reader

READER = Reader(FORMAT, "PubMed (.nbib)", sniff, read)
