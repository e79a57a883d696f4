"""The commands for citing: cite, and pick on the screen."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from pubbrowser.cli import screen
from pubbrowser.cli.command import DONE, NOT_FOUND, NOT_READ, Command
from pubbrowser.cli.manner import add_style, citation_choice, format_names, manner_of
from pubbrowser.cli.reading import add_corrections, add_paths, read_corpus
from pubbrowser.cli.terminal import print_text, report
from pubbrowser.cli.works import find
from pubbrowser.model import Corpus, Work


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", metavar="F",
        help=f"{', '.join(format_names())} (default: `citation` in the settings, or text)",
    )  # fmt: skip
    add_style(parser)


def _cite_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "wanted", metavar="KEY-OR-QUERY",
        help="citation keys (several with commas between), a DOI, an arXiv identifier, or words "
        "to search for",
    )  # fmt: skip
    add_paths(parser, required=False)
    _add_format(parser)
    parser.add_argument(
        "-1", "--first", action="store_true", help="only the best of what the words find"
    )
    add_corrections(parser)


def _cite(arguments: argparse.Namespace) -> int:
    choice, manner = citation_choice(arguments), manner_of(arguments)
    from pubbrowser.citing.order import in_order
    from pubbrowser.sample import sample_paths

    corpus, failed = read_corpus(arguments.paths or sample_paths(), arguments.corrections)
    works, missing = wanted_works(corpus, arguments.wanted, first=arguments.first)
    for key in missing:
        report(f"there is no paper with the key {key!r}; `pubbrowser search` shows the keys")
    if not works and not missing and corpus.documents:
        report(f"nothing found for {arguments.wanted!r}; try fewer or other words")
    if works:
        print_text(choice.write(in_order(works), manner))
    return NOT_READ if failed else DONE if works and not missing else NOT_FOUND


def wanted_works(
    corpus: Corpus, wanted: str, *, first: bool = False
) -> tuple[list[Work], list[str]]:
    """Give the works that `wanted` names, and the keys in it that no work has.

    `wanted` is tried as keys, as a DOI or an arXiv identifier, then as words to search for. What
    has commas and no spaces around its words can only be keys.
    """
    by_key = {work.key.casefold(): work for work in corpus.works}
    keys = [key.strip().lstrip("@") for key in wanted.split(",") if key.strip()]
    known = [by_key[key.casefold()] for key in keys if key.casefold() in by_key]
    if known and len(known) == len(keys):
        return known, []
    if len(keys) > 1 and (known or not any(re.search(r"\s", key) for key in keys)):
        return known, [key for key in keys if key.casefold() not in by_key]
    if identified := _identified(corpus, wanted):
        return identified, []
    found = [corpus.works[index] for index in find(corpus, wanted)]
    return found[:1] if first else found, []


def _identified(corpus: Corpus, wanted: str) -> list[Work]:
    """Give the works with a DOI or arXiv identifier, which may be written as an address."""
    from pubbrowser.citing import facts
    from pubbrowser.citing.arxiv import arxiv_id
    from pubbrowser.model.links import arxiv_id_of, doi_of

    word = wanted.strip()
    doi = (doi_of(word) or re.sub(r"^doi:\s*", "", word, flags=re.I)).casefold()
    arxiv = arxiv_id_of(word) or re.sub(r"^arxiv:\s*", "", word, flags=re.I)
    return (
        [
            work
            for work in corpus.works
            if doi == facts.doi(work.merged).casefold()
            or _unversioned(arxiv) == _unversioned(arxiv_id(work.merged))
        ]
        if "/" in doi or re.search(r"\d{4}\.\d{4}", arxiv)
        else []
    )


def _unversioned(identifier: str) -> str:
    return re.sub(r"v\d+$", "", identifier.casefold())


def _pick_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser, required=False)
    _add_format(parser)
    parser.add_argument("-q", "--query", metavar="QUERY", default="", help="words to begin with")
    add_corrections(parser)


def _pick(arguments: argparse.Namespace) -> int:
    choice, manner = citation_choice(arguments), manner_of(arguments)
    from pubbrowser.ui.picking import Picking

    picking = Picking(choice, manner, arguments.query)
    return screen.open_picker(arguments.paths, picking, arguments.corrections)


COMMANDS: Sequence[Command] = (
    Command(
        "cite",
        "print the citation of papers: a reference, BibTeX, \\cite{…}",
        """
        Print the citation of the papers that are named by their citation keys, a DOI or an arXiv
        identifier, or that a search finds: as reference in any citation style, as an entry of a
        .bib file, or as what stands in the text of a paper. Without PATH the bundled sample is
        searched. When nothing is found the exit code is 1.
        """,
        (
            ("pubbrowser cite lapuschkin2019unmasking", "the reference, in APA style"),
            ("pubbrowser cite 'samek 2021' lists/ --style ieee", "all that a search finds"),
            ("pubbrowser cite 10.1038/nature14539 papers.bib --format biblatex", "by its DOI"),
            ("pubbrowser cite key1,key2 papers.md --format citep", "\\citep{key1,key2}"),
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
        a choice (Esc, q) nothing is printed and the exit code is 1.
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
