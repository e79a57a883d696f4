r"""In-text citations: what is typed where a text cites one or several works.

Sources: natbib's and biblatex's manuals for the commands of LaTeX; the Pandoc User's Guide,
"Citation syntax", for its keys; the Typst reference, "Label", and Typst's lexer for the
characters of labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pubbrowser.model import Work
from pubbrowser.model.keys import legal_key


@dataclass(frozen=True, slots=True)
class InText:
    """One way to cite works inside of a text."""

    name: str
    """The way's name on the command line and in settings."""
    label: str
    """The way's name in menus: an example of it."""
    write: Callable[[Sequence[Work]], str]
    """Give the citation of the works, in the order given and none twice, without a final
    newline; "" for no works. Raises nothing."""


_PANDOC_KEY = re.compile(r"\w(?:[:.#$%&+?<>~/-]?\w)*")
"""Letters, digits and "_", with single signs inside. Keys of another shape need braces."""
_TYPST_LABEL = re.compile(r"[\w:.-]*[\w-]")
"""A full stop or colon at the end counts as the sentence's."""


def _keys(works: Sequence[Work]) -> list[str]:
    return list(dict.fromkeys(legal_key(work.key) for work in works))


def _command(name: str, works: Sequence[Work]) -> str:
    keys = _keys(works)
    return rf"\{name}{{{','.join(keys)}}}" if keys else ""


def _pandoc(works: Sequence[Work]) -> str:
    cited = [f"@{key}" if _PANDOC_KEY.fullmatch(key) else f"@{{{key}}}" for key in _keys(works)]
    return f"[{'; '.join(cited)}]" if cited else ""


def _typst(works: Sequence[Work]) -> str:
    """Typst gathers neighbours into one citation: "@a @b" prints as "[1, 2]"."""
    return " ".join(
        f"@{key}" if _TYPST_LABEL.fullmatch(key) else f'#cite(label("{key}"))'
        for key in _keys(works)
    )


def _plain(works: Sequence[Work]) -> str:
    r"""Commas without spaces, so that the keys can be pasted into the braces of any `\cite`."""
    return ",".join(_keys(works))


def _latex(name: str) -> InText:
    return InText(name, rf"\{name}{{a,b}}", partial(_command, name))


IN_TEXT: tuple[InText, ...] = (
    _latex("cite"),
    _latex("citep"),
    _latex("citet"),
    _latex("autocite"),
    _latex("textcite"),
    _latex("parencite"),
    InText("pandoc", "[@a; @b] (Pandoc, Quarto)", _pandoc),
    InText("typst", "@a @b (Typst)", _typst),
    InText("keys", "a,b (keys alone)", _plain),
)
"""Every way there is; the first is the default."""
