"""Changes of YAML as text: what is not changed stays as it was written, comments included.

Offsets come from the tree that `notation` reads. No function here knows what a file means;
`edit` reads every result again and compares.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from pubbrowser.merging.corrections.notation import Items, Members, Node, Page, Scalar
from pubbrowser.text import clean_line

_WIDTH = 96
"""Longer lists are written with one item per line."""
_PLAIN = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+)*")
_NOT_PLAIN = frozenset(("null", "Null", "NULL"))
_LINE = re.compile(r"[^\r\n]*")
_COMMENT = re.compile(r"( *)#")
_BREAK = re.compile(r"\r\n|\n|\r")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A value as YAML: in one line, and in the lines that it has below a dash."""

    flow: str
    lines: tuple[str, ...]


def quoted(text: str) -> str:
    """Give `text`, cleaned, in quotes."""
    json_text = json.dumps(clean_line(text), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def plain(text: str) -> str:
    """Give `text`, cleaned, without quotes where YAML needs none."""
    text = clean_line(text)
    return text if _PLAIN.fullmatch(text) and text not in _NOT_PLAIN else quoted(text)


def written_list(values: list[str]) -> Written:
    """Give a list of values that are written already."""
    flow = f"[{', '.join(values)}]"
    if len(flow) <= _WIDTH:
        return Written(flow, (flow,))
    lines = [f"{' ' if at else '['}{value}," for at, value in enumerate(values)]
    return Written(flow, (*lines[:-1], lines[-1][:-1] + "]"))


def add_item(text: str, items: Items, value: Written) -> str:
    """Add `value` at the end of a list."""
    if items.flow:
        at = items.items[-1].end if items.items else items.start + 1
        return _put(text, at, f"{', ' if items.items else ''}{value.flow}")
    return _put_lines(text, items.end, items.column, _dashed(value, items.column))


def add_member(text: str, members: Members, name: str, value: Written) -> str:
    """Add `name: value` at the end of lines of this form; `name` is written already."""
    if members.flow:
        at = members.members[-1][1].end if members.members else members.start + 1
        return _put(text, at, f"{', ' if members.members else ''}{name}: {value.flow}")
    line = " " * members.column + f"{name}: {value.flow}"
    return _put_lines(text, members.end, members.column, [line])


def add_section(text: str, page: Page, name: str, value: Written, *, member: str = "") -> str:
    """Begin a section with one item `value`, or with `member: value` when that is given."""
    root = page.root
    if isinstance(root, Members) and root.flow:
        section = Written(f"{{{member}: {value.flow}}}" if member else f"[{value.flow}]", ())
        return add_member(text, root, name, section)
    column = root.column if isinstance(root, Members) else 0
    indent = " " * column
    lines = [f"{indent}{name}:", *_below(column, value, member)]
    line_break = _line_break(text)
    before = text[: page.end]
    lead = line_break if before and before[-1] not in "\r\n" else ""
    new = lead + line_break.join(lines) + line_break
    return before + new + text[page.end :]


def fill_section(
    text: str, page: Page, name: Scalar, empty: Node, value: Written, *, member: str = ""
) -> str:
    """Put a first item, or `member: value`, into the section `name`, in which nothing stands."""
    root = page.root
    if isinstance(root, Members) and root.flow:
        flow = f"{{{member}: {value.flow}}}" if member else f"[{value.flow}]"
        return replace_value(text, empty, flow)
    text = text[: empty.start] + text[empty.end :]
    column = root.column if isinstance(root, Members) else 0
    return _put_lines(text, name.end, 0, _below(column, value, member), comments=False)


def replace_value(text: str, node: Node, value: str) -> str:
    """Put `value`, which is written already, in the place of `node`."""
    space = " " if node.start == node.end else ""
    return text[: node.start] + space + value + text[node.end :]


def remove_item(text: str, items: Items, number: int) -> str:
    """Take one item out of a list, in lines of its own with these lines."""
    item = items.items[number]
    if items.flow:
        if number:
            return text[: items.items[number - 1].end] + text[item.end :]
        end = items.items[1].start if len(items.items) > 1 else item.end
        return text[: item.start] + text[end:]
    before = items.items[number - 1].end if number else items.start
    dash = text.rfind("-", before, item.start)
    start = max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1
    end = _line_end(text, item.end)
    closing = _BREAK.match(text, end)
    return text[:start] + text[closing.end() if closing else end :]


def _below(column: int, value: Written, member: str) -> list[str]:
    if member:
        return [" " * (column + 2) + f"{member}: {value.flow}"]
    return _dashed(value, column + 2)


def _dashed(value: Written, column: int) -> list[str]:
    return [
        " " * column + ("  " if number else "- ") + line for number, line in enumerate(value.lines)
    ]


def _put(text: str, at: int, new: str) -> str:
    return text[:at] + new + text[at:]


def _put_lines(text: str, after: int, column: int, lines: list[str], comments: bool = True) -> str:
    """Put `lines` below the line that `after` is in, and below the comments that belong to it:
    those that are indented as far as what they follow."""
    at = _line_end(text, after)
    while comments and (ending := _BREAK.match(text, at)):
        comment = _COMMENT.match(text, ending.end())
        if comment is None or len(comment[1]) < max(column, 1):
            break
        at = _line_end(text, comment.end())
    line_break = _line_break(text)
    return text[:at] + "".join(line_break + line for line in lines) + text[at:]


def _line_end(text: str, at: int) -> int:
    found = _LINE.match(text, at)
    return found.end() if found else at


def _line_break(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found else "\n"
