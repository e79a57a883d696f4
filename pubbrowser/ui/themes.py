"""The program's own colours, one dark and one light theme beside Textual's."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="pubbrowser-dark",
    primary="#7aa2c9",
    secondary="#5b7a99",
    accent="#e0a458",
    foreground="#d7dce2",
    background="#14181d",
    surface="#191e25",
    panel="#222932",
    success="#8fbf7f",
    warning="#e6c07b",
    error="#d9716c",
    dark=True,
    variables={"block-cursor-text-style": "none"},
)

LIGHT = Theme(
    name="pubbrowser-light",
    primary="#2f5d8a",
    secondary="#7c9ab8",
    accent="#a35a00",
    foreground="#22272e",
    background="#faf8f4",
    surface="#f3f0ea",
    panel="#e6e1d8",
    success="#3c7a34",
    warning="#8a5a00",
    error="#b3362f",
    dark=False,
    variables={"block-cursor-text-style": "none"},
)

WITHOUT_COLOUR = "ansi-dark"
"""Textual's theme for NO_COLOR: it uses the terminal's own colours."""
