"""Remarks that one program writes into a document and another has to understand."""

from __future__ import annotations

CUT_LIST = "Author list cut short (et al.)"
"""Stands for "et al." at the end of a list of names where a format has no word for it."""
CUT_EDITORS = "Editor list cut short (et al.)"
"""The same for the list of editors beside authors."""
