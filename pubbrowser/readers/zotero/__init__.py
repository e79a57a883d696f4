"""Zotero's own JSON: Better BibTeX's export ("BetterBibTeX JSON") and the answers of its API."""

from __future__ import annotations

import re

from pubbrowser.readers.json_items.reading import json_reader
from pubbrowser.readers.zotero.fields import FORMAT, read_item

READER = json_reader(
    FORMAT,
    "Zotero JSON (Better BibTeX JSON)",
    (
        # Its settings and collections may fill the beginning of an export.
        re.compile(r'(?<!\\)"itemType"\s*:|"BetterBibTeX JSON"'),
        re.compile(
            r'(?<!\\)"(?:config|creators|translatorID|citationKey|citekey|dateAdded|itemID|libraryID)"\s*:'
        ),
    ),
    read_item,
)
