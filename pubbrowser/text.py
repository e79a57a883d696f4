"""Cleaning of untrusted text, and folding of text for comparison.

Everything that comes out of a document passes through `clean_line` or `clean_block` once,
when it is read. After that it holds no character that a terminal could take for a command
and none that reorders what is shown, so the layers above need not think of it again.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPE_SEQUENCES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    "|\x1b[\\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC, DCS and the like up to their end
)
_REMOVED = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f"  # C0 controls that are no white space, ESC among them; DEL
    "\x80-\x84\x86-\x9f"  # C1 controls, CSI among them
    "\xad"  # soft hyphen: invisible, left behind by copying from a page
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"  # bidi, invisible operators
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ud800-\udfff"  # lone surrogates: cannot be written out again
    "]+"
)
_WORD = re.compile(r"[^\W_]+")

# Letters that Unicode does not decompose but that people type without their stroke or ligature.
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
        "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h", "ı": "i", "ŧ": "t", "Ŧ": "t",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ß": "ss", "ẞ": "ss",
        "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-",
    }
)  # fmt: skip


def clean_line(text: str) -> str:
    """Give `text` as one line that is safe to show: no controls, no bidi marks, single spaces.

    Line breaks become spaces; the result is in Unicode normal form C.
    """
    if text.isprintable() and "  " not in text:
        # Nearly all lines: nothing that is to be removed is printable.
        return text.strip(" ") if text.isascii() else unicodedata.normalize("NFC", text).strip(" ")
    if "\x1b" in text:
        text = _ESCAPE_SEQUENCES.sub("", text)
    text = " ".join(text.split())  # line breaks are white space
    if not text.isprintable():
        text = " ".join(_REMOVED.sub("", text).split())
    return unicodedata.normalize("NFC", text)


def clean_block(text: str) -> str:
    """Give `text` as lines separated by a line feed, each cleaned as `clean_line` does.

    Use it where paragraphs matter (abstracts); blank lines at both ends are dropped.
    """
    return "\n".join(clean_line(line) for line in split_lines(text)).strip("\n")


def split_lines(text: str) -> list[str]:
    """Split at every kind of line break, so that line N here is line N of any editor.

    Unlike `str.splitlines`, form feeds and the separators U+001C–U+001E, U+0085, U+2028 and
    U+2029 do not count: editors do not count them either.
    """
    return re.split("\r\n|\n|\r", text)


def fold(text: str) -> str:
    """Give `text` without case, accents, strokes and ligatures, for comparison.

    "Müller" and "muller" fold to the same string, as do "Wickstrøm" and "wickstrom".
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """Give the folded words of `text`: runs of letters and digits, in order."""
    return _WORD.findall(fold(text))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Give (start, end) of every run of letters and digits in `text` as it stands.

    The spans fold to `words(text)`, except where one character folds to several words.
    """
    return [match.span() for match in _WORD.finditer(text)]
