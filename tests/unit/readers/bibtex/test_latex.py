"""LaTeX as Unicode."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing import latex as writing
from pubbrowser.model.tags import without_tags
from pubbrowser.readers.bibtex.latex import decode, verbatim
from tests.unit.readers.bibtex.reading import read_one

PRINTED = {
    r"M{\"u}ller M\"uller M\"{u}ller M{\" u}ller": "Müller Müller Müller Müller",
    r"\v{S}koda {\v s}koda \v Sk": "Škoda škoda Šk",
    r"\'{\i}\'\i{\'\i}\`{\i}": "íííì",
    r"\c{c}\k{a}\H{o}\r{a}\u{g}\.{I}\={o}\b{d}": "çąőåğİōḏ",
    r"{\'{\^e}} \'{\^e}": "ế ế",
    r"{\ss}Stra\ss e Stra{\ss}e Stra\ss{}e": "ßStraße Straße Straße",
    r"{\aa} \AA ngstr\"om Wickstr{\o}m {\L}ukasz": "å Ångström Wickstrøm Łukasz",
    "pages 1--2 and so---on": "pages 1–2 and so—on",
    "``Double'' `single' don't ``it's''": "“Double” ‘single’ don't “it's”",
    r",,Wort`` {\textquotedblleft}x{\textquotedblright} ?`Qu\'e?": "„Wort“ “x” ¿Qué?",
    r"\emph{Foo \textbf{bar}} {\em baz} {\sc Foo}": "Foo bar baz Foo",
    r"\LaTeX\ and \TeX{} in {\LaTeX}": "LaTeX and TeX in LaTeX",
    r"\href{https://x.y/a_b}{The text}": "The text",
    r"\url{http://a.b/c\_d%20e}": "http://a.b/c_d%20e",
    r"50\% \& \_ \# \{ \} \$5": "50% & _ # { } $5",
    r"\~{}x \^{} \textasciitilde{}y~z": "~x ^ ~y z",
    "{BERT} and {{N}{A}SA}": "BERT and NASA",
    r"$\alpha_{i}$-TCAV {$\beta$} \(\gamma\)": r"$\alpha_{i}$-TCAV $\beta$ $\gamma$",
    r"\ensuremath{\beta}-VAE \alpha": r"$\beta$-VAE α",
    r"1\textsuperscript{st} H\textsubscript{2}O": "1<sup>st</sup> H<sub>2</sub>O",
    r"\textcolor{red}{x} \foo{bar} \baz": "x bar baz",
    r"{\noopsort{1973b}}1973": "1973",
    r"a\-b\/c": "abc",
    r"{\relax Ch}arles": "Charles",
    r"$\alpha$2 {$x^{2}$}10": r"$\alpha2$ $x^{2}10$",
    "from $5 to ten": "from $5 to ten",
    r"unbalanced } and { \emph{x": "unbalanced  and  x",
    "no LaTeX, 100% sure & plain": "no LaTeX, 100% sure & plain",
    "a,,b": "a,,b",
}


@pytest.mark.parametrize("latex", PRINTED)
def test_latex_becomes_what_it_prints(latex: str) -> None:
    assert decode(latex) == PRINTED[latex]


@given(st.text(st.sampled_from("\\{}$~`'-, abcv\"^=.%_\n"), max_size=40))
def test_any_text_is_decoded(latex: str) -> None:
    decode(latex)


@given(st.text(st.sampled_from("\\{}$~`'-, \"^abcdeé"), max_size=40))
def test_no_letter_is_ever_left_out(latex: str) -> None:
    latex = latex.replace("\\", "\\foo ")  # a command that is unknown
    kept = re.sub(r"[^a-zé]", "", decode(latex))
    for word in re.sub(r"\\foo\s*", "", latex).split():
        for letter in re.sub(r"[^a-zé]", "", word):
            assert letter in kept


@pytest.mark.parametrize("character", writing._CHARACTERS)
def test_every_character_that_is_written_as_a_command_is_read_back(character: str) -> None:
    alike = {"‒": "–", "―": "—", "‐": "-", "‑": "-", "’": "'", "ʼ": "'", "‚": ",", "\xad": "",
             "‟": "“", "ẞ": "SS", "\u202f": " ", "\u2009": " ", "\xa0": " ", "„": ",,",
             "µ": r"$\mu$", "Ω": r"$\Omega$"}  # fmt: skip
    written = writing.escape_text(character) if character != "Ω" else r"$\Omega$"
    assert decode(written) == alike.get(character, character)


@pytest.mark.parametrize("accent", writing._ACCENTS)
@pytest.mark.parametrize("letter", "aeiouczAIgdhøæ")
def test_every_accent_that_is_written_is_read_back(accent: str, letter: str) -> None:
    character = unicodedata.normalize("NFC", letter + accent)
    assert decode(writing.escape_text(character)) == character


def test_addresses_are_taken_as_they_are_meant() -> None:
    assert verbatim(r"\url{https://x.org/a\_b\%20{\~{}}c}") == "https://x.org/a_b%20~c"
    assert verbatim("https://x.org/a--b_c%20~d") == "https://x.org/a--b_c%20~d"


def test_titles_keep_math_and_lose_braces() -> None:
    record = read_one(r"@misc{a, title = {{On {NP}-hard $\mathcal{O}(n^{2})$ {T}asks}}}")
    assert record.title == r"On NP-hard $\mathcal{O}(n^{2})$ Tasks"


def test_abstracts_keep_their_paragraphs_but_not_their_line_breaks() -> None:
    record = read_one("@misc{a, title={T}, abstract = {One\n  two 5\\%.\n\n  Three.}}")
    assert record.abstract == "One two 5%.\nThree."


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\emph{E. coli} x", "<i>E. coli</i> x"),
        (r"\textit{a} {\it b\/} {\em c} {\itshape d}", "<i>a</i> <i>b</i> <i>c</i> <i>d</i>"),
        (r"\emph{a \emph{b} c}", "<i>a <i>b</i> c</i>"),
        (r"{\em open", "<i>open</i>"),
        (r"\em rest", "rest"),
        (r"a\emph{}b", "ab"),
        (r"\'{\em e}", "<i>é</i>"),
        (r"\textbf{a}", "a"),
    ],
)
def test_italics_are_kept_where_they_are_asked_for(latex: str, text: str) -> None:
    assert decode(latex, italics=True) == text
    assert decode(latex) == without_tags(text)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("`code` of `more code`, `so' and `this'", "`code` of `more code`, ‘so’ and ‘this’"),
        ("a ` sign", "a ‘ sign"),
        ("``so'' and ``that`` `", "“so” and “that“ ‘"),
    ],
)
def test_pairs_of_backticks_are_as_typed(latex: str, text: str) -> None:
    assert decode(latex) == text
