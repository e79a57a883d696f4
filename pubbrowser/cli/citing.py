"""The commands for citing: cite, and pick on the screen."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from pubbrowser.cli import screen
from pubbrowser.cli.command import DONE, NOT_FOUND, NOT_READ, Command, UsageError
from pubbrowser.cli.manner import add_style, citation_choice, format_names, manner_for
from pubbrowser.cli.reading import add_cache, add_corrections, add_paths, cache_of, opened_corpus
from pubbrowser.cli.terminal import print_text, report
from pubbrowser.cli.wanted import similar_keys, wanted_works
from pubbrowser.model import Corpus


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", metavar="F",
        help=f"{', '.join(format_names())} (default: `citation` in the settings, or text)",
    )  # fmt: skip
    add_style(parser)


def _cite_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "wanted", metavar="KEY-OR-QUERY",
        help="a citation key, a DOI or an arXiv identifier (several with commas between), or "
        "words to search for",
    )  # fmt: skip
    add_paths(parser, required=False)
    _add_format(parser)
    parser.add_argument(
        "-1", "--first", action="store_true", help="only the first of what is found, the best"
    )
    add_corrections(parser)
    add_cache(parser)


def _cite(arguments: argparse.Namespace) -> int:
    wanted: str = arguments.wanted
    if not any(map(str.isalnum, wanted)):
        raise UsageError(f"{wanted!r} names no paper; give a citation key, a DOI or words")
    choice = citation_choice(arguments)
    manner = manner_for(choice, arguments)
    from pubbrowser.citing.order import in_order
    from pubbrowser.sample import sample_paths

    with opened_corpus(arguments, arguments.paths or sample_paths()) as (opened, failed):
        corpus = opened.corpus
        if not corpus.documents:
            return NOT_READ
        answer = wanted_works(opened, wanted)
        works = answer.works[:1] if arguments.first else answer.works
        for name in answer.missing:
            report(_missing(corpus, name))
        if not works and not answer.missing:
            report(_nothing_found(wanted, arguments.paths))
        if works:
            print_text(choice.write(in_order(works), manner))
        return NOT_READ if failed else NOT_FOUND if answer.missing or not works else DONE


def _missing(corpus: Corpus, name: str) -> str:
    similar = similar_keys(corpus, name)
    hint = (
        f"did you mean {', '.join(similar)}?" if similar else "`pubbrowser search` shows all keys"
    )
    return f"no paper has the key or identifier {name!r}; {hint}"


def _nothing_found(wanted: str, paths: Sequence[str]) -> str:
    if not paths and os.path.exists(wanted):
        return f"nothing found for {wanted!r} in the bundled sample; what to cite comes before PATH"
    return f"nothing found for {wanted!r}; try fewer or other words"


def _pick_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser, required=False)
    _add_format(parser)
    parser.add_argument("-q", "--query", metavar="QUERY", default="", help="words to begin with")
    add_corrections(parser)
    add_cache(parser)


def _pick(arguments: argparse.Namespace) -> int:
    choice = citation_choice(arguments)
    manner = manner_for(choice, arguments)
    from pubbrowser.ui.picking import Picking

    picking = Picking(choice, manner, arguments.query)
    return screen.open_picker(arguments.paths, picking, arguments.corrections, cache_of(arguments))


COMMANDS: Sequence[Command] = (
    Command(
        "cite",
        "print the citation of papers: a reference, BibTeX, \\cite{…}",
        """
        Print the citation of the papers that are named by their citation keys, a DOI or an arXiv
        identifier, or that a search finds: as reference in any citation style, as an entry of a
        .bib file, or as what stands in the text of a paper. Several come in the order of their
        authors. Without PATH the bundled sample is searched. When nothing is found, or one of
        several keys, the exit code is 1. Keys and identifiers are never guessed; words are
        looked for as by `pubbrowser search`.
        """,
        (
            ("pubbrowser cite lapuschkin2019unmasking", "the reference, in APA style"),
            ("pubbrowser cite 'samek 2021' lists/ --style ieee", "all that a search finds"),
            ("pubbrowser cite arXiv:1409.8035 lists/ --format biblatex", "by its identifier"),
            ("pubbrowser cite bach2015pixel,samek2021explaining papers.md --format citep",
             "\\citep{bach2015pixel,samek2021explaining}"),
        ),
        _cite_arguments,
        _cite,
    ),
    Command(
        "pick",
        "choose papers on the screen and print their citations",
        """
        Open the browser as a picker: type to search, Space marks, Enter prints the citations of
        the marked papers, or of the one under the cursor, to standard output and leaves. The
        screen is drawn on the terminal even where the output goes to a pipe or a file. Without
        a choice (Esc, q) nothing is printed and the exit code is 1, after Ctrl-C 130.
        """,
        (
            ("pubbrowser pick papers.md --format citep", "prints \\citep{…}"),
            ("pubbrowser pick lists/ --format bibtex >> paper.bib", "adds entries to a file"),
            ("pubbrowser pick lists/ --style ieee -q 'clever hans'", "begins with a search"),
        ),
        _pick_arguments,
        _pick,
    ),
)  # fmt: skip
