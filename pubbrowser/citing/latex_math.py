"""Math of titles, in commands that LaTeX has without any package.

One command that is not defined keeps a whole document from compiling, so what needs a package
is replaced by what the kernel has for it, or is not written as math.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pubbrowser.citing.math_letters import GREEK, SYMBOLS

_KERNELS = {
    "text": "mathrm", "textsc": "mathrm", "operatorname": "mathrm", "mathbb": "mathbf",
    "mathds": "mathbf", "bm": "mathbf", "boldsymbol": "mathbf", "lvert": "vert",
    "rvert": "vert", "lVert": "Vert", "rVert": "Vert", "leqslant": "leq",
    "geqslant": "geq", "dfrac": "frac", "tfrac": "frac",
}  # fmt: skip
"""Commands of common packages (amsmath, amssymb, bm, dsfont) and what the kernel has for them."""
_OTHER_COMMANDS = """
    mathrm mathbf mathit mathsf mathtt mathcal mathnormal textrm textbf textit textsf texttt
    mbox rm bf it sf tt cal sqrt frac hat check breve acute grave tilde bar vec dot ddot widehat
    widetilde overline underline overbrace underbrace overrightarrow stackrel left right big Big
    bigg Bigg bigl bigr Bigl Bigr langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack
    rbrack vert Vert mid log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos
    arctan min max sup inf lim limsup liminf arg det dim ker deg gcd hom Pr bmod pmod ldots cdots
    vdots ddots dots quad qquad le ge ne to gets infty simeq cong asymp doteq ll gg prec succ preceq
    succeq supset supseteq ni owns setminus mapsto longrightarrow longleftarrow Longrightarrow
    longmapsto uparrow downarrow Uparrow Downarrow updownarrow nearrow searrow hookrightarrow
    rightharpoonup land lor lnot wedge vee ominus oslash odot ast bullet mp amalg sqcup sqcap uplus
    triangle triangleleft triangleright bigcirc dagger ddagger diamond coprod bigcup bigcap bigoplus
    bigotimes oint Re Im aleph wp imath jmath prime angle top bot vdash dashv models flat natural
    sharp clubsuit diamondsuit heartsuit spadesuit colon displaystyle textstyle scriptstyle
    backslash
"""
_COMMANDS = frozenset(
    re.findall("[A-Za-z]+", _OTHER_COMMANDS)
    + [command[1:] for command in (*GREEK.values(), *SYMBOLS.values()) if command[0] == "\\"]
)
"""Commands of math that LaTeX has without any package (Lamport, "LaTeX", 1994, §3.3)."""
_BROKEN = re.compile(
    r"\\(?:(?:math|text)[a-z]+|mbox|sqrt|frac|hat|check|breve|acute|grave|tilde|bar|vec|d?dot"
    r"|wide[a-z]+|over[a-z]+|under[a-z]+|stackrel|left|right|[bB]igg?[lr]?)\s*(?:$|[}_^&])"
    r"|\\(?:frac|stackrel)\s*(?:\{[^{}]*\}|[^{}\\])\s*(?:$|[}_^])"
    r"|\\(?:mbox|text[a-z]+)\s*\{[^{}]*[_^]"
)
"""A command without its argument, or a script where LaTeX expects text."""
_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+$")


def can_be_set(latex: str) -> bool:
    """Say whether LaTeX can set `latex` as math without any package, as far as can be told."""
    commands = re.findall(r"\\([A-Za-z]+)", latex)
    known = all(command in _COMMANDS for command in commands)
    paired = commands.count("left") == commands.count("right")
    return known and paired and not _BROKEN.search(latex)


def escape_math(math: str) -> str:
    """Give the inside of a pair of dollar signs in LaTeX's own letters and commands."""
    math = re.sub(r"\\([A-Za-z]+)", lambda found: "\\" + _KERNELS.get(found[1], found[1]), math)
    math = re.sub(r"(?<!\\)[%#&]", r"\\\g<0>", math)
    return joined(
        GREEK.get(character) or SYMBOLS.get(character) or script(character) or character
        for character in math
    )


def joined(pieces: Iterable[str]) -> str:
    """Join pieces of math, with a space where a letter would lengthen the command before it."""
    joint: list[str] = []
    for piece in pieces:
        if joint and _ENDS_IN_COMMAND.search(joint[-1]) and piece[:1].isalpha():
            joint.append(" ")
        joint.append(piece)
    return "".join(joint)


def script(character: str) -> str:
    """Give "²" as `^{2}` and "₂" as `_{2}`, all other characters as ""."""
    tag, _, _ = unicodedata.decomposition(character).partition(" ")
    if tag not in ("<super>", "<sub>"):
        return ""
    inside = unicodedata.normalize("NFKC", character).replace("\u2212", "-")
    inside = GREEK.get(inside, inside)
    if not inside.isascii():
        return ""
    return f"{'^' if tag == '<super>' else '_'}{{{inside}}}"
