"""Copying, by the best way there is, without ever claiming more than is known.

The ways, in this order:

1. the clipboard of this machine, read back afterwards;
2. tmux's buffer, read back afterwards; tmux passes it on to the terminal around it;
3. OSC 52, by which a program asks its terminal to copy (xterm's "Control Sequences",
   "Manipulate Selection Data"). It works over SSH, but terminals do not answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from pubbrowser.system.desktop_clipboard import ClipboardError, copy_verified, same_text
from pubbrowser.system.helpers import GivenUpError, Helpers, Stop
from pubbrowser.system.osc52 import TooLongError, osc52
from pubbrowser.system.surroundings import is_remote, takes_osc52

_PATIENCE = 2.0
"""Seconds that each of the helpers may take."""

Outcome = Literal["verified", "sent", "failed"]
Place = Literal["the system clipboard", "tmux's buffer", "the terminal", ""]


@dataclass(frozen=True, slots=True)
class CopyResult:
    """What became of a text that was to be copied."""

    outcome: Outcome
    """`verified`: it was read back; `sent`: handed to a terminal that cannot confirm it."""
    where: Place = ""
    """Where the text is (verified) or went (sent); "" when it failed."""
    detail: str = ""
    """Words for the person that continue a sentence: "to the system clipboard", "sent to your
    terminal, which cannot confirm it", or why nothing worked and what to do instead."""


class _StepError(Exception):
    """One way of copying did not work; the message says why."""


class _RefusedError(_StepError):
    """A helper answered, with an error."""


def copy(
    text: str,
    *,
    send_to_terminal: Callable[[str], None] | None,
    environment: Mapping[str, str] | None = None,
    patience: float | None = None,
    stop: Stop | None = None,
) -> CopyResult:
    """Copy `text` where the person can paste it, and say what is known about it.

    `send_to_terminal` writes a control sequence to the terminal; None when there is none.
    `environment` is the process' own unless given; pyperclip itself looks at that one only.
    `patience` is how many seconds one step may take, 2 unless given; at worst all take six times
    as long, so call this from a thread, and never from two at once: they would find each other's
    text on the clipboard. Raises `GivenUpError` soon after `stop` is asked, and nothing else of
    its own; no helper is left hanging, whatever goes through it.
    """
    environment = os.environ if environment is None else environment
    patience = _PATIENCE if patience is None else patience
    stop = stop or Stop()
    if not text:
        return CopyResult("failed", "", "there is nothing to copy")
    reasons = []
    try:
        _to_system(text, environment, patience, stop)
        return CopyResult("verified", "the system clipboard", "to the system clipboard")
    except _StepError as error:
        reasons.append(str(error))
    try:
        _to_tmux(text, environment, patience, stop)
        return CopyResult("verified", "tmux's buffer", "to tmux's buffer")
    except _StepError as error:
        reasons.append(str(error))
    if stop.asked:
        raise GivenUpError
    try:
        _to_terminal(text, environment, send_to_terminal)
        detail = "sent to your terminal, which cannot confirm it"
        return CopyResult("sent", "the terminal", detail)
    except _StepError as error:
        reasons.append(str(error))
    said = "; ".join(filter(None, reasons))
    return CopyResult("failed", "", f"{said}; save it to a file instead")


def _to_system(text: str, environment: Mapping[str, str], patience: float, stop: Stop) -> None:
    """Copy to the clipboard of this machine, if the person sits at it."""
    if is_remote(environment) or _attached_from_afar(environment, patience, stop):
        raise _StepError("")  # the clipboard here is not the person's, nothing to complain about
    try:
        copy_verified(text, environment, patience, stop)
    except ClipboardError as error:
        raise _StepError(str(error)) from error


def _to_tmux(text: str, environment: Mapping[str, str], patience: float, stop: Stop) -> None:
    if not environment.get("TMUX"):
        raise _StepError("")
    try:
        # -w, which also tells the terminal around tmux, came with tmux 3.2.
        _tmux(["load-buffer", "-w", "-"], environment, patience, stop, text)
    except _RefusedError:
        _tmux(["load-buffer", "-"], environment, patience, stop, text)
    if not same_text(_tmux(["save-buffer", "-"], environment, patience, stop), text):
        raise _StepError("tmux did not take the text")


def _to_terminal(
    text: str, environment: Mapping[str, str], send: Callable[[str], None] | None
) -> None:
    if send is None:
        raise _StepError("there is no terminal to send it to")
    if not takes_osc52(environment):
        raise _StepError("this terminal has no clipboard")
    try:
        send(osc52(text, in_screen=bool(environment.get("STY"))))
    except TooLongError as error:
        raise _StepError(str(error)) from error
    except (OSError, ValueError) as error:  # the terminal is gone, its stream closed
        raise _StepError(f"the terminal could not be written to ({error})") from error


def _attached_from_afar(environment: Mapping[str, str], patience: float, stop: Stop) -> bool:
    """Say whether the person has come over SSH to a tmux that was started at this machine.

    Programs in tmux keep the environment of its start; the session's own copy of these
    variables is brought up to date when someone attaches (tmux(1), `update-environment`).
    """
    if not environment.get("TMUX"):
        return False
    try:
        said = _tmux(["show-environment", "SSH_CONNECTION"], environment, patience, stop)
    except _StepError:
        return False
    return said.startswith("SSH_CONNECTION=")


def _tmux(
    arguments: list[str],
    environment: Mapping[str, str],
    patience: float,
    stop: Stop,
    text: str = "",
) -> str:
    """Run tmux with `text` as its input and give its output; raises `_StepError`."""
    with Helpers(environment, patience, stop) as helpers:
        try:
            code, output = helpers.run(["tmux", *arguments], text)
        except TimeoutError as error:
            raise _StepError("tmux did not answer") from error
        except OSError as error:
            raise _StepError("tmux could not be started") from error
    if code:
        raise _RefusedError("tmux refused the text")
    return output
