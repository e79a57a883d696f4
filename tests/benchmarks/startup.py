"""How long the first frame and the full list take, beside a Textual app that only says hello.

    python tests/benchmarks/startup.py [RUNS] [PATH …]

starts both in turn in a pseudo-terminal and prints medians in milliseconds, and ratios.
"""

from __future__ import annotations

import statistics
import sys
import time

import pexpect

BARE = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Bare(App):\n"
    "    def compose(self):\n"
    "        yield Static('hello there')\n"
    "Bare().run()\n"
)


def seconds_until(arguments: list[str], *texts: str) -> list[float]:
    """Start a program and give the seconds until each of `texts` stands in its output."""
    started = time.perf_counter()
    child = pexpect.spawn(sys.executable, arguments, dimensions=(40, 120), encoding="utf-8")
    try:
        times = []
        for text in texts:
            child.expect_exact(text, timeout=60)
            times.append(time.perf_counter() - started)
        return times
    finally:
        child.close(force=True)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    paths = sys.argv[2:]
    bare, first, full = [], [], []
    for _ in range(runs):
        bare += seconds_until(["-c", BARE], "hello there")
        frame, papers = seconds_until(["-m", "pubbrowser", *paths], "pubbrowser", " papers")
        first.append(frame)
        full.append(papers)
    base = statistics.median(bare)
    for name, times in (("bare Textual", bare), ("first frame", first), ("full list", full)):
        median = statistics.median(times)
        print(f"{name:<13} {1000 * median:6.0f} ms   {median / base:4.2f} × bare Textual")


if __name__ == "__main__":
    main()
