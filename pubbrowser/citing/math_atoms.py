r"""What the parts of a formula print, and the spaces and parentheses between them in one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple

from pubbrowser.citing.math_letters import scripted
from pubbrowser.citing.math_symbols import ACCENTS, LINES

Kind = Literal["sign", "relation", "operator", "fraction", "latex", "space", "end"]


class Atom(NamedTuple):
    """What one part of a formula prints.

    "relation" are arrows, binary operators and dots as well, "operator" the names such as "log",
    "latex" what is not known, "end" the space that was typed behind the name of a command.
    """

    text: str
    kind: Kind = "sign"


_COMPOUND = re.compile(r".[-+*/=<>|\s]", re.DOTALL)
_TYPED_RELATIONS = frozenset("=<>+-*/:|")
_CLINGS = frozenset(",.;:)]}")
"""Signs without a space before them."""
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_VULGAR = {
    unicodedata.normalize("NFKD", sign).replace("\u2044", "/"): sign
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}


def joined(atoms: Sequence[Atom]) -> str:
    """Give `atoms` as one line.

    Relations have a space on either side or on none; names of operators have one where letters
    meet; a fraction that touches another factor is in parentheses.
    """
    line = ""
    owes_space = False
    last = Atom("")
    atoms = [atom for atom in atoms if atom.text]
    for index, atom in enumerate(atoms):
        following = atoms[index + 1] if index + 1 < len(atoms) else Atom("")
        text = atom.text
        if atom.kind in ("space", "end"):
            wanted = atom.kind == "space" or owes_space or _parts(last, following)
            line += text if wanted and not line.endswith(" ") else ""
            owes_space = False
            continue
        if atom.kind == "fraction" and (_ends_factor(line) or _begins_factor(following.text)):
            text = f"({text})"
        between_names = last.kind == "operator" and text[0].isalnum()
        between_names |= atom.kind == "operator" and line[-1:].isalnum()
        if (between_names or (owes_space and text[0] not in _CLINGS)) and line[-1:] != " ":
            line += " "
        owes_space = atom.kind == "relation" and line.endswith(" ")
        line += text.removeprefix(" ") if line.endswith(" ") else text
        last = atom
    return line


def _parts(last: Atom, following: Atom) -> bool:
    """Say whether the space that ends the command of `last` is to be seen."""
    if following.text[:1] in _CLINGS or not following.text:
        return False
    return (
        last.kind in ("operator", "latex")
        or following.kind in ("relation", "operator", "latex")
        or (last.kind != "relation" and following.text in _TYPED_RELATIONS)
    )


def _ends_factor(text: str) -> bool:
    return text[-1:].isalnum() or text.endswith(")")


def _begins_factor(text: str) -> bool:
    return text[:1].isalnum() or text.startswith("(")


def is_compound(atoms: Sequence[Atom]) -> bool:
    """Say whether there is an operator in what `atoms` print, but for a sign at its start."""
    text = joined(atoms).strip()
    return (
        any(atom.kind in ("relation", "fraction") for atom in _solid(atoms)[1:])
        or bool(_COMPOUND.search(text))
    ) and not _in_parentheses(text)


def _in_parentheses(text: str) -> bool:
    return text[:1] == "(" and text.find(")") == len(text) - 1


def as_one(atoms: Sequence[Atom]) -> list[Atom]:
    """Give what stands in braces as one atom."""
    solid = _solid(atoms)
    return solid if len(solid) == len(atoms) == 1 else [Atom(joined(atoms))]


def fraction(above: Sequence[Atom], below: Sequence[Atom]) -> Atom:
    """Give "α/β", "(a+b)/c", "½"."""
    text = f"{_operand(above)}/{_operand(below)}"
    return Atom(_VULGAR[text]) if text in _VULGAR else Atom(text, "fraction")


def root(inside: Sequence[Atom], index: str) -> str:
    """Give "√s", "√(x+1)", "∛2"; `index` says which root, "" for the square root."""
    text = joined(inside).strip()
    sign = _ROOTS.get(index) or f"{scripted('^', index).removeprefix('^')}√"
    one = len(_solid(inside)) == 1 and not _is_fraction(inside)
    alone = text.replace(".", "").isdigit() or (one and not is_compound(inside))
    alone |= _in_parentheses(text)
    return f"{sign}{text}" if alone else f"{sign}({text})"


def accented(command: str, text: str) -> Atom | None:
    """Give `text` under the accent or line of `command`; None where it is too long for it."""
    if command in LINES:
        return Atom("".join(c + LINES[command] for c in text)) if text.isalnum() else None
    letters = [c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)]
    if len(letters) != 1:
        return None
    dotless = {"ı": "i", "ȷ": "j"}
    return Atom(dotless.get(text, text) + ACCENTS[command])


def _operand(atoms: Sequence[Atom]) -> str:
    text = joined(atoms).strip()
    return f"({text})" if is_compound(atoms) or _is_fraction(atoms) else text


def _is_fraction(atoms: Sequence[Atom]) -> bool:
    return any(atom.kind == "fraction" for atom in atoms)


def _solid(atoms: Sequence[Atom]) -> list[Atom]:
    return [atom for atom in atoms if atom.text and atom.kind not in ("space", "end")]
