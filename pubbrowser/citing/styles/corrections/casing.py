"""The `text-case` attribute (CSL 1.0.2, "Text-case", and "Title Case Conversion" below it).

The engine splits words at spaces only, so that "well-known" becomes "Well-known", and it loses
the spaces and the marks between words. Here the words are found inside the text and everything
else stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pubbrowser.citing.styles.marks import CHARACTERS, MARK_OF, Mark, closing, opening

_STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and
    anenst apropos apud around as aside astride at athwart atop barring before behind below
    beneath beside besides between beyond but by c ca circa d de despite down during et except
    for forenenst from given in inside into lest like modulo near next nor notwithstanding of
    off on onto or out over per plus pro qua sans since so than the through throughout thruout
    till to toward towards under underneath until unto up upon v van versus via von vs with
    within without yet""".split()  # noqa: SIM905
)
"""Words that stay in lower case inside of titles: those of the specification and of citeproc-js."""
_SPACE = "\u0020\u00a0\u2000-\u200b\u205f\u3000"
_PIECE = re.compile(
    f"[{CHARACTERS}]|[{_SPACE}]+|[^{CHARACTERS}{_SPACE}\\-\u2013\u2014/.,;?!:()\\[\\]‘’“”'\"]+|."
)
_LOWERS = {opening(mark) for mark in (Mark.NO_CASE, Mark.SUPERSCRIPT, Mark.SUBSCRIPT)}
_RAISES = {closing(mark) for mark in (Mark.NO_CASE, Mark.SUPERSCRIPT, Mark.SUBSCRIPT)}
_GREEK = re.compile("[\u0370-\u03ff]")


def cased(text: str, case: str, *, english: bool = True) -> str:
    """Give `text` in the case that `case` names, an attribute value of CSL.

    Text in `Mark.NO_CASE`, raised or lowered text keeps its case. Title case is for English
    alone (`english`), as the specification demands.
    """
    if case == "lowercase":
        return _each(text, str.lower)
    if case == "uppercase":
        return _each(text, str.upper)
    if case == "capitalize-all":
        return _each(text, _raised_if_lower)
    if case == "capitalize-first":
        return _first(text)
    if case == "sentence":
        return _first(_each(text, str.lower) if text.isupper() else text)
    return _title(text) if case == "title" and english else text


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Split `text` into words, spaces, marks and punctuation; the flag says "may be changed"."""
    pieces = []
    depth = 0
    for found in _PIECE.finditer(text.replace("\n", " ")):
        piece = found[0]
        depth += (piece in _LOWERS) - (piece in _RAISES)
        pieces.append((piece, depth <= 0))
    return pieces


def _is_word(piece: str) -> bool:
    return piece not in MARK_OF and any(character.isalnum() for character in piece)


def _each(text: str, change: Callable[[str], str]) -> str:
    return "".join(
        change(piece) if open_ and piece not in MARK_OF else piece for piece, open_ in _pieces(text)
    )


def _first(text: str) -> str:
    pieces = _pieces(text)
    for index, (piece, is_open) in enumerate(pieces):
        if piece not in MARK_OF and not piece.isspace() and _is_word(piece):
            if is_open:
                pieces[index] = (_raised_if_lower(piece), True)
            break
    return "".join(piece for piece, _ in pieces)


def _raised(word: str) -> str:
    """Give `word` with its first letter as a capital; a lone Greek letter is a symbol."""
    if len(word) == 1 and _GREEK.match(word):
        return word
    return word[:1].upper() + word[1:]


def _raised_if_lower(word: str) -> str:
    return _raised(word) if word == word.lower() else word


def _title(text: str) -> str:
    pieces = _pieces(text)
    first = True
    after_mark = False
    last_word = -1
    for index, (piece, is_open) in enumerate(pieces):
        if piece in "!?:":
            after_mark = True
        elif _is_word(piece):
            if not is_open or _continues_word(pieces, index) or _is_epithet(pieces, index):
                last_word = -1
            else:
                lower = piece.lower()
                wanted = (len(piece) > 1 and lower not in _STOP_WORDS) or first or after_mark
                if wanted and piece == lower:
                    pieces[index] = (_raised(piece), True)
                last_word = index
            first = after_mark = False
    if last_word >= 0 and len(pieces[last_word][0]) > 1:
        word = pieces[last_word][0]
        if word in _STOP_WORDS:
            pieces[last_word] = (_raised(word), True)
    return "".join(piece for piece, _ in pieces)


def _continues_word(pieces: list[tuple[str, bool]], index: int) -> bool:
    """Say whether the word goes on from the one before: "don't", "we’ve", "nth" of a math "n"."""
    if index < 2 or not _is_word(pieces[index - 2][0]):
        return False
    return pieces[index - 1][0] in ("'", "’", closing(Mark.NO_CASE))


def _is_epithet(pieces: list[tuple[str, bool]], index: int) -> bool:
    """Say whether the word names a species after its genus as one capital: "E. coli".

    Binomial names have the second word in lower case (ICNP, rule 12; ICZN, article 28).
    """
    near = pieces[max(0, index - 12) : index]
    before = [piece for piece, _ in near if piece not in MARK_OF and not piece.isspace()]
    if pieces[index][0] != pieces[index][0].lower() or not _ends_in_initial(before):
        return False
    return not _ends_in_initial(before[:-2])  # the initials of a person


def _ends_in_initial(pieces: list[str]) -> bool:
    return len(pieces) > 1 and pieces[-1] == "." and len(pieces[-2]) == 1 and pieces[-2].isupper()
