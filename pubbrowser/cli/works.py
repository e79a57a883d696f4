"""The commands about works, that is after merging: export, search."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pubbrowser.cli.command import DONE, NOT_FOUND, NOT_READ, Command, UsageError
from pubbrowser.cli.finding import find
from pubbrowser.cli.manner import (
    OF_EXPORT,
    add_style,
    choice_named,
    format_names,
    manner_for,
    manner_of,
)
from pubbrowser.cli.reading import add_cache, add_corrections, add_paths, opened_corpus
from pubbrowser.cli.table import fitted_rows, plain_rows
from pubbrowser.cli.terminal import columns, is_terminal, print_text, report
from pubbrowser.cli.wording import count
from pubbrowser.cli.writing import add_output, keep_documents, write_result
from pubbrowser.model import Corpus, Work

if TYPE_CHECKING:
    pass

Renderer = Callable[[Corpus, Sequence[Work]], str]
"""Gives works of a corpus as text."""


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument(
        "-q", "--query", metavar="QUERY",
        help="only the works that a search for QUERY finds; the exit code is 1 without any",
    )  # fmt: skip
    parser.add_argument(
        "--format", metavar="F",
        help=f"{', '.join(_format_names())} (default: by the ending "
        "of FILE; without one json, or text with --style)",
    )  # fmt: skip
    add_style(parser)
    add_corrections(parser)
    add_cache(parser)
    add_output(parser)


def _export(arguments: argparse.Namespace) -> int:
    keep_documents(arguments.output, arguments.paths)
    render = _renderer(_format_name(arguments), arguments)
    searched = arguments.query is not None
    with opened_corpus(arguments, arguments.paths, searched=searched) as (opened, failed):
        corpus = opened.corpus
        if not corpus.documents and arguments.output:
            return NOT_READ  # what the file holds is better than nothing
        works = corpus.works
        if arguments.query is not None:
            works = [corpus.works[index] for index in sorted(find(opened, arguments.query))]
            if not works:
                report(_nothing_found(arguments.query))
                if arguments.output is None:
                    print_text(render(corpus, works))
                return NOT_READ if failed else NOT_FOUND
        write_result(render(corpus, works), arguments.output, count(len(works), "work"))
        return NOT_READ if failed else DONE


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="words, in any order; see below")
    add_paths(parser, required=False)
    parser.add_argument(
        "--format", choices=("table", "json"), default="table",
        help="lines of a table, or what `export` writes as JSON (default: table)",
    )  # fmt: skip
    add_corrections(parser)
    add_cache(parser)


def _search(arguments: argparse.Namespace) -> int:
    from pubbrowser.citing import exchange
    from pubbrowser.sample import sample_paths

    paths = arguments.paths or sample_paths()
    with opened_corpus(arguments, paths, searched=True) as (opened, failed):
        corpus = opened.corpus
        works = [corpus.works[index] for index in find(opened, arguments.query)]
        if arguments.format == "json":
            print_text(exchange.to_json(exchange.works_json(corpus, works)))
        elif is_terminal(sys.stdout):
            print_text("\n".join(fitted_rows(works, columns())))
        else:
            print_text("\n".join(plain_rows(works)))
        if not works and corpus.documents:
            report(_nothing_found(arguments.query))
        return NOT_READ if failed else DONE if works else NOT_FOUND


def _nothing_found(query: str) -> str:
    return f"nothing found for {query!r}; try fewer or other words"


def _format_names() -> list[str]:
    return [*OF_EXPORT, *format_names()]


def _format_name(arguments: argparse.Namespace) -> str:
    """Give the format that is asked for: by name, by the ending of FILE, or by there being a
    style; without any of these JSON."""
    if arguments.format:
        name: str = arguments.format.strip().casefold()
    elif arguments.output is not None:
        name = _format_by_ending(arguments.output)
    else:
        name = "text" if arguments.style else "json"
    return name


def _format_by_ending(output: str) -> str:
    from pubbrowser.citing.formats import FORMATS

    ending = Path(output).suffix.lower()
    if ending in (".yaml", ".yml"):
        return "yaml"
    if ending == ".json":
        return "json"
    for known in FORMATS:
        if known.extension == ending and known.kind != "in-text":
            return known.name
    raise UsageError(
        f"{output}: the ending does not tell the format; name it with --format "
        f"({', '.join(_format_names())})"
    )


def _renderer(name: str, arguments: argparse.Namespace) -> Renderer:
    """Give what writes the format `name`; raises `UsageError` when there is none."""
    from pubbrowser.citing import exchange

    if name in OF_EXPORT:
        write = exchange.to_json if name == "json" else exchange.to_yaml
        for option in ("locale", "bold_owner"):
            if getattr(arguments, option) and not arguments.style:
                raise UsageError(f"without --style there are no references in {name.upper()}")
        manner = manner_of(arguments) if arguments.style else None
        return lambda corpus, works: write(exchange.works_json(corpus, works, manner))
    choice = choice_named(name, OF_EXPORT)
    chosen_manner = manner_for(choice, arguments)
    return lambda corpus, works: choice.write(works, chosen_manner)


_QUERY_HELP = """
Every word must be found, in any order; each may be the beginning of a word; case and accents do
not count, misspelt words are found when nothing else is. "Some words" in quotes stand side by
side. author:bach, title:, venue: and abstract: ask one field, ^bach the first author;
type:preprint, category:LG, tag:reading, key:bach2015 and doc:list.md what they say; 2019,
year:2019..2021 and year:>2020 the year; has:code what there is (or abstract, doi, link, note).
-word leaves out, A OR B takes either. What is not understood is told and left out. A query that
begins with "-" goes after "--".
"""

COMMANDS: Sequence[Command] = (
    Command(
        "export",
        "write the merged works: JSON, BibTeX, RIS, references, …",
        """
        Read and merge documents and write the works. As json and yaml: {"works": [{"id",
        "key", "csl", "records", "people", "tags", "sources"}], "people": [...]}, which is
        readable as an input again; with --style each work has its "reference" and
        "reference_html" as well. The other formats are for citing.
        """,
        (
            ("pubbrowser export papers.md -o papers.bib", "all works as BibTeX"),
            ("pubbrowser export lists/ -q 'relevance 2019' --format text",
             "references of the works that a search finds"),
            ("pubbrowser export papers.md --style ieee --format markdown --bold-owner",
             "a list for a page of one's own"),
            ("pubbrowser export a.md b.txt -o all.yaml", "one corpus, to be edited and kept"),
        ),
        _export_arguments,
        _export,
    ),
    Command(
        "search",
        "find works and print them as a table or as JSON",
        f"""
        Search works and print them, the best first: citation key, year, authors and title.

        On a terminal the columns are cut to its width. To a pipe or a file the lines are
        uncut, with tabs between the columns and all authors. Without PATH the bundled sample
        is searched. Without a hit the exit code is 1.

        {_QUERY_HELP}
        """,
        (
            ("pubbrowser search 'clever hans'", "in the bundled sample"),
            ("pubbrowser search müller lists/ | cut -f 1", "citation keys only"),
            ("pubbrowser search 'samek 2021' papers.md --format json", "for other programs"),
        ),
        _search_arguments,
        _search,
    ),
)  # fmt: skip
