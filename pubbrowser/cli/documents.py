"""The commands about documents as they stand: parse, check, sources."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence

from pubbrowser.cli.command import DONE, NOT_FOUND, NOT_READ, Command
from pubbrowser.cli.reading import add_cache, add_corrections, add_paths, opened_corpus, read_all
from pubbrowser.cli.terminal import print_text, shown_path
from pubbrowser.cli.wording import count
from pubbrowser.cli.writing import add_output, keep_documents, write_result
from pubbrowser.model import Corpus, Document, Statistic
from pubbrowser.text import clean_line


def _parse_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument(
        "--format", choices=("json", "yaml"), default="json",
        help="how to write the records (default: json)",
    )  # fmt: skip
    add_output(parser)


def _parse(arguments: argparse.Namespace) -> int:
    keep_documents(arguments.output, arguments.paths)
    documents, failed = read_all(arguments.paths)
    if not documents and arguments.output:
        return NOT_READ  # what the file holds is better than nothing
    from pubbrowser.citing.exchange import documents_json, to_json, to_yaml

    write = to_yaml if arguments.format == "yaml" else to_json
    records = sum(len(document.records) for document in documents)
    write_result(write(documents_json(documents)), arguments.output, count(records, "record"))
    return NOT_READ if failed else DONE


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_corrections(parser)
    add_cache(parser)


def _check(arguments: argparse.Namespace) -> int:
    with opened_corpus(arguments, arguments.paths) as (opened, failed):
        corpus = opened.corpus
        documents = corpus.documents
        problems = [
            _at(document.path, problem.line, problem.message)
            for document in documents
            for problem in sorted(document.problems, key=lambda problem: problem.line)
        ]
        findings = [
            _at(finding.source.path, finding.source.line, finding.message)
            for finding in corpus.findings
        ]
        incomplete = _incomplete_citations(corpus)
        for line in (*problems, *findings, *incomplete):
            print_text(line)
        counted = [count(len(problems), "problem")]
        counted += [count(len(findings), "finding")] if findings else []
        counted += [count(len(incomplete), "incomplete citation")] if incomplete else []
        records = sum(len(document.records) for document in documents)
        print_text(
            f"{', '.join(counted[:-1])}{' and ' if counted[1:] else ''}{counted[-1]} in "
            f"{count(len(documents), 'document')} with {count(records, 'record')}"
        )
        return NOT_READ if failed else NOT_FOUND if problems or findings else DONE


def _incomplete_citations(corpus: Corpus) -> list[str]:
    """Give a line for each work that cannot be cited in full, in the order of the documents."""
    from pubbrowser.citing.completeness import missing
    from pubbrowser.citing.markup import plain

    places = {document.path: number for number, document in enumerate(corpus.documents)}
    lines = []
    for work in corpus.works:
        if lacks := missing(work.merged):
            source, _ = work.records[0]
            title = textwrap.shorten(plain(work.merged.title) or "(no title)", 60, placeholder=" …")
            line = _at(
                source.path, source.line, f"incomplete citation “{title}”: {', '.join(lacks)}"
            )
            lines.append((places[source.path], source.line, line))
    return [line for *_, line in sorted(lines)]


def _at(path: str, line: int, message: str) -> str:
    return f"{shown_path(path)}{f':{line}' if line else ''}: {clean_line(message)}"


def _sources_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_corrections(parser)
    add_cache(parser)


def _sources(arguments: argparse.Namespace) -> int:
    with opened_corpus(arguments, arguments.paths) as (opened, failed):
        corpus = opened.corpus
        documents = corpus.documents
        people = _people_per_document(corpus)
        rows = [
            (
                str(len(document.records)),
                str(people.get(document.path, 0)),
                document.format,
                document.owner or "-",
                shown_path(document.path),
            )
            for document in documents
        ]
        for line in _table(rows, [_facts(document) for document in documents]):
            print_text(line)
        print_text(
            f"\n{count(len(documents), 'document')}, {count(len(corpus.works), 'work')}, "
            f"{count(len(corpus.people), 'person', 'people')}"
        )
        return NOT_READ if failed else DONE


_HEADINGS = ("records", "people", "format", "owner", "document")
_Row = tuple[str, str, str, str, str]


def _table(rows: Sequence[_Row], facts: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table: headings, then each row with its facts indented below."""
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    indent = " " * (widths[0] + 2)
    for row, below in zip((_HEADINGS, *rows), ((), *facts), strict=True):
        records, people, form, owner, path = row
        yield (
            f"{records:>{widths[0]}}  {people:>{widths[1]}}  "
            f"{form:<{widths[2]}}  {owner:<{widths[3]}}  {path}"
        )
        for fact in below:
            yield indent + fact


def _people_per_document(corpus: Corpus) -> dict[str, int]:
    people: dict[str, set[int]] = {}
    for work in corpus.works:
        for path in {source.path for source, _ in work.records}:
            people.setdefault(path, set()).update(work.people)
    return {path: len(persons) for path, persons in people.items()}


def _facts(document: Document) -> list[str]:
    """What is known of a document beside its records: how complete it is, what its page says."""
    lines = []
    promised = promised_papers(document)
    if promised is not None and promised != len(document.records):
        lines.append(f"{len(document.records)} of the {promised} papers the page speaks of")
    lines += _figures(document.statistics)
    if document.problems:
        lines.append(f"{count(len(document.problems), 'problem')}; `pubbrowser check` tells more")
    return lines


def promised_papers(document: Document) -> int | None:
    """Give how many papers the page itself says there are, None when it does not say."""
    for statistic in document.statistics:
        name = statistic.name.casefold().strip("# ")
        over_all = statistic.scope.casefold() in ("", "all")
        if name in ("papers", "publications") and over_all and isinstance(statistic.value, int):
            return statistic.value
    return None


def _figures(statistics: Sequence[Statistic]) -> list[str]:
    """The figures of a page, one line per name, and after them where they come from and when."""
    values: dict[str, list[str]] = {}
    origins: dict[str, None] = {}
    for statistic in statistics:
        value = f"{statistic.value:,}" if isinstance(statistic.value, int) else statistic.value
        scope = f" ({statistic.scope})" if statistic.scope else ""
        values.setdefault(statistic.name, []).append(f"{value}{scope}")
        as_of = f"as of {statistic.as_of.iso}" if statistic.as_of else ""
        if origin := ", ".join(filter(None, (statistic.source, as_of))):
            origins[origin] = None
    return [f"{name}: {', '.join(listed)}" for name, listed in values.items()] + [
        f"figures from {origin}" for origin in origins
    ]


COMMANDS: Sequence[Command] = (
    Command(
        "parse",
        "give the records of documents as printed, before merging",
        """
        Read documents and write their records as printed, document by document, before
        anything is merged: {"documents": [{"path", "format", "owner", "statistics", "records",
        "problems"}]}. The records are CSL-JSON items; what CSL has no word for stands in
        `custom`. The output is readable as an input again.
        """,
        (
            ("pubbrowser parse papers.md", "its records as JSON"),
            ("pubbrowser parse lists/ --format yaml -o lists.yaml", "to be corrected by hand"),
            ("curl -s https://example.org/papers.md | pubbrowser parse -", "from standard input"),
        ),
        _parse_arguments,
        _parse,
    ),
    Command(
        "check",
        "list what could not be read in documents, or is doubtful",
        """
        Read documents and print what could not be read in them or is doubtful, one line each:
        FILE:LINE: MESSAGE, then how many there are.

        First come the problems of each document; then what merging has found: records that may
        be one work, documents that contradict each other (years, venues, titles), probable
        misspellings with the reading that is believed, and corrections that cannot be applied;
        then what works still lack for a complete citation.
        The exit code is 1 when there is any of these. What is settled in the corrections is
        not listed again.
        """,
        (
            ("pubbrowser check papers.md", "problems of one document"),
            ("pubbrowser check lists/ && make site", "go on only when there are none"),
        ),
        _check_arguments,
        _check,
    ),
    Command(
        "sources",
        "list documents with format, owner, figures and counts",
        """
        Print for each document its number of records and of people, its format, its owner and
        where it is; below them the figures that the page itself gives (citations, h-index),
        and how many of the papers that it speaks of are there.
        """,
        (
            ("pubbrowser sources papers.md", "one document"),
            ("pubbrowser sources lists/", "all documents of a folder"),
        ),
        _sources_arguments,
        _sources,
    ),
)
