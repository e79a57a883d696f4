r"""What TeX's commands of math print, by their names without the backslash.

Sources: Lamport, "LaTeX" (1994), §3.3, and the user's guides of amsmath and amssymb for names;
The Unicode Standard, chapter 22, for the characters.
"""

from __future__ import annotations

import unicodedata

from pubbrowser.citing.math_letters import GREEK, SYMBOLS

_RELATIONS = {
    "to": "→", "gets": "←", "le": "≤", "ge": "≥", "ne": "≠", "leqslant": "⩽", "geqslant": "⩾",
    "ll": "≪", "gg": "≫", "lesssim": "≲", "gtrsim": "≳", "simeq": "≃", "cong": "≅", "asymp": "≍",
    "doteq": "≐", "prec": "≺", "succ": "≻", "preceq": "⪯", "succeq": "⪰", "supset": "⊃",
    "supseteq": "⊇", "subsetneq": "⊊", "ni": "∋", "mapsto": "↦", "longrightarrow": "⟶",
    "longleftarrow": "⟵", "Longrightarrow": "⟹", "Longleftarrow": "⟸", "longmapsto": "⟼",
    "longleftrightarrow": "⟷", "Longleftrightarrow": "⟺", "iff": "⟺", "implies": "⟹",
    "hookrightarrow": "↪", "hookleftarrow": "↩", "leadsto": "⇝", "rightsquigarrow": "⇝",
    "rightleftharpoons": "⇌", "rightharpoonup": "⇀", "uparrow": "↑", "downarrow": "↓",
    "Uparrow": "⇑", "Downarrow": "⇓", "updownarrow": "↕", "nearrow": "↗", "searrow": "↘",
    "models": "⊨", "vdash": "⊢", "dashv": "⊣", "mid": "|", "nmid": "∤", "parallel": "∥",
    "coloneqq": "≔", "triangleq": "≜", "lhd": "⊲", "rhd": "⊳", "ltimes": "⋉", "rtimes": "⋊",
    "mp": "∓", "setminus": "∖", "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "ominus": "⊖",
    "oslash": "⊘", "odot": "⊙", "ast": "∗", "bullet": "•", "amalg": "⨿", "sqcup": "⊔",
    "sqcap": "⊓", "uplus": "⊎", "boxtimes": "⊠", "boxplus": "⊞", "wr": "≀", "cdots": "⋯",
    "dots": "…", "dotsc": "…", "dotsb": "⋯",
}  # fmt: skip
_SIGNS = {
    "omicron": "ο", "imath": "ı", "jmath": "ȷ", "aleph": "ℵ", "beth": "ℶ", "wp": "℘",
    "Re": "ℜ", "Im": "ℑ", "hslash": "ℏ", "prime": "′", "degree": "°", "angle": "∠", "top": "⊤",
    "bot": "⊥", "neg": "¬", "lnot": "¬", "nexists": "∄", "varnothing": "∅", "triangle": "△",
    "bigtriangleup": "△", "square": "□", "Box": "□", "blacksquare": "■", "Diamond": "◇",
    "diamond": "⋄", "bigcirc": "◯", "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡",
    "spadesuit": "♠", "flat": "♭", "natural": "♮", "sharp": "♯", "dagger": "†", "ddagger": "‡",
    "checkmark": "✓", "vdots": "⋮", "ddots": "⋱", "coprod": "∐", "oint": "∮", "iint": "∬",
    "iiint": "∭", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigotimes": "⨂",
    "bigwedge": "⋀", "bigvee": "⋁", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
    "vert": "|", "lvert": "|", "rvert": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖",
    "backslash": "\\", "colon": ":", "surd": "√", "|": "‖", "{": "{", "}": "}", "%": "%",
    "&": "&", "#": "#", "_": "_", "$": "$", "AA": "Å", "S": "§", "eth": "ð",
}  # fmt: skip
_LETTERS_AMONG_SYMBOLS = frozenset("∞∀∃∅∇∂∑∏∫√ℓħ′″")

RELATIONS = _RELATIONS | {
    command[1:]: character
    for character, command in SYMBOLS.items()
    if command[0] == "\\" and character not in _LETTERS_AMONG_SYMBOLS
}  # fmt: skip
"""Relations, arrows, binary operators and dots, which stand between spaces."""
SIGNS = (
    _SIGNS
    | {command[1:]: letter for letter, command in GREEK.items()}
    | {command[1:]: sign for sign, command in SYMBOLS.items() if sign in _LETTERS_AMONG_SYMBOLS}
)
"""All other signs, Greek letters first of all."""
SPACES = {
    ",": " ", ":": " ", ";": " ", ">": " ", " ": " ", "!": "", "/": "", "quad": " ", "qquad": " ",
    "thinspace": " ", "medspace": " ", "thickspace": " ", "enspace": " ", "negthinspace": "",
}  # fmt: skip
_OPERATORS = """
    log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan min max sup inf
    lim arg det dim ker deg gcd hom Pr
"""
OPERATORS = {name: name for name in _OPERATORS.split()} | {
    "limsup": "lim sup", "liminf": "lim inf", "bmod": "mod", "argmax": "arg max",
    "argmin": "arg min",
}  # fmt: skip
"""Names that stand upright, with a space where letters meet."""
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "tilde": "\u0303",
    "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
    "breve": "\u0306", "acute": "\u0301", "grave": "\u0300", "mathring": "\u030a",
}  # fmt: skip
"""Marks on one letter."""
LINES = {"overline": "\u0305", "underline": "\u0332"}
"""Marks on every letter of what they hold."""
_FONTS = """
    mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb text textrm textbf textit textsf
    texttt textsc textnormal textup emph mbox hbox ensuremath mathop mathrel mathbin mathord
"""
FONTS = frozenset(_FONTS.split())
"""Commands that print their argument, in fonts that have no characters of their own."""
FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"))
_SILENT = """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits nolimits
    displaystyle textstyle scriptstyle rm bf it sf tt cal boldmath
"""
SILENT = frozenset(_SILENT.split())
"""Commands that print nothing and take no argument."""
_ALPHABETS = {
    "mathbb": ("DOUBLE-STRUCK",), "mathds": ("DOUBLE-STRUCK",), "mathcal": ("SCRIPT",),
    "mathscr": ("SCRIPT",), "mathfrak": ("FRAKTUR", "BLACK-LETTER"),
}  # fmt: skip
ALPHABETS = frozenset(_ALPHABETS)
"""Commands for letters that have characters of their own."""


def letter_of(alphabet: str, letter: str) -> str:
    """Give "ℝ" for "mathbb" and "R", the letter itself where Unicode has none of that kind."""
    if not (letter.isascii() and letter.isalpha()):
        return letter
    size = "CAPITAL" if letter.isupper() else "SMALL"
    for kind in _ALPHABETS[alphabet]:
        for full in (f"{kind} {size} {letter}", f"MATHEMATICAL {kind} {size} {letter}"):
            try:
                return unicodedata.lookup(full)
            except KeyError:
                continue
    return letter
