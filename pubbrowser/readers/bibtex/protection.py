r"""Words of a title that braces protect from change of case: `A {Bayesian} approach`.

Source: "BibTeXing" (1988), §4: BibTeX keeps the case of what stands in braces, unless they begin
with a command, as in `{\"O}` or `{\em in vivo}`.
"""

from __future__ import annotations

import re

from pubbrowser.readers.bibtex.latex import decode
from pubbrowser.text import clean_line

_OPEN, _CLOSE = "\ufdd2", "\ufdd3"
"""Two characters that Unicode keeps free for a program's own use."""
_PIECE = re.compile(r"\\(?:[A-Za-z]+\*?\s*|.)(\{)?|(?<!\\)\$(?:\\.|[^$\\])*\$|[{}]", re.DOTALL)
_GROUP = rf"{_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE}"
_PROTECTED = re.compile(rf"\w*(?:{_GROUP}\w*)+")
_SIGNS = str.maketrans("", "", _OPEN + _CLOSE)
_LETTER = re.compile(r"[^\W\d_]")
_MATH = re.compile(r"\$[^$]*\$")


def protected_words(latex: str) -> tuple[str, ...]:
    """Give the words and phrases of a title in LaTeX that stand in braces, as they print.

    Of a word that is in braces only in part, as in `{B}ayes`, the whole counts. Math alone and
    signs are left out: they have no case.
    """
    if "{" not in latex:
        return ()
    marked = decode(_marked(latex.translate(_SIGNS)), italics=True)
    words = (clean_line(found[0].translate(_SIGNS)) for found in _PROTECTED.finditer(marked))
    return tuple(dict.fromkeys(word for word in words if _has_letters(word)))


def _has_letters(word: str) -> bool:
    return _LETTER.search(_MATH.sub("", word) if "$" in word else word) is not None


def _marked(latex: str) -> str:
    """Put signs inside of the outermost braces that protect."""
    pieces: list[str] = []
    closing: list[str] = []
    inside = 0
    end = 0
    for found in _PIECE.finditer(latex):
        pieces.append(latex[end : found.start()])
        end = found.end()
        piece = found[0]
        pieces.append(piece)
        if piece == "}":
            sign = closing.pop() if closing else ""
            inside -= bool(sign)
            pieces[-1] = sign + piece
        elif piece == "{":
            protects = not inside and latex[end : end + 1] != "\\"
            inside += protects
            closing.append(_CLOSE if protects else "")
            pieces.append(_OPEN if protects else "")
        elif found[1]:  # the argument of a command
            closing.append("")
    pieces.append(latex[end:])
    return "".join(pieces) if not inside else latex
