"""The locales in which references can be written: those whose terms come with citeproc-py."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pubbrowser.citing.manner import StyleError
from pubbrowser.citing.styles.errors import near

DEFAULT = "en-US"
_FILE = re.compile(r"locales-([A-Za-z-]+)\.xml")
_PRIMARY = {
    "de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-PT", "zh": "zh-CN",
}  # fmt: skip
"""The locale that a bare language stands for where several are known."""


@cache
def _folder() -> Path:
    # The engine itself is not imported: this is asked for where nothing is cited in a style.
    spec = find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("citeproc-py is not installed; install pubbrowser again")
    return Path(spec.submodule_search_locations[0], "data", "locales")


@cache
def known_locales() -> tuple[str, ...]:
    """Give the names of all locales ("de-DE"), in alphabetical order."""
    names = (_FILE.fullmatch(file.name) for file in _folder().iterdir())
    return tuple(sorted(found[1] for found in names if found))


def locale_path(name: str) -> Path:
    """Give the file of the locale called `name`, one of `known_locales`."""
    return _folder() / f"locales-{name}.xml"


def find_locale(name: str) -> str:
    """Give the known locale that `name` means: "de_at" is "de-AT", "de" is "de-DE".

    Raises `StyleError` for one that is not known.
    """
    wanted = name.strip().replace("_", "-").split(".")[0]
    known = {locale.casefold(): locale for locale in known_locales()}
    if found := known.get(wanted.casefold()):
        return found
    language = wanted.casefold()
    if "-" not in language:
        if language in _PRIMARY:
            return _PRIMARY[language]
        of_language = [locale for low, locale in known.items() if low.startswith(f"{language}-")]
        if len(of_language) == 1:
            return of_language[0]
    raise StyleError(
        f"unknown locale {name!r}{near(wanted, known_locales())} "
        "(a locale is a language and a country, such as en-GB or de-DE)"
    )
