"""Finding works: the query, the index, and the counts per year and person."""

from pubbrowser.search.engine import Engine
from pubbrowser.search.marks import NO_MARKS, Marks
from pubbrowser.search.query import SORTS, Query, Result, Sort

__all__ = ["NO_MARKS", "SORTS", "Engine", "Marks", "Query", "Result", "Sort"]
