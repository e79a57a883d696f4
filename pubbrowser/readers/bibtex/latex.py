r"""LaTeX as Unicode: what a value of a .bib file prints.

Math between dollar signs stays as it stands, for titles keep it. Accents and letters become
characters, braces and commands for fonts go, dashes and quotation marks are those that TeX would
print. No text is ever left out: of a command that is not known its name stays, or, where it has an
argument, that.
"""

from __future__ import annotations

import re
import unicodedata

from pubbrowser.readers.bibtex.latex_commands import (
    ACCENTS,
    FIRST_ARGUMENT_UNSEEN,
    ITALIC,
    ITALIC_SWITCHES,
    MATH,
    MATH_SIGNS,
    RAISED,
    SILENT,
    SPACING_ACCENTS,
    TEXT,
    VERBATIM,
)

_WITHOUT_BRACES = str.maketrans("", "", "{}")
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]++)\*?[ \t\n]*+"
    r"|\\(?P<sign>.)"
    r"|(?P<brace>[{}])"
    r"|(?P<dollar>\$\$?)"
    r"|(?P<run>~|``|''|`|---?|,,|[?!]`)"
    r"|[^\\{}$~`'\-,?!]++|.",
    re.DOTALL,
)
_RUNS = {"~": " ", "``": "“", "''": "”", "`": "‘", "--": "–", "---": "—", "?`": "¿", "!`": "¡"}
_SINGLE_QUOTED = re.compile(r"‘([^‘']*)'(?!\w)")
_IN_BACKTICKS = re.compile(r"(?<!\w)‘(?=\S)([^‘’']*)(?<=\S)‘(?!\w)")
_TO_DOLLAR = re.compile(r"((?:\\.|[^\\$])*+)\$", re.DOTALL)
_TO_DOLLARS = re.compile(r"((?:\\.|[^\\$])*+)\$\$", re.DOTALL)
_PARENTHESES_OF_MATH = re.compile(r"(\\\\)|\\[()\[\]]")
_WORDS = re.compile(r"[^\\^_{}=+*/<>|$]*[A-Za-z]{4}[^\\^_{}=+*/<>|$]*", re.ASCII)
_DIGITS = re.compile(r"\d+")
_BRACES = re.compile(r"[{}]")
_ESCAPED = re.compile(r"\\([%_#&~$^{}])")


def decode(latex: str, italics: bool = False) -> str:
    """Give the text that `latex` prints; a text without LaTeX in it comes back as it is.

    What is in italics stands between <i> and </i> where `italics` is true.
    """
    # Looking for each sign costs a hundredth of what a pattern does: abstracts are long.
    if not ("\\" in latex or "$" in latex or "~" in latex or "`" in latex or "''" in latex
            or ",," in latex):  # fmt: skip
        if not ("--" in latex or "{" in latex or "}" in latex):
            return latex
        dashed = latex.replace("---", "—").replace("--", "–")
        return unicodedata.normalize("NFC", dashed.translate(_WITHOUT_BRACES))
    return _Decoder(_PARENTHESES_OF_MATH.sub(lambda m: m[1] or "$", latex), italics).text()


def verbatim(address: str) -> str:
    r"""Give an address as meant: braces and the backslashes of "\_" and "\%" removed."""
    if "\\" not in address and "{" not in address:
        return address
    address = re.sub(r"^\s*\\(?:url|path|nolinkurl|doi)\s*(?=\{)", "", address)
    address = address.replace(r"\textasciitilde", "~").replace(r"\textunderscore", "_")
    return re.sub(r"[{}]", "", _ESCAPED.sub(r"\1", address))


class _Decoder:
    """One value on its way from LaTeX to text."""

    def __init__(self, latex: str, italics: bool) -> None:
        self._latex = latex
        self._italics = italics
        self._pieces: list[str] = []
        self._marks: list[str] = []
        """Accents that wait for their letter, the outermost first."""
        self._behind_math = False
        self._closing: list[str] = []
        """What each open brace ends with."""
        self._partners: dict[int, int] | None = None

    def text(self) -> str:
        latex = self._latex
        at = 0
        while at < len(latex):
            token = _TOKEN.match(latex, at)
            assert token  # it matches any character
            at = token.end()
            kind = token.lastgroup
            if kind is None:
                self._print(token[0])
            elif kind == "word":
                at = self._command(token["word"], token)
            elif kind == "sign":
                self._sign(token["sign"])
            elif kind == "brace":
                self._brace(token[0])
            elif kind == "dollar":
                at = self._math(token)
            elif token[0] == ",,":
                opens = not self._pieces or self._pieces[-1][-1:] in ("", " ", "(")
                self._print("„" if opens and latex[at : at + 1].isalpha() else ",,")
            else:
                self._print(_RUNS[token[0]])
        self._print_marks()
        self._pieces += filter(None, reversed(self._closing))
        text = _SINGLE_QUOTED.sub("‘\\1’", "".join(self._pieces))
        # Code, as Markdown has it: nobody means two opening quotation marks.
        return unicodedata.normalize("NFC", _IN_BACKTICKS.sub(r"`\1`", text))

    def _print(self, text: str) -> None:
        if self._marks and text:
            if text.isspace():
                return
            text = self._with_marks(text.lstrip())
        if self._behind_math and (digits := _DIGITS.match(text)):
            # A title's dollar sign before a digit is money, so the digits become part of the math.
            self._pieces[-1] = f"{self._pieces[-1][:-1]}{digits[0]}$"
            text = text[digits.end() :]
        if text:
            self._behind_math = False
            self._pieces.append(text)

    def _open_tag(self, tag: str) -> None:
        """Begin what `tag` marks; accents still wait for their letter, which is inside."""
        self._behind_math = False
        self._pieces.append(f"<{tag}>")

    def _with_marks(self, text: str) -> str:
        letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
        marks = "".join(ACCENTS[name] for name in reversed(self._marks))
        self._marks.clear()
        return letter + marks + text[1:]

    def _print_marks(self) -> None:
        """Print the accents that have found no letter."""
        marks, self._marks = self._marks, []
        self._pieces += [SPACING_ACCENTS.get(name, name) for name in marks]

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self._marks.append(sign)
        else:
            self._print(TEXT.get(sign, sign))

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self._closing.append("")
            return
        self._print_marks()
        if self._closing:
            self._print(self._closing.pop())

    def _command(self, name: str, token: re.Match[str]) -> int:
        """Print what a command prints and give the offset at which reading goes on."""
        at = token.end()
        has_argument = self._latex[at : at + 1] == "{"
        if name in ACCENTS:
            self._marks.append(name)
        elif name in TEXT:
            self._print(TEXT[name])
            # "\ss{}" and "\ss " only end the name of the command.
            return at + 2 if self._latex.startswith("{}", at) else at
        elif name in SILENT:
            if self._italics and name in ITALIC_SWITCHES and self._closing:
                self._open_tag("i")
                self._closing[-1] = f"</i>{self._closing[-1]}"
        elif self._latex.startswith("{}", at):
            if name not in ITALIC and name not in RAISED:
                self._print(name)
            return at + 2
        elif has_argument and (end := self._partner(at)):
            return self._with_argument(name, at, end)
        elif name not in FIRST_ARGUMENT_UNSEEN and not has_argument:
            self._print(token[0][1:])
        return at

    def _with_argument(self, name: str, at: int, end: int) -> int:
        argument = self._latex[at + 1 : end - 1]
        if name in FIRST_ARGUMENT_UNSEEN:
            return end
        if name in VERBATIM:
            self._print(verbatim(argument))
            return end
        if name in MATH:
            self._print_math(argument)
            return end
        if tag := "i" if self._italics and name in ITALIC else RAISED.get(name):
            self._open_tag(tag)
            self._closing.append(f"</{tag}>")
            return at + 1
        return at

    def _math(self, token: re.Match[str]) -> int:
        """Keep what stands between two dollar signs as it is."""
        to_dollar = _TO_DOLLAR if len(token[0]) == 1 else _TO_DOLLARS
        if inside := to_dollar.match(self._latex, token.end()):
            self._print_math(inside[1])
            return inside.end()
        self._print(token[0])
        return token.end()

    def _print_math(self, math: str) -> None:
        # In titles spaces beside dollar signs, and words between them, are text.
        if math := math.strip():
            sign = MATH_SIGNS.get(math)
            if _WORDS.fullmatch(math):
                math = f"{{{math}}}"
            self._print(sign or f"${math}$")
            self._behind_math = not sign

    def _partner(self, opening: int) -> int:
        """Give the offset behind the brace that closes the one at `opening`, 0 without one."""
        if self._partners is None:
            self._partners = _partners(self._latex)
        return self._partners.get(opening, 0)


def _partners(latex: str) -> dict[int, int]:
    """Give for each brace that is closed the offset behind its partner."""
    partners = {}
    open_braces = []
    for brace in _BRACES.finditer(latex):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            partners[open_braces.pop()] = brace.end()
    return partners
