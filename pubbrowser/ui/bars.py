"""The year histogram as numbers: which years share a column, and how high the columns are.

Nothing here draws: `widgets/year_histogram.py` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

EIGHTHS = " ▁▂▃▄▅▆▇█"
"""Blocks that fill none to eight eighths of a cell from below."""
SHADE = "░"
"""Stands for a dim block where there are no shades of colour."""
_BUCKETS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the years from `first` to `last` are laid out on a line."""

    first: int
    """First year of the first column; a multiple of `bucket` where that is more than 1."""
    last: int
    bucket: int
    """How many years share a column."""
    cells: int
    """How many cells a column has, the gap to the next included."""

    @property
    def count(self) -> int:
        return (self.last - self.first) // self.bucket + 1

    def column_of(self, year: int) -> int:
        return (year - self.first) // self.bucket

    def years_of(self, column: int) -> tuple[int, int]:
        """Give the first and last year of a column."""
        first = self.first + column * self.bucket
        return first, first + self.bucket - 1

    def column_at(self, x: int) -> int:
        """Give the column at cell `x`, the nearest one for cells outside."""
        return max(0, min(x // self.cells, self.count - 1))

    @property
    def bar_cells(self) -> int:
        """How many cells of a column are filled: one is left as a gap where there is room."""
        return self.cells - 1 if self.cells > 1 else 1


def lay_out(first: int, last: int, width: int) -> Columns:
    """Lay the years `first` to `last` out on `width` cells, in buckets if they need it."""
    for bucket in _BUCKETS:
        start = first if bucket == 1 else first - first % bucket
        count = (last - start) // bucket + 1
        if count <= max(1, width) or bucket == _BUCKETS[-1]:
            break
    return Columns(start, last, bucket, max(1, min(6, width // count)))


def column_counts(counts: Mapping[int, int], columns: Columns) -> list[int]:
    """Give the works per column; years outside of the columns are left out."""
    totals = [0] * columns.count
    for year, works in counts.items():
        column = columns.column_of(year)
        if 0 <= column < columns.count:
            totals[column] += works
    return totals


def eighths(count: int, highest: int, rows: int) -> int:
    """Give the height of a bar in eighths of a cell, for `highest` filling `rows` cells.

    Whatever is there shows: the least is one eighth.
    """
    if not count or not highest:
        return 0
    return max(1, min(rows * 8, round(count / highest * rows * 8)))


def axis(columns: Columns, width: int) -> str:
    """Give the line of year labels below the columns: as many as have room, evenly spread."""
    step = -(-5 // columns.cells)  # a label has four digits and needs one cell between
    line = ""
    for column in range(0, columns.count, step):
        label = f"{columns.years_of(column)[0]:04d}"
        start = column * columns.cells
        if start + len(label) <= width:
            line = line.ljust(start) + label
    return line.ljust(width)[:width]
