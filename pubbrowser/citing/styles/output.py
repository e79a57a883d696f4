"""Marked references as plain text, Markdown and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import Literal
from urllib.parse import quote

from pubbrowser.citing.math_letters import scripted
from pubbrowser.citing.styles.markdown import emphasised, escaped
from pubbrowser.citing.styles.marks import CHARACTERS, MARK_OF, OPENINGS, Mark, opening

Markup = Literal["text", "markdown", "html"]
_TOKEN = re.compile(f"[{CHARACTERS}]|[^{CHARACTERS}]+")
_DOI_ADDRESS = re.compile(rf"(https?://(?:dx\.)?doi\.org/)({opening(Mark.DOI)})")
_DOI_PREFIX = re.compile(r"^https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_WEB = re.compile(r"^https?://[^\s/]", re.IGNORECASE)
_SAFE_IN_ADDRESS = "!#$%&'*+,/:;=?@[]~-._()"


@dataclass(slots=True)
class Node:
    """A stretch of text under one mark, with what it holds."""

    mark: Mark | None = None
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text without any marks."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


def written(marked: str, markup: Markup) -> str:
    """Give one marked reference as `markup` has it, on one line."""
    marked = " ".join(marked.split())
    tree = _tree(_DOI_ADDRESS.sub(r"\2\1", marked))
    if markup == "text":
        return _text(tree)
    if markup == "markdown":
        return _join_markdown(tree, _State())
    return _html(tree, _State())


def _tree(marked: str) -> Node:
    root = Node()
    open_ = [root]
    for found in _TOKEN.finditer(marked):
        token = found[0]
        if token in OPENINGS:
            node = Node(MARK_OF[token])
            open_[-1].children.append(node)
            open_.append(node)
        elif token in MARK_OF:
            if len(open_) > 1:
                open_.pop()
        else:
            open_[-1].children.append(token)
    return root


@dataclass(frozen=True, slots=True)
class _State:
    """What formatting the text around already has."""

    italic: bool = False
    bold: bool = False
    linked: bool = False


def _text(node: Node) -> str:
    inside = "".join(c if isinstance(c, str) else _text(c) for c in node.children)
    if node.mark is Mark.SUPERSCRIPT:
        return scripted("^", inside)
    if node.mark is Mark.SUBSCRIPT:
        return scripted("_", inside)
    return inside


_STYLES: dict[Mark, tuple[str, str]] = {
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps;">', "</span>"),
    Mark.UNDERLINE: ("<u>", "</u>"),
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
    Mark.SUBSCRIPT: ("<sub>", "</sub>"),
}


def _turned(node: Node, state: _State) -> tuple[_State, str]:
    """Give the state inside of `node` and what is to be done there: "italic", "upright" …

    Italics inside of italics stand upright, as citeproc-js has it.
    """
    mark = node.mark
    if mark is Mark.ITALIC:
        state = _State(not state.italic, state.bold, state.linked)
        return state, "italic" if state.italic else "upright"
    if mark is Mark.UPRIGHT and state.italic:
        return _State(False, state.bold, state.linked), "upright"
    if mark is Mark.BOLD:
        state = _State(state.italic, not state.bold, state.linked)
        return state, "bold" if state.bold else "light"
    if mark is Mark.NOT_BOLD and state.bold:
        return _State(state.italic, False, state.linked), "light"
    if mark is Mark.OWNER and not state.bold:
        return _State(state.italic, True, state.linked), "bold"
    return state, ""


_HTML = {
    "italic": ("<i>", "</i>"),
    "upright": ('<span style="font-style: normal;">', "</span>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight: normal;">', "</span>"),
}


def _html(node: Node, state: _State) -> str:
    address = "" if state.linked else _address(node)
    if address:
        state = _State(state.italic, state.bold, True)
    state, what = _turned(node, state)
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else _html(child, state)
        for child in node.children
    )
    if not inside.strip():
        return inside
    if address:
        return f'<a href="{escape(address)}">{inside}</a>'
    before, after = _HTML.get(what) or _tags(node)
    return f"{before}{inside}{after}"


def _tags(node: Node) -> tuple[str, str]:
    return _STYLES.get(node.mark, ("", "")) if node.mark is not None else ("", "")


def _join_markdown(node: Node, state: _State) -> str:
    """Give what `node` holds as Markdown; emphasis needs to know what stands beside it."""
    made = ""
    children = node.children
    for index, child in enumerate(children):
        if isinstance(child, str):
            made += escaped(child)
            continue
        following = "".join(c if isinstance(c, str) else c.text for c in children[index + 1 :])
        piece = _markdown(child, state, made[-1:], following[:1])
        if made.endswith("!") and piece.startswith("["):
            made = made[:-1] + r"\!"  # "![" would make an image of the link
        made += piece
    return made


def _markdown(node: Node, state: _State, before: str, after: str) -> str:
    address = "" if state.linked else _address(node)
    if address:
        state = _State(state.italic, state.bold, True)
    state, what = _turned(node, state)
    inside = _join_markdown(node, state)
    if not inside.strip():
        return inside
    if address:
        return f"[{inside}](<{address}>)"
    if what in ("italic", "bold"):
        return emphasised(inside, "*" if what == "italic" else "**", before, after)
    if what == "upright":
        # Markdown has no sign for it inside of emphasis.
        return f"{_HTML[what][0]}{inside}{_HTML[what][1]}"
    tags = _HTML.get(what) or _tags(node)
    return f"{tags[0]}{inside}{tags[1]}"


def _address(node: Node) -> str:
    """Give the web address that `node` is linked to, "" for none."""
    if node.mark is Mark.DOI:
        doi = _DOI_PREFIX.sub("", node.text.strip())
        return "https://doi.org/" + quote(doi, safe="/:;.,()-_~!*'+=@$&") if doi else ""
    if node.mark is Mark.URL and _WEB.match(node.text.strip()):
        return quote(node.text.strip(), safe=_SAFE_IN_ADDRESS)
    return ""
