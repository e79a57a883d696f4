"""Copying in the background: one text at a time, the newest wins, and leaving does not wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from pubbrowser.system.helpers import GivenUpError, Stop

if TYPE_CHECKING:
    from pubbrowser.ui.errands import Copied, Errand

_GRACE = 0.5
"""Seconds that leaving waits for a text just being copied; clipboards that work take less."""
_LEFT_TOO_EARLY = "Not copied: you left before the clipboard had answered"


class Copying:
    """Copies texts in threads that do not keep the program from ending."""

    def __init__(self, send_to_terminal: Callable[[str], None]) -> None:
        """`send_to_terminal` writes a control sequence; it is called in the thread."""
        self._send = send_to_terminal
        self._stop = Stop()
        self._thread: threading.Thread | None = None
        self._untold: Future[Copied] | None = None

    def start(self, errand_of: Callable[[], Errand]) -> Future[Copied]:
        """Begin to copy what `errand_of` gives in the thread; a text that is still being copied
        is given up for this one.

        The future gives how it went, or raises what `errand_of` does or `GivenUpError`.
        """
        self._stop.ask()
        result: Future[Copied] = Future()
        result.set_running_or_notify_cancel()  # so that nobody who waits for it can cancel it
        before, stop = self._thread, Stop()

        def run() -> None:
            from pubbrowser.ui.errands import run_copy

            try:
                errand = errand_of()
                if before is not None:
                    before.join()  # or each would find the other's text on the clipboard
                result.set_result(run_copy(errand, self._send, stop))
            except BaseException as error:
                result.set_exception(error)

        self._stop, self._untold = stop, result
        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        return result

    def told(self, result: Future[Copied]) -> None:
        """Note that the person has been told how it went."""
        if self._untold is result:
            self._untold = None

    def finish(self) -> str:
        """End it, since the program is left: what is being copied gets a moment more.

        Gives what the person must still be told: nothing where it was copied indeed.
        """
        if self._thread is not None:
            self._thread.join(_GRACE)
            self._stop.ask()
            self._thread.join(_GRACE)  # it ends its helpers
        if self._untold is None:
            return ""
        if not self._untold.done():
            return _LEFT_TOO_EARLY
        try:
            copied = self._untold.result()
        except GivenUpError:
            return _LEFT_TOO_EARLY
        except Exception as error:  # of writing the citation
            return f"Not copied: {error}"
        return "" if copied.result.outcome == "verified" else copied.words
