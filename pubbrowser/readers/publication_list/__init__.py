"""Reader of publication lists as people keep them on their pages: Markdown or plain text.

Two steps that stand on their own: `segment` finds where entries begin and end, `label` finds
what each of them says.
"""

from pubbrowser.readers.publication_list.document import FORMAT, read_document
from pubbrowser.readers.publication_list.sniffing import confidence
from pubbrowser.readers.reader import Reader

READER = Reader(
    name=FORMAT,
    description="publication list (Markdown or plain text)",
    sniff=confidence,
    read=read_document,
)

__all__ = ["READER"]
