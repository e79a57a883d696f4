"""The author filter: names with how many of the shown papers are theirs, narrowed by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from pubbrowser.model import Person
from pubbrowser.search import Marks
from pubbrowser.text import words
from pubbrowser.ui.cells import fit, marked_segments
from pubbrowser.ui.widgets.line_list import LineList

_KEPT_IN_SIGHT = 1_000
"""Rows from the top in which the person under the cursor is looked for after a change."""


class PeopleList(LineList, can_focus=False):
    """People with their counts. It takes its keys from the field above it."""

    clicks_to_choose: ClassVar[int] = 1

    def __init__(self, person: Callable[[int], Person], *, id: str | None = None) -> None:
        """`person` gives the person of an index; it is asked for visible rows only."""
        super().__init__(id=id)
        self._person = person
        self._rows: Sequence[tuple[int, int]] = ()
        self._chosen: Set[int] = frozenset()
        self._found = Marks()

    @property
    def person_at_cursor(self) -> int | None:
        """Index of the person under the cursor, None when nobody is shown."""
        return self._rows[self.cursor][0] if self._rows else None

    def show(
        self, rows: Sequence[tuple[int, int]], chosen: Set[int], found: Marks, cursor: int
    ) -> None:
        """Show `rows` of (person, papers), those in `chosen` as chosen."""
        self._rows, self._chosen, self._found = rows, chosen, found
        self.replace_rows(len(rows), cursor)

    @property
    def _active(self) -> bool:
        return self.parent is not None and self.parent.has_pseudo_class("focus-within")

    def render_row(self, row: int, width: int, base: Style) -> list[Segment]:
        number, count = self._rows[row]
        person = self._person(number)
        dim = self.styled("dim", base)
        figure = f" {count:,}"
        name = fit(person.name.full + (" ★" if person.owner else ""), width - 3 - len(figure))
        return [
            Segment("▌" if row == self.cursor else " ", self.styled("accent", base)),
            Segment("✓ " if number in self._chosen else "  ", self.styled("mark", base)),
            *marked_segments(name, self._found.spans(name), base, self.styled("match", base)),
            Segment(figure, dim),
        ]


class PeoplePane(Vertical):
    """A field to narrow the names, and the names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    DEFAULT_CSS = """
    PeoplePane {
        & > Input { height: 1; border: none; padding: 0 1; background: $surface; }
        & > Input:focus { background: $boost; border: none; }
        & > PeopleList { height: 1fr; }
        & > #people-variants {
            height: auto; max-height: 2; padding: 0 3; color: $foreground-muted; display: none;
        }
        &:focus-within > #people-variants { display: block; }
    }
    """

    @dataclass
    class PersonToggled(Message):
        """A person was chosen, or given up again."""

        person: int

    def __init__(self, person: Callable[[int], Person], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._person = person
        self._counts: Sequence[tuple[int, int]] = ()
        self._chosen: tuple[int, ...] = ()
        self._everyone = 0
        self._known_words: dict[int, frozenset[str]] = {}

    def compose(self) -> ComposeResult:
        yield Input(placeholder="type a name", id="people-narrow", compact=True)
        yield PeopleList(self._person, id="people-list")
        yield Static(id="people-variants", markup=False)

    @property
    def narrowed(self) -> bool:
        """Whether something is typed into the field."""
        return bool(self.query_one(Input).value)

    def show(
        self, counts: Sequence[tuple[int, int]], chosen: tuple[int, ...], everyone: int
    ) -> None:
        """Show everyone in `counts` of (person, papers), chosen people first.

        Of all people, `everyone` in number, those without papers here are found by typing.
        """
        self._counts, self._chosen, self._everyone = counts, chosen, everyone
        self._fill()

    def forget(self) -> None:
        """Forget what is known of people by their number: they are numbered anew."""
        self._known_words.clear()

    def clear(self) -> None:
        """Empty the field, so that all names are shown."""
        self.query_one(Input).value = ""

    def focus_field(self) -> None:
        """Put the keyboard into the field."""
        self.query_one(Input).focus()

    def _fill(self) -> None:
        typed = words(self.query_one(Input).value)
        # Everyone is counted when looked at, so the counts are shown as they are where they can be.
        rows = self._some_rows(typed) if typed or self._chosen else self._counts
        chosen = set(self._chosen)
        names = self.query_one(PeopleList)
        before = names.person_at_cursor
        top = enumerate(rows[:_KEPT_IN_SIGHT])
        cursor = next((row for row, (person, _) in top if person == before), 0)
        names.show(rows, chosen, Marks(prefixes=tuple(typed)), 0 if typed else cursor)
        nobody = "nobody of that name" if typed else "nobody"
        self.border_title = Content(f"Authors · {len(rows):,}" if rows else f"Authors · {nobody}")

    def _some_rows(self, typed: Sequence[str]) -> list[tuple[int, int]]:
        """Give the chosen people first, then the others, all of them such that answer `typed`."""
        counted = dict(self._counts)
        rows = [(person, counted.get(person, 0)) for person in self._chosen]
        rows += [row for row in self._counts if row[0] not in self._chosen]
        if not typed:
            return rows
        shown = {person for person, _ in rows}
        others = (person for person in range(self._everyone) if person not in shown)
        rows = [row for row in rows if self._answers(row[0], typed)]
        return rows + [(person, 0) for person in others if self._answers(person, typed)]

    def _answers(self, person: int, typed: Sequence[str]) -> bool:
        """Whether every typed word begins a word of one of the person's spellings."""
        known = self._known_words.get(person)
        if known is None:
            someone = self._person(person)
            spellings = (someone.name.full, *someone.variants)
            known = frozenset(word for spelling in spellings for word in words(spelling))
            self._known_words[person] = known
        return all(any(word.startswith(prefix) for word in known) for prefix in typed)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(Input.Submitted)
    def _choose_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._toggle()

    @on(LineList.RowChosen)
    def _choose_clicked(self, event: LineList.RowChosen) -> None:
        event.stop()
        self._toggle()

    def _toggle(self) -> None:
        person = self.query_one(PeopleList).person_at_cursor
        if person is not None:
            self.clear()  # what was typed has served; the next name can be typed at once
            self.post_message(self.PersonToggled(person))

    @on(LineList.CursorMoved)
    def _show_variants(self, event: LineList.CursorMoved) -> None:
        event.stop()
        person = self.query_one(PeopleList).person_at_cursor
        variants = "" if person is None else variants_of(self._person(person))
        self.query_one("#people-variants", Static).update(variants)

    def action_move(self, rows: int) -> None:
        self.query_one(PeopleList).cursor += rows

    def action_page(self, direction: int) -> None:
        names = self.query_one(PeopleList)
        names.cursor += direction * max(1, names.scrollable_content_region.height - 1)

    def on_descendant_focus(self) -> None:
        self.query_one(PeopleList).redraw_rows()

    def on_descendant_blur(self) -> None:
        self.query_one(PeopleList).redraw_rows()


def variants_of(person: Person) -> str:
    """Name the other spellings under which the documents print a person, "" without any."""
    others = [spelling for spelling in person.variants if spelling != person.name.full]
    return f"also: {', '.join(others)}" if others else ""
