"""`pubbrowser cite`, and `export` in styles: what is cited, as what, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.cli import main
from pubbrowser.cli.wanted import Wanted, wanted_works
from pubbrowser.opening import Opened, open_paths
from pubbrowser.sample import sample_paths

CORPUS = """\
works:
- csl:
    id: bell1968rapidly
    type: article-journal
    title: Observation of a Rapidly Pulsating Radio Source
    author:
    - {family: Hewish, given: Antony}
    - {family: Bell, given: Jocelyn}
    - {family: Pilkington, given: John}
    issued: {date-parts: [[1968]]}
    container-title: Nature
    volume: "217"
    page: 709-713
    DOI: 10.1038/217709a0
- csl:
    id: Yang:1978
    type: book
    title: Pulsars and Nature
    author: [{family: Yang, given: Wei}]
    issued: {date-parts: [[1978]]}
    publisher: Press
- csl:
    id: ryle1988third
    type: article
    title: Third and Last
    author: [{family: Ryle, given: Martin}]
    issued: {date-parts: [[1988]]}
    custom: {arxiv_id: 1902.10178v2}
- csl:
    id: old
    type: article
    title: Fourth of Them
    author: [{family: Adams, given: Ada}]
    issued: {date-parts: [[1997]]}
    custom: {arxiv_id: hep-th/9901001}
- csl:
    id: brackets
    type: article-journal
    title: A Paper With an Old Identifier
    author: [{family: Zorn, given: Zoe}]
    issued: {date-parts: [[1997]]}
    DOI: 10.1002/(SICI)1097-4571(199701)48:1<1::AID-ASI1>3.0.CO;2-X
"""
STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Mine</title><id>mine</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout prefix="Mine: "><text variable="title"/></layout></bibliography>
</style>
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


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


def keys(run: Run, wanted: str, corpus: Path, *options: str) -> list[str]:
    """The keys of what is cited; nothing may be missing."""
    ran = run("cite", wanted, corpus, "--format", "keys", *options)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.removesuffix("\n").split(",")


# What is wanted


@pytest.mark.parametrize(
    ("wanted", "cited"),
    [
        ("bell1968rapidly", ["bell1968rapidly"]),
        ("BELL1968Rapidly", ["bell1968rapidly"]),
        ("@bell1968rapidly", ["bell1968rapidly"]),
        ("yang:1978", ["Yang:1978"]),
        ("ryle1988third,bell1968rapidly", ["bell1968rapidly", "ryle1988third"]),
        ("@ryle1988third, @bell1968rapidly,", ["bell1968rapidly", "ryle1988third"]),
        ("old,old", ["old"]),
        ("old, 10.1038/217709a0, 1902.10178", ["old", "bell1968rapidly", "ryle1988third"]),
        ("10.1038/217709A0", ["bell1968rapidly"]),
        ("doi:10.1038/217709a0", ["bell1968rapidly"]),
        ("DOI: 10.1038/217709a0", ["bell1968rapidly"]),
        ("https://doi.org/10.1038/217709a0", ["bell1968rapidly"]),
        ("http://dx.doi.org/10.1038/217709a0", ["bell1968rapidly"]),
        ("doi.org/10.1038%2F217709a0", ["bell1968rapidly"]),
        ("10.1038/217709a0.", ["bell1968rapidly"]),
        ("10.1002/(SICI)1097-4571(199701)48:1<1::AID-ASI1>3.0.CO;2-X", ["brackets"]),
        ("1902.10178", ["ryle1988third"]),
        ("1902.10178v1", ["ryle1988third"]),
        ("arXiv:1902.10178", ["ryle1988third"]),
        ("arxiv: 1902.10178v2", ["ryle1988third"]),
        ("https://arxiv.org/abs/1902.10178", ["ryle1988third"]),
        ("https://arxiv.org/pdf/1902.10178v3.pdf", ["ryle1988third"]),
        ("arxiv.org/abs/1902.10178", ["ryle1988third"]),
        ("10.48550/arXiv.1902.10178", ["ryle1988third"]),
        ("hep-th/9901001", ["old"]),
        ("arXiv:hep-th/9901001v3", ["old"]),
        ("pulsating radio", ["bell1968rapidly"]),
        ("nature", ["bell1968rapidly", "Yang:1978"]),
        ("ryle, 1988", ["ryle1988third"]),
    ],
)
def test_papers_are_named_in_many_ways(
    run: Run, corpus: Path, wanted: str, cited: list[str]
) -> None:
    assert keys(run, wanted, corpus) == cited


def test_first_is_the_best_that_a_search_finds(run: Run, corpus: Path) -> None:
    best, _ = run("search", "nature", corpus).out.splitlines()
    assert keys(run, "nature", corpus, "-1") == [best.split("\t")[0]]


def test_without_a_path_the_sample_is_searched(run: Run) -> None:
    ran = run("cite", "lapuschkin2019unmasking")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Lapuschkin, S., Wäldchen, S.,")


def test_every_paper_of_the_sample_is_found_by_its_key(opened_sample: Opened) -> None:
    for work in opened_sample.corpus.works:
        assert wanted_works(opened_sample, work.key).works == [work]


@pytest.mark.parametrize(
    "wanted",
    [
        "bell1968rapidli",  # one letter from a key that is there
        "bell1969rapidly",
        "hewish1968observation",
        "10.1038/217709a1",
        "https://doi.org/10.1038/217709",
        "1902.10179",
        "arXiv:1902.1017",
        "hep-ph/9901001",
        "bell,nature",
        "@nature",
    ],
)
def test_names_are_never_guessed(run: Run, corpus: Path, wanted: str) -> None:
    ran = run("cite", wanted, corpus)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("pubbrowser: no")


def test_a_misspelt_key_is_answered_with_those_like_it(run: Run, corpus: Path) -> None:
    err = run("cite", "bell1968rapidli", corpus).err
    assert err == (
        "pubbrowser: no paper has the key or identifier 'bell1968rapidli'; "
        "did you mean bell1968rapidly?\n"
    )


def test_of_several_keys_those_that_are_there_are_cited(run: Run, corpus: Path) -> None:
    ran = run("cite", "old,none,ryle1988third,neither", corpus, "--format", "citep")
    assert (ran.code, ran.out) == (1, "\\citep{old,ryle1988third}\n")
    assert [line.split("'")[1] for line in ran.err.splitlines()] == ["none", "neither"]


def test_nothing_found_is_1_and_prints_nothing(run: Run, corpus: Path) -> None:
    ran = run("cite", "xyzzyxyzzy", corpus)
    assert ran == (1, "", "pubbrowser: nothing found for 'xyzzyxyzzy'; try fewer or other words\n")


@pytest.mark.parametrize("wanted", ["", "  ", ",", "@"])
def test_nothing_wanted_is_2(run: Run, corpus: Path, wanted: str) -> None:
    ran = run("cite", wanted, corpus)
    assert (ran.code, ran.out) == (2, "")
    assert "names no paper" in ran.err


def test_a_document_in_the_place_of_what_is_wanted_is_noticed(run: Run, corpus: Path) -> None:
    ran = run("cite", corpus)
    assert (ran.code, ran.out) == (1, "")
    assert "what to cite comes before PATH" in ran.err


def test_a_file_that_cannot_be_read_is_3(run: Run, corpus: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.md"
    ran = run("cite", "old", missing)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"pubbrowser: {missing}: no such file or folder\n"
    ran = run("cite", "old", missing, corpus, "--format", "keys")
    assert (ran.code, ran.out) == (3, "old\n")


@pytest.fixture(scope="module")
def opened_sample() -> Opened:
    return open_paths(sample_paths())


@given(key=st.from_regex(r"@?[a-z]{1,9}(19|20)[0-9]{2}[a-z]{1,9}", fullmatch=True))
def test_what_looks_like_a_key_is_a_key_or_missing(opened_sample: Opened, key: str) -> None:
    known = {work.key: work for work in opened_sample.corpus.works}
    wanted = wanted_works(opened_sample, key)
    if work := known.get(key.lstrip("@")):
        assert wanted == Wanted([work])
    else:
        assert wanted == Wanted([], [key])


@given(text=st.text(max_size=30))
def test_any_text_is_answered(opened_sample: Opened, text: str) -> None:
    wanted = wanted_works(opened_sample, text)
    assert len({work.id for work in wanted.works}) == len(wanted.works)
    assert all(name in text for name in wanted.missing)


# As what


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--format", "text"], "Hewish, A., Bell, J., & Pilkington, J. (1968)."),
        (["--style", "ieee"], "[1] A. Hewish, J. Bell, and J. Pilkington,"),
        (["--format", "ieee"], "[1] A. Hewish, J. Bell, and J. Pilkington,"),
        (["--format", "markdown:ieee"], "\\[1\\] A. Hewish, J. Bell, and J. Pilkington,"),
        (["--format", "markdown", "--style", "nature"], "1\\. Hewish, A., Bell, J."),
        (["--format", "html"], '<div class="csl-bib-body">'),
        (["--locale", "de"], "Hewish, A., Bell, J., & Pilkington, J. (1968)."),
        (["--format", "BibTeX"], "@article{bell1968rapidly,"),
        (["--format", "biblatex"], "@article{bell1968rapidly,"),
        (["--format", "ris"], "TY  - JOUR"),
        (["--format", "csl-json"], "[\n"),
        (["--format", "citet"], "\\citet{bell1968rapidly}\n"),
        (["--format", "pandoc"], "[@bell1968rapidly]\n"),
        (["--format", "typst"], "@bell1968rapidly\n"),
    ],
)
def test_formats_and_styles(run: Run, corpus: Path, options: list[str], start: str) -> None:
    ran = run("cite", "bell1968rapidly", corpus, *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(start)
    assert ran.out.endswith("\n")


def test_a_style_may_be_a_file(run: Run, corpus: Path, tmp_path: Path) -> None:
    style = tmp_path / "mine.csl"
    style.write_text(STYLE)
    ran = run("cite", "old", corpus, "--style", style)
    assert (ran.code, ran.out, ran.err) == (0, "Mine: Fourth of Them\n", "")


def test_settings_say_what_is_written_without_options(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "config.yaml"
    monkeypatch.setenv("PUBBROWSER_CONFIG", str(settings))
    settings.write_text("citation: bibtex\nstyle: ieee\n")
    assert run("cite", "bell1968rapidly", corpus).out.startswith("@article")
    assert run("cite", "bell1968rapidly", corpus, "--style", "apa").out.startswith("Hewish, A.,")
    assert run("cite", "bell1968rapidly", corpus, "--format", "text").out.startswith("[1] A. H")
    settings.write_text("citaton: bibtex\n")
    ran = run("cite", "bell1968rapidly", corpus)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"pubbrowser: {settings}:1: ")


@pytest.mark.parametrize("command", ["cite", "pick", "export"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "bibtx"], "did you mean 'bibtex'?"),
        (["--format", "xyzzyxyzzy"], "; the formats are "),
        (["--format", "markdown:apaa"], "did you mean apa"),
        (["--format", "bibtex:apa"], "BibTeX is not written in a style"),
        (["--style", "apaa"], "unknown style 'apaa'; did you mean apa"),
        (["--style", "no/such.csl"], "no/such.csl: there is no such file"),
        (["--format", "bibtex", "--style", "apa"], "leave out --style"),
        (["--format", "citep", "--locale", "de-DE"], "leave out --locale"),
        (["--format", "ris", "--bold-owner"], "leave out --bold-owner"),
        (["--format", "text", "--bold-owner"], "plain text has no bold"),
        (["--format", "markdown:ieee", "--style", "apa"], "leave out one of them"),
        (["--style", "apa", "--locale", "xx"], "unknown locale 'xx'"),
    ],
)
def test_what_cannot_be_is_2_and_one_line(
    run: Run, corpus: Path, command: str, options: list[str], said: str
) -> None:
    ran = run(command, *(["old"] if command == "cite" else []), corpus, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["json", "yaml", "JSON"])
def test_formats_of_export_are_named_as_such(run: Run, corpus: Path, name: str) -> None:
    ran = run("cite", "old", corpus, "--format", name)
    assert (ran.code, ran.out) == (2, "")
    assert "is a format of `pubbrowser export`" in ran.err


# export in a style


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--format", "text", "--style", "ieee"], "[1] "),
        (["--style", "ieee"], "[1] "),
        (["--format", "ieee"], "[1] "),
        (["--format", "markdown", "--style", "ieee"], "\\[1\\] "),
        (["--format", "html", "--style", "ieee"], "<div"),
    ],
)
def test_export_writes_references(run: Run, corpus: Path, options: list[str], start: str) -> None:
    ran = run("export", corpus, *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(start)
    assert "Rapidly Pulsating" in ran.out


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.md", "Hewish"), ("x.html", "<div"), ("x.ris", "TY  - "), ("x.txt", "Hewish"),
     ("x.bib", "@"), ("x.JSON", "{")],
)  # fmt: skip
def test_the_ending_of_the_file_says_the_format(
    run: Run, corpus: Path, tmp_path: Path, name: str, start: str
) -> None:
    ran = run("export", corpus, "-q", "pulsating", "-o", tmp_path / name)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"pubbrowser: wrote 1 work to {tmp_path / name}\n"
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_json_in_a_style_has_references(run: Run, corpus: Path) -> None:
    plain = json.loads(run("export", corpus).out)
    styled = json.loads(run("export", corpus, "--format", "json", "--style", "apa").out)
    for work, more in zip(plain["works"], styled["works"], strict=True):
        assert {
            **work,
            "reference": more["reference"],
            "reference_html": more["reference_html"],
        } == more
    [bell] = [work for work in styled["works"] if work["key"] == "bell1968rapidly"]
    cited = run("cite", "bell1968rapidly", corpus, "--style", "apa")
    assert f"{bell['reference']}\n" == cited.out
    assert "<i>Nature</i>" in bell["reference_html"]
    assert not any("reference" in work for work in plain["works"])


def test_references_of_json_are_each_for_itself(run: Run, corpus: Path) -> None:
    works = json.loads(run("export", corpus, "--format", "json", "--style", "ieee").out)["works"]
    assert all(not work["reference"].startswith("[2]") for work in works)


def test_options_of_references_need_a_style_in_json(run: Run, corpus: Path) -> None:
    ran = run("export", corpus, "--format", "json", "--locale", "de")
    assert (ran.code, ran.out) == (2, "")
    assert "without --style there are no references in JSON" in ran.err
