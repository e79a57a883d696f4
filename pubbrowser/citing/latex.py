"""Unicode as LaTeX, for classic BibTeX: accents as commands, signs as math, specials escaped.

BibTeX 0.99 reads bytes: it sorts, lower-cases and abbreviates "ü" wrongly, while `{\\"u}`, its
"special character", counts as the one letter that it is (Patashnik, "BibTeXing", 1988, §4).
The output compiles with LaTeX's kernel, but for what math of titles needs (often amssymb);
ogoneks, đ, ð, þ and guillemets need T1 fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from pubbrowser.citing.latex_math import can_be_set, escape_math, joined, script
from pubbrowser.citing.markup import plain, segments
from pubbrowser.citing.math_letters import GREEK, SYMBOLS

Letters = Callable[[str], str]
"""Turns text that holds neither math nor Greek into LaTeX."""

_CHARACTERS = {
    # BibTeX counts braces without looking at a backslash before them, hence no "\{".
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
    "ø": r"{\o}", "Ø": r"{\O}", "ł": r"{\l}", "Ł": r"{\L}", "ß": r"{\ss}", "ẞ": "SS",
    "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "å": r"{\aa}", "Å": r"{\AA}",
    "ı": r"{\i}", "ȷ": r"{\j}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ð": r"{\dh}", "Ð": r"{\DH}",
    "þ": r"{\th}", "Þ": r"{\TH}", "ŋ": r"{\ng}", "Ŋ": r"{\NG}",
    "–": "--", "‒": "--", "—": "---", "―": "---", "‐": "-", "‑": "-", "\xad": "",
    "“": "``", "”": "''", "„": ",,", "‟": "``", "‘": "`", "’": "'", "‚": ",", "ʼ": "'",
    "«": r"{\guillemotleft}", "»": r"{\guillemotright}",
    "‹": r"{\guilsinglleft}", "›": r"{\guilsinglright}",
    "…": r"{\ldots}", "\xa0": "~", "\u202f": "~", "\u2009": "~",
    "¿": r"{\textquestiondown}", "¡": r"{\textexclamdown}", "§": r"{\S}", "¶": r"{\P}",
    "©": r"{\textcopyright}", "®": r"{\textregistered}", "™": r"{\texttrademark}",
    "£": r"{\pounds}", "€": r"{\texteuro}", "¥": r"{\textyen}", "¢": r"{\textcent}",
    "•": r"{\textbullet}", "†": r"{\dag}", "‡": r"{\ddag}", "°": r"$^{\circ}$",
    "µ": r"$\mu$", "¬": r"$\neg$", "Ω": r"$\Omega$",
}  # fmt: skip
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u",
    "\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d",
    "\u0327": "c", "\u0328": "k", "\u0331": "b",
}  # fmt: skip
_GREEK_RUN = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
_STRAIGHT_QUOTE = re.compile(r'(^|[\s(\[{\-–—“‘/])"|"')
_BETWEEN_QUOTES = re.compile("(?<=['’ʼ])(?=”)|(?<=[`‘])(?=“)")
"""Where a single quotation mark and a double one meet, which LaTeX would take for the reverse."""
_SCRIPTS = re.compile(r"\$([\^_])\{[^{}]*\}\$(?:\$\1\{[^{}]*\}\$)+")
_LONGEST_GREEK_SYMBOL = 3
"""A longer run of Greek letters is a word in Greek, which math would tear apart."""


def ascii_letters(text: str) -> str:
    """Give `text`, which holds neither math nor Greek, in ASCII as far as LaTeX has a form."""
    if text.isascii() and text.isalnum():
        return text
    pieces = []
    for cluster in re.findall(".[\u0300-\u036f]*", text, re.DOTALL):
        pieces.append(_letter(cluster[0]) if len(cluster) == 1 else _accented(cluster))
    return "".join(pieces)


def escape(text: str, letters: Letters = ascii_letters) -> str:
    """Give `text` as LaTeX: math in it stays math, all else prints as it reads.

    `letters` says how text without math is written: `ascii_letters` leaves only what LaTeX has
    no form for (Chinese, Cyrillic, emoji) as it is. Braces of the result are always balanced.
    """
    return "".join(
        (math if segment.is_math else escape_text)(segment.text, letters)
        for segment in segments(text)
    )


def math(inside: str, letters: Letters = ascii_letters) -> str:
    """Give the inside of a pair of dollar signs as math in LaTeX, with its dollar signs.

    Math that LaTeX could not set is written as text as far as that goes.
    """
    latex = escape_math(inside)
    return f"${latex}$" if can_be_set(latex) else escape_text(plain(f"${inside}$"), letters)


def escape_text(text: str, letters: Letters = ascii_letters) -> str:
    """Give `text`, which holds no math, as LaTeX."""
    text = unicodedata.normalize("NFC", curl_quotes(text))
    return "{}".join(_escaped(part, letters) for part in _BETWEEN_QUOTES.split(text))


def _escaped(text: str, letters: Letters) -> str:
    pieces = []
    position = 0
    for greek in _GREEK_RUN.finditer(text):
        pieces.append(letters(text[position : greek.start()]))
        pieces.append(_greek(greek[0]))
        position = greek.end()
    pieces.append(letters(text[position:]))
    return _SCRIPTS.sub(_one_script, "".join(pieces))


def curl_quotes(text: str) -> str:
    """Turn each straight quotation mark into an opening or a closing one by what precedes it."""
    return _STRAIGHT_QUOTE.sub(lambda q: q[0][:-1] + ("”" if q[1] is None else "“"), text)


def _letter(character: str) -> str:
    """Give one character as LaTeX, or as it is when LaTeX has no form for it."""
    if character in _CHARACTERS:
        return _CHARACTERS[character]
    if character.isascii():
        return character
    if symbol := SYMBOLS.get(character):
        return f"${symbol}$"
    if raised := script(character):
        return f"${raised}$"
    if character.isspace():
        return " "
    tag, _, rest = unicodedata.decomposition(character).partition(" ")
    if tag == "<fraction>":
        above, _, below = unicodedata.normalize("NFKD", character).partition("\u2044")
        return rf"$\frac{{{above}}}{{{below}}}$"
    if tag in ("<font>", "<compat>") and rest.split()[0] != "0020":
        letters = unicodedata.normalize("NFKC", character)
        return escape_text(letters) if letters.isascii() else character
    decomposed = unicodedata.normalize("NFD", character)
    return _accented(decomposed) if len(decomposed) > 1 else character


def _accented(cluster: str) -> str:
    r"""Give a letter with combining marks: `{\"u}`, `{\v{s}}`, `{\'{\^e}}`."""
    base, *marks = list(unicodedata.normalize("NFD", cluster))
    if (not base.isascii() and base not in _CHARACTERS) or not all(m in _ACCENTS for m in marks):
        return unicodedata.normalize("NFC", cluster)
    if not base.isalpha():
        return _letter(base) + "".join(marks)
    if base + "".join(marks[:1]) in ("a\u030a", "A\u030a"):
        latex, marks = (r"\aa" if base == "a" else r"\AA"), marks[1:]
    else:
        latex = {"i": r"\i", "j": r"\j"}.get(base) or _letter(base).strip("{}")
    for mark in marks:
        latex = _accent(_ACCENTS[mark], latex, base)
    return f"{{{latex}}}"


def _accent(command: str, letter: str, base: str) -> str:
    if command in ("c", "k", "d", "b") and letter in (r"\i", r"\j"):
        letter = base  # only marks above the letter replace its dot
    if command.isalpha() or (letter.startswith("\\") and letter not in (r"\i", r"\j")):
        return rf"\{command}{{{letter}}}"
    return rf"\{command}{letter}"


def _one_script(found: re.Match[str]) -> str:
    """Join neighbours such as "¹⁰", which are one superscript and not two."""
    inside = re.findall(r"{([^{}]*)}", found[0])
    return f"${found[1]}{{{joined(inside)}}}$"


def _greek(run: str) -> str:
    if len(run) > _LONGEST_GREEK_SYMBOL or not all(letter in GREEK for letter in run):
        return run
    return f"${''.join(GREEK[letter] for letter in run)}$"
