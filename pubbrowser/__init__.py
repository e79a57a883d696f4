"""pubbrowser: a terminal browser for publication lists."""

__version__ = "0.1.0"
