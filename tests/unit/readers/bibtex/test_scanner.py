"""Entries and fields, in files that keep the grammar and in files that do not."""

from __future__ import annotations

import re

import pytest

from tests.unit.readers.bibtex.reading import read, read_one

GOOD = "@article{%s,\n  title = {Good %s},\n  author = {Doe, Jane},\n  year = 2001\n}\n\n"


def titles(content: str) -> dict[str, str]:
    return {record.citation_key: record.title for record in read(content).records}


def test_strings_are_put_in_and_joined() -> None:
    record = read_one(
        '@string{jmlr = "Journal of Machine"}\n@string(name = {Learning})\n'
        '@article{a, title = {T}, journal = jmlr # " " # NAME # { Research}, year = 2001}'
    )
    assert record.container_title == "Journal of Machine Learning Research"


def test_a_string_may_be_made_of_others() -> None:
    record = read_one(
        '@string{a = "x"}@string{b = a # "y"}@misc{k, title = b # b, howpublished = a}'
    )
    assert (record.title, record.container_title) == ("xyxy", "x")


def test_quotes_braces_and_numbers_delimit_values() -> None:
    record = read_one('@article{a, title = "A {"}quoted{"} word", volume = 3, number = {4}}')
    assert (record.title, record.volume, record.issue) == ('A "quoted" word', "3", "4")


def test_entries_may_stand_in_parentheses() -> None:
    assert titles("@article(a, title = {A (b) c}, year = 2001)\n" + GOOD % ("b", "b")) == {
        "a": "A (b) c",
        "b": "Good b",
    }


def test_comments_preambles_and_free_text_are_no_entries() -> None:
    document = read(
        "Write to me@example.org {or} not. @home (see there)\n"
        '@comment{jabref-meta: databaseType:biblatex;}\n@preamble{"\\newcommand{\\x}{y}" # "z"}\n'
        "@comment{ @article{hidden, title = {Hidden}} }\n" + GOOD % ("a", "a")
    )
    assert [record.citation_key for record in document.records] == ["a"]
    assert document.problems == ()


def test_a_comment_that_is_not_closed_hides_nothing_behind_it() -> None:
    assert titles("@comment{ {open }\n" + GOOD % ("a", "a")) == {"a": "Good a"}


def test_an_entry_behind_a_percent_sign_is_told_and_not_read() -> None:
    document = read("% @article{old,\n%   title = {Old},\n% }\n" + GOOD % ("a", "a"))
    assert [record.citation_key for record in document.records] == ["a"]
    assert [problem.line for problem in document.problems] == [1]


def test_percent_signs_hide_fields_as_biber_has_it() -> None:
    record = read_one("@article{a,\n  title = {T},\n%  year = 1999,\n  year = 2001\n}")
    assert record.issued
    assert record.issued.year == 2001


def test_names_of_types_and_fields_have_no_case() -> None:
    record = read_one("@ARTICLE {Key , TITLE = {T}, Year = 2001,, }")
    assert (record.citation_key, record.title, record.type) == ("Key", "T", "article-journal")


def test_an_at_sign_in_a_value_begins_no_entry() -> None:
    record = read_one("@misc{a, title = {Write to\n@home or\n@article{x} now}, year = 2001}")
    assert record.title == "Write to @home or @article{x} now".replace("{x}", "x")


BROKEN = {
    "an unclosed brace": ("@article{b,\n  title = {Bad {one},\n  year = 2001\n}\n\n", 7),
    "two unclosed braces": ("@article{b,\n  title = {Bad {{one},\n  year = 2001\n}\n\n", 7),
    "an unclosed quotation mark": ('@article{b,\n  title = "Bad one,\n  year = 2001\n}\n\n', 7),
    "quotes in quotes": ('@article{b,\n  title = "Bad "one"",\n  year = 2001\n}\n\n', 7),
    "an unclosed entry": ("@article{b,\n  title = {Bad one},\n  year = 2001\n\n", 7),
    "a missing comma": ("@article{b,\n  title = {Bad one}\n  year = 2001\n}\n\n", 9),
    "a missing comma after the key": ("@article{b\n  title = {Bad one},\n  year = 2001}\n", 7),
    "a missing equals sign": ("@article{b,\n  title {Bad one},\n  year = 2001\n}\n\n", 8),
    "a brace too many": ("@article{b,\n  title = {Bad one}},\n  year = 2001\n}\n\n", 8),
    "a value without braces": ("@article{b,\n  title = Bad one,\n  year = 2001\n}\n\n", 7),
    "words between fields": ("@article{b,\n  title = {Bad one},\n  oops,\n  year = 2001}\n", 9),
    "the other bracket": ("@article(b,\n  title = {Bad one},\n  year = 2001\n}\n\n", 7),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_entries_are_told_and_their_neighbours_read(name: str) -> None:
    broken, line = BROKEN[name]
    document = read(GOOD % ("a", "a") + broken + GOOD % ("c", "c") + GOOD % ("d", "d"))
    records = {record.citation_key: record for record in document.records}
    assert list(records) == ["a", "b", "c", "d"]
    assert [records[key].title for key in "acd"] == ["Good a", "Good c", "Good d"]
    assert re.sub('[“”"]', "", records["b"].title) == "Bad one"
    assert records["b"].issued == records["a"].issued
    assert [problem.line for problem in document.problems] == [line]


def test_an_entry_broken_on_one_line_leaves_the_next_one_there() -> None:
    content = "@article{a, title = {{Bad, year = 2001} @article{b, title = {Good b}, year = 2001}\n"
    assert titles(content)["b"] == "Good b"


def test_an_entry_without_a_key_is_read() -> None:
    document = read("@article{\n  title = {T},\n  year = 2001\n}\n")
    assert [(record.title, record.citation_key) for record in document.records] == [("T", "")]
    assert [problem.line for problem in document.problems] == [1]


def test_an_empty_entry_is_told() -> None:
    document = read("@article{a}\n" + GOOD % ("b", "b"))
    assert [record.citation_key for record in document.records] == ["b"]
    assert [problem.line for problem in document.problems] == [1]


def test_both_entries_of_a_key_are_read() -> None:
    document = read(GOOD % ("a", "one") + GOOD % ("A", "two"))
    assert [record.title for record in document.records] == ["Good one", "Good two"]
    (problem,) = document.problems
    assert problem.line == 7
    assert "line 1" in problem.message


def test_of_a_field_given_twice_the_first_counts() -> None:
    document = read("@article{a, title = {One}, title = {Two}, year = 2001, year = {2001}}")
    assert document.records[0].title == "One"
    (problem,) = document.problems
    assert '"title"' in problem.message


def test_an_undefined_string_is_told_and_its_name_kept() -> None:
    document = read("@article{a, title = {T}, journal = jmlr}")
    assert document.records[0].container_title == "jmlr"
    (problem,) = document.problems
    assert '"jmlr"' in problem.message


def test_lines_are_those_of_an_editor_whatever_ends_them() -> None:
    document = read((GOOD % ("a", "a") + GOOD % ("b", "b")).replace("\n", "\r\n"))
    assert [record.line for record in document.records] == [1, 7]


@pytest.mark.parametrize("ending", [", year = 2001}", "}", "} {Title}, year = 2001}"])
def test_a_missing_value_is_told(ending: str) -> None:
    document = read("@article{a, title = {T},\n note = " + ending)
    assert document.records[0].title == "T"
    assert [problem.line for problem in document.problems] == [2]


NO_ENTRIES = {
    "a brace in the key": "@article{u{, title={bracekey}, author={C, D}, year=2000}\n\n",
    "no bracket": "@article u, title={No bracket}}\n\n",
    "no type": "@{v, title={No type}}\n\n",
    "a type with a number": "@1x{w, title={No type}}\n\n",
    "words": "@article{some words, and others}\n\n",
    "nothing": "@article{}\n\n",
}


@pytest.mark.parametrize("name", NO_ENTRIES)
def test_what_begins_like_an_entry_and_is_none_is_told(name: str) -> None:
    document = read(GOOD % ("a", "a") + NO_ENTRIES[name] + GOOD % ("c", "c"))
    assert [record.citation_key for record in document.records] == ["a", "c"]
    assert {problem.line for problem in document.problems} == {7}


@pytest.mark.parametrize("rest", ["@", "@article", "@article{", "@article{at", "@article(at,"])
def test_a_file_without_any_entry_is_told(rest: str) -> None:
    document = read(rest)
    assert document.records == ()
    assert {problem.line for problem in document.problems} == {1}


def test_addresses_and_asides_between_entries_are_not_told() -> None:
    text = "Write to me@example.org or joe@host{x}, @me, or @ home @home (see there) @\n\n"
    document = read(text + GOOD % ("a", "a") + text)
    assert [record.citation_key for record in document.records] == ["a"]
    assert document.problems == ()


DOUBLING = '@string{s0 = "abcdefgh"}\n' + "".join(
    f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 40)
)
LONG = "words " * 20_000
AMPLIFIED = {
    "strings that double": DOUBLING + "@article{x, title = s39, author = {A, B}}\n\n",
    "a broken entry": DOUBLING + "@article{x, title = {Open,\n note = s16\n author = {A, B}}\n\n",
    "a long string used often": f'@string{{s = "{LONG}"}}\n' + "@misc{x, note=s}\n" * 3000,
    "many long strings": f'@string{{s = "{LONG}"}}\n'
    + "".join(f"@string{{a{n} = s # s}}\n" for n in range(3000)),
    "a parent of many fields": "@xdata{p,"
    + "".join(f"f{n}={{x}}," for n in range(20_000))
    + "}\n"
    + "".join(f"@article{{x{n}, title={{T}}, xdata={{p}}}}\n" for n in range(3000)),
    "a chain that grows": "".join(
        f"@xdata{{k{n}, f{n}={{{'x' * 100}}}, xdata={{k{n - 1}}}}}\n" for n in range(3000)
    )
    + "@article{x, title={T}, xdata={k2999}}\n",
}


@pytest.mark.parametrize("name", AMPLIFIED)
def test_no_file_grows_beyond_all_measure(name: str) -> None:
    content = AMPLIFIED[name]
    document = read(content + GOOD % ("last", "last"))
    assert document.records[-1].title == "Good last"
    held = sum(len(record.title) + sum(map(len, record.notes)) for record in document.records)
    assert held <= 20_000_000 + 20 * len(content)
    assert document.problems


HOSTILE = {
    "braces": "{" * 300_000,
    "braces in a value": "@a{x,t=" + "{" * 300_000,
    "quotes": '@a{x,t="' + '" ' * 150_000,
    "entries in parentheses": "@a(" * 100_000,
    "values that open": "@a{x,t={" * 40_000,
    "values that open, a line each": "@a{x,t={\n" * 40_000,
    "quoted values that open": '@a{x,t="' * 40_000,
    "braces in quotes": '@a{x,t="{' * 40_000,
    "nested entries that break": "@a{x,t={" * 40_000 + "} ! }" * 40_000,
    "comments": "@comment{" * 40_000,
    "strings": "@string{a={" * 40_000,
    "words": "@a{x," + "b," * 150_000,
    "fields that open": "@a{x," + "x={\n" * 80_000,
    "joins": "@a{x,t=" + "a#" * 150_000,
    "at signs": "@a{x,t={" + "\n@" * 150_000,
    "names": "@a{x,author={" + "a and " * 100_000 + "}}",
    "commas in names": "@a{x,author={" + "a," * 100_000 + "}}",
    "commands": "@a{x,title={" + "\\emph{" * 60_000 + "}" * 60_000 + "}}",
    "dollars": "@a{x,title={" + "$a" * 150_000 + "}}",
    "accents": "@a{x,title={" + "\\'" * 150_000 + "}}",
    "references": "".join(f"@a{{k{i},crossref={{k{i + 1}}},title={{T}}}}\n" for i in range(3000)),
    "references to all": "".join(
        f"@xdata{{k{i},xdata={{{','.join(f'k{j}' for j in range(40))}}}}}\n" for i in range(40)
    )
    + "@a{x, xdata={k0}, title={T}}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_no_more_than_large_ones(name: str) -> None:
    document = read(HOSTILE[name] + "\n\n" + GOOD % ("last", "last"))
    assert document.format == "bibtex"


def test_an_open_brace_on_top_of_a_large_file_costs_one_entry() -> None:
    rest = "".join(GOOD % (f"k{i}", i) for i in range(5000))
    document = read("@article{z, title = {Open,\n year = 2001\n\n" + rest)
    assert len(document.records) == 5001
    assert [problem.line for problem in document.problems] == [1]
