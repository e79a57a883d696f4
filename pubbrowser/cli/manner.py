"""As what a command writes works: format and style, from its arguments and the settings."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
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
        help="language of the words in references, such as de or en-GB (default: the style's own)",
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
    from pubbrowser.citing.styles import StyleError, find_locale, find_style

    settings = settings_of_person()
    style = arguments.style or settings.style
    locale = arguments.locale or settings.locale
    try:
        find_style(style)
        locale = find_locale(locale) if locale else ""
    except StyleError as error:
        raise UsageError(str(error)) from error
    bold = settings.bold_owner if arguments.bold_owner is None else arguments.bold_owner
    return Manner(style, locale, bold)


def manner_for(choice: Choice, arguments: argparse.Namespace) -> Manner:
    """Give how `choice` is to be written. Raises `UsageError` also for options that would change
    nothing: who gives them expects them to."""
    from pubbrowser.citing.manner import PLAIN_MANNER

    if not choice.format.takes_style:
        for option in ("style", "locale", "bold_owner"):
            if getattr(arguments, option):
                raise UsageError(
                    f"{choice.format.label} is not written in a style; leave out "
                    f"{_written(option)}, or use --format text, markdown or html"
                )
        return PLAIN_MANNER
    if choice.style and arguments.style:
        raise UsageError(
            f"--format names the style {choice.style!r} and --style {arguments.style!r}; "
            "leave out one of them"
        )
    if arguments.bold_owner and choice.format.name == "text":
        raise UsageError("plain text has no bold; use --bold-owner with --format markdown or html")
    return manner_of(arguments)


def _written(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def citation_choice(arguments: argparse.Namespace) -> Choice:
    """Give as what citations are written: `--format`, else text where there is a `--style` or
    `--locale`, else `citation` in the settings, else text. Raises `UsageError`."""
    if arguments.format:
        return choice_named(arguments.format)
    styled = arguments.style or arguments.locale or arguments.bold_owner
    default = ("markdown" if arguments.bold_owner else "text") if styled else ""
    return choice_named(default or settings_of_person().citation or "text")


def choice_named(notation: str, other: Sequence[str] = ()) -> Choice:
    """Give the choice that `--format` names; raises `UsageError` where there is none.

    `other` are formats that the command has besides, for messages.
    """
    from pubbrowser.citing.choices import UnknownChoice, choice_of

    if notation.strip().casefold() in OF_EXPORT:
        raise UsageError(
            f"{notation!r} is a format of `pubbrowser export`, which takes -q WORDS; "
            f"here the formats are {', '.join(format_names())}"
        )
    try:
        return choice_of(notation)
    except UnknownChoice as error:
        words = str(error)
        if near := difflib.get_close_matches(notation.casefold(), other, n=1):
            words = f"there is no format {notation!r}; did you mean {near[0]!r}?"
        elif "did you mean" not in words:  # nothing comes near, so it may be taken for anything
            words += f"; the formats are {', '.join((*other, *format_names()))}"
        raise UsageError(words) from error


OF_EXPORT = ("json", "yaml")
"""Formats that tell all of a corpus, and are none for citing."""


def format_names() -> list[str]:
    """Give the names of all formats for citing."""
    from pubbrowser.citing.formats import FORMATS

    return [known.name for known in FORMATS]
