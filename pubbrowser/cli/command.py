"""What a command of the command line is, and how its help looks."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

DONE = 0
NOT_FOUND = 1
"""Something asked for was not found, or `check` found problems."""
USAGE = 2
NOT_READ = 3
"""A file could not be read or written."""
INTERRUPTED = 130
"""What shells report for a program that Ctrl-C has ended."""

STANDARD_INPUT = "-"
"""The PATH that stands for standard input."""

_WIDTH = 79
"""Help fits a terminal of 80 columns and is the same everywhere."""


class UsageError(Exception):
    """What was asked for cannot be; the message says why and what to do."""


class OutputError(Exception):
    """A result could not be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `pubbrowser NAME …`."""

    name: str
    summary: str
    """What it does, in a few words, for the list of commands."""
    description: str
    """What it does, in full, for its own help."""
    examples: Sequence[tuple[str, str]]
    """(command line, what it gives), two to four of them."""
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    """Takes the parsed arguments and gives the exit code; raises `UsageError` and `OutputError`."""

    def parser(self) -> ArgumentParser:
        """Give the parser of the command's arguments, with its help."""
        parser = ArgumentParser(
            prog=f"pubbrowser {self.name}",
            description=paragraphs(self.description),
            epilog=examples_text(self.examples),
        )
        self.add_arguments(parser)
        return parser


class ArgumentParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and whose help keeps to 80 columns."""

    def __init__(self, prog: str, description: str, epilog: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_help_formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help="show this help and leave")

    def error(self, message: str) -> NoReturn:
        """Turn what argparse complains of into a `UsageError`."""
        raise UsageError(f"{message}; `{self.prog} --help` shows how it is used")


def _help_formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=24, width=_WIDTH)


def paragraphs(text: str) -> str:
    """Fill the paragraphs of `text`, which blank lines separate, to the width of the help."""
    filled = (textwrap.fill(" ".join(part.split()), _WIDTH) for part in text.split("\n\n"))
    return "\n\n".join(filled)


def examples_text(examples: Sequence[tuple[str, str]]) -> str:
    """Give the closing part of a help: each example with what it gives below it."""
    lines = ["examples:"]
    for line, meaning in examples:
        lines += [
            f"  {line}",
            *textwrap.wrap(meaning, _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6),
        ]
    return "\n".join(lines)
