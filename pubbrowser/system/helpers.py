"""Helper programs under control: started quietly, waited for in time, never left hanging."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent import futures
from types import TracebackType
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Stop:
    """A wish to give something up, which any thread may utter and which stays."""

    def __init__(self) -> None:
        self._uttered: futures.Future[None] = futures.Future()

    def ask(self) -> None:
        """Ask to give up; asking again changes nothing."""
        with contextlib.suppress(futures.InvalidStateError):
            self._uttered.set_result(None)

    @property
    def asked(self) -> bool:
        """Whether giving up has been asked for."""
        return self._uttered.done()

    def wait_or(self, result: futures.Future[Any], seconds: float) -> None:
        """Wait for `result`, but not for longer than `seconds` nor after giving up is asked."""
        waited_for = (result, self._uttered)
        futures.wait(waited_for, seconds, return_when=futures.FIRST_COMPLETED)


class GivenUpError(Exception):
    """It was asked to give up, and so what was begun has not been ended."""


class Helpers:
    """The helper programs of one errand. Used as a context: at its end none of them is waited
    for any longer, those that have not ended are killed, and no more are started."""

    def __init__(self, environment: Mapping[str, str], patience: float, stop: Stop) -> None:
        """`patience` is how many seconds one step may take."""
        self._environment = dict(environment)
        self._patience = patience
        self._stop = stop
        self._started: list[subprocess.Popen[Any]] = []
        self._closed = False
        self._lock = threading.Lock()

    def __enter__(self) -> Helpers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._closed = True
        for helper in self._started:
            _end(helper)

    def start(self, *arguments: Any, **options: Any) -> subprocess.Popen[Any]:
        """Start a program as `subprocess.Popen` does. Raises `OSError` when it cannot be."""
        # Some live on in the background to serve what was copied. Sharing our standard output
        # they would keep a pipe behind the program from ever ending, their complaints would land
        # in the middle of the screen, and from our standard input they would take keys away. In
        # a session of their own they outlive Ctrl-C and the terminal.
        quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        ours = {"start_new_session": True, "env": self._environment}
        with self._lock:
            if self._closed:  # a thread that was given up comes late
                raise GivenUpError
            helper = subprocess.Popen(*arguments, **(quiet | options | ours))
            self._started.append(helper)
        return helper

    def run(self, command: list[str], text: str = "") -> tuple[int, str]:
        """Run `command` with `text` as its input; give its exit code and its output.

        Raises `OSError` when it cannot be started, else as `in_time` does.
        """

        def work() -> tuple[int, str]:
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            helper = self.start(command, **pipes)
            output, _ = helper.communicate(text.encode("utf-8", "replace"))
            return helper.returncode, output.decode("utf-8", "replace")

        return self.in_time(work)

    def in_time(self, work: Callable[[], _Result], times: float = 1) -> _Result:
        """Give what `work` gives or raise what it raises; it runs in a thread of its own.

        Raises `TimeoutError` when that takes longer than the patience (`times` so many), and
        `GivenUpError` as soon as giving up is asked for.
        """
        result: futures.Future[_Result] = futures.Future()

        def run() -> None:
            try:
                result.set_result(work())
            except BaseException as error:
                result.set_exception(error)

        if self._stop.asked:
            raise GivenUpError
        threading.Thread(target=run, daemon=True).start()
        self._stop.wait_or(result, self._patience * times)
        if result.done():
            return result.result()
        raise GivenUpError if self._stop.asked else TimeoutError


def _end(helper: subprocess.Popen[Any]) -> None:
    """End a helper that hangs, with all that it has started."""
    if helper.poll() is not None:
        return
    if sys.platform == "win32":
        helper.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(helper.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        helper.wait(1)
