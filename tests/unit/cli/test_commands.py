"""The headless commands: what they print, where, and how they end."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from pubbrowser import __version__
from pubbrowser.cli import main
from pubbrowser.cli.program import COMMANDS


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]

CORPUS = """\
works:
- csl:
    id: bell1968
    type: article-journal
    title: Observation of a Rapidly Pulsating Radio Source
    author:
    - {family: Hewish, given: Antony}
    - {family: Bell, given: Jocelyn}
    - {family: Pilkington, given: John}
    issued: {date-parts: [[1968]]}
    container-title: Nature
- csl:
    id: yang1978
    type: book
    title: 脉冲星 Pulsars
    author: [{family: Yang, given: Wei}]
    issued: {date-parts: [[1978]]}
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> Ran:
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.yaml"
    path.write_text(CORPUS, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text("works:\n- csl: {title: 'x}\n")
    return path


def feed(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))


# Help and usage


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_fits_80_columns_and_has_examples(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments, "--help")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) < 80
    examples = ran.out.split("examples:\n")[1].splitlines()
    assert 2 <= sum(line.startswith("  pubbrowser") or " | " in line for line in examples) <= 4


def test_the_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert "./NAME" in out


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"pubbrowser {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["export"],
        ["check"],
        ["sources"],
        ["search"],
        ["parse", "x.md", "--format", "bibtex"],
        ["parse", "x.md", "--unknown"],
        ["export", "x.md", "--format", "bibtx"],
        ["export", "x.md", "-o"],
        ["--unknown"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("pubbrowser: ")
    assert ran.err.count("\n") == 1


def test_an_unknown_format_names_the_nearest(run: Run) -> None:
    assert "did you mean 'bibtex'?" in run("export", "x.md", "--format", "bibtx").err


# parse


def test_parse_gives_the_records_of_each_document(run: Run, sample: Path) -> None:
    ran = run("parse", sample)
    documents = json.loads(ran.out)["documents"]
    assert (ran.code, ran.err) == (0, "")
    assert sum(len(document["records"]) for document in documents) == 242
    assert set(documents[0]) == {"path", "format", "owner", "statistics", "records", "problems"}


def test_parse_writes_yaml_that_is_readable_again(run: Run, tmp_path: Path, sample: Path) -> None:
    kept = tmp_path / "kept.yaml"
    ran = run("parse", sample, "--format", "yaml", "-o", kept)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"pubbrowser: wrote 242 records to {kept}\n"
    assert len(json.loads(run("parse", kept).out)["documents"][0]["records"]) == 242


def test_standard_input_is_a_path(run: Run, monkeypatch: pytest.MonkeyPatch, corpus: Path) -> None:
    feed(monkeypatch, CORPUS)
    documents = json.loads(run("parse", "-", corpus).out)["documents"]
    assert [document["path"] for document in documents] == ["<stdin>", str(corpus)]


def test_options_may_stand_between_paths(run: Run, corpus: Path, sample: Path) -> None:
    ran = run("export", corpus, "--format", "yaml", sample)
    assert ran.code == 0
    assert len(yaml.safe_load(ran.out)["works"]) == 154


# files that cannot be read


def test_a_missing_file_is_3_and_the_others_are_read(
    run: Run, corpus: Path, broken: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.md"
    ran = run("export", missing, broken, corpus)
    assert ran.code == 3
    assert len(json.loads(ran.out)["works"]) == 2
    first, second = ran.err.splitlines()
    assert first.startswith(f"pubbrowser: {missing}: no such file or folder")
    assert second.startswith(f"pubbrowser: {broken}:")
    assert "YAML" in second


def test_a_folder_without_lists_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("buy milk\n")
    ran = run("parse", tmp_path)
    assert ran.code == 3
    assert json.loads(ran.out) == {"documents": []}
    assert ran.err == (
        f"pubbrowser: {tmp_path}: no publication list in this folder; "
        f"1 of other kinds were passed over, such as {tmp_path / 'notes.txt'}\n"
    )


def test_names_of_files_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path / "a\x1b[2J\nb.md")
    assert ran.code == 3
    assert "\x1b" not in ran.err
    assert ran.err.count("\n") == 1


def test_a_good_file_is_not_replaced_by_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "papers.bib"
    target.write_text("@book{kept}")
    for command in ("export", "parse"):
        assert run(command, tmp_path / "missing.md", "-o", target).code == 3
        assert target.read_text() == "@book{kept}"


# export


@pytest.mark.parametrize("name", ["json", "yaml", "text", "bibtex", "csl-json"])
def test_export_knows_its_formats(run: Run, corpus: Path, name: str) -> None:
    ran = run("export", corpus, "--format", name)
    assert (ran.code, ran.err) == (0, "")
    assert "Rapidly Pulsating" in ran.out
    assert ran.out.endswith("\n")


def test_export_keeps_to_the_contract(run: Run, corpus: Path) -> None:
    exported = json.loads(run("export", corpus).out)
    work = exported["works"][0]
    assert work["id"]
    assert work["csl"]["id"] == "bell1968"
    assert work["records"] == [{"path": str(corpus), "line": 2}]
    assert work["sources"]["title"] == f"{corpus}:2"
    people = {person["id"]: person for person in exported["people"]}
    assert [people[person]["name"] for person in work["people"]] == [
        "Antony Hewish",
        "Jocelyn Bell",
        "John Pilkington",
    ]
    assert set(exported["people"][0]) == {"id", "name", "variants", "works"}


def test_export_of_what_a_query_finds(run: Run, corpus: Path) -> None:
    works = json.loads(run("export", corpus, "-q", "bell pulsating").out)["works"]
    assert [work["csl"]["id"] for work in works] == ["bell1968"]


def test_export_of_nothing_found_is_1(run: Run, corpus: Path, tmp_path: Path) -> None:
    ran = run("export", corpus, "-q", "xyzzyxyzzy")
    assert (ran.code, json.loads(ran.out)["works"]) == (1, [])
    assert ran.err == "pubbrowser: nothing found for 'xyzzyxyzzy'; try fewer or other words\n"
    assert run("export", corpus, "-q", "xyzzyxyzzy", "-o", tmp_path / "out.bib").code == 1
    assert not (tmp_path / "out.bib").exists()


def test_an_unknown_ending_is_no_format(run: Run, corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    done = run("export", corpus, "-o", target)
    assert done.code == 2
    assert "the ending does not tell the format; name it with --format" in done.err
    assert not target.exists()


def test_a_dash_as_output_is_standard_output(run: Run, corpus: Path) -> None:
    assert run("export", corpus, "--format", "text", "-o", "-").out


@pytest.mark.parametrize("command", ["export", "parse"])
def test_a_document_is_never_the_output(run: Run, corpus: Path, command: str) -> None:
    before = corpus.read_bytes()
    for paths in ([corpus], [corpus.parent]):
        done = run(command, *paths, "-o", corpus.parent / "." / corpus.name)
        assert done.code == 2
        assert "this is one of the documents, which are never changed" in done.err
    assert corpus.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.bib", "@article{bell1968"), ("a.yaml", "works:"), ("a.json", "{\n")],
)
def test_the_ending_of_the_file_says_the_format(
    run: Run, corpus: Path, tmp_path: Path, name: str, start: str
) -> None:
    target = tmp_path / name
    assert run("export", corpus, "-o", target) == (
        0,
        "",
        f"pubbrowser: wrote 2 works to {target}\n",
    )
    assert target.read_text("utf-8").lstrip().startswith(start)


def test_a_file_that_cannot_be_written_is_one_line_and_3(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    target = tmp_path / "no" / "such" / "folder.bib"
    ran = run("export", corpus, "-o", target)
    assert ran.code == 3
    assert ran.err.startswith(f"pubbrowser: {target}: cannot be written: ")
    assert ran.err.count("\n") == 1


# search


def test_search_to_a_pipe_is_uncut_with_tabs(run: Run, corpus: Path) -> None:
    ran = run("search", "pulsat", corpus)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "bell1968\t1968\tAntony Hewish, Jocelyn Bell, John Pilkington\t"
        "Observation of a Rapidly Pulsating Radio Source\n"
    )


def test_search_on_a_terminal_fits_its_width(
    run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pubbrowser.cli.works.is_terminal", lambda stream: True)
    monkeypatch.setattr("pubbrowser.cli.works.columns", lambda: 50)
    lines = sorted(run("search", "19", corpus).out.splitlines())
    assert lines == [
        "bell1968  1968  Hewish et a…  Observation of a Ra…",
        "yang1978  1978  Yang          脉冲星 Pulsars",
    ]


def test_search_without_a_path_is_in_the_sample(run: Run) -> None:
    ran = run("search", "lapuschkin", "--format", "json")
    assert ran.code == 0
    assert any("Lapuschkin" in str(work["csl"]) for work in json.loads(ran.out)["works"])


@pytest.mark.parametrize("form", ["table", "json"])
def test_nothing_found_is_1(run: Run, corpus: Path, form: str) -> None:
    ran = run("search", "xyzzyxyzzy", corpus, "--format", form)
    assert ran.code == 1
    assert ran.err == "pubbrowser: nothing found for 'xyzzyxyzzy'; try fewer or other words\n"
    assert ran.out == "" or json.loads(ran.out) == {"works": [], "people": []}


def test_the_query_language_works_in_search_and_export(run: Run, corpus: Path) -> None:
    assert run("search", "^hewish year:<1970", corpus).out.startswith("bell1968\t")
    assert run("search", "^bell", corpus).code == 1
    ran = run("export", corpus, "-q", "pulsar OR radio -type:book", "--format", "csl-json")
    assert [item["id"] for item in json.loads(ran.out)] == ["bell1968"]


def test_what_is_no_query_is_told_and_the_rest_applied(run: Run, corpus: Path) -> None:
    ran = run("search", "year:20x pulsating OR", corpus)
    assert ran.code == 0
    assert ran.out.startswith("bell1968\t")
    year, joined = ran.err.splitlines()
    assert year.startswith(
        "pubbrowser: left out of the query: year:20x is no year: write year:2019"
    )
    assert joined.startswith("pubbrowser: left out of the query: OR stands between")


@pytest.mark.parametrize("command", ["search", "cite", "export"])
def test_a_query_of_nothing_but_faults_does_not_stand_for_everything(
    run: Run, corpus: Path, command: str
) -> None:
    query = ("-q", "has:music") if command == "export" else ("has:music",)
    ran = run(command, *query, corpus)
    assert ran.code == 1
    assert "bell1968" not in ran.out
    assert "nothing found for 'has:music'" in ran.err


def test_a_query_without_words_finds_nothing(run: Run, corpus: Path) -> None:
    assert run("search", "?!", corpus).code == 1


def test_hits_beside_a_file_that_cannot_be_read_are_3(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    ran = run("search", "bell", corpus, tmp_path / "missing.md")
    assert ran.code == 3
    assert ran.out.startswith("bell1968\t")


# Corrections


def test_corrections_beside_the_documents_are_applied(run: Run, corpus: Path) -> None:
    corpus.with_name("pubbrowser.yaml").write_text(
        "fields:\n- {of: Pulsars, set: {issued: 1979}}\n"
        "- {of: bell1968, set: {title: Pulsars}}\n"
        "keys: {mine: bell1968}\ntags: {to-read: [bell1968]}\n"
    )
    ran = run("export", corpus.parent)
    [work, _] = json.loads(ran.out)["works"]
    assert (ran.code, ran.err) == (0, "")
    assert (work["key"], work["tags"], work["csl"]["title"]) == ("mine", ["to-read"], "Pulsars")
    assert work["sources"]["title"] == f"{corpus.parent / 'pubbrowser.yaml'}:3"
    assert "tags:\n  - to-read" in run("export", corpus, "--format", "yaml").out


def test_other_corrections_can_be_named(run: Run, corpus: Path) -> None:
    corpus.with_name("pubbrowser.yaml").write_text("keys: {mine: bell1968}\n")
    other = corpus.with_name("other.yaml")
    other.write_text("keys: {other: bell1968}\n")
    ran = run("search", "radio source", corpus.parent, "--corrections", other)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("other\t1968")


@pytest.mark.parametrize("command", ["export", "check", "sources", "search"])
def test_a_mistake_in_the_corrections_is_one_line_and_2(
    run: Run, corpus: Path, command: str
) -> None:
    path = corpus.with_name("pubbrowser.yaml")
    path.write_text("# mine\njion:\n")
    ran = run(command, *(["x"] if command == "search" else []), corpus)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"pubbrowser: {path}:2: there is no section 'jion'; did you mean 'join'?\n"


def test_records_as_printed_know_no_corrections(run: Run, corpus: Path) -> None:
    corpus.with_name("pubbrowser.yaml").write_text("jion:\n")
    assert run("parse", corpus).code == 0


def test_corrections_that_are_not_there_are_said(run: Run, corpus: Path) -> None:
    ran = run("export", corpus, "--corrections", corpus.with_name("none.yaml"))
    assert ran.code == 2
    assert "none.yaml: no such file" in ran.err


# check and sources


def test_check_names_file_and_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text('[{"type": "book", "title": "A", "author": []},\n3]')
    ran = run("check", path)
    assert ran.code == 1
    assert ran.out == (
        f"{path}:2: left out: a CSL-JSON item should stand here\n"
        f"{path}:1: incomplete citation “A”: no author or editor, no year, no publisher\n"
        "1 problem and 1 incomplete citation in 1 document with 1 record\n"
    )


def test_check_of_a_clean_document_is_0(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.yaml"
    path.write_text(
        "documents:\n- path: list.md\n  records:\n"
        "  - {type: book, title: A, author: [{family: Bell}], publisher: B,"
        " issued: {date-parts: [[2020]]}}\n"
    )
    assert run("check", path) == (0, "0 problems in 1 document with 1 record\n", "")


def test_check_names_what_citations_lack_in_the_order_of_the_document(
    run: Run, corpus: Path
) -> None:
    ran = run("check", corpus)
    assert ran.code == 0  # what nobody has printed yet is no fault of the document
    assert ran.out == (
        f"{corpus}:2: incomplete citation “Observation of a Rapidly Pulsating Radio Source”: "
        "no volume or DOI\n"
        f"{corpus}:12: incomplete citation “脉冲星 Pulsars”: no publisher\n"
        "0 problems and 2 incomplete citations in 1 document with 2 records\n"
    )


def test_check_names_what_merging_has_found(run: Run, corpus: Path) -> None:
    path = corpus.with_name("pubbrowser.yaml")
    path.write_text("tags:\n  x: [none.md: Y]\n")
    ran = run("check", corpus)
    assert ran.code == 1
    assert ran.out.startswith(f"{path}:2: there is no document 'none.md', or it has no entries\n")
    assert ran.out.endswith(
        "0 problems, 1 finding and 2 incomplete citations in 1 document with 2 records\n"
    )


def test_sources_gives_counts_and_figures(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "feed.yaml"
    path.write_text(
        "documents:\n- path: feed.txt\n  owner: Jocelyn Bell\n"
        "  statistics:\n  - {name: papers, value: 165}\n"
        "  - {name: h-index, value: 41, scope: All}\n"
        "  records:\n  - title: A\n    author: [{family: Bell, given: Jocelyn}]\n"
    )
    ran = run("sources", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "records  people  format  owner         document",
        f"      1       1  corpus  Jocelyn Bell  {path}",
        "         1 of the 165 papers the page speaks of",
        "         papers: 165",
        "         h-index: 41 (All)",
        "",
        "1 document, 1 work, 1 person",
    ]


# the browser without a terminal


def test_the_browser_needs_a_terminal(run: Run, corpus: Path) -> None:
    for arguments in ([], [corpus], ["-"]):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "needs a terminal" in ran.err
        assert "`pubbrowser export`" in ran.err
        assert ran.err.count("\n") == 1


def test_a_path_that_is_missing_is_said_before_the_browser_opens(run: Run) -> None:
    ran = run("missing.md")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "pubbrowser: missing.md: no such file or folder; check the path\n"


def test_a_misspelt_command_is_recognised(run: Run) -> None:
    ran = run("exprot", "missing.md")
    assert "exprot: no such file or folder; did you mean `pubbrowser export`?" in ran.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_said(run: Run, corpus: Path) -> None:
    corpus.chmod(0)
    assert run(corpus).code == 3
    assert run("parse", corpus).code == 3


def test_search_shows_titles_without_marks(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.bib"
    path.write_text(r"@misc{k, title = {\emph{E. coli} at $\sqrt{s}$}, year = 2020}", "utf-8")
    assert run("search", "coli", path).out == "k\t2020\t\tE. coli at √s\n"
