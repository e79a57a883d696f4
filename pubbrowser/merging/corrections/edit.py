"""Changes of a corrections file: each function takes its text and gives the changed text.

Comments, the order of lines and everything that is not changed stay as they are. Whoever
calls writes the text (atomically) and keeps the old one for undo.

All functions raise `CorrectionsError` where the old text has mistakes, and where it is written
in such a way that it cannot be changed; then a person has to do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from pubbrowser.merging.corrections.fields import FIELDS, FieldError, read_field
from pubbrowser.merging.corrections.insertion import (
    Written,
    add_item,
    add_member,
    add_section,
    fill_section,
    plain,
    quoted,
    remove_item,
    replace_value,
    written_list,
)
from pubbrowser.merging.corrections.load import nearest, parse_corrections
from pubbrowser.merging.corrections.notation import (
    Items,
    Members,
    Node,
    Page,
    Scalar,
    read_page,
)
from pubbrowser.merging.corrections.sections import is_key
from pubbrowser.merging.corrections.values import (
    Alias,
    Corrections,
    CorrectionsError,
    FieldSet,
    FieldValue,
    GivenKey,
    Group,
    Reference,
    Setting,
    Tagging,
)
from pubbrowser.text import clean_line

_BOM = "\ufeff"


def add_join(text: str, references: Sequence[str]) -> str:
    """Say that `references`, two at least, are one paper."""
    return _add_group(text, "join", references)


def add_apart(text: str, references: Sequence[str]) -> str:
    """Say that no two of `references` are one paper."""
    return _add_group(text, "apart", references)


def add_alias(text: str, names: Sequence[str]) -> str:
    """Say that `names`, two at least, are one person, who is shown by the first."""
    said = _said(text)
    new = _append(text, "people", written_list([plain(name) for name in names]))
    alias = Alias(tuple(map(_reference, names)))
    return _checked(new, replace(said, people=(*said.people, alias)))


def set_field(text: str, reference: str, field: str, value: str | Sequence[str] | None) -> str:
    """Set one field of a paper, by its name in CSL-JSON; None says that it has no value.

    A value that is set already for the same reference is replaced. Raises `CorrectionsError`
    for a value that the field cannot have, too.
    """
    said = _said(text)
    written = _value(value)
    setting = Setting(*_read_value(field, written))
    entries = list(said.fields)
    own = [n for n, entry in enumerate(entries) if entry.of == _reference(reference)]
    given = [n for n in own if any(s.name == setting.name for s in entries[n].settings)]
    if not own:
        entries.append(FieldSet(_reference(reference), (setting,)))
        of, sets = f"of: {quoted(reference)}", f"set: {{{field}: {written}}}"
        new = _append(text, "fields", Written(f"{{{of}, {sets}}}", (of, sets)))
        return _checked(new, replace(said, fields=tuple(entries)))
    number = (given or own)[-1]
    settings = entries[number].settings
    node = _set_node(text, number)
    if given:
        settings = tuple(setting if s.name == setting.name else s for s in settings)
        old = next(value for name, value in node.members if FIELDS[name.text][0] == setting.name)
        new = _inside(text, lambda body: replace_value(body, old, written))
    else:
        settings = (*settings, setting)
        new = _inside(text, lambda body: add_member(body, node, field, Written(written, ())))
    entries[number] = replace(entries[number], settings=settings)
    return _checked(new, replace(said, fields=tuple(entries)))


def set_key(text: str, key: str, reference: str) -> str:
    """Give a paper the citation key `key`; one given before for the same reference is replaced.

    Raises `CorrectionsError` for a key that another paper has been given, too.
    """
    if not is_key(key):
        raise CorrectionsError("", f"{clean_line(key)!r} cannot be a citation key")
    said = _said(text)
    given = GivenKey(key, _reference(reference))
    if given in said.keys:
        return text
    if taken := [known for known in said.keys if known.key == key]:
        raise CorrectionsError("", f"the key {key} is given to another paper: {taken[0].of.text}")
    own = [n for n, known in enumerate(said.keys) if known.of == given.of]
    if not own:
        new = _append(text, "keys", Written(quoted(reference), ()), member=plain(key))
        return _checked(new, replace(said, keys=(*said.keys, given)))
    name = _members(_section(text, "keys")).members[own[-1]][0]
    new = _inside(text, lambda body: replace_value(body, name, plain(key)))
    keys = (*said.keys[: own[-1]], given, *said.keys[own[-1] + 1 :])
    return _checked(new, replace(said, keys=keys))


def add_tag(text: str, tag: str, reference: str) -> str:
    """Put `tag` on a paper."""
    said = _said(text)
    tag, of = clean_line(tag), _reference(reference)
    number = next((n for n, known in enumerate(said.tags) if known.tag == tag), None)
    if number is None:
        new = _append(text, "tags", Written(f"[{quoted(reference)}]", ()), member=plain(tag))
        return _checked(new, replace(said, tags=(*said.tags, Tagging(tag, (of,)))))
    if of in said.tags[number].references:
        return text
    node = _members(_section(text, "tags")).members[number][1]
    value = Written(quoted(reference), (quoted(reference),))
    if isinstance(node, Items):
        items = node
        new = _inside(text, lambda body: add_item(body, items, value))
    else:
        kept = [quoted(known.text) for known in said.tags[number].references]
        flow = f"[{', '.join([*kept, value.flow])}]"
        new = _inside(text, lambda body: replace_value(body, node, flow))
    return _checked(new, _with_tag(said, number, (*said.tags[number].references, of)))


def remove_tag(text: str, tag: str, reference: str) -> str:
    """Take `tag` off a paper. Without it there, the text stays as it is."""
    said = _said(text)
    tag, of = clean_line(tag), _reference(reference)
    number = next((n for n, known in enumerate(said.tags) if known.tag == tag), None)
    if number is None or of not in (references := said.tags[number].references):
        return text
    node = _members(_section(text, "tags")).members[number][1]
    place = references.index(of)
    if isinstance(node, Items):
        items = node
        new = _inside(text, lambda body: remove_item(body, items, place))
    else:
        new = _inside(text, lambda body: replace_value(body, node, "[]"))
    return _checked(new, _with_tag(said, number, (*references[:place], *references[place + 1 :])))


def withdraw(text: str, section: Literal["join", "apart", "people", "fields"], number: int) -> str:
    """Take out entry `number` (from 0) of a section."""
    said = _said(text)
    items = _section(text, section)
    if not isinstance(items, Items) or not 0 <= number < len(items.items):
        raise CorrectionsError("", f"{section} has no entry {number + 1}")
    new = _inside(text, lambda body: remove_item(body, items, number))
    entries: tuple[Any, ...] = getattr(said, section)
    left: Any = (*entries[:number], *entries[number + 1 :])
    return _checked(new, replace(said, **{section: left}))


def _add_group(text: str, section: Literal["join", "apart"], references: Sequence[str]) -> str:
    said = _said(text)
    new = _append(text, section, written_list([quoted(each) for each in references]))
    groups: Any = (*getattr(said, section), Group(tuple(map(_reference, references))))
    return _checked(new, replace(said, **{section: groups}))


def _append(text: str, section: str, value: Written, *, member: str = "") -> str:
    """Add an item, or `member: value`, at the end of a section, which is begun if need be."""
    body = text.removeprefix(_BOM)
    page = read_page(body)
    found = _find_section(page, section)
    if found is None:
        body = add_section(body, page, section, value, member=member)
    else:
        name, node = found
        if isinstance(node, Scalar):
            body = fill_section(body, page, name, node, value, member=member)
        elif isinstance(node, Items):
            body = add_item(body, node, value)
        else:
            body = add_member(body, node, member, value)
    return text[: len(text) - len(text.removeprefix(_BOM))] + body


def _inside(text: str, change: Callable[[str], str]) -> str:
    """Change what follows the byte-order mark, from which offsets are counted."""
    body = text.removeprefix(_BOM)
    return text[: len(text) - len(body)] + change(body)


def _said(text: str) -> Corrections:
    return parse_corrections(text)


def _checked(text: str, expected: Corrections) -> str:
    """Give `text` when it says what is expected; a change must never say anything else."""
    try:
        said = parse_corrections(text)
    except CorrectionsError:
        said = None
    if said != expected:
        raise CorrectionsError(
            "", "the file is written in a way that the program cannot change; do it by hand"
        )
    return text


def _find_section(page: Page, section: str) -> tuple[Scalar, Node] | None:
    members = page.root.members if isinstance(page.root, Members) else ()
    return next(((name, node) for name, node in members if name.text == section), None)


def _section(text: str, section: str) -> Node | None:
    found = _find_section(read_page(text.removeprefix(_BOM)), section)
    return found[1] if found else None


def _members(node: Node | None) -> Members:
    assert isinstance(node, Members)  # the text has been read without an error
    return node


def _set_node(text: str, number: int) -> Members:
    section = _section(text, "fields")
    assert isinstance(section, Items)
    entry = _members(section.items[number])
    return _members(next(value for name, value in entry.members if name.text == "set"))


def _reference(text: str) -> Reference:
    return Reference(clean_line(text))


def _with_tag(said: Corrections, number: int, references: tuple[Reference, ...]) -> Corrections:
    tagging = Tagging(said.tags[number].tag, references)
    return replace(said, tags=(*said.tags[:number], tagging, *said.tags[number + 1 :]))


def _value(value: str | Sequence[str] | None) -> str:
    if value is None:
        return "~"
    if isinstance(value, str):
        return clean_line(value) if _is_number(value) else _quoted_block(value)
    return f"[{', '.join(map(plain, value))}]"


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal()


def _quoted_block(value: str) -> str:
    """Give a text of several paragraphs in quotes, its line breaks escaped."""
    return '"' + r"\n".join(quoted(line)[1:-1] for line in value.splitlines() or [""]) + '"'


def _read_value(field: str, written: str) -> tuple[str, FieldValue]:
    """Read a value as it will be read from the file."""
    if field not in FIELDS:
        raise CorrectionsError("", f"there is no field {field!r}{nearest(field, list(FIELDS))}")
    node = read_page(written).root
    assert node is not None
    try:
        return read_field(field, node)
    except FieldError as error:
        raise CorrectionsError("", str(error)) from error
