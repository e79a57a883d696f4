"""Markdown and HTML marks: taken out of a text while it is remembered what they stood around.

The dialect is the one that people's pages are written in: emphasis with `*` and `_`, links with
brackets or `<…>`, a handful of HTML tags, entities and backslash escapes. Flanking of emphasis
follows CommonMark 0.31 section 6.2. Every pass is linear in the length of the text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Literal

SpanKind = Literal["bold", "italic", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `text[start:end]` of a `Marked` with what its marks said."""

    kind: SpanKind
    start: int
    end: int
    url: str = ""
    """The address of a link, which may be empty: people leave `[title]()` to be filled in."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks. `spans` are in the order of their start."""

    text: str
    spans: tuple[Span, ...] = ()

    def of_kind(self, kind: SpanKind) -> list[Span]:
        """Give the spans of one kind, in the order of their start."""
        return [span for span in self.spans if span.kind == kind]


_TOKEN = re.compile(
    r"""
      \\{1,2}(?P<escaped>[!-/:-@\[-`{-~])
    | !?\[(?P<label>(?:[^\[\]]++|\[[^\[\]]*+\])*+)\]
        \(\s?<?(?P<target>(?:[^\s()<>]++|\([^\s()<>]*+\))*+)>?(?:\s"[^"\n]{0,300}")?\s?\)
    | <(?P<auto>https?://[^\s<>]++)>
    | <(?P<closing>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,9})
        (?P<attributes>(?:\s[^<>=]{0,200}=[^<>]{0,2000})?)\s?/?>
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,12}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    | (?P<bare>https?://[^\s<>|"“”\[\]]++)
    | (?P<stars>\*++|_++)
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\{1,2}([!-/:-@\[-`{-~])")
_HREF = re.compile(r"""\bhref\s?=\s?(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
_TAG_KINDS: dict[str, SpanKind] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "a": "link",
}  # fmt: skip
_SILENT_TAGS = frozenset(
    [
        "sub",
        "sup",
        "span",
        "small",
        "big",
        "u",
        "s",
        "tt",
        "code",
        "kbd",
        "font",
        "center",
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "nobr",
        "mark",
        "abbr",
        "q",
    ]
)
_TRAILING = ".,;:!?'’)"


@dataclass(slots=True)
class _Mark:
    """A mark that opens or closes a span if it finds its partner, else stands for `literal`."""

    literal: str
    kind: SpanKind
    url: str = ""
    opens: bool = True
    partner: _Mark | None = field(default=None, repr=False)


def read_marks(source: str) -> Marked:
    """Take the marks out of `source`. Marks without a partner stay in the text as they are."""
    return _build(_tokens(source))


def _tokens(source: str) -> list[str | _Mark | Marked]:
    """Cut `source` into plain text, marks (paired where they can be) and links."""
    tokens: list[str | _Mark | Marked] = []
    open_marks: dict[str, list[_Mark]] = {}
    end = 0
    for found in _TOKEN.finditer(source):
        tokens.append(source[end : found.start()])
        end = found.end()
        if found["escaped"]:
            tokens.append(found["escaped"])
        elif found["label"] is not None:
            tokens.append(_link(found["label"], found["target"]))
        elif found["auto"]:
            tokens.append(_address(found["auto"]))
        elif found["bare"]:
            address = found["bare"].rstrip(_TRAILING)
            if "(" in address and found["bare"][len(address) :].startswith(")"):
                address += ")"
            tokens.append(_address(address))
            tokens.append(found["bare"][len(address) :])
        elif found["entity"]:
            tokens.append(html.unescape(found["entity"]))
        elif found["tag"]:
            tokens.append(_tag(found, open_marks))
        else:
            tokens.extend(_emphasis(source, *found.span(), open_marks))
    tokens.append(source[end:])
    return tokens


def _address(url: str) -> Marked:
    url = _ESCAPE.sub(r"\1", url)
    return Marked(url, (Span("link", 0, len(url), url),))


def _link(label: str, target: str) -> Marked:
    # An address inside the label would make a second link of what is one.
    if _ESCAPE.sub(r"\1", label).strip().startswith(("http://", "https://")):
        inner = Marked(_ESCAPE.sub(r"\1", label).strip())
    else:
        inner = read_marks(label)
    whole = Span("link", 0, len(inner.text), html.unescape(_ESCAPE.sub(r"\1", target)))
    return Marked(inner.text, (whole, *(span for span in inner.spans if span.kind != "link")))


def _tag(found: re.Match[str], open_marks: dict[str, list[_Mark]]) -> str | _Mark:
    name = found["tag"].lower()
    if name in ("br", "hr"):
        return "\n"
    kind = _TAG_KINDS.get(name)
    if kind is None:
        return "" if name in _SILENT_TAGS else found[0]
    opened = open_marks.setdefault(name, [])
    if not found["closing"]:
        href = _HREF.search(found["attributes"]) if kind == "link" else None
        url = html.unescape(href[1] or href[2] or href[3] or "").strip() if href else ""
        mark = _Mark("", kind, url)
        opened.append(mark)
        return mark
    if not opened:
        return ""
    return _close(opened, "")


def _close(opened: list[_Mark], literal: str) -> _Mark:
    start = opened.pop()
    mark = _Mark(literal, start.kind, opens=False, partner=start)
    start.partner = mark
    return mark


def _emphasis(
    source: str, start: int, end: int, open_marks: dict[str, list[_Mark]]
) -> list[str | _Mark]:
    """Read one run of `*` or `_` at `source[start:end]`."""
    character, left = source[start], end - start
    before = source[start - 1] if start else " "
    after = source[end] if end < len(source) else " "
    opens = not after.isspace() and (_is_word(after) or not _is_word(before))
    closes = not before.isspace() and (_is_word(before) or not _is_word(after))
    if character == "_":  # snake_case is no emphasis
        opens, closes = opens and not _is_word(before), closes and not _is_word(after)
    tokens: list[str | _Mark] = []
    if left > 3:
        return [source[start:end]]
    opened = open_marks.setdefault(character, [])
    while closes and opened and len(opened[-1].literal) <= left:
        left -= len(opened[-1].literal)
        tokens.append(_close(opened, opened[-1].literal))
        if not left:
            return tokens
    if not opens:
        return [*tokens, character * left]
    for size in {1: (1,), 2: (2,), 3: (2, 1)}[left]:
        mark = _Mark(character * size, "bold" if size == 2 else "italic")
        opened.append(mark)
        tokens.append(mark)
    return tokens


def _is_word(character: str) -> bool:
    return character.isalnum()


def _build(tokens: list[str | _Mark | Marked]) -> Marked:
    pieces: list[str] = []
    spans: list[Span] = []
    starts: dict[int, int] = {}
    length = 0
    for token in tokens:
        if isinstance(token, _Mark):
            if token.partner is None:
                piece = token.literal
            else:
                piece = ""
                if token.opens:
                    starts[id(token)] = length
                elif (start := starts[id(token.partner)]) < length:
                    spans.append(Span(token.kind, start, length, token.partner.url))
        elif isinstance(token, Marked):
            piece = token.text
            for span in token.spans:
                spans.append(Span(span.kind, length + span.start, length + span.end, span.url))
        else:
            piece = token
        pieces.append(piece)
        length += len(piece)
    spans.sort(key=lambda span: (span.start, -span.end))
    return Marked("".join(pieces), tuple(spans))
