"""Every action of the browser, once: keys, footer, help and palette are made from this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Pane = Literal["papers", "details", "people", "years", "search"]

_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "ctrl+p": "Ctrl+P",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the person at the keyboard can do on the main screen."""

    name: str
    """The action method it calls, without "action_"; also its name in the configuration."""
    keys: str
    """Keys in Textual's names, separated by commas."""
    label: str
    """One or two words, for the footer."""
    help: str
    """What it does, for the help and the palette."""
    group: str
    """The heading it stands under in the help."""
    panes: tuple[Pane, ...] = ()
    """The panes in whose footer it is named."""
    in_palette: bool = True

    @property
    def key_names(self) -> str:
        """The keys as people write them: "j", "Esc", "Shift+Tab"."""
        return " ".join(_KEY_NAMES.get(key, key) for key in self.keys.split(","))


_EVERYWHERE: tuple[Pane, ...] = ("papers", "details", "people", "years")
_ON_PAPERS: tuple[Pane, ...] = ("papers", "details")

ACTIONS: tuple[Action, ...] = (
    Action(
        "search", "slash", "search",
        "Search titles, authors, venues and abstracts as you type", "Find", _EVERYWHERE,
    ),
    Action(
        "open_repository", "o", "code",
        "Open the code of this paper, or of the marked papers", "Papers", _ON_PAPERS,
    ),
    Action(
        "open_page", "O", "page",
        "Open the page of this paper, or of the marked: DOI, arXiv, site", "Papers",
        _ON_PAPERS,
    ),
    Action(
        "copy_citation", "c", "cite",
        "Copy the reference of this paper, or of the marked", "Papers", _ON_PAPERS,
    ),
    Action(
        "copy_bibtex", "b", "BibTeX",
        "Copy the BibTeX of this paper, or of the marked", "Papers", _ON_PAPERS,
    ),
    Action(
        "copy_in_text", "t", "in text",
        "Copy the in-text citation, such as \\cite{…}, of this paper or of the marked", "Papers",
        _ON_PAPERS,
    ),
    Action(
        "choose_citation", "C", "cite as",
        "Choose a style or format with a preview; copy, save, or make it the default", "Papers",
        _ON_PAPERS,
    ),
    Action(
        "yank", "y", "copy …",
        "Copy key, title, DOI, link, abstract or any format: a second key chooses", "Papers",
        _ON_PAPERS,
    ),
    Action(
        "append_to_bib", "B", "to .bib",
        "Append this paper, or the marked, to a .bib file, without what it has already", "Papers",
        _ON_PAPERS,
    ),
    Action(
        "choose_bib_file", "F", "other .bib",
        "Append to another .bib file, from then on that of this folder", "Papers",
    ),
    Action(
        "mark", "space", "mark",
        "Mark or unmark this paper and go to the next", "Papers", ("papers",),
    ),
    Action("unmark_all", "U", "unmark", "Remove all marks; again to bring them back", "Papers"),
    Action(
        "show_details", "enter", "details",
        "Go to the details of this paper", "Papers", ("papers",),
    ),
    Action(
        "filter_people", "a", "authors",
        "Choose authors: type to narrow the names, Enter to choose", "Find", ("papers", "details"),
    ),
    Action(
        "filter_years", "h", "years",
        "Choose years in the histogram", "Find", ("papers", "details"),
    ),
    Action("filter_code", "x", "with code", "Show only papers with code, or all again", "Find"),
    Action("sort", "s", "sort", "Choose the order of the list", "Find", ("papers",)),
    Action(
        "step_back", "escape", "back",
        "Take back one step: leave a pane, then drop the last filter", "Find",
        ("people", "years", "details", "search"), in_palette=False,
    ),
    Action("clear_filters", "R", "all", "Drop every filter and show all papers", "Find"),
    Action(
        "join_marked", "J", "join",
        "The marked entries are one paper: join them", "Correct",
    ),
    Action(
        "split_work", "S", "split",
        "This paper is several: split it into its entries", "Correct",
    ),
    Action("alias_people", "A", "one person", "The chosen authors are one person", "Correct"),
    Action("edit_field", "E", "edit", "Correct a field of this paper", "Correct"),
    Action("undo_correction", "u", "undo", "Take the last correction back", "Correct"),
    Action("next_pane", "tab", "next pane", "Go to the next pane", "Move", in_palette=False),
    Action("previous_pane", "shift+tab", "", "Go to the previous pane", "Move", in_palette=False),
    Action("help", "question_mark", "help", "Show all keys", "Program", _EVERYWHERE),
    Action("quit", "q", "quit", "Leave the browser", "Program", ("papers",)),
)  # fmt: skip
"""The order is that of the footer, most wanted first: what does not fit is left out."""

PANE_HINTS: dict[Pane, tuple[tuple[str, str], ...]] = {
    "papers": (),
    "details": (("j k", "scroll"), ("1 … 9", "open link")),
    "people": (("↓ ↑", "move"), ("Enter", "choose")),
    "years": (("← →", "move"), ("Shift+← →", "range"), ("Enter", "choose")),
    "search": (("Enter", "keep"),),
}
"""(keys, label) of keys that belong to a pane itself, for its footer."""

FIXED_KEYS: tuple[tuple[str, str, str], ...] = (
    ("Move", "j k ↓ ↑", "One line down or up"),
    ("Move", "g G Home End", "To the first or the last line"),
    ("Move", "Ctrl+D Ctrl+U", "Half a page down or up"),
    ("Move", "PgDn PgUp", "A page down or up"),
    ("Papers", "1 … 9", "Open the link of that number in the details"),
    ("Years", "← → h l", "To the year before or after"),
    ("Years", "Shift+← Shift+→", "Widen the range of years"),
    ("Years", "Space", "Show only this year, or all years again"),
    ("Years", "Enter", "Choose this year; once chosen, back to the papers"),
    ("Authors", "↓ ↑ Enter", "Choose a name, or give it up again"),
    ("Mouse", "click, wheel", "Move, scroll; a double click opens the details"),
    ("Mouse", "drag", "Over the years: choose a range"),
    ("Mouse", "a name in the details", "Filter by that author, or no longer"),
    ("Program", "Ctrl+P", "Command palette: every action, themes"),
    ("Program", "Ctrl+C", "Leave the browser at once"),
    ("Program", "Ctrl+Z", "Suspend the browser; `fg` brings it back"),
)
"""(group, keys, help) of keys that belong to a pane and not to an action."""


def bindings() -> list[BindingType]:
    """Give the bindings of the main screen; their ids are the actions' names."""
    return [
        Binding(action.keys, action.name, action.help, show=False, id=action.name)
        for action in ACTIONS
    ]
