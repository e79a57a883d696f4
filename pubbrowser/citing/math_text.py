r"""TeX math as a line of Unicode: "√s=7", "O(n log n)", "H → γγ", "x̂", "α/β".

Spaces are those that were typed, but for the ones that only end a command ("\alpha x" is "αx").
Parentheses replace what a line cannot show: how far a root, a fraction or a script goes. What is
not known stays as LaTeX.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from pubbrowser.citing.math_atoms import Atom, accented, as_one, fraction, is_compound, joined, root
from pubbrowser.citing.math_letters import scripted
from pubbrowser.citing.math_symbols import (
    ACCENTS,
    ALPHABETS,
    FONTS,
    FRACTIONS,
    LINES,
    OPERATORS,
    RELATIONS,
    SIGNS,
    SILENT,
    SPACES,
    letter_of,
)

_TOKEN = re.compile(
    r"\\(?P<name>operatorname\*|[A-Za-z]+)(?P<gap>\s*)|\\(?P<sign>.)|(?P<space>[\s~]+)"
    r"|(?P<script>[\^_])|(?P<brace>[{}])|(?P<letter>.[\u0300-\u036f\u20d0-\u20ff]*)",
    re.DOTALL,
)
_SPACE = re.compile(r"\s+")
_INDEX = re.compile(r"\s*\[([^\[\]{}\\]+)\]")
_NO_DELIMITER = re.compile(r"\s*\.")
_WITH_ARGUMENT = frozenset(
    (*ACCENTS, *LINES, *ALPHABETS, *FONTS, *FRACTIONS, "sqrt", "not", "pmod")
).union(("operatorname", "operatorname*"))
_DEEPEST = 40
"""Math that is nested more deeply stays LaTeX."""


class _TooDeepError(Exception):
    pass


def math_as_text(math: str) -> str:
    """Give the inside of a pair of dollar signs as Unicode (NFC), as far as that goes."""
    try:
        return unicodedata.normalize("NFC", joined(_Reader(math).atoms()))
    except _TooDeepError:
        return math


class _Reader:
    """A formula that is read from left to right."""

    def __init__(self, math: str) -> None:
        self._math = math
        self._at = 0
        self._depth = 0

    def atoms(self) -> list[Atom]:
        """Read up to the end, or to the brace that closes the group that is being read."""
        read: list[Atom] = []
        while token := _TOKEN.match(self._math, self._at):
            self._at = token.end()
            if token["brace"] == "}" and self._depth:
                break
            if token["script"]:
                self._script(token["script"], read)
            else:
                read += self._printed(token)
        return read

    def _printed(self, token: re.Match[str]) -> list[Atom]:
        """Give what `token` prints, with its arguments if it is a command."""
        if token["space"]:
            return [Atom(" ", "space")]
        if token["brace"] == "{":
            return as_one(self._nested(self.atoms))
        if sign := token["sign"]:
            return [Atom(SPACES[sign], "space") if sign in SPACES else Atom(SIGNS.get(sign, sign))]
        if not token["name"]:
            return [Atom(token[0])]
        atom = self._command(token["name"], token)
        ends = self._math[self._at - 1].isspace() and token["name"] not in SILENT
        return [atom, Atom(" ", "end")] if ends else [atom]

    def _nested(self, read: Callable[[], list[Atom]]) -> list[Atom]:
        if self._depth == _DEEPEST:
            raise _TooDeepError
        self._depth += 1
        atoms = read()
        self._depth -= 1
        return atoms

    def _argument(self) -> list[Atom]:
        """Read the argument of a command or script; empty, and nothing is read, without one."""
        token = _TOKEN.match(self._math, self._at)
        if token and token["space"]:
            token = _TOKEN.match(self._math, token.end())
        if not token or token["script"] or token["brace"] == "}":
            return []
        self._at = token.end()
        read = self._nested(self.atoms if token["brace"] else partial(self._printed, token))
        return [atom for atom in read if atom.kind != "end" or atom is not read[-1]]

    def _script(self, sign: str, read: list[Atom]) -> None:
        """Put a script on what was read last."""
        argument = self._argument()
        if not argument:
            read.append(Atom(sign))
            return
        while read and read[-1].kind in ("space", "end"):
            read.pop()
        base = read.pop() if read else Atom("")
        text = joined(argument)
        has_names = any(atom.kind == "operator" for atom in argument)
        raised = scripted(sign, text if has_names else text.replace(" ", "")) if text else ""
        if raised.startswith(sign) and is_compound(argument):
            raised = f"{sign}({text})"
        if base.kind == "fraction":
            base = Atom(f"({base.text})")
        read.append(Atom(base.text + raised, base.kind))

    def _command(self, name: str, token: re.Match[str]) -> Atom:
        if name in SIGNS:
            return Atom(SIGNS[name])
        if name in RELATIONS:
            return Atom(RELATIONS[name], "relation")
        if name in OPERATORS:
            return Atom(OPERATORS[name], "operator")
        if name in SPACES:
            return Atom(SPACES[name], "space")
        if name in SILENT:
            if name in ("left", "right") and (none := _NO_DELIMITER.match(self._math, self._at)):
                self._at = none.end()
            return Atom("")
        return self._with_argument(name) or self._latex(token)

    def _with_argument(self, name: str) -> Atom | None:
        """Give what a command with an argument prints, None where no line can show it."""
        index = _INDEX.match(self._math, self._at) if name == "sqrt" else None
        if index:
            self._at = index.end()
        argument = self._argument() if name in _WITH_ARGUMENT else []
        if not argument:
            return None
        if name in FRACTIONS:
            below = self._argument()
            return fraction(argument, below) if below else None
        if name == "sqrt":
            return Atom(root(argument, index[1].strip() if index else ""))
        text = joined(argument)
        if name in ALPHABETS:
            return Atom("".join(letter_of(name, letter) for letter in text))
        if name in FONTS:
            return Atom(text, argument[0].kind if len(argument) == 1 else "sign")
        if name == "pmod":
            return Atom(f"(mod {text})", "operator")
        if name.startswith("operatorname"):
            return Atom(text, "operator")
        if name == "not":
            return Atom(f"{text}\u0338", "relation") if len(text) == 1 else None
        return accented(name, text)

    def _latex(self, token: re.Match[str]) -> Atom:
        """Give a command that is not known as it stands, with the groups that follow it."""
        self._at = token.end("name")
        while end := _end_of_group(self._math, self._at):
            self._at = end
        text = self._math[token.start() : self._at]
        if gap := _SPACE.match(self._math, self._at):
            self._at = gap.end()
        return Atom(text, "latex")


def _end_of_group(math: str, at: int) -> int:
    """Give the offset behind the group that begins at `at`, 0 where none does."""
    if not math.startswith("{", at):
        return 0
    depth = 0
    for place in range(at, len(math)):
        depth += {"{": 1, "}": -1}.get(math[place], 0)
        if not depth:
            return place + 1
    return 0
