"""From the tree of a corrections file to what it says, checked part by part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pubbrowser.merging.corrections.fields import FIELDS, FieldError, read_field
from pubbrowser.merging.corrections.load import nearest
from pubbrowser.merging.corrections.notation import Items, Members, Node, Scalar, read_page
from pubbrowser.merging.corrections.values import (
    Alias,
    Corrections,
    CorrectionsError,
    FieldSet,
    GivenKey,
    Group,
    Reference,
    Setting,
    Tagging,
)
from pubbrowser.readers.notation.marked import NotationError
from pubbrowser.text import clean_line

_KEY = re.compile(r"[^\s,{}\"'#%\\~=()]+")
"""What BibTeX takes as a citation key, in any script."""
_QUOTES = "a text with a colon, a comma or quotation marks in it needs quotes around it"


def read_sections(content: str, path: str) -> Corrections:
    """Read `content` as corrections; `path` is for messages. Raises `CorrectionsError`."""
    try:
        root = read_page(content.removeprefix("\ufeff")).root
    except NotationError as error:
        raise CorrectionsError(
            path, f"this is not valid YAML: {error}; {_QUOTES}", error.line
        ) from error
    try:
        return Corrections(path=path, **_sections(root))
    except FieldError as error:
        raise CorrectionsError(path, str(error), error.line) from error


def is_key(text: str) -> bool:
    """Whether `text` can be a citation key."""
    return _KEY.fullmatch(text) is not None


def read_reference(node: Node) -> Reference:
    """Read what says which record is meant. Raises `FieldError`.

    Without quotes "list.md: A title" is a name with a value to YAML; it is meant as a text.
    """
    if isinstance(node, Members) and len(node.members) == 1:
        name, value = node.members[0]
        if isinstance(value, Scalar):
            return Reference(clean_line(f"{name.text}: {value.text}"), node.line)
    if not isinstance(node, Scalar):
        raise FieldError(
            'a paper should stand here, such as "list.md: Beginning of the title"', node.line
        )
    text = clean_line(node.text)
    if not text or node.empty:
        raise FieldError("a paper should stand here, but there is nothing", node.line)
    return Reference(text, node.line)


def _sections(root: Node | None) -> dict[str, tuple[Any, ...]]:
    if root is None:
        return {}
    if not isinstance(root, Members):
        raise FieldError(
            f"the file should consist of sections, each begun by its name: {', '.join(_READERS)}",
            root.line,
        )
    sections = {}
    for name, node in root.members:
        if name.text not in _READERS:
            there = clean_line(name.text)
            raise FieldError(
                f"there is no section {there!r}{nearest(there, list(_READERS))}", name.line
            )
        empty = isinstance(node, Scalar) and node.empty
        sections[name.text] = () if empty else tuple(_READERS[name.text](name.text, node))
    return sections


def _items(section: str, node: Node, form: str) -> tuple[Node, ...]:
    if not isinstance(node, Items):
        raise FieldError(f"{section} should be a list, each line of the form `- {form}`", node.line)
    return node.items


def _members(section: str, node: Node, form: str) -> tuple[tuple[Scalar, Node], ...]:
    if not isinstance(node, Members):
        raise FieldError(f"{section} should be lines of the form `{form}`", node.line)
    return node.members


def _people(section: str, node: Node) -> Iterator[Alias]:
    form = "[name to show, other spelling]"
    for item in _items(section, node, form):
        names = tuple(_alias_name(each) for each in _items("a person", item, form[1:-1]))
        if len(names) < 2:
            raise FieldError("a person needs two names at least: the one to show first", item.line)
        yield Alias(names, item.line)


def _alias_name(node: Node) -> Reference:
    text = clean_line(node.text) if isinstance(node, Scalar) and not node.empty else ""
    if not text:
        raise FieldError("the name of a person should stand here", node.line)
    return Reference(text, node.line)


def _groups(section: str, node: Node) -> Iterator[Group]:
    form = '["list.md: A title", "page.txt: Another title"]'
    for item in _items(section, node, form):
        # One paper on a line of its own is no list to YAML, but the message is the same.
        nodes = item.items if isinstance(item, Items) else (item,)
        references = tuple(map(read_reference, nodes))
        if len(references) < 2:
            raise FieldError(f"{section} needs two papers at least: `- {form}`", item.line)
        yield Group(references, item.line)


def _fields(section: str, node: Node) -> Iterator[FieldSet]:
    form = '{of: "list.md: A title", set: {issued: 2021}}'
    for item in _items(section, node, form):
        parts = {name.text: value for name, value in _members(f"an entry of {section}", item, form)}
        if parts.keys() != {"of", "set"}:
            raise FieldError(f"an entry of {section} has `of` and `set`: `{form}`", item.line)
        settings = tuple(
            _setting(name, value) for name, value in _members("set", parts["set"], "field: value")
        )
        yield FieldSet(read_reference(parts["of"]), settings, item.line)


def _setting(name: Scalar, value: Node) -> Setting:
    if name.text not in FIELDS:
        there = clean_line(name.text)
        raise FieldError(f"there is no field {there!r}{nearest(there, list(FIELDS))}", name.line)
    field, read = read_field(name.text, value)
    return Setting(field, read, name.line)


def _keys(section: str, node: Node) -> Iterator[GivenKey]:
    for name, value in _members(section, node, 'key: "list.md: A title"'):
        key = clean_line(name.text)
        if not is_key(key):
            raise FieldError(
                f"{key!r} cannot be a citation key: no spaces, commas, braces or quotes",
                name.line,
            )
        yield GivenKey(key, read_reference(value), name.line)


def _tags(section: str, node: Node) -> Iterator[Tagging]:
    for name, value in _members(section, node, 'tag: ["list.md: A title"]'):
        tag = clean_line(name.text)
        if not tag or name.empty:
            raise FieldError("a tag should stand before the colon", name.line)
        empty = isinstance(value, Scalar) and value.empty
        nodes = () if empty else value.items if isinstance(value, Items) else (value,)
        yield Tagging(tag, tuple(map(read_reference, nodes)), name.line)


_READERS: dict[str, Callable[[str, Node], Iterator[Any]]] = {
    "people": _people,
    "join": _groups,
    "apart": _groups,
    "fields": _fields,
    "keys": _keys,
    "tags": _tags,
}
"""The sections there are, in the order in which the program writes them about."""
