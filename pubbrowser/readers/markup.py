"""Text with HTML, JATS or MathML tags and character references, as databases deliver it.

Titles keep the tags that CSL-JSON allows and citations print (CSL 1.0.2, appendix "HTML-like
tags"); from abstracts and names all known tags go. What merely looks like a tag ("a<b and c>d")
is text. JATS: Journal Article Tag Suite, ANSI/NISO Z39.96.
"""

from __future__ import annotations

import html
import re

from pubbrowser.text import clean_block, clean_line

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_BLOCKS = ("p", "sec", "section", "title", "div", "br", "li", "ul", "ol", "list", "list-item",
           "h1", "h2", "h3", "h4", "h5", "h6", "label", "disp-formula", "tr", "table", "abstract",
           "abstracttext")  # fmt: skip
_INLINE = (
    "i", "b", "em", "strong", "italic", "bold", "u", "s", "sup", "sub", "sc", "scp", "small", "big",
    "span", "a", "font", "tt", "code", "underline", "monospace", "roman", "sans-serif", "strike",
    "ext-link", "xref", "inline-formula", "inline-graphic", "tex-math", "alternatives",
    "named-content", "styled-content", "uri", "email", "fn", "math", "td", "th", "mark", "q", "inf",
)  # fmt: skip
_TAG = re.compile(
    r"<(/?)(?:(?:(?:jats|mml|m|xhtml):)(?P<prefixed>[a-z][\w-]*)"
    rf"|(?P<bare>{'|'.join(_BLOCKS + _INLINE)}))"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK_NAMES = frozenset(_BLOCKS)
_KEPT = {"i": "i", "em": "i", "italic": "i", "b": "b", "bold": "b", "strong": "b", "sup": "sup",
         "sub": "sub", "inf": "sub"}  # fmt: skip
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TEX = re.compile(
    r"<(?:jats:)?alternatives\b[^<>]*+>(?:(?!</(?:jats:)?alternatives>).){0,5000}?"
    r"<(?:jats:)?tex-math\b[^<>]*+>(?P<tex>[^<]*+)</(?:jats:)?tex-math>"
    r"(?:(?!</(?:jats:)?alternatives>).){0,5000}</(?:jats:)?alternatives>",
    re.DOTALL | re.IGNORECASE,
)
_TEX_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_MATHML = re.compile(
    r"<((?:mml:|m:)?)math\b[^<>]*+>(.{0,5000}?)</\1math>", re.DOTALL | re.IGNORECASE
)
_SCRIPTED = re.compile(
    r"<(?:mml:|m:)?m(su[bp])\b[^<>]*+>\s*+<(?:mml:|m:)?m[ino]\b[^<>]*+>([^<>]*+)</(?:mml:|m:)?m[ino]>"
    r"\s*+<(?:mml:|m:)?m[ino]\b[^<>]*+>([^<>]*+)</(?:mml:|m:)?m[ino]>\s*+</(?:mml:|m:)?msu[bp]>",
    re.IGNORECASE,
)
_BETWEEN_TAGS = re.compile(r">\s+<")
_MATHML_TAG = re.compile(r"</?(?!su[bp]>)[a-z][\w:-]*[^<>]*>", re.IGNORECASE)
_ANNOTATION = re.compile(
    r"<(?:mml:|m:)?annotation\b[^<>]*+>[^<]*+</(?:mml:|m:)?annotation>", re.IGNORECASE
)
_LONGEST_WITH_FORMULAS = 100_000
_HEADINGS = frozenset(("abstract", "summary", "zusammenfassung", "résumé", "resumen"))


def title_of(text: str) -> str:
    """Give `text` as one line in which only <i>, <b>, <sup> and <sub> are left of its tags."""
    if "<" not in text and "&" not in text:
        return clean_line(text)
    return clean_line(_TAG.sub(_kept, _prepared(text)))


def line_of(text: str) -> str:
    """Give `text` as one line without tags."""
    if "<" not in text and "&" not in text:
        return clean_line(text)
    return clean_line(_TAG.sub(_text_of, _prepared(text)))


def block_of(text: str) -> str:
    """Give `text` as lines without tags, one a paragraph or heading.

    A heading at the start that only says that this is the abstract is left out.
    """
    if "<" in text or "&" in text:
        text = _TAG.sub(_text_of, _prepared(text))
    lines = [line for line in clean_block(text).split("\n") if line]
    if len(lines) > 1 and lines[0].rstrip(":.").casefold() in _HEADINGS:
        lines = lines[1:]
    return "\n".join(lines)


def _prepared(text: str) -> str:
    """Give `text` with character references as characters and formulas as text.

    References are often written twice over ("&amp;lt;").
    """
    text = _CDATA.sub(r"\1", _COMMENT.sub("", text))
    for _ in range(2):
        if "&" in text:
            text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    if len(text) > _LONGEST_WITH_FORMULAS:
        return text
    if "tex-math" in text:
        text = _TEX.sub(_tex, text)
    return _MATHML.sub(_formula, text) if "math" in text else text


def _tex(found: re.Match[str]) -> str:
    tex = found["tex"]
    if body := _TEX_BODY.search(tex):
        tex = body[1]
    return f"${tex.strip().strip('$').strip()}$"


def _formula(found: re.Match[str]) -> str:
    """Give MathML as text; simple indices and powers keep their place."""
    inside = _ANNOTATION.sub("", found[2])
    inside = _SCRIPTED.sub(r"\2<\1>\3</\1>", inside)
    return _MATHML_TAG.sub("", _BETWEEN_TAGS.sub("><", inside)).strip()


def _name(found: re.Match[str]) -> str:
    return (found["prefixed"] or found["bare"]).lower()


def _text_of(found: re.Match[str]) -> str:
    return "\n" if _name(found) in _BLOCK_NAMES else ""


def _kept(found: re.Match[str]) -> str:
    name = _name(found)
    if kept := _KEPT.get(name):
        return f"<{found[1]}{kept}>"
    return " " if name in _BLOCK_NAMES else ""
