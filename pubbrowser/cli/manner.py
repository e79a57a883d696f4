"""As what a command writes works: format and style, from its arguments and the settings."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pubbrowser.cli.command import UsageError

if TYPE_CHECKING:
    from pubbrowser.citing.choices import Choice
    from pubbrowser.citing.manner import Manner
    from pubbrowser.config import Settings


def add_style(parser: argparse.ArgumentParser) -> None:
    """Let the command take `--style`, `--locale` and `--bold-owner`."""
    parser.add_argument(
        "--style", metavar="S",
        help="citation style of references: apa, ieee, nature, vancouver, … any of CSL by its "
        "name, or a .csl file (default: `style` in the settings, or apa)",
    )  # fmt: skip
    parser.add_argument(
        "--locale", metavar="L",
        help="language of the words in references, such as de-DE (default: the style's own)",
    )  # fmt: skip
    parser.add_argument(
        "--bold-owner", action="store_true", default=None,
        help="set names of the documents' owners in bold, in Markdown and HTML",
    )  # fmt: skip


def settings_of_person() -> Settings:
    """Give the settings; raises `UsageError` when they cannot be used."""
    from pubbrowser.config import ConfigError, load_settings

    try:
        return load_settings()
    except ConfigError as error:
        raise UsageError(str(error)) from error


def manner_of(arguments: argparse.Namespace) -> Manner:
    """Give how references are to be written; raises `UsageError` for an unknown style."""
    from pubbrowser.citing.manner import Manner
    from pubbrowser.citing.styles import StyleError, find_style, known_locales

    settings = settings_of_person()
    style = arguments.style or settings.style
    locale = arguments.locale or settings.locale
    try:
        find_style(style)
    except StyleError as error:
        raise UsageError(str(error)) from error
    if locale and locale not in known_locales():
        raise UsageError(f"there is no locale {locale!r}; there are: {', '.join(known_locales())}")
    bold = settings.bold_owner if arguments.bold_owner is None else arguments.bold_owner
    return Manner(style, locale, bold)


def citation_choice(arguments: argparse.Namespace) -> Choice:
    """Give as what citations are written: `--format`, else text where there is a `--style`, else
    `citation` in the settings, else text. Raises `UsageError`."""
    from pubbrowser.citing.choices import UnknownChoice, choice_of

    default = "text" if arguments.style else settings_of_person().citation or "text"
    try:
        choice = choice_of(arguments.format or default)
    except UnknownChoice as error:
        raise UsageError(f"{error}; the formats are {', '.join(format_names())}") from error
    if arguments.style and not choice.format.takes_style:
        raise UsageError(
            f"{choice.format.label} is not written in a style; leave out --style, or use "
            "--format text, markdown or html"
        )
    return choice


def format_names() -> list[str]:
    """Give the names of all formats for citing."""
    from pubbrowser.citing.formats import FORMATS

    return [known.name for known in FORMATS]
