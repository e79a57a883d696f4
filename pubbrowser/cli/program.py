"""The program: which command is meant, and how it ends."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Namespace
from collections.abc import Sequence

from pubbrowser import __version__
from pubbrowser.citing.manner import StyleError
from pubbrowser.cli import citing, documents, screen, works
from pubbrowser.cli.command import (
    DONE,
    INTERRUPTED,
    NOT_READ,
    USAGE,
    ArgumentParser,
    Command,
    OutputError,
    UsageError,
    examples_text,
    paragraphs,
)
from pubbrowser.cli.reading import add_cache, add_corrections, cache_of
from pubbrowser.cli.terminal import discard_output, report, use_utf8
from pubbrowser.store.errors import StoreError

COMMANDS: dict[str, Command] = {
    command.name: command for command in (*works.COMMANDS, *citing.COMMANDS, *documents.COMMANDS)
}
"""Every command by its name, in the order of the help."""

_DESCRIPTION = """
Browse lists of publications: search them as you type, filter by author and year, follow a
paper to its code, copy citations.

With no PATH the bundled sample is opened. A folder is searched for readable documents; `-`
reads standard input. A file whose name is that of a command is opened as ./NAME.
"""
_EXAMPLES = (
    ("pubbrowser", "the bundled sample"),
    ("pubbrowser papers.md", "your own list of publications"),
    ("pubbrowser lists/ saved-page.txt", "a folder of them and one more file, as one"),
    ("pubbrowser export papers.md -o papers.bib", "its works as BibTeX"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments `argv` (by default, the process's) and give its exit
    code: 0 done, 1 not found or problems, 2 usage, 3 a file could not be read or written."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_utf8()
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (StyleError, UsageError) as error:  # a style may show its faults when it is used
        report(error)
        return USAGE
    except OutputError as error:
        report(error)
        return NOT_READ
    except BrokenPipeError:  # the reader has what it wanted: pubbrowser … | head
        discard_output()
        return DONE
    except KeyboardInterrupt:
        discard_output()
        return INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            raise
        discard_output()
        report(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
        return NOT_READ
    return code


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command = COMMANDS[arguments[0]]
        parser, rest, run = command.parser(), arguments[1:], command.run
    else:
        parser, rest, run = _parser(), arguments, _open
    try:
        parsed = parser.parse_intermixed_args(rest)
    except SystemExit:  # the help or the version was asked for and is printed
        return DONE
    try:
        return run(parsed)
    except StoreError as error:  # found while something was looked up, so nothing is printed yet
        from pubbrowser.store.folder import remove

        remove(error.path)
        parsed.no_cache = True
        return run(parsed)


def _parser() -> ArgumentParser:
    width = max(map(len, COMMANDS)) + 2
    commands = "\n".join(f"  {c.name:<{width}}{c.summary}" for c in COMMANDS.values())
    parser = ArgumentParser(
        prog="pubbrowser",
        usage="pubbrowser [--corrections FILE] [--no-cache] [PATH ...]\n"
        "       pubbrowser COMMAND ...",
        description=paragraphs(_DESCRIPTION),
        epilog=f"commands (`pubbrowser COMMAND --help` tells more):\n{commands}\n\n"
        + examples_text(_EXAMPLES),
    )
    parser.add_argument(
        "--version", action="version", version=f"pubbrowser {__version__}",
        help="show the version and leave",
    )  # fmt: skip
    add_corrections(parser)
    add_cache(parser)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=SUPPRESS)
    return parser


def _open(arguments: Namespace) -> int:
    cache = cache_of(arguments)
    return screen.open_screen(arguments.paths, list(COMMANDS), arguments.corrections, cache)
