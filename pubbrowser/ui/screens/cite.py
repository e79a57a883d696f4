"""The citing menu: formats and styles on the left, what they make of the papers on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from pubbrowser.citing.choices import Choice
from pubbrowser.citing.manner import Markup
from pubbrowser.citing.order import in_order
from pubbrowser.citing.styles import StyleError, all_styles
from pubbrowser.model import Work
from pubbrowser.ui.citations import Citations
from pubbrowser.ui.cite_menu import MARKUPS, NamedStyle, menu_rows, named_styles, written_as
from pubbrowser.ui.errands import citation
from pubbrowser.ui.screens.dialog import Dialog
from pubbrowser.ui.widgets.choice_list import ChoiceList
from pubbrowser.ui.widgets.line_list import LineList
from pubbrowser.ui.wording import counted

_PREVIEWED = 30
"""Of how many papers the preview is made, which follows the cursor; copying takes all."""
_COMMANDS = {"s": "save", "d": "make_default"}
"""Letters that act when they are pressed alone; what is typed on at once are words to narrow."""
_ALONE = 0.25
"""Seconds after which a letter was pressed alone. "science" is typed faster than that."""
_MARKUP_NAMES = {"text": "text", "markdown": "Markdown", "html": "HTML"}
_HINT = (
    "Enter copies · s saves · d default · ← → text, Markdown, HTML · type to narrow · Esc leaves"
)
_HINT_SHORT = "Enter copy · s save · d default · ← → markup · Esc"
_HINT_TYPING = "Enter copies · Tab to the list, where s saves and d makes it the default · Esc"
_HINT_TYPING_SHORT = "Enter copy · Tab to the list for s, d, ← → · Esc"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be done, and as what."""

    what: Literal["copy", "save"]
    choice: Choice


class CiteScreen(Dialog[Chosen | None]):
    """Asks as what the papers are to be cited; gives that, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", show=False),
        Binding("enter", "copy", show=False, priority=True),
        Binding("ctrl+s", "save", show=False),
        Binding("slash", "narrow", show=False),
        Binding("left", "markup(-1)", show=False),
        Binding("right", "markup(1)", show=False),
        Binding("tab", "other_side", show=False),
    ]

    CSS_PATH = "cite.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012

    @dataclass
    class StylesListed(Message):
        """The names of all styles are there."""

        styles: list[NamedStyle]

    @dataclass
    class Previewed(Message):
        """What a choice makes of the papers, or why it cannot."""

        choice: Choice
        text: str
        failed: bool

    def __init__(self, works: Sequence[Work], citations: Citations, bib: Path | None) -> None:
        """`bib` is the .bib file whose keys in-text citations have."""
        super().__init__()
        self._bib = bib
        self._works, self._citations = in_order(works), citations
        self._markup: Markup | None = None
        """What styles are written as; None as long as nobody has said, when recent choices are
        as they were."""
        self._styles: list[NamedStyle] = []
        self._pending = ""
        self._alone: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="cite") as box:
            box.border_title = Content(f"Cite {counted(len(self._works), 'paper')}")
            with Horizontal(id="cite-body"):
                with Vertical(id="cite-menu"):
                    yield Input(
                        placeholder="type to narrow",
                        id="cite-narrow",
                        compact=True,
                        select_on_focus=False,  # the letter that begins it is there already
                    )
                    yield ChoiceList(self._citations.is_default, id="cite-choices")
                with VerticalScroll(id="cite-preview"):
                    yield Static(id="cite-text", markup=False)
            yield Static(id="cite-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()
        self._show_rows(keep=self._citations.default)
        self._show_hint()
        self._list_styles()

    def on_resize(self) -> None:
        self._show_hint()

    # The list

    def _show_rows(self, keep: Choice | None = None) -> None:
        """Show what fits the words typed, the cursor on the choice `keep` where it is listed."""
        typed = self.query_one("#cite-narrow", Input).value
        rows = menu_rows(typed, self._markup, self._citations.recent, self._styles)
        cursor = next((n for n, row in enumerate(rows) if row.choice == keep), 0)
        self.query_one(ChoiceList).show(rows, cursor)
        self._show_title()

    def _show_title(self) -> None:
        pane = self.query_one("#cite-preview")
        row = self.query_one(ChoiceList).current
        now = row.choice.format.name if row else ""
        shown = [f"[{name}]" if key == now else name for key, name in _MARKUP_NAMES.items()]
        takes_style = row is not None and row.choice.format.takes_style
        pane.border_title = Content(" · ".join(shown) if takes_style else "")

    @work(thread=True, group="styles", exit_on_error=False)
    def _list_styles(self) -> None:
        self.post_message(self.StylesListed(named_styles(all_styles())))

    @on(StylesListed)
    def _take_styles(self, event: StylesListed) -> None:
        self._styles = event.styles
        field = self.query_one("#cite-narrow", Input)
        field.placeholder = f"type to find one of {len(self._styles):,} styles"
        if field.value:
            row = self.query_one(ChoiceList).current
            self._show_rows(row.choice if row else None)

    @on(Input.Changed, "#cite-narrow")
    def _narrow(self) -> None:
        self._show_rows()

    @on(events.Key)
    def _type_or_move(self, event: events.Key) -> None:
        """Let letters in the list narrow it, and arrows in the field move in the list."""
        field, choices = self.query_one("#cite-narrow", Input), self.query_one(ChoiceList)
        letter = (event.character or "").strip(" /") if event.is_printable else ""
        if self.focused is field:
            if event.key in ("down", "up"):
                choices.cursor += 1 if event.key == "down" else -1
                self.set_focus(choices)
                event.stop()
        elif letter in _COMMANDS and not self._pending:
            self._pending = letter
            self._alone = self.set_timer(_ALONE, self._act)
            event.stop()
        elif letter:
            self.set_focus(field)
            field.insert_text_at_cursor(self._take_pending() + letter)
            event.stop()
        elif event.key == "backspace" and field.value:
            self.set_focus(field)
            field.action_delete_left()
            event.stop()

    def _take_pending(self) -> str:
        """Give the letter that waits for whether another follows, and wait no more."""
        letter, self._pending = self._pending, ""
        if self._alone is not None:
            self._alone.stop()
        return letter

    async def _act(self) -> None:
        """Do what the letter stands for that was pressed alone."""
        if letter := self._take_pending():
            await self.run_action(_COMMANDS[letter])

    def action_narrow(self) -> None:
        self.set_focus(self.query_one("#cite-narrow", Input))

    def action_other_side(self) -> None:
        """Go from the field to the list, from there to the preview, and back to the list."""
        preview, choices = self.query_one("#cite-preview"), self.query_one(ChoiceList)
        self.set_focus(preview if self.focused is choices else choices)

    def on_descendant_focus(self) -> None:
        self._show_hint()

    def action_step_back(self) -> None:
        field = self.query_one("#cite-narrow", Input)
        if field.value:
            row = self.query_one(ChoiceList).current
            field.clear()
            self._show_rows(row.choice if row else None)
            self.set_focus(self.query_one(ChoiceList))
        elif self.focused is field:
            self.set_focus(self.query_one(ChoiceList))
        else:
            self.dismiss(None)

    def action_markup(self, by: int) -> None:
        """Write styles as text, Markdown or HTML."""
        row = self.query_one(ChoiceList).current
        if row is None or not row.choice.format.takes_style:
            return
        now = next(place for place, name in enumerate(MARKUPS) if name == row.choice.format.name)
        self._markup = MARKUPS[(now + by) % len(MARKUPS)]
        self._show_rows(written_as(self._markup, row.choice))

    # The preview

    @on(LineList.CursorMoved, "#cite-choices")
    def _follow_cursor(self) -> None:
        self._show_title()
        row = self.query_one(ChoiceList).current
        if row is None:
            self.query_one("#cite-text", Static).update(
                Content.styled("No format or style has all these words.", "$foreground-muted")
            )
        else:
            self._preview(row.choice)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _preview(self, choice: Choice) -> None:
        try:
            works = self._works[:_PREVIEWED]
            text = citation(works, choice, self._citations.manner, self._bib).text
        except StyleError as error:
            self.post_message(self.Previewed(choice, str(error), True))
        else:
            if choice.format.name == "text":
                text = text.replace("\n", "\n\n")  # where lines wrap, references need a gap
            self.post_message(self.Previewed(choice, text, False))

    @on(Previewed)
    def _show_preview(self, event: Previewed) -> None:
        row = self.query_one(ChoiceList).current
        if row is None or row.choice != event.choice:  # the cursor has gone on
            return
        content = Content.styled(event.text, "$text-error") if event.failed else Content(event.text)
        if (rest := len(self._works) - _PREVIEWED) > 0:
            more = f"\n… and {counted(rest, 'more paper', 'more papers')}"
            content += Content.styled(more, "$foreground-muted")
        self.query_one("#cite-text", Static).update(content)
        self.query_one("#cite-preview", VerticalScroll).scroll_home(animate=False)

    # What is chosen

    async def action_copy(self) -> None:
        if self._pending:
            await self._act()
        else:
            self._choose("copy")

    def action_save(self) -> None:
        self._choose("save")

    def _choose(self, what: Literal["copy", "save"]) -> None:
        if (row := self.query_one(ChoiceList).current) is not None:
            self.dismiss(Chosen(what, row.choice))

    @on(LineList.RowChosen, "#cite-choices")
    def _row_chosen(self) -> None:
        self._choose("copy")

    def action_make_default(self) -> None:
        if (row := self.query_one(ChoiceList).current) is not None:
            words = self._citations.make_default(row.choice)
            self.query_one(ChoiceList).redraw_rows()
            self.query_one("#cite-hint", Static).update(Content.styled(f"✓ {words}", "bold"))

    def _show_hint(self) -> None:
        typing = self.focused is self.query_one("#cite-narrow", Input)
        long, short = (_HINT_TYPING, _HINT_TYPING_SHORT) if typing else (_HINT, _HINT_SHORT)
        hint = long if self.size.width >= len(long) + 8 else short
        self.query_one("#cite-hint", Static).update(hint)
