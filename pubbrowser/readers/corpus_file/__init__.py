"""The program's own files read back, and CSL-JSON of other programs.

Three shapes are known, the first two as JSON or as YAML:

- `parse` writes {"documents": [{"owner", "statistics", "records": [item, …], …}, …]},
- `export` writes {"works": [{"csl": item, …}, …], "people": […]},
- CSL-JSON is an array of items, or one item alone.
"""

from pubbrowser.readers.corpus_file.reading import read
from pubbrowser.readers.corpus_file.recognising import sniff
from pubbrowser.readers.reader import Reader

READER = Reader("corpus", "pubbrowser's own YAML or JSON (parse, export), CSL-JSON", sniff, read)
