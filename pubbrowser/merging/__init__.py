"""From records to works and people: which records are one paper, which names one person."""

from pubbrowser.merging.merge import merge

__all__ = ["merge"]
