"""Keys that arrive together, taken one at a time.

Textual gives every key at once to the widget that is focused when it arrives; what the key does
(for instance move the focus) happens when it has passed from there up to the app. Of keys that
come in one go, over a slow line or from a macro, all would reach the first widget: the letters
of a search would run as commands of the list.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_PATIENCE = 0.5
"""Seconds after which the next key is given out even if the one before got lost: its widget may
have been removed with the key still waiting for it."""
_ROUNDS = 2
"""A widget may answer a key with a message of its own, which passes the same way behind it."""


class OneKeyAtATime(App[None]):
    """An app that gives out a key when the one before has taken effect."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Key] = deque()
        self._under_way = 0
        """Number of the key that is passing through the widgets, 0 while none is."""
        self._given_out = 0

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not self._under_way:
            await self._give_out_next()

    async def _give_out_next(self) -> None:
        if not self._waiting:
            self._under_way = 0
            return
        self._given_out += 1
        number = self._under_way = self._given_out

        async def go_on() -> None:
            if self._under_way == number:
                await self._give_out_next()

        way = (self.focused or self.screen).ancestors_with_self
        await super().on_event(self._waiting.popleft())
        self.set_timer(_PATIENCE, go_on)
        _follow([*way] * _ROUNDS, go_on)


def _follow(way: Sequence[MessagePump], then: Callable[[], Awaitable[None]]) -> None:
    """Call `then` in the last of `way` when each of them, in turn, has done what waits for it."""
    for position, pump in enumerate(way):
        rest = way[position + 1 :]
        if not rest:
            pump.call_later(then)
        elif pump.is_running and pump.call_later(_follow, rest, then):
            return
