"""Finding works: the query, the index, and the counts per year and person.

`search.engine` answers queries. It is not imported here: numpy, which it is made of, takes as
long to load as the first frame of the screen.
"""

from pubbrowser.search.marks import NO_MARKS, Marks
from pubbrowser.search.query import SORTS, Query, Result, Sort

__all__ = ["NO_MARKS", "SORTS", "Marks", "Query", "Result", "Sort"]
