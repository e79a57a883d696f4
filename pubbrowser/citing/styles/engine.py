"""Loading of styles into the engine, and its lists of references as marked text."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pubbrowser.citing.styles.article_numbers import knows_article_numbers

CSL = "http://purl.org/net/xbiblio/csl"
Item = Mapping[str, Any]
"""One CSL-JSON item."""


class Engine:
    """One style in one locale, ready to write references. May be used by several threads."""

    def __init__(self, path: str, locale: str) -> None:
        from pubbrowser.citing.styles.corrections.style import locale_names
        from pubbrowser.citing.styles.locales import locale_path

        self._lock = threading.Lock()
        parser = _parser()
        self._root = _parsed(path, parser)
        inside = _inside(self._root, locale)
        files = [_parsed(str(locale_path(name)), parser) for name in locale_names(locale)]
        self._elements = [_adopted(root, self._root) for root in (self._root, *files)]
        self._root.prepare(locale, [*inside, *files])
        self.knows_article_numbers = knows_article_numbers(self._root)

    def references(self, items: Sequence[Item], *, numbered: bool = True) -> list[tuple[int, str]]:
        """Give (position in `items`, reference as marked text) in the order of the style.

        `numbered` says whether numeric styles print their numbers.
        """
        from pubbrowser.citing.styles.bibliography import bibliography

        with self._lock:
            return bibliography(self._root, items, numbered=numbered)


def engine(path: str, locale: str) -> Engine:
    """Give the engine for the independent style at `path`, parsed once unless the file changes.

    Raises `OSError` for a file that has gone, `lxml.etree.XMLSyntaxError` for one that is no
    longer XML.
    """
    state = os.stat(path)
    return _loaded(path, locale, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=12)  # 2 to 4 MB each
def _loaded(path: str, locale: str, _modified: int, _size: int) -> Engine:
    return Engine(path, locale)


def _parser() -> Any:
    from lxml import etree

    from pubbrowser.citing.styles.corrections import element_classes

    lookup = etree.ElementNamespaceClassLookup()
    lookup.get_namespace(CSL).update(element_classes())
    # Styles come from anywhere: nothing outside of the file is read.
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True,
        load_dtd=False,
    )  # fmt: skip
    parser.set_element_class_lookup(lookup)
    return parser


def _parsed(path: str, parser: Any) -> Any:
    from lxml import etree

    return etree.fromstring(Path(path).read_bytes(), parser)


def _adopted(root: Any, style: Any) -> list[Any]:
    """Give each element its children and its style.

    The objects of elements live as long as somebody holds them, and what is noted on them no
    longer; so all of them are held.
    """
    elements = list(root.iter("{*}*"))
    for element in elements:
        element.children = list(element)
        element.style_root = style
    return elements


def _inside(root: Any, locale: str) -> list[Any]:
    """Give the style's own locales that hold for `locale`, the most specific first."""
    own = {}
    for element in root.findall("{*}locale"):
        own[element.get("{http://www.w3.org/XML/1998/namespace}lang", "")] = element
    return [own[name] for name in dict.fromkeys((locale, locale.split("-")[0], "")) if name in own]
