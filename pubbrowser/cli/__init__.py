"""The command line: one module per group of commands, and what they share."""

from pubbrowser.cli.program import main

__all__ = ["main"]
