r"""What LaTeX's commands print, by their names without the backslash.

Sources: the LaTeX kernel's and textcomp's text commands ("The Comprehensive LaTeX Symbol List",
tables 1 to 30), and the names of Greek letters, which Unicode shares with TeX.
"""

from __future__ import annotations

import unicodedata

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361", "G": "\u030f", "h": "\u0309",
    "textcommabelow": "\u0326",
}  # fmt: skip
"""Commands that put a mark on the letter behind them, as combining characters."""

SPACING_ACCENTS = {"^": "^", "~": "~", "`": "`", "'": "´", '"': "¨", "=": "¯", ".": "˙", "c": "¸",
                   "u": "˘", "v": "ˇ", "H": "˝", "k": "˛", "r": "˚"}  # fmt: skip
r"""What an accent over nothing prints: "\~{}" is a tilde."""

_LETTERS = {
    "ss": "ß", "SS": "SS", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dj": "đ", "DJ": "Đ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "textschwa": "ə", "textcrh": "ħ", "textordfeminine": "ª", "textordmasculine": "º",
    "imath": "ı", "jmath": "ȷ",
}  # fmt: skip
_SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\t": " ", ",": " ", ":": " ", ";": " ", ">": " ", "!": "", "/": "", "-": "", "@": "",
    "\\": " ", "|": "‖", "*": "", "+": "", "<": "",
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
    "rbrace": "}", "textdollar": "$", "textunderscore": "_", "textasciitilde": "~",
    "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|", "slash": "/",
    "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "textasciiacute": "´",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "lq": "‘", "rq": "’", "quotesinglbase": "‚", "quotedblbase": "„",
    "glqq": "„", "grqq": "“", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "flqq": "«", "frqq": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textendash": "–", "textemdash": "—", "endash": "–", "emdash": "—", "textendashdash": "–",
    "textnonbreakinghyphen": "‑", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textquestiondown": "¿", "textexclamdown": "¡", "S": "§", "textsection": "§", "P": "¶",
    "textparagraph": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€",
    "EUR": "€", "textyen": "¥", "textcent": "¢", "textcurrency": "¤", "textbullet": "•",
    "textperiodcentered": "·", "dag": "†", "textdagger": "†", "ddag": "‡", "textdaggerdbl": "‡",
    "textdegree": "°", "degree": "°", "textmu": "µ", "textohm": "Ω", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "texttimes": "×", "textdiv": "÷",
    "textpm": "±", "textlnot": "¬", "textminus": "−", "textsurd": "√", "textnumero": "№",
    "textperthousand": "‰", "textbrokenbar": "¦", "textasteriskcentered": "∗",
    "textrightarrow": "→", "textleftarrow": "←", "checkmark": "✓", "nobreakspace": " ",
    "space": " ", "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "newline": " ",
    "linebreak": " ", "par": "\n", "LaTeXe": "LaTeX2ε",
}  # fmt: skip
_MATH_SIGNS = {
    "times": "×", "cdot": "·", "pm": "±", "infty": "∞", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "approx": "≈", "neq": "≠", "sim": "∼", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "in": "∈", "ell": "ℓ",
    "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "bullet": "•",
    "circ": "∘", "star": "⋆", "prime": "′", "deg": "°",
}  # fmt: skip


MATH_SIGNS = {r"^{\circ}": "°", r"^\circ": "°", r"\neg": "¬"} | {
    rf"\frac{{{above}}}{{{below}}}": sign
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
    for above, _, below in [unicodedata.normalize("NFKD", sign).partition("\u2044")]
}
"""Math that is one sign of text."""


def _greek() -> dict[str, str]:
    """Collect the Greek letters by their TeX names."""
    names = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
        "omega",
    ]  # fmt: skip
    letters = {}
    for name in names:
        unicode_name = {"lambda": "LAMDA"}.get(name, name.upper())
        letters[name] = unicodedata.lookup(f"GREEK SMALL LETTER {unicode_name}")
        letters[name.capitalize()] = unicodedata.lookup(f"GREEK CAPITAL LETTER {unicode_name}")
    return letters | {"varepsilon": "ε", "vartheta": "ϑ", "varphi": "φ", "varrho": "ϱ"}


TEXT = _greek() | _MATH_SIGNS | _LETTERS | _SIGNS
"""Commands that print a text of their own. Authors type some of math's without dollar signs."""

SILENT = frozenset(
    (
        "em", "it", "bf", "sc", "tt", "rm", "sf", "sl", "up", "md", "itshape", "slshape", "scshape",
        "upshape", "bfseries", "mdseries", "rmfamily", "sffamily", "ttfamily", "normalfont",
        "tiny", "small", "footnotesize", "normalsize", "large", "Large", "relax", "protect",
        "noindent", "ignorespaces", "unskip", "sloppy", "allowbreak", "nolinebreak", "break",
        "null", "displaystyle", "textstyle", "boldmath", "hfill", "leavevmode", "selectfont",
        "nobreak", "hskip", "cal", "left", "right", "bgroup", "egroup", "begingroup", "endgroup",
    )
)  # fmt: skip
"""Commands that print nothing and take no argument."""

FIRST_ARGUMENT_UNSEEN = frozenset(
    (
        "href", "textcolor", "color", "colorbox", "foreignlanguage", "selectlanguage", "bibinfo",
        "bibfield", "texorpdfstring", "noopsort", "hspace", "vspace", "label", "fontsize",
        "hyperref", "switch", "SortNoop", "raisebox", "scalebox", "href@noop",
    )
)  # fmt: skip
"""Commands whose first argument does not print: addresses, colours, languages, keys to sort by."""

VERBATIM = frozenset(("url", "path", "nolinkurl", "detokenize", "doi"))
"""Commands whose argument stands for itself, character by character."""

MATH = frozenset(("ensuremath", "math"))
"""Commands whose argument is math."""

RAISED = {"textsuperscript": "sup", "textsubscript": "sub"}
"""Commands that CSL-JSON has tags for (CSL 1.0.2, appendix "HTML-like tags")."""

ITALIC = frozenset(("emph", "textit", "textsl"))
"""Commands that set their argument in italics."""

ITALIC_SWITCHES = frozenset(("em", "it", "sl", "itshape", "slshape"))
"""Commands that set the rest of their group in italics."""
