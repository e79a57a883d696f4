r"""A .bib file as entries with fields, read once from front to back, however broken it is.

The grammar is that of Oren Patashnik, "BibTeXing" (1988), and of btparse, which biber uses: text
outside entries is free, braces count without looking at a backslash before them, entries may
stand in parentheses, strings are joined by "#". Wherever an entry breaks the grammar it becomes
a problem, what can be told of it is kept, and reading goes on at the next entry.

A line that starts like an entry ("@article{key, title =") ends whatever is open before it. No
position is looked at more than a few times, so a hostile file costs no more than a large one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pubbrowser.model import Problem
from pubbrowser.readers.bibtex import salvage, strays
from pubbrowser.readers.bibtex.delimiters import ENTRY_AHEAD, FIELD_NAME, Delimiters
from pubbrowser.readers.bibtex.strings import MONTHS, Strings, TooLongError
from pubbrowser.readers.lines import Lines

_START = re.compile(r"@\s*+([A-Za-z][\w-]*+)\s*+([{(])")
_KEY = re.compile(r"\s*+([^\s,{}=\"]{0,300}+(?:[ \t]++[^\s,{}=\"]{1,99}+){0,20}+)\s*+(,?)")
_BETWEEN_FIELDS = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_SPACE = re.compile(r"\s*+")
_PERCENT = re.compile(r"[ \t]*+%")
_PLAIN_FIELD = re.compile(
    rf"[\s,]*+({FIELD_NAME})\s*+=\s*+"
    r"(?:\{([^{}@]*+(?:\{[^{}@]*+\}[^{}@]*+)*+)\}|\"([^\"{}@]*+)\"|(\d++))\s*+(?=[,})])"
)
_NAME = re.compile(rf"({FIELD_NAME})\s*+(=?)\s*+")
_NAME_AHEAD = re.compile(rf"\s*+{FIELD_NAME}\s*+=")
_MORE_FIELDS = re.compile(rf"\s*+(?:,\s*+{FIELD_NAME}\s*+=|{FIELD_NAME}\s*+=\s*+[{{\"\d])")
_GARBAGE = re.compile(r"[^\n,{}()@]*+")
_BARE = re.compile(r"[^\s,{}\"#=@%]++")
_REST_OF_BARE = re.compile(r"[ \t]*+[^\n,{}\"#=@]*+")


@dataclass(slots=True)
class Entry:
    """One entry as written: its fields hold LaTeX, macros put in and strings joined."""

    type: str
    """In lower case, without the "@"."""
    key: str
    line: int
    """1-based line of the "@"."""
    start: int
    """Offset of the "@" in the text."""
    fields: dict[str, str] = field(default_factory=dict)
    """By name in lower case."""


@dataclass(frozen=True, slots=True)
class _Broken(Exception):  # noqa: N818 - no error to anybody outside
    """The entry breaks off; it cannot reach beyond `resume`."""

    reason: str
    resume: int
    unclosed: bool = False


class Scanner:
    """One pass over a text. Line ends must be line feeds."""

    def __init__(self, content: str) -> None:
        self.problems: list[Problem] = []
        self.unclosed_line = 0
        """Line of the first entry whose braces or quotes are never closed; 0 if there is none."""
        self._content = content
        self._at = 0
        self._lines = Lines(content)
        self._macros = Strings(len(content))
        self._delimiters = Delimiters(content)
        self._line_start = 0
        self._odd_line = 0

    @property
    def end(self) -> int:
        """Offset behind the entry that was given last."""
        return self._at

    def entries(self) -> Iterator[Entry]:
        """Give the entries in order; `problems` grows on the way."""
        while found := _START.search(self._content, self._at):
            self._tell_headless(found.start())
            kind = found[1].lower()
            if self._is_commented_out(found):
                self._at = found.end()
            elif kind == "comment":
                self._skip_comment(found)
            elif kind == "preamble":
                self._skip_preamble(found)
            elif kind == "string":
                self._define(found)
            elif entry := self._entry(found):
                yield entry
        cut = strays.cut_off(self._content, self._at)
        self._tell_headless(cut if cut >= 0 else len(self._content))
        if cut >= 0:
            self._note(self._lines.of(cut), strays.CUT)

    def _note(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))

    # Parts of a file

    def _is_commented_out(self, found: re.Match[str]) -> bool:
        """Say whether "%" stands before an entry, as biber reads it; BibTeX knows no comments."""
        newline = self._content.rfind("\n", self._line_start, found.start())
        self._line_start = max(self._line_start, newline + 1)
        if not _PERCENT.match(self._content, self._line_start):
            return False
        if self._begins_entry(found):
            self._note(self._lines.of(found.start()), strays.COMMENTED_OUT)
        return True

    def _skip_comment(self, found: re.Match[str]) -> None:
        """Skip what the braces of a comment hold; where they do not close, only the word."""
        self._at = found.end()
        if found[2] == "{" and (end := self._delimiters.closing_brace(found.end() - 1)):
            self._at = end

    def _skip_preamble(self, found: re.Match[str]) -> None:
        line = self._lines.of(found.start())
        self._at = found.end()
        try:
            self._skip(_SPACE)
            self._value(line)
            self._close(found, line)
        except _Broken as broken:
            self._give_up(found, broken, line, "@preamble")

    def _define(self, found: re.Match[str]) -> None:
        line, macros = self._lines.of(found.start()), dict[str, str]()
        self._at = found.end()
        try:
            self._fields(macros, found, line)
        except _Broken as broken:
            self._give_up(found, broken, line, "@string")
        self._macros.define(macros)

    def _entry(self, found: re.Match[str]) -> Entry | None:
        start = found.start()
        if not self._begins_entry(found):
            self._at = found.end()
            self._tell_stray(found)
            return None
        entry = Entry(found[1].lower(), "", self._lines.of(start), start)
        self._at = found.end()
        try:
            entry.key = self._key(entry.line)
            self._fields(entry.fields, found, entry.line)
        except _Broken as broken:
            named = f'the entry "{entry.key}"' if entry.key else "this entry"
            end = self._give_up(found, broken, entry.line, named)
            entry.fields = salvage.fields(self._content[found.end() : end], self._macros)
        return entry

    def _begins_entry(self, found: re.Match[str]) -> bool:
        """Tell an entry from free text such as "me@host{x}" and "@home (see there)"."""
        if strays.is_prose(self._content, found):
            return ENTRY_AHEAD.match(self._content, found.start()) is not None
        key = _KEY.match(self._content, found.end())
        if not key or not (key[1] or key[2]):
            return False
        if key[2] or self._content[key.end() : key.end() + 1] in ("}", ")", "="):
            return True
        return _NAME_AHEAD.match(self._content, key.end()) is not None

    def _tell_stray(self, found: re.Match[str]) -> None:
        """Note what begins like an entry but does not go on like one, unless it is free text."""
        if not strays.is_prose(self._content, found):
            line = self._lines.of(found.start())
            key = _KEY.match(self._content, found.end())
            is_cut = key is not None and key.end() == len(self._content)
            self._note(line, strays.CUT if is_cut else strays.NO_ENTRY)
            self.unclosed_line = self.unclosed_line or (line if is_cut else 0)

    def _tell_headless(self, end: int) -> None:
        for offset in strays.headless(self._content, self._at, end):
            self._note(self._lines.of(offset), strays.HEADLESS)

    def _give_up(self, found: re.Match[str], broken: _Broken, line: int, named: str) -> int:
        """Note what broke off and give the offset at which reading goes on."""
        ahead = ENTRY_AHEAD.search(self._content, max(broken.resume, found.end()))
        self._at = ahead.start() if ahead else len(self._content)
        self._note(line, f"{named} {broken.reason}; read as far as it can be told")
        if not self.unclosed_line and (broken.unclosed or not ahead):
            self.unclosed_line = line
        return self._at

    # Parts of an entry

    def _key(self, line: int) -> str:
        content = self._content
        found = _KEY.match(content, self._at)
        assert found  # it matches the empty text too
        key = found[1]
        if found[2]:
            self._at = found.end()
            if not key:
                self._note(line, "this entry has no key")
            return key
        if content[found.end() : found.end() + 1] == "=":
            key, _, first_field = key.rpartition(" ")
            self._at = content.rindex(first_field or found[1], self._at, found.end())
            self._note(line, "a comma is missing after the key" if key else "this entry has no key")
            return key.strip()
        self._at = found.end()
        if content[self._at : self._at + 1] not in ("}", ")"):
            self._note(line, "a comma is missing after the key")
        return key

    def _fields(self, fields: dict[str, str], start: re.Match[str], line: int) -> None:
        """Read fields up to the end of the entry. Raises `_Broken`."""
        while True:
            while plain := _PLAIN_FIELD.match(self._content, self._at):
                self._at = plain.end()
                name, *values = plain.groups()
                value = next(value for value in values if value is not None)
                self._add(fields, name, value, line)
            self._skip(_BETWEEN_FIELDS)
            if self._content[self._at : self._at + 1] not in ("}", ")"):
                self._field(fields, line)
            elif self._ends(start, line):
                return

    def _ends(self, start: re.Match[str], line: int) -> bool:
        """Step over a closing brace or parenthesis and say whether it ends the entry."""
        content = self._content
        expected = "}" if start[2] == "{" else ")"
        closing = content[self._at]
        if _MORE_FIELDS.match(content, self._at + 1):
            self._note(self._lines.of(self._at), f'a "{closing}" too many stands here')
        elif closing == expected:
            self._at += 1
            return True
        elif expected == ")" and closing == "}":
            self._note(line, 'this entry begins with "(" and ends with "}"')
            self._at += 1
            return True
        self._at += 1
        return False

    def _close(self, start: re.Match[str], line: int) -> None:
        self._skip(_SPACE)
        if self._content[self._at : self._at + 1] not in ("}", ")"):
            raise _Broken("does not end", self._at, self._at >= len(self._content))
        self._ends(start, line)

    def _field(self, fields: dict[str, str], line: int) -> None:
        content = self._content
        if self._at >= len(content):
            raise _Broken("is not closed", self._at, unclosed=True)
        if content[self._at] == "@" and ENTRY_AHEAD.match(content, self._at):
            raise _Broken("is not closed", self._at)
        found = _NAME.match(content, self._at)
        delimited = content[found.end() : found.end() + 1] in ("{", '"') if found else False
        if not found or not (found[2] or delimited):
            self._skip_garbage(line)
            return
        self._at = found.end()
        if not found[2]:
            self._note(self._lines.of(found.start()), f'a "=" is missing after "{found[1]}"')
        self._add(fields, found[1], self._value(line), line)
        self._skip(_SPACE)
        if content[self._at : self._at + 1] in (",", "}", ")"):
            return
        if _NAME_AHEAD.match(content, self._at):
            self._note(self._lines.of(self._at), f'a comma is missing after "{found[1]}"')
        elif self._at >= len(content):
            raise _Broken("is not closed", self._at, unclosed=True)
        elif content[self._at] == "@" and ENTRY_AHEAD.match(content, self._at):
            raise _Broken("is not closed", self._at)
        elif content[self._at] != "%":
            raise _Broken(f'has something else than a comma after "{found[1]}"', self._at)

    def _skip_garbage(self, line: int) -> None:
        begin = self._at
        self._skip(_GARBAGE)
        if self._at < len(self._content) and self._content[self._at] == "{":
            end = self._delimiters.closing_brace(self._at)
            if not end:
                raise _Broken("is not closed", begin, unclosed=True)
            self._at = end
        elif self._at == begin:
            self._at += 1
        if self._odd_line != line:  # once an entry is enough
            self._odd_line = line
            self._note(self._lines.of(begin), "this is no field: a name and a value are expected")

    def _add(self, fields: dict[str, str], name: str, value: str, line: int) -> None:
        name = name.lower()
        if name not in fields:
            fields[name] = value
        elif value.split() != fields[name].split():
            # BibTeX heeds the first and warns.
            self._note(line, f'the field "{name}" is given twice; the first one counts')

    # Values

    def _value(self, line: int) -> str:
        """Read strings, numbers and macros joined by "#". Raises `_Broken`."""
        content = self._content
        begin, pieces, is_too_long = self._at, [], False
        while True:
            opening = content[self._at : self._at + 1]
            if opening in ("{", '"'):
                end = self._delimiters.closing(self._at)
                if not end:
                    what = "brace" if opening == "{" else "quotation mark"
                    raise _Broken(
                        f"has a {what} in line {self._lines.of(self._at)} that is not closed",
                        self._at,
                        unclosed=True,
                    )
                pieces.append(content[self._at + 1 : end - 1])
                self._at = end
            else:
                try:
                    pieces.append(self._bare(line))
                except TooLongError:
                    is_too_long = True
            self._skip(_SPACE)
            if content[self._at : self._at + 1] != "#":
                break
            self._at += 1
            self._skip(_SPACE)
        self._macros.end_value()
        if is_too_long:
            self._note(self._lines.of(begin), "left out: strings make this value far too long")
            return ""
        return "".join(pieces)

    def _bare(self, line: int) -> str:
        """Read a number or a macro; of text without braces, all up to the end of its line."""
        found = _BARE.match(self._content, self._at)
        if not found:
            self._note(self._lines.of(self._at), "a value is missing here")
            return ""
        self._at = found.end()
        name = found[0].rstrip("})")
        self._at = found.start() + len(name)
        rest = _REST_OF_BARE.match(self._content, self._at)
        if rest and rest[0].strip() and not _NAME_AHEAD.match(self._content, self._at):
            self._at = rest.end()
            self._note(line, f'"{(name + rest[0]).strip()[:40]}" should stand in braces')
            return name + rest[0].rstrip()
        if name.isdigit() or name in self._macros:
            return self._macros.value(name)
        if name.lower()[:3] not in MONTHS and not name[0].isdigit():
            self._note(line, f'the string "{name[:40]}" is not defined above')
        return name

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if found := pattern.match(self._content, self._at):
            self._at = found.end()
