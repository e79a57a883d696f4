"""The way to a terminal that has gone away."""

from __future__ import annotations

import io
import threading

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from pubbrowser.ui.driver import WhileItLasts


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_leaving_does_not_wait_for_a_terminal_that_is_gone() -> None:
    def write_and_leave() -> None:
        writer = WriterThread(WhileItLasts(Gone()))  # type: ignore[arg-type]
        writer.start()
        for _ in range(2 * MAX_QUEUED_WRITES):
            writer.write("text")
        writer.stop()

    thread = threading.Thread(target=write_and_leave, daemon=True)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def test_what_is_written_while_it_is_there_arrives() -> None:
    stream = io.StringIO()
    assert WhileItLasts(stream).write("text") == 4
    assert stream.getvalue() == "text"
