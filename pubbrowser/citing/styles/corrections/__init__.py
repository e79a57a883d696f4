"""Corrections of the CSL engine citeproc-py, so that it writes what CSL 1.0.2 asks for.

Every element of a style is an object of the engine, made by the XML parser. The classes here
take the engine's place where it errs; each says what is wrong and which rule holds. Nothing of
the engine itself is changed. Written against citeproc-py 0.11.
"""

from __future__ import annotations

from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.dates import Date, Date_Part
from pubbrowser.citing.styles.corrections.groups import Choose, Else, Else_If, Group, If
from pubbrowser.citing.styles.corrections.names import Et_Al, Name, Name_Part, Names, Substitute
from pubbrowser.citing.styles.corrections.numbers import Label, Number
from pubbrowser.citing.styles.corrections.sorting import Key, Sort
from pubbrowser.citing.styles.corrections.style import (
    Bibliography,
    Citation,
    Layout,
    Locale,
    Macro,
    Style,
)
from pubbrowser.citing.styles.corrections.text import Text

_CORRECTED = (
    Bibliography, Choose, Citation, Date, Date_Part, Else, Else_If, Et_Al, Group, If, Key, Label,
    Layout, Locale, Macro, Name, Name_Part, Names, Number, Sort, Style, Substitute, Text,
)  # fmt: skip


def element_classes() -> dict[str | None, Any]:
    """Give the class of each element of CSL by its tag, None standing for all others."""
    classes: dict[str | None, Any] = {None: model.CitationStylesElement}
    classes |= {
        each.__name__.replace("_", "-").lower(): each
        for each in model.CitationStylesElement.__subclasses__()
    }
    return classes | {each.__name__.replace("_", "-").lower(): each for each in _CORRECTED}
